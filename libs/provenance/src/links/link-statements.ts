import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import { dispatchesThen, receiptThen } from '../engines/postgres/dispatches-then.js';
import { believed, joined, numbers, packed } from '../engines/postgres/packed.js';
import { type Position, statementAt } from '../engines/postgres/statement-at.js';
import type { PlaceRow } from '../engines/postgres/walk-statements.js';

const DISPATCHES = 'ANY ($1::bigint[])';

/** Accepted dispatches as parallel columns, the latest first. */
export interface TransferColumns {
  readonly dispatchNos: string | null;
  readonly receiptNos: string | null;
  readonly senders: string | null;
  readonly receivers: string | null;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly sentPlaces: readonly PlaceRow[] | null;
  readonly receivedPlaces: readonly PlaceRow[] | null;
}

const millis = (column: string): string => packed(`round(date_part('epoch', ${column}) * 1000)::bigint`);

/** Accepted dispatches of a time, with where their ends lie as far as the events say. */
export const acceptedTransfers = (
  since: Date | undefined,
  until: Date | undefined,
  limit: number,
  position: Position,
): Statement =>
  statementAt(
    position,
    'links-transfers',
    [since ?? '-infinity', until ?? 'infinity', limit],
    () => `SELECT ${packed('x.dispatch_no')} AS "dispatchNos", ${packed('x.receipt_no')} AS "receiptNos",
                ${joined('x.sender')} AS senders, ${joined('x.receiver')} AS receivers,
                ${millis('x.sent_at')} AS "sentAt", ${millis('x.received_at')} AS "receivedAt",
                json_agg(json_build_array(x.dispatch_no, x.sent_site, x.ship_from, x.ship_to)) FILTER (
                  WHERE COALESCE(x.sent_site, x.ship_from, x.ship_to) IS NOT NULL) AS "sentPlaces",
                json_agg(json_build_array(x.receipt_no, x.received_site, NULL, NULL)) FILTER (
                  WHERE x.received_site IS NOT NULL) AS "receivedPlaces"
         FROM (${position === undefined ? ACCEPTED_NOW : ACCEPTED_THEN}) x`,
  );

/** Columns of a transfer with the dispatch `e` and the receipt `r`. */
const ENDS = `e.no AS dispatch_no, r.no AS receipt_no, e.enterprise AS sender, r.enterprise AS receiver,
  e.occurred_at AS sent_at, r.occurred_at AS received_at, e.site AS sent_site, e.ship_from, e.ship_to, r.site AS received_site`;

const ACCEPTED_NOW = `SELECT ${ENDS} FROM transfer t JOIN event e ON e.no = t.dispatch_no AND e.${CURRENT}
    JOIN event r ON r.no = t.receipt_no AND r.${CURRENT}
  WHERE t.state = 'accepted' AND t.dispatched_at >= $1 AND t.dispatched_at < $2
  ORDER BY t.dispatched_at DESC, t.dispatch_no DESC LIMIT $3`;

const LATEST_FIRST = 'ORDER BY sent_at DESC, dispatch_no DESC LIMIT $3';

const ACCEPTED_THEN = `SELECT * FROM (${dispatchesThen(
  '$4',
  {
    transfer: 't.dispatched_at >= $1 AND t.dispatched_at < $2',
    event: 'e.occurred_at >= $1 AND e.occurred_at < $2',
  },
  (from, where) =>
    `SELECT ${ENDS} ${from} JOIN LATERAL (${receiptThen('$4')}) r ON r.outcome = 'accepted' ${where} ${LATEST_FIRST}`,
)}) both_kinds ${LATEST_FIRST}`;

export interface MassColumns {
  readonly dispatchNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
}

