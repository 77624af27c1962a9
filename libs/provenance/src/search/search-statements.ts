import { FOREVER_SEQ } from '#lots';
import type { Statement } from '#platform';
import type { KeyRange } from '../domain/search-key.js';

const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;

/** Rows of terms that one search reads: the same enterprise may be found by several endings of its name. */
export const TERMS_MAX = 200;

export interface LotRow {
  readonly code: string;
  readonly declaredBy: string;
  readonly product: string;
  readonly massG: number;
}

/** Lots whose code begins so; of one declarer where it is named. */
export const lotsLike = ({ from, to }: KeyRange, declaredBy: string | undefined, limit: number): Statement => ({
  name: `search-lots${declaredBy === undefined ? '' : '-of'}`,
  text: `SELECT l.code, l.declared_by AS "declaredBy", l.product, l.mass_g AS "massG" FROM lot l
         WHERE l.code_key >= $1 AND l.code_key < $2 AND l.${CURRENT} ${declaredBy === undefined ? '' : 'AND l.declared_by = $4'}
         ORDER BY l.code_key, l.declared_by LIMIT $3`,
  values: [from, to, limit, ...(declaredBy === undefined ? [] : [declaredBy])],
});

export interface ShipmentRow {
  readonly declaration: string;
  readonly enterprise: string;
  readonly at: Date;
}

/** Shipments whose declaration begins so: from one number to the next, however many exports each of them has. */
export const shipmentsLike = ({ from, to }: KeyRange, limit: number): Statement => ({
  name: 'search-shipments',
  text: `WITH RECURSIVE found AS (
           (SELECT number, number_key, event_no FROM document
            WHERE kind = 'export' AND number_key >= $1 AND number_key < $2 AND ${CURRENT} ORDER BY number_key LIMIT 1)
           UNION ALL
           SELECT n.* FROM found f CROSS JOIN LATERAL (
             SELECT number, number_key, event_no FROM document
             WHERE kind = 'export' AND number_key > f.number_key AND number_key < $2 AND ${CURRENT}
             ORDER BY number_key LIMIT 1) n
         )
         SELECT f.number AS declaration, e.enterprise, e.occurred_at AS at
         FROM (SELECT * FROM found LIMIT $3) f JOIN event e ON e.no = f.event_no AND e.${CURRENT} ORDER BY f.number_key`,
  values: [from, to, limit],
});

export interface DocumentRow {
  readonly kind: string;
  readonly number: string;
}

/** Documents whose number begins so, each once however many events cite it. */
export const documentsLike = ({ from, to }: KeyRange, limit: number): Statement => ({
  name: 'search-documents',
  text: `WITH RECURSIVE found AS (
           (SELECT kind, number, number_key FROM document
            WHERE kind <> 'export' AND number_key >= $1 AND number_key < $2 AND ${CURRENT}
            ORDER BY number_key, kind LIMIT 1)
           UNION ALL
           SELECT n.* FROM found f CROSS JOIN LATERAL (
             SELECT kind, number, number_key FROM document
             WHERE kind <> 'export' AND (number_key, kind) > (f.number_key, f.kind) AND number_key < $2 AND ${CURRENT}
             ORDER BY number_key, kind LIMIT 1) n
         )
         SELECT kind, number FROM found LIMIT $3`,
  values: [from, to, limit],
});

/** A row of the registry as it stands now; several per key where times of validity differ. */
export interface RegistryRow<Facts> {
  readonly key: string;
  readonly facts: Facts;
  readonly validFrom: Date | number;
  readonly validTo: Date | number;
}

/** Rows of a collection that a term leads to. */
export const registryLike = (collection: string, { from, to }: KeyRange): Statement => ({
  name: 'search-registry',
  text: `SELECT v.key, v.body AS facts, v.valid_from AS "validFrom", v.valid_to AS "validTo"
         FROM (SELECT key, min(place) AS place FROM (
                 SELECT key, row_number() OVER (ORDER BY term, key) AS place FROM registry_term
                 WHERE collection = $1 AND term >= $2 AND term < $3 ORDER BY term, key LIMIT ${TERMS_MAX}) t
               GROUP BY key) t
           JOIN registry_version v ON v.collection = $1 AND v.key = t.key AND v.seq_to = ${FOREVER_SEQ}
         ORDER BY t.place, v.valid_from`,
  values: [collection, from, to],
});

/** Whether an enterprise has sent, or been sent, something. */
export const tradesAs = (uscc: string): Statement => ({
  name: 'search-trades',
  text: `SELECT EXISTS (SELECT FROM transfer WHERE receiver = $1) OR EXISTS (SELECT FROM transfer WHERE sender = $1) AS trades`,
  values: [uscc],
});
