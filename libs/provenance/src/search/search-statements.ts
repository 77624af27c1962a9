import { FOREVER_SEQ } from '#lots';
import type { Statement } from '#platform';
import type { KeyRange } from '../domain/search-key.js';
import { dispatchesThen } from '../engines/postgres/dispatches-then.js';
import { type Position, statementAt } from '../engines/postgres/statement-at.js';
import { rowsInOrder } from './rows-in-order.js';

/** Rows of terms that one search reads: the same enterprise may be found by several endings of its name. */
export const TERMS_MAX = 200;

export interface LotRow {
  readonly code: string;
  readonly declaredBy: string;
  readonly product: string;
  readonly massG: number;
}

/** Lots whose code begins so; of one declarer where it is named. */
export const lotsLike = (
  { from, to }: KeyRange,
  declaredBy: string | undefined,
  limit: number,
  position: Position,
): Statement =>
  statementAt(
    position,
    `search-lots${declaredBy === undefined ? '' : '-of'}`,
    [from, to, limit, ...(declaredBy === undefined ? [] : [declaredBy])],
    believed => `SELECT l.code, l.declared_by AS "declaredBy", l.product, l.mass_g AS "massG" FROM (
           ${rowsInOrder({
             from: 'lot l',
             where: `l.code_key >= $1 AND l.code_key < $2 ${declaredBy === undefined ? '' : 'AND l.declared_by = $4'}`,
             order: ['code_key', 'declared_by', 'no'],
             limit: '$3',
             believed: believed('l'),
             position,
           })}) l ORDER BY l.code_key, l.declared_by, l.no`,
  );

export interface ShipmentRow {
  readonly declaration: string;
  readonly enterprise: string;
  readonly at: Date;
}

/** Shipments whose declaration begins so: from one number to the next, however many exports each of them has. */
export const shipmentsLike = ({ from, to }: KeyRange, limit: number, position: Position): Statement =>
  statementAt(position, 'search-shipments', [from, to, limit], believed => {
    const first = (where: string): string =>
      rowsInOrder({
        from: 'document x',
        where: `x.kind = 'export' AND ${where} AND x.number_key < $2`,
        order: ['number_key', 'event_no'],
        limit: '1',
        believed: believed('x'),
        position,
      });
    return `WITH RECURSIVE found AS (
           SELECT n.number, n.number_key, n.event_no FROM (${first('x.number_key >= $1')}) n
           UNION ALL
           SELECT n.number, n.number_key, n.event_no FROM found f CROSS JOIN LATERAL (${first('x.number_key > f.number_key')}) n
         )
         SELECT f.number AS declaration, e.enterprise, e.occurred_at AS at
         FROM (SELECT * FROM found LIMIT $3) f JOIN event e ON e.no = f.event_no AND ${believed('e')} ORDER BY f.number_key`;
  });

export interface DocumentRow {
  readonly kind: string;
  readonly number: string;
}

/** Documents whose number begins so, each once however many events cite it. */
export const documentsLike = ({ from, to }: KeyRange, limit: number, position: Position): Statement =>
  statementAt(position, 'search-documents', [from, to, limit], believed => {
    const first = (where: string): string =>
      rowsInOrder({
        from: 'document x',
        where: `x.kind <> 'export' AND ${where} AND x.number_key < $2`,
        order: ['number_key', 'kind', 'event_no'],
        limit: '1',
        believed: believed('x'),
        position,
      });
    return `WITH RECURSIVE found AS (
           SELECT n.kind, n.number, n.number_key FROM (${first('x.number_key >= $1')}) n
           UNION ALL
           SELECT n.kind, n.number, n.number_key
           FROM found f CROSS JOIN LATERAL (${first('(x.number_key, x.kind) > (f.number_key, f.kind)')}) n
         )
         SELECT kind, number FROM found LIMIT $3`;
  });

/** A row of the registry as believed at one position; several per key where times of validity differ. */
export interface RegistryRow<Facts> {
  readonly key: string;
  readonly facts: Facts;
  readonly validFrom: Date | number;
  readonly validTo: Date | number;
}

/** Rows of a collection that a term leads to: of the past, by terms that were stated by then. */
export const registryLike = (collection: string, { from, to }: KeyRange, position: Position): Statement =>
  statementAt(
    position,
    'search-registry',
    [collection, from, to],
    believed => `SELECT v.key, v.body AS facts, v.valid_from AS "validFrom", v.valid_to AS "validTo"
         FROM (SELECT key, min(place) AS place FROM (
                 SELECT key, row_number() OVER (ORDER BY term, key) AS place FROM registry_term
                 WHERE collection = $1 AND term >= $2 AND term < $3 ${position === undefined ? '' : 'AND first_seq <= $4'}
                 ORDER BY term, key LIMIT ${TERMS_MAX}) t
               GROUP BY key) t
           JOIN registry_version v ON v.collection = $1 AND v.key = t.key
             AND ${position === undefined ? `v.seq_to = ${FOREVER_SEQ}` : believed('v')}
         ORDER BY t.place, v.valid_from`,
  );

/** Whether an enterprise has sent, or been sent, something. */
export const tradesAs = (uscc: string, position: Position): Statement =>
  statementAt(position, 'search-trades', [uscc], () =>
    position === undefined
      ? `SELECT EXISTS (SELECT FROM transfer WHERE receiver = $1) OR EXISTS (SELECT FROM transfer WHERE sender = $1) AS trades`
      : `SELECT EXISTS (${traded('receiver', 'counterparty')}) OR EXISTS (${traded('sender', 'enterprise')}) AS trades`,
  );

const traded = (party: string, column: string): string =>
  dispatchesThen(
    '$2',
    { transfer: `t.${party} = $1`, event: `e.${column} = $1` },
    (from, where) => `SELECT 1 ${from} ${where}`,
  );
