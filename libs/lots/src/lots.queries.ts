import {
  type Context,
  DomainError,
  distributionToAssay,
  formatInstant,
  gradeToPercent,
  gramsToKg,
  NotFound,
} from '#kernel';
import type { AsOf, Ledger } from '#ledger';
import { cursorParser, type Database, encodeCursor, type Page, type PageRequest } from '#platform';
import type { PartyFinder } from '#registry';
import { Type } from '@sinclair/typebox';
import {
  type EventFilter as StoredEventFilter, eventVersions, type EventVersionRow, type HoldingAnswerRow,
  type HoldingFilter as StoredHoldingFilter, isNamed, listEvents, listHoldings, listTransfers, type LotAnswerRow, lotsNamed,
  type TransferFilter, type TransferRow,
} from './storage/lots.queries.js'; // prettier-ignore

const MAX_NO = Number.MAX_SAFE_INTEGER;
const readEventPlace = cursorParser(Type.Object({ seq: Type.Integer(), no: Type.Integer() }));
const readPlace = cursorParser(Type.Object({ no: Type.Integer(), seq: Type.Optional(Type.Integer()) }));

/** A filter by a lot as clients name it: its code, or `USCC:code`. */
type ByLotName<Filter> = Omit<Filter, 'lotNo'> & { readonly lot?: string };

export type EventFilter = ByLotName<StoredEventFilter>;
export type HoldingFilter = ByLotName<StoredHoldingFilter> & { readonly asOf?: AsOf };

/** Most holdings that a lot's own answer lists. */
const LOT_HOLDINGS_MAX = 500;

/** Reads events, lots, holdings and transfers, as the contract shows them. */
export class LotsQueries implements PartyFinder {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  /** All versions of an event; a voided one has no content. */
  async event(context: Context, id: string): Promise<unknown> {
    const versions = await eventVersions(this.database, context, id.toLowerCase());
    if (versions.length === 0) throw new NotFound('event', id);
    return { id: versions[0]!.id, versions: versions.map(versionAnswer) };
  }

  /** Current versions of events, by position descending; a void one has no content. Throws `ambiguous-lot`. */
  async events(context: Context, { lot, ...filter }: EventFilter, page: PageRequest): Promise<Page<unknown>> {
    const after = page.cursor === undefined ? undefined : readEventPlace(page.cursor);
    const named = await this.lotFilter(context, lot);
    if (!named) return { items: [] };
    const rows = await listEvents(this.database, context, { ...filter, ...named }, after, page.limit + 1);
    return pageOfRows(rows, page, ({ seq, no }) => ({ seq, no }), eventAnswer);
  }

  /** A lot with its chemistry and who holds what is left of it. */
  async lot(context: Context, code: string, asOf?: AsOf): Promise<unknown> {
    const { seq } = await this.ledger.resolve(context, asOf);
    const lot = onlyLot(code, await lotsNamed(this.database, context, code, seq), 'code');
    const filter = { lotNo: lot.lotNo };
    const holdings = await listHoldings(this.database, context, filter, seq, MAX_NO, LOT_HOLDINGS_MAX + 1);
    return {
      lot: lot.code,
      declaredBy: lot.declaredBy,
      product: lot.product,
      reoPercent: gradeToPercent(lot.grade),
      assay: distributionToAssay(lot.distribution),
      assayBasis: lot.basis,
      event: lot.eventId,
      massKg: gramsToKg(lot.lotMassG),
      holdings: holdings.slice(0, LOT_HOLDINGS_MAX).map(holdingAnswer),
      ...(holdings.length > LOT_HOLDINGS_MAX ? { truncated: true } : {}),
    };
  }

  /** Holdings with mass left, newest first. Further pages show the state of the first. Throws `ambiguous-lot`. */
  async holdings(context: Context, filter: HoldingFilter, page: PageRequest): Promise<Page<unknown>> {
    const { enterprise, lot, asOf } = filter;
    const place = page.cursor === undefined ? undefined : readPlace(page.cursor);
    const seq = place?.seq ?? (await this.ledger.resolve(context, asOf)).seq;
    const named = await this.lotFilter(context, lot, seq);
    if (!named) return { items: [] };
    const wanted = { ...named, ...(enterprise === undefined ? {} : { enterprise }) };
    const rows = await listHoldings(this.database, context, wanted, seq, place?.no ?? MAX_NO, page.limit + 1);
    return pageOfRows(rows, page, ({ no }) => ({ no, seq }), holdingAnswer);
  }

