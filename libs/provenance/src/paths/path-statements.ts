import { FOREVER_SEQ } from '#lots';
import type { Statement } from '#platform';

const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;
const NAMED = 'ANY ($1::bigint[])';

/** Columns of a holding `h` as a way passes through it. */
const WAY = `h.no, h.event_no AS "eventNo", h.pool_no AS "poolNo", h.from_holding_no AS "fromHoldingNo", h.lot_no AS "lotNo",
  h.owner, h.in_transit AS "inTransit", round(date_part('epoch', h.available_at) * 1000)::bigint AS "availableAt"`;

/** What an enterprise has sent and nobody sent back: to one addressee first, then the latest first. */
export const sentBy = (uscc: string, addressee: string, limit: number): Statement => ({
  name: 'paths-sent-by',
  text: `SELECT ${WAY} FROM (
           SELECT dispatch_no, receiver, first_seq FROM transfer WHERE sender = $1 AND state <> 'rejected'
           ORDER BY receiver = $2 DESC, first_seq DESC LIMIT $3) t
         JOIN holding h ON h.event_no = t.dispatch_no AND h.in_transit AND h.${CURRENT}
         ORDER BY t.receiver = $2 DESC, t.first_seq DESC, h.ordinal LIMIT $3`,
  values: [uscc, addressee, limit],
});

/** Holdings that exports of a declaration drew from, with the export. */
export const exportedFrom = (declaration: string, limit: number): Statement => ({
  name: 'paths-exported-from',
  text: `SELECT d.event_no AS "exportNo", ${WAY}
         FROM document x JOIN draw d ON d.event_no = x.event_no AND d.${CURRENT}
           JOIN holding h ON h.no = d.holding_no AND h.${CURRENT}
         WHERE x.kind = 'export' AND x.number = $1 AND x.${CURRENT} ORDER BY d.event_no, d.ordinal LIMIT $2`,
  values: [declaration, limit],
});

export const holdingsByNo = (nos: readonly number[]): Statement => ({
  name: 'paths-holdings',
  text: `SELECT ${WAY} FROM holding h WHERE h.no = ${NAMED} AND h.${CURRENT} ORDER BY h.no`,
  values: [nos],
});

/** Draws from holdings. */
export const drawsFrom = (holdingNos: readonly number[]): Statement => ({
  name: 'paths-draws-from',
  text: `SELECT d.event_no AS "eventNo", d.holding_no AS "holdingNo", d.pool_no AS "poolNo" FROM draw d
         WHERE d.holding_no = ${NAMED} AND d.${CURRENT} ORDER BY d.event_no, d.ordinal`,
  values: [holdingNos],
});

export const yieldsOf = (eventNos: readonly number[]): Statement => ({
  name: 'paths-yields',
  text: `SELECT ${WAY} FROM holding h WHERE h.event_no = ${NAMED} AND h.${CURRENT} ORDER BY h.no`,
  values: [eventNos],
});

/** Draws of events, with the holdings drawn. */
export const drawsOf = (eventNos: readonly number[]): Statement => ({
  name: 'paths-draws-of',
  text: `SELECT d.event_no AS "drawingNo", d.pool_no AS "intoNo", ${WAY}
         FROM draw d JOIN holding h ON h.no = d.holding_no AND h.${CURRENT}
         WHERE d.event_no = ${NAMED} AND d.${CURRENT} ORDER BY d.event_no, d.ordinal`,
  values: [eventNos],
});

export interface EventRow {
  readonly no: number;
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly counterparty: string | null;
  readonly declaration: string | null;
}

/** Events as steps name them. */
export const eventRows = (eventNos: readonly number[]): Statement => ({
  name: 'paths-event-rows',
  text: `SELECT e.no, e.id, e.type, e.occurred_at AS at, e.counterparty,
                (SELECT x.number FROM document x WHERE x.event_no = e.no AND x.kind = 'export' AND x.${CURRENT} LIMIT 1)
                  AS declaration
         FROM event e WHERE e.no = ${NAMED} AND e.${CURRENT}`,
  values: [eventNos],
});

export interface HoldingRow {
  readonly no: number;
  readonly owner: string;
  readonly inTransit: boolean;
  readonly availableAt: Date;
  readonly massG: number;
  readonly lot: string;
  readonly declaredBy: string;
}

/** Holdings as steps name them. */
export const holdingRows = (holdingNos: readonly number[]): Statement => ({
  name: 'paths-holding-rows',
  text: `SELECT h.no, h.owner, h.in_transit AS "inTransit", h.available_at AS "availableAt", h.mass_g AS "massG",
                l.code AS lot, l.declared_by AS "declaredBy"
         FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${CURRENT} WHERE h.no = ${NAMED} AND h.${CURRENT}`,
  values: [holdingNos],
});

export interface DrawnRow {
  readonly eventNo: number;
  readonly holdingNo: number;
  readonly massG: number;
}

/** Masses that events drew. */
export const drawnMasses = (eventNos: readonly number[]): Statement => ({
  name: 'paths-drawn-masses',
  text: `SELECT event_no AS "eventNo", holding_no AS "holdingNo", mass_g AS "massG" FROM draw
         WHERE event_no = ${NAMED} AND ${CURRENT}`,
  values: [eventNos],
});
