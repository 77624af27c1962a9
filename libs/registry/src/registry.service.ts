import { isUscc, NotFound, Refused, type Context, type PlacedFault } from '#kernel';
import type { AsOf, Head, Ledger } from '#ledger';
import { cursorParser, encodeCursor, MAX_FAULTS, type Database, type Page, type PageRequest } from '#platform';
import { Type } from '@sinclair/typebox';
import { enterprises } from './collections/enterprises.collection.js';
import { findCollection } from './collections/index.js';
import type { Collection, RegistryItem } from './domain/collection.js';
import { decide, type CheckedItem, type ItemResult } from './domain/decide.js';
import { FOREVER_SEQ, itemOf, versionAt } from './domain/version.js';
import { hasWrongShape, ItemChecker } from './item-check.js';
import type { PartyFinder } from './party-finder.js';
import type { RegistryListener } from './registry-listener.js';
import { loadSlice, RegistryRepository, saveSlice, type DatedVersion } from './storage/registry.repository.js';

/** Most items that share a transaction. */
export const SLICE_ITEMS = 1_000;

export interface PutAnswer {
  /** One for each item, in order. */
  readonly results: readonly ItemResult[];
  /** The ledger's head after the request. */
  readonly head: Head;
}

/** A line of a stream: what it holds, or why it cannot be read. */
export type RegistryLine =
  | { readonly index: number; readonly value: unknown }
  | { readonly index: number; readonly faults: readonly PlacedFault[] };

/** An item believed at some position, as lists and histories show it. */
export interface ListedItem {
  readonly key: string;
  /** Position and time at which it was stated. */
  readonly seq: number;
  readonly recordedAt: Date;
  /** With `validFrom` and `validTo` as far as they are bounded: those believed, which later items may have cut back. */
  readonly item: RegistryItem;
}

/** One version of a key; without the superseded pair it is believed still. */
export interface HistoryVersion extends ListedItem {
  readonly supersededSeq?: number;
  readonly supersededAt?: Date;
}

export interface History {
  readonly collection: string;
  readonly key: string;
  /** False for an enterprise that others name but nobody has registered: nothing more than its code is known. */
  readonly registered?: false;
  readonly asOf: Head;
  /** What holds at the instant of `asOf`, without `asOf` now; absent where nothing is stated for it. */
  readonly item?: Partial<RegistryItem>;
  /** Newest first. */
  readonly versions: readonly HistoryVersion[];
}

/** How a list is asked for. */
export interface ListRequest {
  readonly filters: Readonly<Record<string, string | number>>;
  readonly page: PageRequest;
  readonly asOf?: AsOf;
  /** The instant whose facts are listed; by default that of `asOf`, without one now. */
  readonly validAt?: Date;
}

/** The registry's use cases: state items, read one with its history, list a collection. */
export class RegistryService {
  /** Told of changes inside the transaction that writes them. */
  readonly listeners: RegistryListener[] = [];
  /** Asked about enterprises that the registry does not know. */
  readonly parties: PartyFinder[] = [];
  private readonly repository: RegistryRepository;

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {
    this.repository = new RegistryRepository(database);
  }

  /**
   * States items in order, each by its natural key. Throws {@link Refused} before anything is written where an item
   * has a wrong shape; an item refused for another reason does not stop the others. Every {@link SLICE_ITEMS} items
   * are committed together.
   */
  async put(context: Context, name: string, items: readonly unknown[]): Promise<PutAnswer> {
    const collection = collectionNamed(name);
    const checked = wellShaped(collection, items);
    return this.record(context, collection, checked);
  }

  /** As {@link put} for lines of a stream: one of wrong shape is refused like any other. */
  async putLines(context: Context, name: string, lines: readonly RegistryLine[]): Promise<PutAnswer> {
    const collection = collectionNamed(name);
    const checker = new ItemChecker(collection);
    const checked = lines.map((line): CheckedItem =>
      'faults' in line
        ? { key: '', faults: line.faults }
        : checker.check(line.value, { index: line.index, pointer: '' }),
    );
    return this.record(context, collection, checked);
  }

  /** What was ever believed of a key, up to `asOf`; of an enterprise that is only named by others, its code. */
  async get(context: Context, name: string, key: string, asOf?: AsOf): Promise<History> {
    const collection = collectionNamed(name);
    const at = await this.ledger.resolve(context, asOf);
    const dated = await this.repository.history(context, collection, key, at.seq);
    if (dated.length === 0) return this.stub(context, collection, key, at);
    const believed = dated.map(({ version }) => version).filter(version => version.seqTo === FOREVER_SEQ);
    const current = versionAt(believed, asOf ? instantOf(asOf, at) : new Date());
    return {
      collection: name,
      key,
      asOf: at,
      ...(current ? { item: itemOf(current) } : {}),
      versions: dated.map(each => historyVersion(each)),
    };
  }

