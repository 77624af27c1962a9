import { groupBy } from '#kernel';
import type { Statement } from '#platform';
import { FOREVER_SEQ } from '#registry';
import { type CollectionName, type ItemVersion, RegistryFacts } from '../facts/registry-facts.js';
import type { CollectionVersions } from './facts-collection.js';

/** The collection of which facts hold only what concerns them; all others are held whole. */
export const KEPT_APART = 'invoices' satisfies CollectionName;

/** Facts over collections that many loads share; what is added are invoices, each load's own. */
export class SharedRegistryFacts extends RegistryFacts {
  constructor(
    clock: number,
    private readonly shared: ReadonlyMap<string, CollectionVersions>,
  ) {
    super(clock);
  }

  protected override ofKey(collection: string, key: string): readonly ItemVersion[] {
    return this.shared.get(collection)?.ofKey(key) ?? super.ofKey(collection, key);
  }

  protected override versions(collection: string): ItemVersion[] {
    return (this.shared.get(collection)?.all() as ItemVersion[] | undefined) ?? super.versions(collection);
  }

  protected override indexed(collection: string, field: string, value: unknown): readonly ItemVersion[] {
    return this.shared.get(collection)?.holding(field, value) ?? super.indexed(collection, field, value);
  }
}

/** A version as the statements of facts select it. An end that is open arrives as ±Infinity. */
export interface VersionRow {
  readonly collection: string;
  readonly key: string;
  readonly item: unknown;
  readonly validFrom: Date | number;
  readonly validTo: Date | number;
}

const COLUMNS = 'v.collection, v.key, v.body AS item, v.valid_from AS "validFrom", v.valid_to AS "validTo"';

/** As `CURRENT` of lots, and for the same reason. */
const BELIEVED = `seq_to > ${FOREVER_SEQ - 1}`;

const believedOf = (collection: string, key: string): string =>
  `CROSS JOIN LATERAL (SELECT * FROM registry_version
     WHERE collection = ${collection} AND key = ${key} AND ${BELIEVED} ORDER BY valid_from OFFSET 0) v`;

/** Everything that is believed of collections. */
export const wholeStatement = (collections: readonly string[]): Statement => ({
  text: `SELECT ${COLUMNS} FROM registry_version v
         WHERE collection = ANY ($1::text[]) AND ${BELIEVED} ORDER BY collection, key, valid_from`,
  values: [collections],
});

/**
 * Positions after one at which anything was stated, from each to the next: without statistics PostgreSQL takes an
 * inequality for a third of the table. Whatever is stated opens a version.
 */
const STATED_SINCE = `RECURSIVE stated (seq) AS (
    SELECT (SELECT seq_from FROM registry_version WHERE seq_from > $1 ORDER BY seq_from LIMIT 1)
    UNION ALL
    SELECT (SELECT seq_from FROM registry_version WHERE seq_from > stated.seq ORDER BY seq_from LIMIT 1)
    FROM stated WHERE seq IS NOT NULL
  ), opened AS MATERIALIZED (
    SELECT v.* FROM stated CROSS JOIN LATERAL (
      SELECT collection, key, body, seq_to FROM registry_version WHERE seq_from = stated.seq OFFSET 0) v
  )`;

/** What is believed of keys about which anything was stated after a position. */
export const changedStatement = (after: number): Statement => ({
  name: 'facts-registry-changed',
  text: `WITH ${STATED_SINCE}, changed AS MATERIALIZED (
           SELECT DISTINCT collection, key FROM opened WHERE collection <> '${KEPT_APART}'
         ) SELECT ${COLUMNS} FROM changed c ${believedOf('c.collection', 'c.key')}`,
  values: [after],
});

export interface BeginRow {
  /** Two digits. */
  readonly province: string;
  readonly at: Date;
}

const begins = (table: string): string =>
  `SELECT left(body ->> 'region', 2) AS province, min((body ->> 'issuedAt')::timestamptz) AS at
   FROM ${table} WHERE collection = '${KEPT_APART}' AND ${BELIEVED} GROUP BY 1`;

/** When the first invoice of each province was issued. Reads all of them. */
export const beginsStatement: Statement = { text: begins('registry_version') };

/** The same of the invoices that were stated after a position. */
export const beginsSince = (after: number): Statement => ({
  name: 'facts-begins-since',
  text: `WITH ${STATED_SINCE} ${begins('opened')}`,
  values: [after],
});

/** Invoices of which one of the enterprises is seller or buyer. */
export const invoicesOf = (usccs: readonly string[]): Statement => ({
  text: `WITH named AS MATERIALIZED (
           SELECT key FROM registry_version WHERE collection = '${KEPT_APART}' AND tenant = ANY ($1::text[]) AND ${BELIEVED}
           UNION
           SELECT key FROM registry_version WHERE collection = '${KEPT_APART}' AND lookup = ANY ($1::text[]) AND ${BELIEVED}
         ) SELECT ${COLUMNS} FROM named n ${believedOf(`'${KEPT_APART}'`, 'n.key')}`,
  values: [usccs],
});

const ofParty = (column: 'tenant' | 'lookup'): string => `
  SELECT v.key FROM unnest($2::text[], $3::text[]) AS q (number, party)
    CROSS JOIN LATERAL (SELECT key, seq_to FROM registry_version WHERE collection = '${KEPT_APART}' AND ${column} = q.party OFFSET 0) v
  WHERE split_part(v.key, ':', 2) = q.number AND v.${BELIEVED}`;

/**
 * Invoices by number: by key where the number alone or with its code makes one, and among those that the citing enterprise
 * sold or bought by where an old number is cited without its code.
 */
export const invoicesNamed = (cited: CitedInvoices): Statement => ({
  name: 'facts-invoices-named',
  text: `WITH named AS MATERIALIZED (
           SELECT unnest($1::text[]) AS key UNION ${ofParty('tenant')} UNION ${ofParty('lookup')}
         ) SELECT ${COLUMNS} FROM named n ${believedOf(`'${KEPT_APART}'`, 'n.key')}`,
  values: [cited.keys, cited.codeless.map(({ number }) => number), cited.codeless.map(({ party }) => party)],
});

export interface CitedInvoices {
  readonly keys: readonly string[];
  /** Numbers of old invoices whose code is not told, with the enterprise that cites them. */
  readonly codeless: readonly { readonly number: string; readonly party: string }[];
}

/** Versions by key, earliest first. */
export const versionsByKey = (rows: readonly VersionRow[]): Map<string, ItemVersion[]> =>
  groupBy(rows.map(versionOf), ({ key }) => key);

const versionOf = ({ key, item, validFrom, validTo }: VersionRow): ItemVersion => ({
  key,
  item,
  validFrom: Number(validFrom),
  validTo: Number(validTo),
});
