import type { Distribution } from '#kernel';
import { oxideData } from './data/oxides.js';
import type { Oxide } from './types.js';

/** One oxide per element, in the order of `ELEMENTS`. */
export const OXIDES: readonly Oxide[] = oxideData.entries.map(
  ([element, zh, en, formula, molarMass, metalPerOxide, oxidePerMetal]) => ({
    element, zh, en, formula, molarMass, metalPerOxide, oxidePerMetal,
  }),
); // prettier-ignore

/**
 * REO % of a material whose rare-earth metal content is `metalPercent` and whose oxides are distributed as given;
 * at most six decimals. Pure metals come out above 100; where nothing is known of the distribution, 0.
 */
export function reoPercentOfMetal(metalPercent: number, distribution: Distribution): number {
  const metalPerReo = OXIDES.reduce(
    (sum, { metalPerOxide }, index) => sum + metalPerOxide * (distribution[index] ?? 0),
    0,
  );
  return metalPerReo === 0 ? 0 : Math.round((metalPercent / metalPerReo) * 1e6) / 1e6;
}
