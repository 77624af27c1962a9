import { contentDigest, type Head, lockHead } from '#ledger';
import type { Statement, Transaction } from '#platform';
import { contentOf } from '../domain/content.js';
import type { References } from '../domain/references.js';
import type { EventState, HoldingState, LotState, TransferState } from '../domain/state.js';
import { type Counters, heldKey, type Loaded } from '../domain/workspace.js';
import { RegistryView, registryStatements } from './registry-view.js';
import { HOLDING_COLUMNS, type HoldingRow, holdingOf, LOT_COLUMNS, lotOf, type LotRow } from './rows.js';
import { CURRENT } from './lots.migration.js';
import { importedStatement } from './roots.repository.js';

/** Everything a batch needs, read under the ledger's lock. */
export interface LoadedBatch {
  readonly head: Head;
  readonly loaded: Loaded;
  readonly registry: RegistryView;
  /** Grams imported so far by declaration. */
  readonly imported: ReadonlyMap<string, number>;
  readonly lastSourceNo: number;
}

/** Locks the ledger's head and loads what the events of a batch refer to: one round trip. */
export async function loadBatch(tx: Transaction, references: References): Promise<LoadedBatch> {
  const registry = registryStatements(references);
  const [heads, counters, events, lots, holdings, held, inTransit, transfers, imported, ...registryRows] =
    (await tx.pipeline([
      lockHead,
      { name: 'lots-counter', text: `SELECT event_no AS "eventNo", lot_no AS "lotNo", holding_no AS "holdingNo", pool_no AS "poolNo",
                      source_no AS "sourceNo" FROM lots_counter` },
      eventsStatement([...references.eventIds]),
      lotsStatement(references),
      holdingsStatement(references),
      everHeldStatement(references),
      inTransitStatement([...references.dispatches]),
      transfersStatement([...references.dispatches]),
      importedStatement([...references.declarations]),
      ...registry,
    ])) as [
      Head[], (Counters & { sourceNo: number })[], EventRow[], FoundLotRow[], HoldingRow[], HeldRow[], HoldingRow[],
      TransferState[], { reference: string; massG: number }[], ...unknown[][],
    ]; // prettier-ignore
  const head = { seq: heads[0]!.seq, recordedAt: heads[0]!.recordedAt };
  const view = new RegistryView(registryRows);
  const { sourceNo, ...numbers } = counters[0]!;
  const lotsByNo = new Map(lots.map(row => [row.lotNo, lotOf(row)]));
  return {
    head,
    registry: view,
    imported: new Map(imported.map(row => [row.reference, row.massG])),
    lastSourceNo: sourceNo,
    loaded: {
      counters: numbers,
      seq: head.seq,
      now: head.recordedAt,
      registered: view.registered,
      events: events.map(eventOf),
      lots: [...lotsByNo.values()],
      holdings: readHoldings([...holdings, ...inTransit], lotsByNo),
      everHeld: new Set(held.map(row => heldKey(row.owner, row.lotNo))),
      transfers,
      makerRanks: new Map(lots.flatMap(({ lotNo, makerRank }) => (makerRank === null ? [] : [[lotNo, makerRank]]))),
      regionOf: (enterprise, site, at) => view.regionOf(enterprise, site, at),
    },
  };
}

function readHoldings(rows: readonly HoldingRow[], lots: Map<number, LotState>): HoldingState[] {
  return rows.map(row => holdingOf(row, lots));
}

interface EventRow extends Omit<EventState, 'sameContent'> {
  readonly digest: Buffer;
  readonly personalDigest: Buffer | null;
  readonly salt: Buffer | null;
}

interface FoundLotRow extends LotRow {
  /** Rank of the event that made it, where it is counted. */
  readonly makerRank: number | null;
}

interface HeldRow {
  readonly owner: string;
  readonly lotNo: number;
}

/** Current versions of events, with the digests of their first content. */
export const eventsStatement = (ids: readonly string[]): Statement => ({
  name: 'capture-events',
  text: `SELECT e.no, e.id, e.type, e.enterprise, e.occurred_at AS "occurredAt", e.rank, e.version, e.voided,
                e.first_seq AS "firstSeq", e.seq_from AS seq, l.digest, l.personal_digest AS "personalDigest", p.salt
         FROM event e JOIN ledger_entry l ON l.seq = e.first_seq LEFT JOIN ledger_personal p ON p.seq = e.first_seq
         WHERE e.id = ANY ($1::uuid[]) AND e.${CURRENT}`,
  values: [ids],
});