/** What dispatches sent, of all products or only of some. */
export const sentMasses = (
  dispatchNos: readonly number[],
  products: readonly string[] | undefined,
  position: Position,
): Statement =>
  statementAt(
    position,
    `links-masses${products ? '-of-products' : ''}`,
    [dispatchNos, ...(products ? [products] : [])],
    believed => `SELECT ${packed('x.event_no')} AS "dispatchNos", ${packed('x.mass_g')} AS masses, ${packed('x.reo_g')} AS reos
         FROM (SELECT h.event_no, sum(h.mass_g)::bigint AS mass_g, sum(h.reo_g)::bigint AS reo_g
               FROM holding h
                 ${products ? `JOIN lot l ON l.no = h.lot_no AND l.product = ANY ($2::text[]) AND ${believed('l')}` : ''}
               WHERE h.event_no = ${DISPATCHES} AND h.in_transit AND ${believed('h')} GROUP BY h.event_no) x`,
  );

/** Numbers of the sources, and groups of sources, that are illegal. */
export const ILLEGAL_SOURCES: Statement = {
  name: 'links-illegal',
  text: `SELECT no FROM source WHERE status = 'illegal'`,
};

export interface SentRow {
  readonly dispatchNo: number;
  readonly poolNo: number;
  readonly distribution: readonly number[];
}

export interface SuspectPoolRow {
  readonly no: number;
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
}

/** Pools that dispatches sent from, without those of sources that are not illegal. */
export const suspectPools = (dispatchNos: readonly number[], illegalNos: readonly number[]): Statement => ({
  name: 'links-suspect-pools',
  text: `SELECT p.no, p.source_no AS "sourceNo", p.composition FROM pool p
         WHERE p.no IN (SELECT h.pool_no FROM holding h WHERE h.event_no = ${DISPATCHES} AND h.in_transit AND h.${CURRENT})
           AND (p.source_no IS NULL OR p.source_no = ANY ($2::bigint[]))`,
  values: [dispatchNos, illegalNos],
});

/** What dispatches sent from pools. */
export const sentFrom = (
  dispatchNos: readonly number[],
  poolNos: readonly number[],
  products: readonly string[] | undefined,
): Statement => ({
  name: 'links-sent-from',
  text: `SELECT h.event_no AS "dispatchNo", h.pool_no AS "poolNo", l.distribution
         FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
         WHERE h.event_no = ${DISPATCHES} AND h.pool_no = ANY ($2::bigint[]) AND h.in_transit AND h.reo_g > 0
           AND h.${CURRENT} AND ($3::text[] IS NULL OR l.product = ANY ($3::text[]))`,
  values: [dispatchNos, poolNos, products ?? null],
});

/** Events that brought in mass of illegal sources, as believed at a position. */
export const illegalRoots = (position: number): Statement => ({
  name: 'links-illegal-roots',
  text: `SELECT ${packed('DISTINCT r.event_no')} AS nos FROM root r WHERE r.status = 'illegal' AND ${believed('r', '$1')}`,
  values: [position],
});

export interface UnitRow {
  readonly dispatchNo: number;
  readonly poolNo: number;
  readonly lotNo: number;
}

/** What REO dispatches sent is of, as believed at a position. */
export const unitsSent = (
  dispatchNos: readonly number[],
  products: readonly string[] | undefined,
  position: number,
): Statement => ({
  name: 'links-units',
  text: `SELECT h.event_no AS "dispatchNo", h.pool_no AS "poolNo", h.lot_no AS "lotNo"
         FROM holding h JOIN lot l ON l.no = h.lot_no AND ${believed('l', '$3')}
         WHERE h.event_no = ${DISPATCHES} AND h.in_transit AND h.reo_g > 0 AND ${believed('h', '$3')}
           AND ($2::text[] IS NULL OR l.product = ANY ($2::text[]))`,
  values: [numbers(dispatchNos), products ?? null, position],
});

/** Ids of events by number, whatever became of them. */
export const idsOf = (eventNos: readonly number[]): Statement => ({
  name: 'links-ids',
  text: `SELECT no, id FROM event WHERE no = ${DISPATCHES} AND ${CURRENT}`,
  values: [eventNos],
});
