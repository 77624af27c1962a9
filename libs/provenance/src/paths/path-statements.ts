import type { Statement } from '#platform';
import { dispatchesThen, receiptThen } from '../engines/postgres/dispatches-then.js';
import { type Position, statementAt } from '../engines/postgres/statement-at.js';

const NAMED = 'ANY ($1::bigint[])';

/** Columns of a holding `h` as a way passes through it. */
const WAY = `h.no, h.event_no AS "eventNo", h.pool_no AS "poolNo", h.from_holding_no AS "fromHoldingNo", h.lot_no AS "lotNo",
  h.owner, h.in_transit AS "inTransit", round(date_part('epoch', h.available_at) * 1000)::bigint AS "availableAt"`;

/** What an enterprise has sent and nobody sent back: to one addressee first, then the latest first. */
export const sentBy = (uscc: string, addressee: string, limit: number, position: Position): Statement =>
  statementAt(
    position,
    'paths-sent-by',
    [uscc, addressee, limit],
    believed => `SELECT ${WAY} FROM (
           SELECT * FROM (${position === undefined ? SENT_NOW : SENT_THEN}) t (dispatch_no, receiver, first_seq)
           ORDER BY receiver = $2 DESC, first_seq DESC LIMIT $3) t
         JOIN holding h ON h.event_no = t.dispatch_no AND h.in_transit AND ${believed('h')}
         ORDER BY t.receiver = $2 DESC, t.first_seq DESC, h.ordinal LIMIT $3`,
  );

const SENT_NOW = `SELECT dispatch_no, receiver, first_seq FROM transfer WHERE sender = $1 AND state <> 'rejected'`;

const SENT_THEN = dispatchesThen(
  '$4',
  { transfer: 't.sender = $1', event: 'e.enterprise = $1' },
  (from, where) => `SELECT e.no, e.counterparty, e.first_seq ${from} LEFT JOIN LATERAL (${receiptThen('$4')}) r ON true
    ${where} AND r.outcome IS DISTINCT FROM 'rejected'`,
);

/** Holdings that exports of a declaration drew from, with the export. */
export const exportedFrom = (declaration: string, limit: number, position: Position): Statement =>
  statementAt(
    position,
    'paths-exported-from',
    [declaration, limit],
    believed => `SELECT d.event_no AS "exportNo", ${WAY}
         FROM document x JOIN draw d ON d.event_no = x.event_no AND ${believed('d')}
           JOIN holding h ON h.no = d.holding_no AND ${believed('h')}
         WHERE x.kind = 'export' AND x.number = $1 AND ${believed('x')} ORDER BY d.event_no, d.ordinal LIMIT $2`,
  );

export const holdingsByNo = (nos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-holdings',
    [nos],
    believed => `SELECT ${WAY} FROM holding h WHERE h.no = ${NAMED} AND ${believed('h')} ORDER BY h.no`,
  );

/** Draws from holdings. */
export const drawsFrom = (holdingNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-draws-from',
    [holdingNos],
    believed => `SELECT d.event_no AS "eventNo", d.holding_no AS "holdingNo", d.pool_no AS "poolNo" FROM draw d
         WHERE d.holding_no = ${NAMED} AND ${believed('d')} ORDER BY d.event_no, d.ordinal`,
  );

export const yieldsOf = (eventNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-yields',
    [eventNos],
    believed => `SELECT ${WAY} FROM holding h WHERE h.event_no = ${NAMED} AND ${believed('h')} ORDER BY h.no`,
  );

/** Draws of events, with the holdings drawn. */
export const drawsOf = (eventNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-draws-of',
    [eventNos],
    believed => `SELECT d.event_no AS "drawingNo", d.pool_no AS "intoNo", ${WAY}
         FROM draw d JOIN holding h ON h.no = d.holding_no AND ${believed('h')}
         WHERE d.event_no = ${NAMED} AND ${believed('d')} ORDER BY d.event_no, d.ordinal`,
  );

export interface EventRow {
  readonly no: number;
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly counterparty: string | null;
  readonly declaration: string | null;
}

/** Events as steps name them. */
export const eventRows = (eventNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-event-rows',
    [eventNos],
    believed => `SELECT e.no, e.id, e.type, e.occurred_at AS at, e.counterparty,
                (SELECT x.number FROM document x WHERE x.event_no = e.no AND x.kind = 'export' AND ${believed('x')} LIMIT 1)
                  AS declaration
         FROM event e WHERE e.no = ${NAMED} AND ${believed('e')}`,
  );

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
export const holdingRows = (holdingNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-holding-rows',
    [holdingNos],
    believed => `SELECT h.no, h.owner, h.in_transit AS "inTransit", h.available_at AS "availableAt", h.mass_g AS "massG",
                l.code AS lot, l.declared_by AS "declaredBy"
         FROM holding h JOIN lot l ON l.no = h.lot_no AND ${believed('l')} WHERE h.no = ${NAMED} AND ${believed('h')}`,
  );

export interface DrawnRow {
  readonly eventNo: number;
  readonly holdingNo: number;
  readonly massG: number;
}

/** Masses that events drew. */
export const drawnMasses = (eventNos: readonly number[], position: Position): Statement =>
  statementAt(
    position,
    'paths-drawn-masses',
    [eventNos],
    believed => `SELECT d.event_no AS "eventNo", d.holding_no AS "holdingNo", d.mass_g AS "massG" FROM draw d
         WHERE d.event_no = ${NAMED} AND ${believed('d')} ORDER BY d.event_no, d.ordinal`,
  );
