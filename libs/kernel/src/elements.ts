/**
 * The rare-earth elements in the order every per-element array of the code base uses: lanthanides by atomic number,
 * then yttrium and scandium. Promethium has no natural source and is left out.
 */
export const ELEMENTS = [
  'La',
  'Ce',
  'Pr',
  'Nd',
  'Sm',
  'Eu',
  'Gd',
  'Tb',
  'Dy',
  'Ho',
  'Er',
  'Tm',
  'Yb',
  'Lu',
  'Y',
  'Sc',
] as const;

export type Element = (typeof ELEMENTS)[number];

/** Length of every per-element array. */
export const ELEMENT_COUNT = ELEMENTS.length;

const INDEX = new Map<string, number>(ELEMENTS.map((element, index) => [element, index]));

/** Position of an element in per-element arrays, or `undefined` for a symbol that is no rare earth. */
export const elementIndex = (symbol: string): number | undefined => INDEX.get(symbol);

/**
 * Share of each element's oxide in the total REO, indexed like {@link ELEMENTS}; sums to 1 (as doubles do), or is all
 * zero where nothing is known.
 */
export type Distribution = readonly number[];

export const NO_DISTRIBUTION: Distribution = Array.from({ length: ELEMENT_COUNT }, () => 0);

/** Scales amounts per element to a distribution; all zero stays all zero. */
export function toDistribution(amounts: readonly number[]): Distribution {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? amounts.map(amount => amount / total) : NO_DISTRIBUTION;
}

/** An assay as clients write it: element symbol to % of total REO. */
export type Assay = Readonly<Partial<Record<Element, number>>>;

export function assayToDistribution(assay: Assay): Distribution {
  return toDistribution(ELEMENTS.map(element => assay[element] ?? 0));
}

/** A distribution as clients read it: only the elements present, in % of total REO with at most six decimals. */
export function distributionToAssay(distribution: Distribution): Assay {
  return Object.fromEntries(
    ELEMENTS.flatMap((element, index) => {
      const percent = Math.round((distribution[index] ?? 0) * 1e8) / 1e6;
      return distribution[index] ? [[element, percent]] : [];
    }),
  );
}
