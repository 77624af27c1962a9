import { FOREVER_SEQ } from '#lots';
import type { Statement } from '#platform';
import { joined, packed } from '../engines/postgres/packed.js';
import type { PlaceRow } from '../engines/postgres/walk-statements.js';

const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;
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
export const acceptedTransfers = (since: Date | undefined, until: Date | undefined, limit: number): Statement => ({
  name: 'links-transfers',
  text: `SELECT ${packed('x.dispatch_no')} AS "dispatchNos", ${packed('x.receipt_no')} AS "receiptNos",
                ${joined('x.sender')} AS senders, ${joined('x.receiver')} AS receivers,
                ${millis('x.sent_at')} AS "sentAt", ${millis('x.received_at')} AS "receivedAt",
                json_agg(json_build_array(x.dispatch_no, x.sent_site, x.ship_from, x.ship_to)) FILTER (
                  WHERE COALESCE(x.sent_site, x.ship_from, x.ship_to) IS NOT NULL) AS "sentPlaces",
                json_agg(json_build_array(x.receipt_no, x.received_site, NULL, NULL)) FILTER (
                  WHERE x.received_site IS NOT NULL) AS "receivedPlaces"
         FROM (SELECT t.dispatch_no, t.receipt_no, d.enterprise AS sender, r.enterprise AS receiver,
                      d.occurred_at AS sent_at, r.occurred_at AS received_at, d.site AS sent_site, d.ship_from, d.ship_to,
                      r.site AS received_site
               FROM transfer t JOIN event d ON d.no = t.dispatch_no AND d.${CURRENT}
                 JOIN event r ON r.no = t.receipt_no AND r.${CURRENT}
               WHERE t.state = 'accepted' AND t.dispatched_at >= $1 AND t.dispatched_at < $2
               ORDER BY t.dispatched_at DESC, t.dispatch_no DESC LIMIT $3) x`,
  values: [since ?? '-infinity', until ?? 'infinity', limit],
});

export interface MassColumns {
  readonly dispatchNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
}

const STAGE = `JOIN lot l ON l.no = h.lot_no AND l.product = ANY ($2::text[]) AND l.${CURRENT}`;

/** What dispatches sent, of all products or only of some. */
export const sentMasses = (dispatchNos: readonly number[], products: readonly string[] | undefined): Statement => ({
  name: `links-masses${products ? '-of-products' : ''}`,
  text: `SELECT ${packed('x.event_no')} AS "dispatchNos", ${packed('x.mass_g')} AS masses, ${packed('x.reo_g')} AS reos
         FROM (SELECT h.event_no, sum(h.mass_g)::bigint AS mass_g, sum(h.reo_g)::bigint AS reo_g
               FROM holding h ${products ? STAGE : ''}
               WHERE h.event_no = ${DISPATCHES} AND h.in_transit AND h.${CURRENT} GROUP BY h.event_no) x`,
  values: [dispatchNos, ...(products ? [products] : [])],
});

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

/** Ids of events by number. */
export const idsOf = (eventNos: readonly number[]): Statement => ({
  name: 'links-ids',
  text: `SELECT no, id FROM event WHERE no = ${DISPATCHES} AND ${CURRENT}`,
  values: [eventNos],
});
