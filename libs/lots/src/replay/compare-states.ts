import { ELEMENTS, groupBy } from '#kernel';
import { decodeComposition } from '../domain/composition.js';
import type { Reader } from './ledger-reader.js';
import { type Relation, type RelationName, RELATIONS } from './relations.js';

/** A row that is stored otherwise than it follows from the ledger. */
export interface Difference {
  readonly relation: RelationName;
  /** Number of the event, lot, holding or pool; position of the entry. */
  readonly key: number;
  /** The row as JSON; absent where there is none. */
  readonly stored?: string;
  readonly expected?: string;
}

export interface Comparison {
  /** At most {@link DIFFERENCES_MAX} of each relation. */
  readonly differences: readonly Difference[];
  /** Of each relation, a digest of what is stored where both agree. */
  readonly digests: Readonly<Partial<Record<RelationName, string>>>;
}

export const DIFFERENCES_MAX = 100;

/** Rows with neighbouring keys are compared by one digest first; those of compositions are large. */
const bucketSize = (name: RelationName): number => (name === 'pools' ? 128 : 4_096);

/** Compares what two databases hold, by digests where they agree. Both must hold the same ledger. */
export async function compareStates(
  stored: Reader,
  expected: Reader,
  names?: readonly RelationName[],
): Promise<Comparison> {
  const differences: Difference[] = [];
  const digests: Partial<Record<RelationName, string>> = {};
  for (const relation of RELATIONS.filter(({ name }) => names?.includes(name) ?? true)) {
    const found = await compareRelation(relation, stored, expected);
    differences.push(...found.differences);
    if (found.digest !== undefined) digests[relation.name] = found.digest;
  }
  return { differences, digests };
}

async function compareRelation(relation: Relation, stored: Reader, expected: Reader) {
  const [here, there] = [await bucketsOf(stored, relation), await bucketsOf(expected, relation)];
  const odd = [...new Set([...here.keys(), ...there.keys()])].filter(bucket => here.get(bucket) !== there.get(bucket));
  if (odd.length === 0) return { differences: [], digest: [...here.values()].join(' ') };
  const differences: Difference[] = [];
  for (const bucket of odd.sort((a, b) => a - b)) {
    if (differences.length >= DIFFERENCES_MAX) break;
    const [rows, wanted] = [await rowsOf(stored, relation, bucket), await rowsOf(expected, relation, bucket)];
    differences.push(...differencesOf(relation.name, rows, wanted));
  }
  return { differences: differences.slice(0, DIFFERENCES_MAX) };
}

async function bucketsOf(reader: Reader, { name, rows }: Relation): Promise<Map<number, string>> {
  const buckets = await reader.query<{ bucket: number; digest: string }>(
    `SELECT key / ${bucketSize(name)} AS bucket, md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")) AS digest
     FROM (${rows}) t GROUP BY 1 ORDER BY 1`,
  );
  return new Map(buckets.map(({ bucket, digest }) => [bucket, digest]));
}

interface Row {
  readonly key: number;
  readonly text: string;
}

async function rowsOf(reader: Reader, { name, rows }: Relation, bucket: number): Promise<Row[]> {
  const found = await reader.query<{ row: { key: number; composition?: string | null } }>(
    `SELECT row_to_json(t) AS row FROM (${rows}) t WHERE key / ${bucketSize(name)} = $1 ORDER BY key, t::text COLLATE "C"`,
    [bucket],
  );
  const sources = name === 'pools' ? await sourceNames(reader) : new Map<number, string>();
  return found.map(({ row }) => {
    const composition = row.composition ? readable(row.composition, sources) : row.composition;
    return { key: row.key, text: JSON.stringify(name === 'pools' ? { ...row, composition } : row) };
  });
}

async function sourceNames(reader: Reader): Promise<Map<number, string>> {
  const rows = await reader.query<{ no: number; name: string }>(`SELECT no, id || ' ' || status AS name FROM source`);
  return new Map(rows.map(({ no, name }) => [no, name]));
}

/** A composition by the names of its sources: their numbers differ from one database to the other. */
function readable(hex: string, sources: ReadonlyMap<number, string>): object {
  const { entries } = decodeComposition(Buffer.from(hex.replace(/^\\x/, ''), 'hex'));
  const nameOf = (no: number): string => sources.get(no) ?? `source ${no}`;
  return entries.map(({ sourceNo, mask, ppb, members }) => ({
    source: nameOf(sourceNo),
    ppb: Object.fromEntries(ELEMENTS.flatMap((element, e) => (mask & (1 << e) ? [[element, ppb[e]!]] : []))),
    ...(members.length > 0 ? { members: members.map(nameOf).sort() } : {}),
  }));
}

/** Rows that one side has and the other has not; two of one key are one difference. */
function differencesOf(relation: RelationName, stored: readonly Row[], expected: readonly Row[]): Difference[] {
  const [here, there] = [groupBy(stored, row => row.key), groupBy(expected, row => row.key)];
  const keys = [...new Set([...here.keys(), ...there.keys()])].sort((a, b) => a - b);
  return keys.flatMap(key => {
    const [rows, wanted] = [textsOf(here.get(key)), textsOf(there.get(key))];
    const extra = rows.filter(text => !wanted.includes(text));
    const missing = wanted.filter(text => !rows.includes(text));
    return Array.from({ length: Math.max(extra.length, missing.length) }, (_, index) => ({
      relation,
      key,
      ...(extra[index] === undefined ? {} : { stored: extra[index] }),
      ...(missing[index] === undefined ? {} : { expected: missing[index] }),
    }));
  });
}

const textsOf = (rows: readonly Row[] = []): string[] => rows.map(({ text }) => text);
