import { isUscc } from '#kernel';
import type { Head } from '#ledger';
import type { Transaction } from '#platform';
import type { Reached, WayHolding } from '../domain/ways.js';
import { Subjects } from '../engines/postgres/subjects.js';
import { exportedFrom, holdingsByNo, sentBy } from './path-statements.js';

/** Holdings that a search begins with at most. */
export const STARTS_MAX = 20_000;

export interface Lot {
  readonly lotNo: number;
  /** The lot as it was made. */
  readonly holdings: readonly WayHolding[];
}

/** An enterprise by its USCC, or a lot. */
export type Place = string | Lot;

/** Finds where ways begin and end: now, or as known at a position. */
export class Places {
  constructor(
    private readonly tx: Transaction,
    private readonly at: Head | undefined,
  ) {}

  async named(text: string): Promise<Place> {
    if (isUscc(text)) return text;
    const { items } = await new Subjects(this.tx, this.at).lot({ code: text });
    const nos = items.map(({ holdingNo }) => holdingNo);
    const [holdings] = (await this.tx.pipeline([holdingsByNo(nos, this.at?.seq)])) as [WayHolding[]];
    return { lotNo: items[0]!.lotNo, holdings };
  }

  /** Where material leaves a party (with what it has sent) or a lot. */
  async departures(from: Place, addressee: string): Promise<Reached[]> {
    if (typeof from !== 'string') return from.holdings.map(startAt);
    const [sent] = (await this.tx.pipeline([sentBy(from, addressee, STARTS_MAX, this.at?.seq)])) as [WayHolding[]];
    return sent.map(holding => {
      const passage = { eventNo: holding.eventNo, fromNo: holding.fromHoldingNo ?? undefined, toNo: holding.no };
      return { holding, passage, before: undefined };
    });
  }

  /** What the exports of a declaration drew from. */
  async shipment(declaration: string): Promise<Reached[]> {
    type Row = WayHolding & { readonly exportNo: number };
    const [rows] = (await this.tx.pipeline([exportedFrom(declaration, STARTS_MAX, this.at?.seq)])) as [Row[]];
    return rows.map(({ exportNo, ...holding }) => {
      const passage = { eventNo: exportNo, fromNo: holding.no, toNo: undefined };
      return { holding, passage, before: undefined };
    });
  }
}

/** A lot as it was made: no step leads there. */
export const startAt = (holding: WayHolding): Reached => ({ holding, passage: undefined, before: undefined });
