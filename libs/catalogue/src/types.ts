import type { Distribution, Element } from '#kernel';
import type { SourceKey } from './data/sources.js';

/**
 * How far a fact of the catalogue can be relied on: read in a copy of its source; read in part, the rest recalled;
 * computed here from other entries; recalled from general knowledge; invented to fill a gap. Only `verified` may carry
 * an accusation.
 */
export type Verification = 'verified' | 'partial' | 'derived' | 'unverified' | 'placeholder';

/** Calendar days (Asia/Shanghai) for which an entry holds: from `validFrom` up to, not including, `validTo`. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo?: string;
}

/** What stands behind an entry: how sure it is, and the keys of its sources. */
export interface Evidence {
  readonly status: Verification;
  readonly sources: readonly SourceKey[];
}

/** One file of the catalogue. Whoever changes an entry moves the version on. */
export interface Dataset<T> {
  /** The day of the last change, `YYYY-MM-DD`, with `.n` behind it for further changes of that day. */
  readonly version: string;
  readonly source: string;
  readonly entries: readonly T[];
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Where a product stands in the chain from ore to magnet and back. */
export const STAGES = [
  'ORE', 'CONC', 'COMP_MIX', 'COMP_SEP', 'METAL', 'ALLOY', 'MAG', 'SCRAP', 'WASTE', 'SERVICE',
] as const; // prettier-ignore

export type Stage = (typeof STAGES)[number];

/** The kinds an enterprise may have in the registry. */
export const ENTERPRISE_KINDS = [
  'mine', 'recovery', 'smelter', 'metal', 'recycler', 'trader', 'importer', 'exporter', 'magnet', 'group', 'other',
] as const; // prettier-ignore

export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number];

/** What a lot of a product is taken to consist of where nobody has assayed it. */
export interface Nominal extends Evidence {
  /** The reference profile it is taken from, cut down to the elements of the product. */
  readonly profile?: string;
  readonly distribution: Distribution;
}

export interface Product extends Validity, Evidence {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly stage: Stage;
  /**
   * The elements the product is made for: what a lot without an assay is taken to hold. An assay may name others
   * (impurities, a coarse cut).
   */
  readonly elements: readonly Element[];
  /** Typical REO content of the dry product in %; metals count as their oxides, so above 100. */
  readonly reoPercent: Range;
  readonly nominal: Nominal;
  /** Codes of the Chinese customs tariff, 4 to 10 digits, most likely first; empty where none is known. */
  readonly hs: readonly string[];
}

export interface Process extends Validity, Evidence {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The kinds of enterprise that may run it. */
  readonly actorKinds: readonly EnterpriseKind[];
  /** Product codes, prefixes ending in `*`, or stages: see `accepts`. */
  readonly inputs: readonly string[];
  /** As `inputs`: see `produces`. */
  readonly outputs: readonly string[];
  /** True where what comes out is the product that went in. */
  readonly sameProduct: boolean;
  /** Bounds of REO out / REO in, as ratios. */
  readonly yield: Range;
  readonly note?: string;
}

export interface Region extends Validity, Evidence {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** The code that took the place of this one at `validTo`. */
  readonly successor?: string;
}

/** The element distribution (配分) of a deposit or a kind of material. */
export interface Profile extends Validity, Evidence {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** % of total REO per element in the order of `ELEMENTS`, normalised and rounded to two decimals. */
  readonly percent: readonly number[];
  /** The same as shares that sum to 1. */
  readonly distribution: Distribution;
  readonly note?: string;
}

/** The oxide an element is counted as, by the industry's convention (CeO2, Pr6O11, Tb4O7, else M2O3). */
export interface Oxide {
  readonly element: Element;
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  /** g/mol. */
  readonly molarMass: number;
  /** Grams of metal in one gram of oxide. */
  readonly metalPerOxide: number;
  /** Grams of oxide that one gram of metal makes. */
  readonly oxidePerMetal: number;
}
