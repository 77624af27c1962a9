import type { DrawFact, EventFact, EventFacts } from '../facts/facts.js';
import { isRun, sumReo } from './production.js';

/** Draws that a part of a mixture may be followed to. */
type Origin = (draw: DrawFact) => boolean;

/**
 * Which share of a lot's REO traces to certain draws, through the runs of the enterprise that made it: mass goes into
 * everything a run yields alike. Events that are not loaded trace to nothing.
 */
export class Ancestry {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly facts: EventFacts,
    private readonly isOrigin: Origin,
  ) {}

  /** Between 0 and 1. */
  shareOf(draws: readonly DrawFact[]): number {
    const total = sumReo(draws);
    const traced = draws.reduce((sum, draw) => sum + draw.reoG * (this.isOrigin(draw) ? 1 : this.ofMaking(draw)), 0);
    return total > 0 ? traced / total : 0;
  }

  /** A count carries on what was held of the lot. */
  private ofMaking({ from, lot }: DrawFact): number {
    const key = `${from} ${lot.key}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const event: EventFact | undefined = this.facts.event(from);
    const draws = event?.content.type === 'stocktake' ? event.draws.filter(each => each.lot.key === lot.key) : event && isRun(event) ? event.draws : [];
    const share = this.shareOf(draws);
    this.known.set(key, share);
    return share;
  } // prettier-ignore
}