export function eventOf({ digest, personalDigest, salt, ...event }: EventRow): EventState {
  return {
    ...event,
    sameContent: other => {
      const { body, personal } = contentOf(other);
      if (!contentDigest(body).equals(digest)) return false;
      if (!personalDigest || personal === undefined) return !personalDigest && personal === undefined;
      return salt === null || contentDigest(personal, salt).equals(personalDigest); // without its salt it is erased
    },
  };
}

const lotsStatement = ({ codes, counted }: References): Statement => ({
  name: 'capture-lots',
  text: `SELECT ${LOT_COLUMNS},
                CASE WHEN l.code = ANY ($2::text[]) THEN (SELECT rank FROM event WHERE no = l.event_no AND ${CURRENT}) END
                  AS "makerRank"
         FROM lot l WHERE l.code = ANY ($1::text[]) AND l.${CURRENT}`,
  values: [[...codes], [...counted]],
});

/**
 * Look-ups are laterals with `OFFSET 0`: one by one through an index, in the order written. A young table has no
 * statistics, and the planner would rather join whole tables.
 */
const eachLot = (code: string): string =>
  `CROSS JOIN LATERAL (SELECT * FROM lot WHERE code = ${code} AND ${CURRENT} OFFSET 0) l`;

/** Holdings of the lots with mass left, and those that are named though nothing is left of them. */
const holdingsStatement = ({ owners, ownedCodes, holdings }: References): Statement => ({
  name: 'capture-holdings',
  text: `SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}
         FROM unnest($1::text[], $2::text[]) AS q (owner, code)
           ${eachLot('q.code')}
           CROSS JOIN LATERAL (SELECT * FROM holding
             WHERE owner = q.owner AND lot_no = l.no AND ${CURRENT} AND NOT in_transit AND drawn_g < mass_g OFFSET 0) h
           CROSS JOIN LATERAL (SELECT rank FROM event WHERE no = h.event_no AND ${CURRENT} OFFSET 0) e
         UNION ALL
         SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}
         FROM unnest($3::uuid[]) AS q (id)
           CROSS JOIN LATERAL (SELECT * FROM holding
             WHERE id = q.id AND ${CURRENT} AND NOT in_transit AND drawn_g = mass_g OFFSET 0) h
           CROSS JOIN LATERAL (SELECT * FROM lot WHERE no = h.lot_no AND ${CURRENT} OFFSET 0) l
           CROSS JOIN LATERAL (SELECT rank FROM event WHERE no = h.event_no AND ${CURRENT} OFFSET 0) e`,
  values: [owners, ownedCodes, [...holdings]],
});

const everHeldStatement = ({ owners, ownedCodes }: References): Statement => ({
  name: 'capture-ever-held',
  text: `SELECT q.owner, l.no AS "lotNo"
         FROM unnest($1::text[], $2::text[]) AS q (owner, code) ${eachLot('q.code')}
           CROSS JOIN LATERAL (SELECT FROM holding
             WHERE owner = q.owner AND lot_no = l.no AND ${CURRENT} AND NOT in_transit LIMIT 1) h`,
  values: [owners, ownedCodes],
});

const inTransitStatement = (dispatches: readonly string[]): Statement => ({
  name: 'capture-in-transit',
  text: `SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}
         FROM event e
           CROSS JOIN LATERAL (SELECT * FROM holding WHERE event_no = e.no AND ${CURRENT} AND in_transit OFFSET 0) h
           CROSS JOIN LATERAL (SELECT * FROM lot WHERE no = h.lot_no AND ${CURRENT} OFFSET 0) l
         WHERE e.id = ANY ($1::uuid[]) AND e.${CURRENT}`,
  values: [dispatches],
});

const transfersStatement = (dispatches: readonly string[]): Statement => ({
  name: 'capture-transfers',
  text: `SELECT t.dispatch_no AS "dispatchNo", e.id AS "dispatchId", t.sender, t.receiver, t.state,
                t.dispatched_at AS "dispatchedAt", e.rank, t.first_seq AS "firstSeq", t.receipt_no AS "receiptNo"
         FROM event e JOIN transfer t ON t.dispatch_no = e.no WHERE e.id = ANY ($1::uuid[]) AND e.${CURRENT}`,
  values: [dispatches],
});
