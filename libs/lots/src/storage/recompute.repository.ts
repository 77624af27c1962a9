import { groupBy } from '#kernel';
import type { Statement, Transaction } from '#platform';
import { type Composition, encodeComposition } from '../domain/composition.js';
import type { LotState } from '../domain/state.js';
import { CURRENT } from './lots.migration.js';
import { LOT_COLUMNS, lotOf, type LotRow } from './rows.js';

/** A blended pool with everything its composition follows from, as believed now. */
export interface PoolSheet {
  readonly no: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly enterprise: string;
  readonly rank: number;
  /** Bytes of the composition as stored. */
  readonly stored: Buffer;
  readonly dirty: boolean;
  /** In ascending order of holdings. */
  readonly draws: readonly { readonly reoG: number; readonly poolNo: number; readonly lot: LotState }[];
  /** In the order of the event. */
  readonly yields: readonly { readonly reoG: number; readonly surplusReoG: number; readonly lot: LotState }[];
}

interface PoolHead extends Omit<PoolSheet, 'draws' | 'yields' | 'stored'> {
  readonly stored: Buffer | null;
}

interface DrawRow extends LotRow {
  readonly into: number;
  readonly reoG: number;
  readonly poolNo: number;
}

interface YieldRow extends LotRow {
  readonly poolNo: number;
  readonly reoG: number;
  readonly surplusReoG: number;
}

/** Loads blended pools (roots are left out): one round trip. */
export async function loadSheets(tx: Transaction, nos: readonly number[]): Promise<PoolSheet[]> {
  const [heads, draws, yields] = (await tx.pipeline([
    {
      text: `SELECT p.no, e.id AS "eventId", e.type AS "eventType", e.enterprise, e.rank, p.composition AS stored, p.dirty
             FROM pool p JOIN event e ON e.no = p.event_no AND e.${CURRENT}
             WHERE p.no = ANY ($1::bigint[]) AND p.source_no IS NULL`,
      values: [nos],
    },
    {
      text: `SELECT d.pool_no AS "into", d.reo_g AS "reoG", h.pool_no AS "poolNo", ${LOT_COLUMNS}
             FROM pool p JOIN draw d ON d.event_no = p.event_no AND d.pool_no = p.no AND d.${CURRENT}
               JOIN holding h ON h.no = d.holding_no AND h.${CURRENT} JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
             WHERE p.no = ANY ($1::bigint[]) ORDER BY d.holding_no`,
      values: [nos],
    },
    {
      text: `SELECT h.pool_no AS "poolNo", h.reo_g AS "reoG", h.surplus_reo_g AS "surplusReoG", ${LOT_COLUMNS}
             FROM pool p JOIN holding h ON h.event_no = p.event_no AND h.pool_no = p.no AND h.${CURRENT}
               JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
             WHERE p.no = ANY ($1::bigint[]) ORDER BY h.ordinal`,
      values: [nos],
    },
  ])) as [PoolHead[], DrawRow[], YieldRow[]];
  const drawsByPool = groupBy(draws, row => row.into);
  const yieldsByPool = groupBy(yields, row => row.poolNo);
  return heads.map(head => ({
    ...head,
    stored: head.stored ?? Buffer.alloc(0),
    draws: (drawsByPool.get(head.no) ?? []).map(row => ({ reoG: row.reoG, poolNo: row.poolNo, lot: lotOf(row) })),
    yields: (yieldsByPool.get(head.no) ?? []).map(row => ({ ...row, lot: lotOf(row) })),
  }));
}

/** What has become different: what pools are blended of, and what lots consist of. */
export interface Changed {
  readonly pools: readonly number[];
  /** Lots whose distribution is another. */
  readonly lots: readonly number[];
}

/** Pools that draw from holdings of the given pools, or of the given lots wherever they are, with their events' rank. */
export async function dependentPools(
  tx: Pick<Transaction, 'query'>,
  { pools, lots }: Changed,
): Promise<{ no: number; rank: number }[]> {
  return tx.query(
    `SELECT DISTINCT d.pool_no AS no, e.rank
     FROM (SELECT no FROM holding WHERE pool_no = ANY ($1::bigint[]) AND ${CURRENT}
           UNION SELECT no FROM holding WHERE lot_no = ANY ($2::bigint[]) AND ${CURRENT}) h
       JOIN draw d ON d.holding_no = h.no AND d.${CURRENT} JOIN event e ON e.no = d.event_no AND e.${CURRENT}
     WHERE d.pool_no IS NOT NULL`,
    [pools, lots],
  );
}

