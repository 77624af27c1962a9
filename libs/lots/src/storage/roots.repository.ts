import type { Statement, Transaction } from '#platform';
import type { RootPlan } from '../domain/state.js';
import type { SourceStatus } from '../domain/source.js';
import { CURRENT } from './lots.migration.js';

export interface JudgedRoot {
  readonly root: RootPlan;
  readonly status: SourceStatus;
  readonly seq: number;
}

/** Writes root events with their judged status. */
export function writeRoots(roots: readonly JudgedRoot[]): Statement[] {
  if (roots.length === 0) return [];
  const column = <K extends keyof RootPlan>(name: K): RootPlan[K][] => roots.map(({ root }) => root[name]);
  return [
    {
      name: 'root-insert',
      text: `INSERT INTO root (event_no, tenant, source_id, kind, reference, status, enterprise, region, year, occurred_at,
                               mass_g, party, first_seq, seq_from)
             SELECT event_no, enterprise, source_id, kind, reference, status, enterprise, region, year, occurred_at, mass_g,
                    party, first_seq, seq_from
             FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                         $9::timestamptz[], $10::bigint[], $11::text[], $12::bigint[], $13::bigint[])
               AS t (event_no, source_id, kind, reference, status, enterprise, region, year, occurred_at, mass_g, party,
                     first_seq, seq_from)
             ON CONFLICT (event_no, seq_from) DO UPDATE SET status = EXCLUDED.status, seq_to = EXCLUDED.seq_to`,
      values: [
        column('eventNo'),
        column('sourceId'),
        column('kind'),
        column('reference'),
        roots.map(({ status }) => status),
        column('enterprise'),
        column('region'),
        column('year'),
        column('occurredAt'),
        column('massG'),
        column('party'),
        column('firstSeq'),
        roots.map(({ seq }) => seq),
      ],
    },
  ];
}

/** Ends the current versions of root events at a position. */
export const closeRoots = (eventNos: readonly number[], seq: number): Statement => ({
  text: `UPDATE root SET seq_to = $2 WHERE event_no = ANY ($1::bigint[]) AND ${CURRENT}`,
  values: [eventNos, seq],
});

interface RootRow extends Omit<RootPlan, 'region' | 'party'> {
  readonly region: string | null;
  readonly party: string | null;
  readonly status: SourceStatus;
  readonly poolNo: number;
}

/** A root event as judged now, with the pool its holdings carry. */
export interface CurrentRoot {
  readonly root: RootPlan;
  readonly status: SourceStatus;
  readonly poolNo: number;
}

const ROOT_COLUMNS = `r.event_no AS "eventNo", r.source_id AS "sourceId", r.kind, r.reference, r.enterprise, r.region, r.year,
  r.occurred_at AS "occurredAt", r.mass_g AS "massG", r.party, r.first_seq AS "firstSeq", r.status, p.no AS "poolNo"`;

/** Root events whose papers or enterprise are among those named. */
export async function rootsNaming(
  tx: Pick<Transaction, 'query'>,
  names: {
    readonly licences?: readonly string[];
    readonly declarations?: readonly string[];
    readonly enterprises?: readonly string[];
    readonly sanctioned?: readonly string[];
    readonly sources?: readonly string[];
  },
): Promise<CurrentRoot[]> {
  const rows = await tx.query<RootRow>(
    `SELECT ${ROOT_COLUMNS} FROM root r JOIN pool p ON p.event_no = r.event_no
     WHERE r.${CURRENT}
       AND ((r.kind = 'mine' AND r.reference = ANY ($1::text[])) OR (r.kind = 'import' AND r.reference = ANY ($2::text[]))
         OR (r.kind = 'scrap' AND r.enterprise = ANY ($3::text[])) OR r.source_id = ANY ($4::text[])
         OR r.enterprise = ANY ($5::text[]))
     ORDER BY r.event_no`,
    [
      names.licences ?? [], names.declarations ?? [], names.enterprises ?? [], names.sources ?? [],
      names.sanctioned ?? [],
    ], // prettier-ignore
  );
  return rows.map(currentRoot);
}

/** Root events in the order of their numbers, behind one of them. */
export async function rootsAfter(
  tx: Pick<Transaction, 'query'>,
  eventNo: number,
  limit: number,
): Promise<CurrentRoot[]> {
  const rows = await tx.query<RootRow>(
    `SELECT ${ROOT_COLUMNS} FROM root r JOIN pool p ON p.event_no = r.event_no AND p.key = 'root'
     WHERE r.${CURRENT} AND r.event_no > $1 ORDER BY r.event_no LIMIT $2`,
    [eventNo, limit],
  );
  return rows.map(currentRoot);
}

const currentRoot = ({ status, poolNo, region, party, ...root }: RootRow): CurrentRoot => ({
  root: { ...root, ...(region === null ? {} : { region }), ...(party === null ? {} : { party }) },
  status,
  poolNo,
});

/** Statement that sums, per declaration, the masses of the import events that cite it. */
export const importedStatement = (declarations: readonly string[]): Statement => ({
  name: 'roots-imported',
  text: `SELECT reference, sum(mass_g)::bigint AS "massG" FROM root
         WHERE kind = 'import' AND reference = ANY ($1::text[]) AND ${CURRENT} GROUP BY reference`,
  values: [declarations],
});
