import { randomBytes } from 'node:crypto';
import type { Context } from '#kernel';
import { appendStatements, lockHead, type Head, type NewEntry } from '#ledger';
import type { Database, Transaction } from '#platform';
import { permits } from '../collections/permits.collection.js';
import type { Collection } from '../domain/collection.js';
import type { Decision, Statement } from '../domain/decide.js';
import { ledgerBody } from '../domain/ledger-body.js';
import { FOREVER_SEQ, type Version } from '../domain/version.js';
import {
  believedStatement, closeStatement, insertStatement, readBelieved, VERSION_COLUMNS, versionOf, type VersionRow,
} from './registry.statements.js'; // prettier-ignore

/** A version with the instants its positions were recorded at. */
export interface DatedVersion {
  readonly version: Version;
  readonly recordedAt: Date;
  /** When it ceased to be believed, where it has. */
  readonly supersededAt?: Date;
}

/** Which rows of a collection a list wants: believed at a position, stated for an instant, stated before `beforeSeq`. */
export interface ListQuery {
  readonly filters: Readonly<Record<string, string | number>>;
  readonly seq: number;
  readonly validAt: Date;
  readonly beforeSeq: number;
  readonly limit: number;
}

/** Locks the ledger's head and loads what is believed of some keys: one round trip. */
export async function loadSlice(
  tx: Transaction,
  collection: Collection<unknown>,
  keys: readonly string[],
): Promise<{ head: Head; believed: ReadonlyMap<string, readonly Version[]> }> {
  const [heads = [], rows = []] = await tx.pipeline([lockHead, believedStatement(collection, keys)]);
  return {
    head: heads[0] as Head,
    believed: readBelieved(collection, rows) as ReadonlyMap<string, readonly Version[]>,
  };
}

/** Writes a decision and its ledger entries: one round trip, however many items. Returns the new head. */
export async function saveSlice(
  tx: Transaction,
  context: Context,
  collection: Collection<unknown>,
  { closed, opened, statements }: Decision,
  head: Head,
): Promise<Head> {
  await tx.pipeline([
    ...(closed.length > 0 ? [closeStatement(collection, closed)] : []),
    insertStatement(collection, opened),
    ...appendStatements(head, statements.map(statement => entryOf(context, collection, statement))),
  ]); // prettier-ignore
  return { seq: head.seq + statements.length, recordedAt: head.recordedAt };
}

function entryOf(context: Context, collection: Collection<unknown>, { key, tenant, item }: Statement): NewEntry {
  const { body, personal } = ledgerBody(collection, item);
  return {
    kind: 'registry',
    tenant,
    subject: `${collection.name}/${key}`,
    body,
    ...(personal ? { personal: { salt: randomBytes(16), body: personal } } : {}),
    context,
  };
}

/** Reading side of the registry's table. */
export class RegistryRepository {
  constructor(private readonly database: Database) {}

  /** All versions of a key that were ever believed up to a position, newest first. */
  async history(context: Context, collection: Collection<unknown>, key: string, seq: number): Promise<DatedVersion[]> {
    const rows = await this.database.read<VersionRow & { recordedAt: Date; supersededAt: Date | null }>(
      context,
      `SELECT ${VERSION_COLUMNS}, stated.recorded_at AS "recordedAt", ended.recorded_at AS "supersededAt"
       FROM registry_version v
       JOIN ledger_entry stated ON stated.seq = v.stated_seq
       LEFT JOIN ledger_entry ended ON ended.seq = v.seq_to AND v.seq_to <= $3
       WHERE v.collection = $1 AND v.key = $2 AND v.seq_from <= $3
       ORDER BY v.seq_from DESC, v.valid_from DESC`,
      [collection.name, key, seq],
    );
    return rows.map(row => ({
      version: versionOf({ ...row, seqTo: row.seqTo <= seq ? row.seqTo : FOREVER_SEQ }),
      recordedAt: row.recordedAt,
      ...(row.supersededAt ? { supersededAt: row.supersededAt } : {}),
    }));
  }

  /** Whether a permit was ever stated to be an enterprise's, up to a position. */
  async holdsPermit(context: Context, uscc: string, seq: number): Promise<boolean> {
    const rows = await this.database.read(
      context,
      `SELECT FROM registry_version WHERE collection = $1 AND tenant = $2 AND stated_seq <= $3 LIMIT 1`,
      [permits.name, uscc, seq],
    );
    return rows.length > 0;
  }

  /** One page of a collection, newest statement first. */
  async list(context: Context, collection: Collection<unknown>, query: ListQuery): Promise<DatedVersion[]> {
    const { seq, validAt, beforeSeq, limit } = query;
    const values: unknown[] = [collection.name, seq, validAt, beforeSeq, limit];
    const conditions = Object.entries(query.filters).map(
      ([field, value]) => `AND ${conditionOf(collection, field, `$${values.push(String(value))}`)}`,
    );
    const rows = await this.database.read<VersionRow & { recordedAt: Date }>(
      context,
      `SELECT ${VERSION_COLUMNS}, (SELECT recorded_at FROM ledger_entry WHERE seq = v.stated_seq) AS "recordedAt"
       FROM registry_version v
       WHERE v.collection = $1 AND v.seq_from <= $2 AND v.seq_to > $2
         AND v.valid_from <= $3 AND v.valid_to > $3 AND v.stated_seq < $4 ${conditions.join(' ')}
       ORDER BY v.stated_seq DESC LIMIT $5`,
      values,
    );
    return rows.map(row => ({ version: versionOf(row), recordedAt: row.recordedAt }));
  }
}

/** `field` is one of the collection's own filter names, never a client's text. */
function conditionOf(collection: Collection<unknown>, field: string, value: string): string {
  if (field === collection.tenant) return `v.tenant = ${value}`;
  if (field === collection.lookup) return `v.lookup = ${value}`;
  if (collection.key.length === 1 && field === collection.key[0]) return `v.key = ${value}`;
  const isList = collection.fields[field]?.['type'] === 'array';
  return isList ? `v.body->'${field}' ? ${value}` : `v.body->>'${field}' = ${value}`;
}