export async function ranksOf(
  tx: Pick<Transaction, 'query'>,
  nos: readonly number[],
): Promise<{ no: number; rank: number }[]> {
  return tx.query(
    `SELECT p.no, e.rank FROM pool p JOIN event e ON e.no = p.event_no AND e.${CURRENT} WHERE p.no = ANY ($1::bigint[])`,
    [nos],
  );
}

/** What recomputing a pool has found. */
export interface Recomputed {
  readonly no: number;
  readonly composition: Composition;
  /** Lots without an assay whose inherited distribution is another now. */
  readonly inherited: readonly LotState[];
}

/** Writes new contents of pools; lots whose inherited distribution is another get a version from `seq` on. */
export function writeRecomputed(pools: readonly Recomputed[], seq: number): Statement[] {
  const lots = pools.flatMap(pool => pool.inherited);
  const lotNos = lots.map(lot => lot.no);
  const distributions = lots.map(lot => `{${lot.distribution.join(',')}}`);
  const versions: Statement[] = [
    {
      text: `UPDATE lot SET seq_to = $2 WHERE no = ANY ($1::bigint[]) AND ${CURRENT} AND seq_from < $2`,
      values: [lotNos, seq],
    },
    {
      text: `INSERT INTO lot (no, code, tenant, declared_by, event_no, product, grade, distribution, basis, ready_at, mass_g,
                              seq_from)
             SELECT l.no, code, tenant, declared_by, event_no, product, grade, t.distribution::float8[], basis, ready_at, mass_g,
                    $3
             FROM unnest($1::bigint[], $2::text[]) AS t (no, distribution) JOIN lot l ON l.no = t.no AND l.seq_to = $3
             ON CONFLICT DO NOTHING`,
      values: [lotNos, distributions, seq],
    },
    {
      text: `UPDATE lot l SET distribution = t.distribution::float8[]
             FROM unnest($1::bigint[], $2::text[]) AS t (no, distribution)
             WHERE l.no = t.no AND l.${CURRENT} AND l.seq_from = $3`,
      values: [lotNos, distributions, seq],
    },
  ];
  return [
    {
      text: `UPDATE pool p SET composition = decode(t.composition, 'hex'), dirty = false
             FROM unnest($1::bigint[], $2::text[]) AS t (no, composition) WHERE p.no = t.no`,
      values: [pools.map(pool => pool.no), pools.map(pool => encodeComposition(pool.composition).toString('hex'))],
    },
    ...(lots.length > 0 ? versions : []),
  ];
}

/** Marks the pools, and all that lies downstream of them or of the lots they yield, as to be recomputed. */
export async function markDirty(tx: Pick<Transaction, 'query'>, nos: readonly number[]): Promise<number> {
  const rows = await tx.query<{ no: number }>(
    `WITH RECURSIVE down (no) AS (
       SELECT unnest($1::bigint[])
       UNION
       SELECT d.pool_no
       FROM down
         CROSS JOIN LATERAL (
           SELECT no FROM holding WHERE pool_no = down.no AND ${CURRENT}
           UNION
           SELECT h.no FROM pool p JOIN lot l ON l.event_no = p.event_no AND l.basis = 'inherited' AND l.${CURRENT}
             JOIN holding h ON h.lot_no = l.no AND h.${CURRENT}
           WHERE p.no = down.no) h
         JOIN draw d ON d.holding_no = h.no AND d.${CURRENT} AND d.pool_no IS NOT NULL
     )
     UPDATE pool SET dirty = true WHERE no IN (SELECT no FROM down) AND source_no IS NULL RETURNING no`,
    [nos],
  );
  return rows.length;
}

/** Marks pools that have been recomputed before something they depend on. */
export const redirty = (nos: readonly number[]): Statement => ({
  text: 'UPDATE pool SET dirty = true WHERE no = ANY ($1::bigint[]) AND NOT dirty AND source_no IS NULL',
  values: [nos],
});

/** The dirty pools nearest to the roots. */
export async function nextDirty(
  tx: Pick<Transaction, 'query'>,
  limit: number,
): Promise<{ no: number; rank: number }[]> {
  return tx.query(
    `SELECT p.no, e.rank FROM pool p JOIN event e ON e.no = p.event_no AND e.${CURRENT}
     WHERE p.dirty ORDER BY e.rank, p.no LIMIT $1`,
    [limit],
  );
}
