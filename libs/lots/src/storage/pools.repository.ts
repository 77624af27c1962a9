import type { Statement, Transaction } from '#platform';
import { type Composition, decodeComposition, encodeComposition, singleSource } from '../domain/composition.js';

export interface StoredPool {
  readonly no: number;
  readonly composition: Composition;
  readonly dirty: boolean;
}

interface PoolRow {
  readonly no: number;
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
  readonly dirty: boolean;
}

/** Compositions of pools by number. */
export async function loadPools(
  tx: Pick<Transaction, 'query'>,
  nos: readonly number[],
): Promise<Map<number, StoredPool>> {
  if (nos.length === 0) return new Map();
  const rows = await tx.query<PoolRow>(
    'SELECT no, source_no AS "sourceNo", composition, dirty FROM pool WHERE no = ANY ($1::bigint[])',
    [nos],
  );
  return new Map(rows.map(row => [row.no, { no: row.no, composition: compositionOf(row), dirty: row.dirty }]));
}

function compositionOf(row: PoolRow): Composition {
  if (row.sourceNo !== null) return singleSource(row.sourceNo);
  return row.composition ? decodeComposition(row.composition) : { entries: [] };
}

/** A pool to be written: a root's source, or a blend. */
export interface PoolWrite {
  readonly no: number;
  readonly eventNo: number;
  readonly key: string;
  readonly tenant: string;
  readonly sourceNo?: number;
  readonly composition?: Composition;
  readonly dirty: boolean;
}

/** Writes pools, new ones and new contents of known ones alike. */
export function writePools(pools: readonly PoolWrite[]): Statement[] {
  if (pools.length === 0) return [];
  return [
    {
      name: 'pool-write',
      text: `INSERT INTO pool (no, tenant, event_no, key, source_no, composition, dirty)
             SELECT no, tenant, event_no, key, source_no, decode(composition, 'hex'), dirty
             FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::boolean[])
               AS t (no, tenant, event_no, key, source_no, composition, dirty)
             ON CONFLICT (no) DO UPDATE
               SET source_no = EXCLUDED.source_no, composition = EXCLUDED.composition, dirty = EXCLUDED.dirty`,
      values: [
        pools.map(pool => pool.no),
        pools.map(pool => pool.tenant),
        pools.map(pool => pool.eventNo),
        pools.map(pool => pool.key),
        pools.map(pool => pool.sourceNo),
        pools.map(pool => pool.composition && encodeComposition(pool.composition).toString('hex')),
        pools.map(pool => pool.dirty),
      ],
    },
  ];
}
