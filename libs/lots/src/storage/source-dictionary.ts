import type { Statement, Transaction } from '#platform';
import type { Composition } from '../domain/composition.js';
import { groupOf, NAMED_SOURCES_MAX, SUSPECT_SOURCES_MAX } from '../domain/fold.js';
import type { NewSource, SourceDictionary, SourceEntry } from '../domain/source.js';
import { sourcesNamed, sourcesNumbered, sourcesOfIds, writeSources } from './sources.repository.js';

/** Some 25 MB. */
const ENTRIES_KEPT = 100_000;

const keyOf = (source: NewSource): string => `${source.id}\u0000${source.status}`;

/** The entries that transactions of this process used last. The table is append-only: what is kept stays true. */
export class SourceCache {
  /** What was used longest ago comes first. */
  private readonly byNo = new Map<number, SourceEntry>();
  private readonly byKey = new Map<string, SourceEntry>();

  constructor(private readonly entriesMax = ENTRIES_KEPT) {}

  get(no: number): SourceEntry | undefined {
    return this.use(this.byNo.get(no));
  }

  find(source: NewSource): SourceEntry | undefined {
    return this.use(this.byKey.get(keyOf(source)));
  }

  add(entry: SourceEntry): void {
    this.byKey.set(keyOf(entry), this.use(entry));
    if (this.byNo.size <= this.entriesMax) return;
    const [oldest] = this.byNo.values();
    this.byNo.delete(oldest!.no);
    this.byKey.delete(keyOf(oldest!));
  }

  private use<Entry extends SourceEntry | undefined>(entry: Entry): Entry {
    if (!entry) return entry;
    this.byNo.delete(entry.no);
    this.byNo.set(entry.no, entry);
    return entry;
  }
}

/**
 * The dictionary of one writing transaction, which holds the ledger's head. It knows what has been loaded into it and
 * nothing else; what it has read and added becomes everybody's with {@link commit}, and nobody's if that never comes.
 */
export class TransactionSources implements SourceDictionary {
  private readonly byNo = new Map<number, SourceEntry>();
  /** Whatever has been looked up; nothing where it is new. */
  private readonly byKey = new Map<string, SourceEntry | undefined>();
  /** Ids all of whose entries have been read: what else is looked for under them is new. */
  private readonly settled = new Set<string>();
  private readonly read: SourceEntry[] = [];
  private readonly added: SourceEntry[] = [];
  private flushed = 0;
  /** Number last given out before this transaction. */
  private before = 0;
  /** The sources a blend may come to name, and of them those that it folds last. */
  private nameable = 0;
  private suspects = 0;
  /** Sources whose groups have not been looked up. */
  private ungrouped: NewSource[] = [];

  constructor(private readonly cache: SourceCache) {}

  /** The dictionary of a transaction that somebody else began and commits. */
  static async within(tx: Pick<Transaction, 'query'>, cache: SourceCache): Promise<TransactionSources> {
    const [counter] = await tx.query<{ sourceNo: number }>('SELECT source_no AS "sourceNo" FROM lots_counter');
    const sources = new TransactionSources(cache);
    sources.startAfter(counter?.sourceNo ?? 0);
    return sources;
  }

  /** `lastNo` is the number last given out as this transaction sees it, what it has flushed included. */
  startAfter(lastNo: number): void {
    this.before = lastNo - this.flushed;
  }

  /** Reads all there is under some ids, in one round trip; those of events that are only now recorded need none. */
  async settle(tx: Pick<Transaction, 'pipeline'>, ids: readonly string[]): Promise<void> {
    const found = await sourcesOfIds(tx, ids);
    for (const entry of found) this.byKey.set(keyOf(entry), entry);
    this.keep(found);
    this.introduce(ids);
  }

  /** Says that nothing, or nothing that has not been read, is stored under some ids. */
  introduce(ids: Iterable<string>): void {
    for (const id of ids) this.settled.add(id);
  }

  /** Has to be called for whatever may be interned, but for groups. */
  async lookUp(tx: Pick<Transaction, 'pipeline'>, sources: readonly NewSource[]): Promise<void> {
    const missing = new Map<string, NewSource>();
    for (const source of sources) {
      const key = keyOf(source);
      if (this.byKey.has(key)) continue;
      const isNew = this.settled.has(source.id);
      const known = isNew ? undefined : this.cache.find(source);
      this.byKey.set(key, known);
      if (known) this.learn(known);
      else if (isNew) this.expect(source);
      else missing.set(key, source);
    }
    const found = await sourcesNamed(tx, [...missing.values()]);
    for (const entry of found) {
      this.byKey.set(keyOf(entry), entry);
      missing.delete(keyOf(entry));
    }
    this.keep(found);
    for (const source of missing.values()) this.expect(source);
  }

  /** Has to be called for whatever is to be blended, after {@link lookUp}. */
  async load(tx: Pick<Transaction, 'pipeline'>, pools: Iterable<{ readonly composition: Composition }>): Promise<void> {
    const missing = new Set<number>();
    for (const { composition } of pools) {
      for (const { sourceNo } of composition.entries) {
        if (this.byNo.has(sourceNo)) continue;
        const known = this.cache.get(sourceNo);
        if (known) this.learn(known);
        else missing.add(sourceNo);
      }
    }
    this.keep(await sourcesNumbered(tx, [...missing]));
    await this.lookUpGroups(tx);
  }

  get(no: number): SourceEntry {
    const entry = this.byNo.get(no);
    if (!entry) throw new Error(`source ${no} is not in the dictionary`);
    return entry;
  }

  intern(source: NewSource): SourceEntry {
    const key = keyOf(source);
    const known = this.byKey.get(key);
    if (known) return known;
    if (!this.byKey.has(key)) throw new Error(`nobody has looked for the source ${source.id}`);
    const entry = { no: this.before + this.added.length + 1, ...source }; // `no` first: entries share a hidden class
    this.added.push(entry);
    this.byNo.set(entry.no, entry);
    this.byKey.set(key, entry);
    return entry;
  }

  /** Statements that write the entries new since the last flush. */
  flush(): Statement[] {
    const fresh = this.added.slice(this.flushed);
    this.flushed = this.added.length;
    return writeSources(fresh);
  }

  /** To be called once the transaction has committed. */
  commit(): void {
    for (const entry of [...this.read, ...this.added]) this.cache.add(entry);
  }

  /** Only of what may be folded: see `foldBySize`. */
  private async lookUpGroups(tx: Pick<Transaction, 'pipeline'>): Promise<void> {
    const isFolded = ({ status }: NewSource): boolean =>
      status === 'legal' ? this.nameable > NAMED_SOURCES_MAX : this.suspects > SUSPECT_SOURCES_MAX;
    const folded = this.ungrouped.filter(isFolded);
    if (folded.length === 0) return;
    this.ungrouped = this.ungrouped.filter(source => !isFolded(source));
    await this.lookUp(tx, folded.map(groupOf));
  }

  private keep(entries: readonly SourceEntry[]): void {
    for (const entry of entries) {
      this.read.push(entry);
      this.learn(entry);
    }
  }

  private learn(entry: SourceEntry): void {
    if (this.byNo.has(entry.no)) return;
    this.byNo.set(entry.no, entry);
    this.expect(entry);
  }

  private expect(source: NewSource): void {
    if (source.folded) return;
    this.nameable += 1;
    if (source.status !== 'legal') this.suspects += 1;
    this.ungrouped.push(source);
  }
}
