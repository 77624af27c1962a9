import { contentDigest, type Head, lockHead } from '#ledger';
import type { Statement, Transaction } from '#platform';
import { contentOf } from '../domain/content.js';
import type { References } from '../domain/references.js';
import type { EventState, TransferState } from '../domain/state.js';
import { type Counters, heldKey, type Loaded } from '../domain/plans.js';
import { RegistryView, registryStatements } from './registry-view.js';
import {
  HOLDING_COLUMNS,
  type HoldingRow,
  holdingOf,
  holdingWithLot,
  LOT_COLUMNS,
  lotOf,
  type LotRow,
} from './rows.js';
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
  const [heads, counters, events, lots, held, inTransit, transfers, imported, ...registryRows] =
    (await tx.pipeline([
      lockHead,
      { name: 'lots-counter', text: `SELECT event_no AS "eventNo", lot_no AS "lotNo", holding_no AS "holdingNo", pool_no AS "poolNo",
                      source_no AS "sourceNo" FROM lots_counter` },
      eventsStatement([...references.eventIds]),
      lotsStatement(references),
      heldStatement(references),
      inTransitStatement([...references.dispatches]),
      transfersStatement([...references.dispatches]),
      importedStatement([...references.declarations]),
      ...registry,
    ])) as [
      Head[], (Counters & { sourceNo: number })[], EventRow[], FoundLotRow[], HeldRow[], (HoldingRow & LotRow)[], TransferState[],
      { reference: string; massG: number }[], ...unknown[][],
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
      holdings: [
        ...held.flatMap(row => (row.no === null ? [] : [holdingOf(row, lotsByNo.get(row.lotNo)!)])),
        ...inTransit.map(row => holdingWithLot(row, lotsByNo)),
      ],
      everHeld: new Set(held.map(row => heldKey(row.holder, row.lotNo))),
      transfers,
      makerRanks: new Map(lots.flatMap(({ lotNo, makerRank }) => (makerRank === null ? [] : [[lotNo, makerRank]]))),
      regionOf: (enterprise, site, at) => view.regionOf(enterprise, site, at),
    },
  };
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

/** A holding, or an enterprise and a lot of which it has nothing left. */
type HeldRow = { readonly holder: string } & (HoldingRow | { readonly no: null; readonly lotNo: number });

/**
 * Look-ups are laterals with `OFFSET 0`: one by one through an index, in the order written. A young table has no
 * statistics, and the planner would rather join whole tables. Whether a row is current is asked behind the look-up
 * where the index does not say it: it would rather read all of another index that does.
 */
const eachLot = `CROSS JOIN LATERAL (SELECT * FROM lot WHERE code = q.code AND ${CURRENT} OFFSET 0) l`;
const eachEvent = `unnest($1::uuid[]) AS q (id)
           CROSS JOIN LATERAL (SELECT * FROM event WHERE id = q.id AND ${CURRENT} OFFSET 0) e`;

/** Current versions of events, with the digests of their first content. */
export const eventsStatement = (ids: readonly string[]): Statement => ({
  name: 'capture-events',
  text: `SELECT e.no, e.id, e.type, e.enterprise, e.occurred_at AS "occurredAt", e.rank, e.version, e.voided,
                e.first_seq AS "firstSeq", e.seq_from AS seq, l.digest, l.personal_digest AS "personalDigest", p.salt
         FROM ${eachEvent}
           CROSS JOIN LATERAL (SELECT digest, personal_digest FROM ledger_entry WHERE seq = e.first_seq OFFSET 0) l
           LEFT JOIN LATERAL (SELECT salt FROM ledger_personal WHERE seq = e.first_seq OFFSET 0) p ON true`,
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
         FROM unnest($1::text[]) AS q (code) ${eachLot}`,
  values: [[...codes], [...counted]],
});

const OWN = `owner = q.owner AND lot_no = l.no AND ${CURRENT} AND NOT in_transit`;

/** Holdings of the lots: with mass left, or named though nothing is left; and what an enterprise has nothing left of. */
const heldStatement = ({ owners, ownedCodes, holdings }: References): Statement => ({
  name: 'capture-held',
  text: `SELECT ${HOLDING_COLUMNS}, q.owner AS holder, l.no AS "lotNo"
         FROM unnest($1::text[], $2::text[]) AS q (owner, code)
           ${eachLot}
           LEFT JOIN LATERAL (SELECT * FROM holding
             WHERE ${OWN} AND (drawn_g < mass_g OR id = ANY ($3::uuid[])) OFFSET 0) h ON true
           LEFT JOIN LATERAL (SELECT rank, seq_to FROM event WHERE no = h.event_no OFFSET 0) e ON e.${CURRENT}
         WHERE h.no IS NOT NULL OR EXISTS (SELECT FROM holding WHERE ${OWN} OFFSET 0)`,
  values: [owners, ownedCodes, [...holdings]],
});

const inTransitStatement = (dispatches: readonly string[]): Statement => ({
  name: 'capture-in-transit',
  text: `SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}
         FROM ${eachEvent}
           CROSS JOIN LATERAL (SELECT * FROM holding WHERE event_no = e.no OFFSET 0) h
           CROSS JOIN LATERAL (SELECT * FROM lot WHERE no = h.lot_no OFFSET 0) l
         WHERE h.in_transit AND h.${CURRENT} AND l.${CURRENT}`,
  values: [dispatches],
});

const transfersStatement = (dispatches: readonly string[]): Statement => ({
  name: 'capture-transfers',
  text: `SELECT t.dispatch_no AS "dispatchNo", e.id AS "dispatchId", t.sender, t.receiver, t.state,
                t.dispatched_at AS "dispatchedAt", e.rank, t.first_seq AS "firstSeq", t.receipt_no AS "receiptNo"
         FROM ${eachEvent}
           CROSS JOIN LATERAL (SELECT * FROM transfer WHERE dispatch_no = e.no OFFSET 0) t`,
  values: [dispatches],
});
