import type { OriginFact } from '../facts/facts.js';

/** Illegal REO of a mass, and the sources it is from. */
export interface Taint {
  readonly reoG: number;
  readonly share: number;
  readonly sources: readonly string[];
  readonly isTainted: boolean;
}

/** Least illegal part that counts (estimate): share of the REO, and kilograms of REO. */
export interface TaintLimits {
  /** Percent. */
  readonly minTaint: number;
  readonly minTaintKgReo: number;
}

export const TAINT_PARAMETERS = {
  minTaint: {
    value: 0.1, min: 0, max: 100, unit: '%',
    meaning: { zh: '非法来源占比下限(估计值)', en: 'Least share from illegal sources that counts (estimate)' },
  },
  minTaintKgReo: {
    value: 1, min: 0, max: 1e6, unit: 'kg REO',
    meaning: { zh: '非法来源稀土量下限', en: 'Least REO from illegal sources that counts' },
  },
} as const; // prettier-ignore

/** How much of masses is from illegal sources; unverified and unexplained ones are no taint. */
export function taintOf(masses: readonly { readonly reoG: number; readonly origins: readonly OriginFact[] }[], limits: TaintLimits): Taint {
  const illegal = masses.flatMap(({ origins }) => origins.filter(({ source }) => source.status === 'illegal'));
  const reoG = illegal.reduce((sum, origin) => sum + origin.reoG, 0);
  const total = masses.reduce((sum, mass) => sum + mass.reoG, 0);
  const share = total > 0 ? reoG / total : 0;
  return {
    reoG,
    share,
    sources: [...new Set(illegal.map(({ source }) => source.id))].sort(),
    isTainted: share * 100 >= limits.minTaint && reoG >= limits.minTaintKgReo * 1000,
  };
} // prettier-ignore
