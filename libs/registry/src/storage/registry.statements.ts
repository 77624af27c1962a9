import type { Statement } from '#platform';
import type { Collection, ItemIn } from '../domain/collection.js';
import { FOREVER_SEQ, type Facts, type Version } from '../domain/version.js';

/** A row as the statements of this file select it. An end that is open arrives as ±Infinity. */
export interface VersionRow {
  readonly key: string;
  readonly tenant: string;
  readonly lookup: string | null;
  readonly validFrom: Date | number;
  readonly validTo: Date | number;
  readonly statedSeq: number;
  readonly seqFrom: number;
  readonly seqTo: number;
  readonly body: Facts;
}

/** Columns of a {@link VersionRow}, of `registry_version v`. */
export const VERSION_COLUMNS = `v.key, v.tenant, v.lookup, v.valid_from AS "validFrom", v.valid_to AS "validTo",
  v.stated_seq AS "statedSeq", v.seq_from AS "seqFrom", v.seq_to AS "seqTo", v.body`;

/**
 * Loads the versions of keys of a collection that are believed at a ledger position, by default now. Read its rows
 * with {@link readBelieved}.
 */
export function believedStatement(collection: Collection<unknown>, keys: readonly string[], seq?: number): Statement {
  return believed('key', collection, keys, seq);
}

/** As {@link believedStatement}, for the values of the field the collection is looked up by, such as a permit's number. */
export function believedByLookupStatement(
  collection: Collection<unknown>,
  values: readonly string[],
  seq?: number,
): Statement {
  if (collection.lookup === undefined) throw new Error(`The collection ${collection.name} has no look-up field`);
  return believed('lookup', collection, values, seq);
}

/** As {@link believedStatement}, for all rows of enterprises. */
export function believedByTenantStatement(
  collection: Collection<unknown>,
  usccs: readonly string[],
  seq?: number,
): Statement {
  return believed('tenant', collection, usccs, seq);
}

/** More values than this are planned anew each time: a plan kept from when the table was small could read all of it. */
const KEPT_PLAN_VALUES = 100;

function believed(
  column: 'key' | 'lookup' | 'tenant',
  collection: Collection<unknown>,
  values: readonly string[],
  seq: number | undefined,
): Statement {
  const name = `registry-by-${column}${seq === undefined ? '' : '-at'}`;
  return {
    ...(values.length <= KEPT_PLAN_VALUES ? { name } : {}),
    text: `SELECT ${VERSION_COLUMNS} FROM registry_version v
           WHERE collection = $1 AND ${column} = ANY ($2::text[])
             AND ${seq === undefined ? `seq_to = ${FOREVER_SEQ}` : 'seq_from <= $3 AND seq_to > $3'}
           ORDER BY key, valid_from`,
    values: [collection.name, values, ...(seq === undefined ? [] : [seq])],
  };
}

/** Versions by key, earliest first. */
export type Believed<F = Facts> = ReadonlyMap<string, readonly Version<F>[]>;

/** Reads the rows of {@link believedStatement} and {@link believedByTenantStatement}, by key. */
export function readBelieved<C extends Collection<unknown>>(
  _collection: C,
  rows: readonly unknown[],
): Believed<ItemIn<C>> {
  return group(rows as readonly VersionRow[], row => row.key);
}

/** Reads the rows of {@link believedByLookupStatement}, by the value looked up. */
export function readByLookup<C extends Collection<unknown>>(
  _collection: C,
  rows: readonly unknown[],
): Believed<ItemIn<C>> {
  return group(rows as readonly VersionRow[], row => row.lookup ?? '');
}

function group<F>(rows: readonly VersionRow[], by: (row: VersionRow) => string): Believed<F> {
  const groups = new Map<string, Version<F>[]>();
  for (const row of rows) {
    const name = by(row);
    const versions = groups.get(name);
    const version = versionOf(row) as unknown as Version<F>;
    if (versions) versions.push(version);
    else groups.set(name, [version]);
  }
  return groups;
}

export function versionOf(row: VersionRow): Version {
  return {
    key: row.key,
    tenant: row.tenant,
    facts: row.body,
    validFrom: Number(row.validFrom),
    validTo: Number(row.validTo),
    statedSeq: row.statedSeq,
    seqFrom: row.seqFrom,
    seqTo: row.seqTo,
  };
}

/** Ends versions at the positions they carry. */
export function closeStatement(collection: Collection<unknown>, closed: readonly Version[]): Statement {
  return {
    text: `UPDATE registry_version AS v SET seq_to = t.seq_to
           FROM unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::bigint[]) AS t (key, seq_from, valid_from, seq_to)
           WHERE v.collection = $1 AND v.key = t.key AND v.seq_from = t.seq_from AND v.valid_from = t.valid_from`,
    values: [
      collection.name,
      closed.map(version => version.key),
      closed.map(version => version.seqFrom),
      closed.map(version => timestamp(version.validFrom)),
      closed.map(version => version.seqTo),
    ],
  };
}

export function insertStatement(collection: Collection<unknown>, opened: readonly Version[]): Statement {
  const { lookup } = collection;
  return {
    text: `INSERT INTO registry_version
             (collection, key, tenant, lookup, valid_from, valid_to, stated_seq, seq_from, seq_to, body)
           SELECT $1, key, tenant, lookup, valid_from, valid_to, stated_seq, seq_from, seq_to, body::jsonb
           FROM unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::bigint[],
                       $8::bigint[], $9::bigint[], $10::text[])
             AS t (key, tenant, lookup, valid_from, valid_to, stated_seq, seq_from, seq_to, body)`,
    values: [
      collection.name,
      opened.map(version => version.key),
      opened.map(version => version.tenant),
      opened.map(({ facts }) => (lookup === undefined ? undefined : textOf(facts[lookup]))),
      opened.map(version => timestamp(version.validFrom)),
      opened.map(version => timestamp(version.validTo)),
      opened.map(version => version.statedSeq),
      opened.map(version => version.seqFrom),
      opened.map(version => version.seqTo),
      opened.map(version => JSON.stringify(version.facts)),
    ],
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function timestamp(time: number): string {
  if (time === -Infinity) return '-infinity';
  return time === Infinity ? 'infinity' : new Date(time).toISOString();
}