  private async stub(context: Context, { name }: Collection<unknown>, key: string, at: Head): Promise<History> {
    const named = name === enterprises.name && isUscc(key) && (await this.isNamed(context, key, at.seq));
    if (!named) throw new NotFound(`item of ${name} with the key`, key);
    return { collection: name, key, registered: false, asOf: at, item: { uscc: key }, versions: [] };
  }

  private async isNamed(context: Context, uscc: string, seq: number): Promise<boolean> {
    const found = await Promise.all([
      this.repository.holdsPermit(context, uscc, seq),
      ...this.parties.map(parties => parties.names(context, uscc, seq)),
    ]);
    return found.includes(true);
  }

  /** Items that hold at an instant, newest statement first. Further pages show the state of the first. */
  async list(context: Context, name: string, request: ListRequest): Promise<Page<ListedItem>> {
    const collection = collectionNamed(name);
    const place = await this.placeOf(context, request);
    const { limit } = request.page;
    const found = await this.repository.list(context, collection, {
      filters: request.filters, seq: place.seq, validAt: new Date(place.validAt), beforeSeq: place.before, limit: limit + 1,
    }); // prettier-ignore
    const items = found.slice(0, limit).map(each => listedItem(each));
    const last = items.at(-1);
    if (found.length <= limit || !last) return { items };
    return { items, nextCursor: encodeCursor({ ...place, before: last.seq }) };
  }

  private async placeOf(context: Context, { page, asOf, validAt }: ListRequest): Promise<ListPlace> {
    if (page.cursor !== undefined) return readCursor(page.cursor);
    const at = await this.ledger.resolve(context, asOf);
    const instant = validAt ?? (asOf ? instantOf(asOf, at) : new Date());
    return { seq: at.seq, validAt: instant.getTime(), before: FOREVER_SEQ };
  }

  private async record(
    context: Context,
    collection: Collection<unknown>,
    items: readonly CheckedItem[],
  ): Promise<PutAnswer> {
    const results: ItemResult[] = [];
    let head: Head | undefined;
    for (let start = 0; start < items.length; start += SLICE_ITEMS) {
      const answer = await this.recordSlice(context, collection, items.slice(start, start + SLICE_ITEMS));
      results.push(...answer.results);
      head = answer.head;
    }
    return { results, head: head ?? (await this.ledger.head(context)) };
  }

  private async recordSlice(
    context: Context,
    collection: Collection<unknown>,
    items: readonly CheckedItem[],
  ): Promise<PutAnswer> {
    const keys = [...new Set(items.flatMap(item => ('item' in item ? [item.key] : [])))];
    return this.database.write(context, async tx => {
      const { head, believed } = await loadSlice(tx, collection, keys);
      const decision = decide(collection, items, believed, head.seq, head.recordedAt);
      if (decision.statements.length === 0) return { results: decision.results, head };
      const newHead = await saveSlice(tx, context, collection, decision, head);
      for (const listener of this.listeners) await listener.changed(tx, context, decision.changes, newHead);
      return { results: decision.results, head: newHead };
    });
  }
}

const collectionNamed = (name: string): Collection<unknown> => {
  const collection = findCollection(name);
  if (!collection) throw new NotFound('collection', name);
  return collection;
};

/** Checks the items of a request; throws where any has a wrong shape, with all such faults (as many as a problem lists). */
function wellShaped(collection: Collection<unknown>, items: readonly unknown[]): CheckedItem[] {
  const checker = new ItemChecker(collection);
  const faults: PlacedFault[] = [];
  const checked: CheckedItem[] = [];
  for (const [index, item] of items.entries()) {
    const result = checker.check(item, { index, pointer: `/items/${index}` });
    if (hasWrongShape(result)) faults.push(...result.faults);
    else checked.push(result);
    if (faults.length > MAX_FAULTS) break;
  }
  if (faults.length > 0) throw new Refused(faults.slice(0, MAX_FAULTS + 1));
  return checked;
}

/** A past instant is itself what is asked about; a position stands for the instant it was recorded at. */
const instantOf = (asOf: AsOf, at: Head): Date => ('instant' in asOf ? asOf.instant : at.recordedAt);

/** Milliseconds of the instants that clients can name. */
const Instant = Type.Integer({ minimum: Date.UTC(1900, 0), maximum: Date.UTC(9999, 0) });
const ListPlace = Type.Object({ seq: Type.Integer(), validAt: Instant, before: Type.Integer() });
type ListPlace = { readonly seq: number; readonly validAt: number; readonly before: number };

const readCursor = cursorParser(ListPlace);

const listedItem = ({ version, recordedAt }: DatedVersion): ListedItem => ({
  key: version.key,
  seq: version.statedSeq,
  recordedAt,
  item: itemOf(version),
});

const historyVersion = (dated: DatedVersion): HistoryVersion => ({
  ...listedItem(dated),
  ...(dated.version.seqTo < FOREVER_SEQ ? { supersededSeq: dated.version.seqTo } : {}),
  ...(dated.supersededAt ? { supersededAt: dated.supersededAt } : {}),
});
