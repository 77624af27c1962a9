import type { Statement, Transaction } from '#platform';
import type { NewSource, SourceEntry } from '../domain/source.js';

interface SourceRow extends Omit<SourceEntry, 'enterprise' | 'region' | 'year'> {
  readonly enterprise: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

const COLUMNS = 's.no, s.id, s.status, s.kind, s.enterprise, s.region, s.year, s.folded';

/** Entries of the dictionary by their ids and statuses, as far as there are any. */
export async function sourcesNamed(
  tx: Pick<Transaction, 'pipeline'>,
  sources: readonly NewSource[],
): Promise<SourceEntry[]> {
  if (sources.length === 0) return [];
  const [rows] = await tx.pipeline([
    {
      name: 'sources-named',
      text: `SELECT ${COLUMNS} FROM unnest($1::text[], $2::text[]) AS q (id, status)
               CROSS JOIN LATERAL (SELECT * FROM source WHERE id = q.id AND status = q.status OFFSET 0) s`,
      values: [sources.map(source => source.id), sources.map(source => source.status)],
    },
  ]);
  return (rows as SourceRow[]).map(entryOf);
}

/** All entries of the dictionary with some ids. */
export async function sourcesOfIds(tx: Pick<Transaction, 'pipeline'>, ids: readonly string[]): Promise<SourceEntry[]> {
  if (ids.length === 0) return [];
  const text = `SELECT ${COLUMNS} FROM source s WHERE s.id = ANY ($1::text[])`;
  const [rows] = await tx.pipeline([{ name: 'sources-of-ids', text, values: [ids] }]);
  return (rows as SourceRow[]).map(entryOf);
}

/** Entries of the dictionary by their numbers. */
export async function sourcesNumbered(
  tx: Pick<Transaction, 'pipeline'>,
  nos: readonly number[],
): Promise<SourceEntry[]> {
  if (nos.length === 0) return [];
  const text = `SELECT ${COLUMNS} FROM source s WHERE s.no = ANY ($1::bigint[])`;
  const [rows] = await tx.pipeline([{ name: 'sources-numbered', text, values: [nos] }]);
  return (rows as SourceRow[]).map(entryOf);
}

/** Begins with a named field: what begins with a spread gets a hidden class of its own, and there are many of these. */
function entryOf({ no, enterprise, region, year, ...row }: SourceRow): SourceEntry {
  return {
    no,
    ...row,
    ...(enterprise === null ? {} : { enterprise }),
    ...(region === null ? {} : { region }),
    ...(year === null ? {} : { year }),
  };
}

/** Writes new entries, the last of which gets the last number there is. */
export function writeSources(entries: readonly SourceEntry[]): Statement[] {
  const last = entries.at(-1);
  if (!last) return [];
  const column = <K extends keyof SourceEntry>(name: K): SourceEntry[K][] => entries.map(entry => entry[name]);
  return [
    {
      text: `INSERT INTO source (no, tenant, id, status, kind, enterprise, region, year, folded)
             SELECT no, COALESCE(enterprise, '-'), id, status, kind, enterprise, region, year, folded
             FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::boolean[])
               AS t (no, id, status, kind, enterprise, region, year, folded)`,
      values: [
        column('no'),
        column('id'),
        column('status'),
        column('kind'),
        column('enterprise'),
        column('region'),
        column('year'),
        column('folded'),
      ],
    },
    { text: 'UPDATE lots_counter SET source_no = $1', values: [last.no] },
  ];
}
