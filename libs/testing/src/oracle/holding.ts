import type { Assay, Grade, Grams } from '#kernel';
import { reoGrams } from '#kernel';
import type { MaterialEvent } from '../contract.js';

/** A lot as its declaration says now. */
export interface Lot {
  readonly code: string;
  readonly declaredBy: string;
  readonly event: string;
  product: string;
  grade: Grade;
  assay: Assay | undefined;
}

/** A mass of one lot in one hand. */
export interface Holding {
  /** Id of the yielding event and the place in it: `…-0`. */
  readonly id: string;
  readonly owner: string;
  readonly lot: Lot;
  readonly event: string;
  /** The holding a transfer carries on; none for new lots and counts. */
  readonly from: Holding | undefined;
  readonly inTransit: boolean;
  readonly site: string | undefined;
  mass: Grams;
  reo: Grams;
  /** Part of `mass` that a weighing or count found beyond what was known, from an unexplained source. */
  surplus: Grams;
  drawn: Grams;
  drawnReo: Grams;
}

export interface Draw {
  readonly holding: Holding;
  readonly mass: Grams;
  reo: Grams;
}

/** Mass of a holding that is to be drawn. */
export type Portion = Omit<Draw, 'reo'>;

/** An event with what it takes and makes; `content` is absent while it is void. */
export interface BookedEvent {
  readonly id: string;
  /** Ledger position of its first version. */
  readonly firstSeq: number;
  content: MaterialEvent | undefined;
  draws: Draw[];
  yields: Holding[];
}

export const massLeft = (holding: Holding): Grams => holding.mass - holding.drawn;
export const reoLeft = (holding: Holding): Grams => holding.reo - holding.drawnReo;

/** True where a bare code or `USCC:code` means this lot. */
export const isCalled = (lot: Lot, reference: string): boolean =>
  lot.code === reference || `${lot.declaredBy}:${lot.code}` === reference;

/** How a holding came about. */
export function origin(event: BookedEvent, holding: Holding): 'root' | 'run' | 'transfer' | 'count' {
  if (event.content?.type === 'processing') return 'run';
  if (holding.from) return 'transfer';
  return event.content?.type === 'stocktake' ? 'count' : 'root';
}

/** What an event took of a lot to move or count it into the holding. */
export const takenFor = ({ draws }: BookedEvent, { from, lot }: Holding): Draw[] =>
  draws.filter(draw => (from ? draw.holding === from : draw.holding.lot === lot));

/** REO of the next part drawn: cumulative differences, so that the parts sum to the whole. */
export function reoOfNext(holding: Holding, mass: Grams): Grams {
  const drawn = holding.drawn + mass;
  if (drawn === holding.mass) return reoLeft(holding);
  const reo = reoGrams(drawn, holding.lot.grade) - holding.drawnReo;
  return Math.min(reoLeft(holding), Math.max(0, reo));
}

/** REO of a mass at the lot's grade; a mass that moved on unchanged keeps the REO it had. */
export function reoOf(mass: Grams, lot: Lot, moved: readonly Draw[]): Grams {
  const known = moved.reduce((sum, draw) => sum + draw.mass, 0);
  return moved.length > 0 && mass === known
    ? moved.reduce((sum, draw) => sum + draw.reo, 0)
    : reoGrams(mass, lot.grade);
}
