import { ELEMENTS } from '#kernel';

/**
 * The one place where answers are rounded, so that equal facts give equal bytes. Shares carry twelve decimals, masses
 * that follow from shares nine (a microgram).
 */
export const roundShare = (share: number): number => Math.round(share * 1e12) / 1e12;

/** Kilograms of grams that need not be whole. */
export const roundKg = (grams: number): number => Math.round(grams * 1e6) / 1e9;

/** Part of each element's grams, by symbol; what rounds to nothing is left out. */
export function elementShares(grams: Readonly<Float64Array>, whole: Readonly<Float64Array>): Record<string, number> {
  const shares: Record<string, number> = {};
  ELEMENTS.forEach((element, e) => {
    const share = whole[e]! > 0 ? roundShare(grams[e]! / whole[e]!) : 0;
    if (share > 0) shares[element] = share;
  });
  return shares;
}

/** Order of texts by their code units, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
