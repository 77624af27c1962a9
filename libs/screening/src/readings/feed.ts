import { accepts, findProcess } from '#catalogue';
import { groupBy } from '#kernel';
import type { ChainFacts, Instant, LotFact } from '../facts/facts.js';
import { DAY_MS } from '../periods.js';
import type { LotReo } from './assay.js';
import { isRunOf, sumReo } from './production.js';
import { isMineral } from './stages.js';
import { type Movement, type MovementKind, movementsOf } from './stock.js';

/** A stretch of days before an instant, for processes that are fed. */
export interface FeedWindow {
  readonly until: Instant;
  readonly days: number;
  readonly processes: readonly string[];
}

/**
 * What an enterprise under examination may have fed to processes in a window: lots it held at its beginning or acquired
 * since, with their REO. Its own products and work in progress are no feed; ore and concentrate it made itself are.
 */
export function feedOf(uscc: string, facts: ChainFacts, window: FeedWindow): LotReo[] {
  const from = window.until - window.days * DAY_MS;
  const drawn = drawnLots(uscc, facts, from, window);
  const isFeed = (lot: LotFact): boolean =>
    !isOwnProduct(lot, uscc) && (drawn.has(lot.key) || isMadeFor(lot, window.processes));
  const movements = movementsOf(uscc, facts).filter(({ lot }) => isFeed(lot));
  return [...groupBy(movements, ({ lot }) => lot.key).values()].flatMap(own => {
    const held = Math.max(0, sumReo(own.filter(({ at }) => at <= from)));
    const acquired = own.filter(each => each.at > from && each.at <= window.until && isAcquisition(each, uscc, facts));
    const reoG = held + sumReo(acquired);
    return reoG > 0 ? [{ lot: own[0]!.lot, reoG }] : [];
  });
}

const isOwnProduct = ({ declaredBy, eventType, product }: LotFact, uscc: string): boolean =>
  declaredBy === uscc && eventType === 'processing' && !isMineral(product);

/** Magnets go where magnet scrap goes. */
const isMadeFor = ({ product }: LotFact, processes: readonly string[]): boolean =>
  processes.some(code => accepts(findProcess(code)!, product) || (code === 'RECYCLING' && product.stage === 'MAG'));

const ACQUIRED: readonly MovementKind[] = ['mined', 'made', 'imported', 'collected', 'opened', 'undispatched', 'purchased', 'moved']; // prettier-ignore

/** Comes in by an event of its own; what a buyer rejects comes back by the buyer's. */
const isAcquisition = ({ kind, reoG, event }: Movement, uscc: string, facts: ChainFacts): boolean =>
  reoG > 0 && ACQUIRED.includes(kind) && facts.event(event)?.enterprise === uscc;

function drawnLots(uscc: string, facts: ChainFacts, from: Instant, { until, processes }: FeedWindow): Set<string> {
  const runs = facts.eventsOf(uscc).filter(event => isRunOf(event, processes) && from < event.at && event.at <= until);
  return new Set(runs.flatMap(({ draws }) => draws.map(({ lot }) => lot.key)));
}