  /** The number of the lot that a filter names; `undefined` where nobody declared it, so that nothing fits. */
  private async lotFilter(context: Context, lot?: string, seq?: number): Promise<{ lotNo?: number } | undefined> {
    if (lot === undefined) return {};
    const lots = await lotsNamed(this.database, context, lot, seq);
    return lots.length === 0 ? undefined : { lotNo: onlyLot(lot, lots, 'lot').lotNo };
  }

  /** Whether events recorded up to a position name an enterprise as buyer, sender or supplier. */
  async names(context: Context, uscc: string, seq: number): Promise<boolean> {
    return isNamed(this.database, context, uscc, seq);
  }

  /** Dispatches with their state: the buyer's inbox. */
  async transfers(context: Context, filter: TransferFilter, page: PageRequest): Promise<Page<unknown>> {
    const before = page.cursor === undefined ? MAX_NO : readPlace(page.cursor).no;
    const rows = await listTransfers(this.database, context, filter, before, page.limit + 1);
    return pageOfRows(rows, page, ({ no }) => ({ no }), transferAnswer);
  }
}

function pageOfRows<Row>(
  rows: readonly Row[],
  page: PageRequest,
  placeOf: (row: Row) => unknown,
  answer: (row: Row) => unknown,
): Page<unknown> {
  const shown = rows.slice(0, page.limit);
  const items = shown.map(answer);
  return rows.length > page.limit ? { items, nextCursor: encodeCursor(placeOf(shown.at(-1)!)) } : { items };
}

function versionAnswer({ version, seq, recordedAt, event, reason }: EventVersionRow): unknown {
  return { version, seq, recordedAt: formatInstant(recordedAt), event, ...(reason === null ? {} : { reason }) };
}

function eventAnswer({ id, version, seq, recordedAt, event }: EventVersionRow): unknown {
  return { id, version, seq, recordedAt: formatInstant(recordedAt), event };
}

/** The one lot that a code names in a parameter; two declarers of the same code are told apart by `USCC:code`. */
function onlyLot(code: string, lots: readonly LotAnswerRow[], parameter: 'code' | 'lot'): LotAnswerRow {
  const [lot, ...others] = lots;
  if (!lot) throw new NotFound('lot', code);
  if (others.length === 0) return lot;
  const expected = lots.map(each => `${each.declaredBy}:${each.code}`).join(' or ');
  throw new DomainError('ambiguous-lot', 409, `${lots.length} enterprises declared a lot ${code}.`, [
    { code: 'ambiguous-lot', pointer: '', parameter, value: code, expected },
  ]);
}

function holdingAnswer(row: HoldingAnswerRow): unknown {
  return {
    id: row.id,
    enterprise: row.owner,
    lot: row.code,
    declaredBy: row.declaredBy,
    product: row.product,
    massKg: gramsToKg(row.massG),
    reoKg: gramsToKg(row.reoG),
    event: row.eventId,
    ...(row.site === null ? {} : { site: row.site }),
    inTransit: row.inTransit ? { dispatch: row.eventId, to: row.to } : false,
  };
}

function transferAnswer(row: TransferRow): unknown {
  return {
    dispatch: row.dispatch,
    from: row.from,
    to: row.to,
    state: row.state,
    dispatchedAt: formatInstant(row.dispatchedAt),
    terms: row.terms,
    items: row.items.map(({ massG, receivedG, ...item }) => ({
      ...item,
      massKg: gramsToKg(massG),
      ...(receivedG === null ? {} : { receivedKg: gramsToKg(receivedG) }),
    })),
    documents: row.documents ?? [],
    ...(row.receipt === null ? {} : { receipt: row.receipt }),
  };
}
