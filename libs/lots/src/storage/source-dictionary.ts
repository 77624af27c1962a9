import type { Statement, Transaction } from '#platform';
import type { NewSource, SourceDictionary, SourceEntry } from '../domain/source.js';

interface SourceRow extends Omit<SourceEntry, 'enterprise' | 'region' | 'year'> {
  readonly enterprise: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

const keyOf = (source: NewSource): string => `${source.id}\u0000${source.status}`;

/** All entries committed so far, kept in the process: the table is append-only and numbered without gaps. */
export class SourceCache {
  private readonly byNo: SourceEntry[] = [];
  private readonly byKey = new Map<string, SourceEntry>();

  get size(): number {
    return this.byNo.length;
  }

  get(no: number): SourceEntry | undefined {
    return this.byNo[no - 1];
  }

  find(source: NewSource): SourceEntry | undefined {
    return this.byKey.get(keyOf(source));
  }

  add(entries: readonly SourceEntry[]): void {
    for (const entry of entries) {
      if (entry.no !== this.byNo.length + 1) continue;
      this.byNo.push(entry);
      this.byKey.set(keyOf(entry), entry);
    }
  }

  /** Reads what other processes have added, up to the number last given out. */
  async sync(tx: Pick<Transaction, 'query'>, lastNo: number): Promise<void> {
    if (this.size >= lastNo) return;
    const rows = await tx.query<SourceRow>(
      `SELECT no, id, status, kind, enterprise, region, year, folded FROM source WHERE no > $1 AND no <= $2
       ORDER BY no`,
      [this.size, lastNo],
    );
    this.add(rows.map(entryOf));
  }
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

/** The dictionary of one writing transaction: new entries become everybody's with {@link commit}. */
export class TransactionSources implements SourceDictionary {
  private readonly added: SourceEntry[] = [];
  private flushed = 0;
  private readonly addedByKey = new Map<string, SourceEntry>();

  constructor(private readonly cache: SourceCache) {}

  /** The dictionary of a transaction that somebody else began and commits; the ledger's head is held. */
  static async within(tx: Pick<Transaction, 'query'>, cache: SourceCache): Promise<TransactionSources> {
    const [counter] = await tx.query<{ sourceNo: number }>('SELECT source_no AS "sourceNo" FROM lots_counter');
    const sources = new TransactionSources(cache);
    await sources.sync(tx, counter?.sourceNo ?? 0);
    return sources;
  }

  /**
   * Reads what other processes have added, where `lastNo` is the number last given out as this transaction sees it:
   * its own entries are nobody's yet, and may be taken back.
   */
  sync(tx: Pick<Transaction, 'query'>, lastNo: number): Promise<void> {
    return this.cache.sync(tx, lastNo - this.flushed);
  }

  get(no: number): SourceEntry {
    const entry = this.cache.get(no) ?? this.added[no - this.cache.size - 1];
    if (!entry) throw new Error(`source ${no} is not in the dictionary`);
    return entry;
  }

  intern(source: NewSource): SourceEntry {
    const known = this.cache.find(source) ?? this.addedByKey.get(keyOf(source));
    if (known) return known;
    const entry = { no: this.cache.size + this.added.length + 1, ...source }; // `no` first: see entryOf
    this.added.push(entry);
    this.addedByKey.set(keyOf(entry), entry);
    return entry;
  }

  /** Statements that write the entries new since the last flush. */
  flush(): Statement[] {
    const fresh = this.added.slice(this.flushed);
    this.flushed = this.added.length;
    if (fresh.length === 0) return [];
    const column = <K extends keyof SourceEntry>(name: K): SourceEntry[K][] => fresh.map(entry => entry[name]);
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
      { text: 'UPDATE lots_counter SET source_no = $1', values: [this.cache.size + this.added.length] },
    ];
  }

  /** To be called once the transaction has committed. */
  commit(): void {
    this.cache.add(this.added);
  }
}
