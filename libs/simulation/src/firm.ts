import type { Mixture } from './chemistry.js';

export type Kind =
  | 'mine'
  | 'smelter'
  | 'metal'
  | 'magnet'
  | 'recycler'
  | 'trader'
  | 'importer'
  | 'exporter'
  | 'group'
  | 'other'
  | 'recovery';

/** A lot in somebody's hands. */
export interface Lot {
  readonly code: string;
  readonly product: string;
  readonly massG: number;
  /** As declared, % of the mass. */
  readonly reoPercent: number;
  readonly mixture: Mixture;
  /** Resource-tax certificate it was first sold under. */
  readonly tax?: string;
}

export const reoOf = ({ massG, reoPercent }: Lot): number => (massG * reoPercent) / 100;

export const kg = (grams: number): number => grams / 1000;

/** What an enterprise did with a product in a month, in grams. */
export interface Flow {
  producedReo: number;
  purchased: number;
  imported: number;
  sold: number;
  exported: number;
}

export type Item = Readonly<Record<string, unknown>>;

/** Changes a paper of an enterprise as it is written; nothing makes it disappear. */
export type Amendment = (collection: string, item: Item) => Item | undefined;

/** An enterprise with its goods and what its papers will say. */
export interface Firm {
  readonly uscc: string;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly region: string;
  readonly site: string;
  readonly group?: string;
  /** Among those of its kind: whom it deals with, on which days. */
  readonly place: number;
  /** What is ready to be used or sold, by product. */
  readonly shelf: Map<string, Lot[]>;
  /** Everything it holds, by product, in grams. */
  readonly held: Map<string, number>;
  /** Of the month, by product. */
  readonly flows: Map<string, Flow>;
  /** Of the month and of the quarter, CNY without VAT. */
  invoiced: number;
  /** Of the month. */
  corrections: number;
  mineralsInvoiced: number;
  /** Of the quarter, by product: grams first sold. */
  readonly firstSold: Map<string, number>;
  /** REO made of the year that a quota is for, in grams. */
  readonly underQuota: Map<string, number>;
  /** Quota over what it makes; none where it is 0. An honest country leaves room. */
  room?: number;
  readonly amendments: Amendment[];
  /** Takes part in the economy; else only stories know it. */
  readonly isApart: boolean;
  /** Deposit of a mine. */
  readonly deposit?: {
    readonly product: string;
    readonly ore?: string;
    readonly mixture: Mixture;
    readonly licence: string;
  };
}

export function flowOf({ flows }: Firm, product: string): Flow {
  const known = flows.get(product);
  if (known) return known;
  const flow = { producedReo: 0, purchased: 0, imported: 0, sold: 0, exported: 0 };
  flows.set(product, flow);
  return flow;
}

export const hold = ({ held }: Firm, { product }: Pick<Lot, 'product'>, massG: number): void =>
  void held.set(product, (held.get(product) ?? 0) + massG);

/** Puts a lot among what may be used. */
export function shelve({ shelf }: Firm, lot: Lot): void {
  const known = shelf.get(lot.product);
  if (known) known.push(lot);
  else shelf.set(lot.product, [lot]);
}

/** Takes all lots of a product, or the oldest few, off the shelf. */
export function unshelve({ shelf }: Firm, product: string, most = Infinity): Lot[] {
  const lots = shelf.get(product) ?? [];
  return lots.splice(0, Math.min(most, lots.length));
}

/** A part of a lot that stays under its code. */
export const partOf = (lot: Lot, massG: number): Lot => ({ ...lot, massG });
