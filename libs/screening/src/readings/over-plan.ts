import type { Evidence } from '../rule.js';
import type { Made } from './production.js';

/** What was made after a quota was used up. */
export interface OverPlan {
  readonly made: readonly Made[];
  /** Grams of REO beyond the quota. */
  readonly excessG: number;
  /** Events that made it, and of the one that crossed the quota the share beyond it (reading K10). */
  readonly evidence: Pick<Evidence, 'events' | 'shares'>;
}

/** The runs by which production, taken in order, went beyond a quota; nothing where it did not. */
export function overPlan(made: readonly Made[], quotaG: number): OverPlan | undefined {
  const beyond: Made[] = [];
  const shares: Record<string, number> = {};
  let total = 0;
  for (const each of made) {
    const before = total;
    total += each.reoG;
    if (total <= quotaG || each.reoG <= 0) continue;
    beyond.push(each);
    if (before < quotaG) shares[each.event.id] = (total - quotaG) / each.reoG;
  }
  if (total <= quotaG) return undefined;
  const events = [...new Set(beyond.map(({ event }) => event.id))];
  return { made: beyond, excessG: total - quotaG, evidence: { events, shares } };
}
