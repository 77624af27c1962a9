import type { PlacedFault } from '#kernel';
import { tenantOf, type Collection, type RegistryItem } from './collection.js';
import { override } from './override.js';
import { FOREVER_SEQ, factsOf, spanOf, type Version } from './version.js';

/** What became of one item. `key` is empty where the item's shape does not tell it. Pointers go into the request. */
export type ItemResult =
  | {
      readonly key: string;
      readonly status: 'created' | 'updated';
      readonly seq: number;
      readonly warnings?: readonly PlacedFault[];
    }
  | { readonly key: string; readonly status: 'unchanged'; readonly warnings?: readonly PlacedFault[] }
  | { readonly key: string; readonly status: 'refused'; readonly faults: readonly PlacedFault[] };

/** What was believed of a key before a slice of items, and after it. */
export interface Change {
  readonly collection: string;
  readonly key: string;
  readonly before: readonly Version[];
  readonly after: readonly Version[];
}

/** An item that is recorded, with the position it takes. */
export interface Statement {
  readonly seq: number;
  readonly key: string;
  readonly tenant: string;
  readonly item: RegistryItem;
}

export interface Decision {
  readonly results: readonly ItemResult[];
  /** One for each position, in order. */
  readonly statements: readonly Statement[];
  /** Stored versions that are believed no longer, with the position that ends them. */
  readonly closed: readonly Version[];
  /** New versions; those that a later item of the same slice overrides are closed already. */
  readonly opened: readonly Version[];
  readonly changes: readonly Change[];
}

/** Where an item stands in its request: its place in order, and the JSON pointer to it. */
export interface Place {
  readonly index: number;
  readonly pointer: string;
}

/** An item to be taken, or what is wrong with it. */
export type CheckedItem =
  | {
      readonly key: string;
      readonly item: RegistryItem;
      readonly place: Place;
      readonly warnings: readonly PlacedFault[];
    }
  | { readonly key: string; readonly faults: readonly PlacedFault[] };

/**
 * Decides a slice of items in order, each seeing those before it. `believed` are the versions stored for its keys,
 * `headSeq` the position of the newest fact, `now` the instant the slice is recorded at.
 */
export function decide(
  collection: Collection<unknown>,
  items: readonly CheckedItem[],
  believed: ReadonlyMap<string, readonly Version[]>,
  headSeq: number,
  now: Date,
): Decision {
  const slice = new Slice(collection, believed, headSeq, now);
  const results = items.map((checked): ItemResult =>
    'faults' in checked ? { status: 'refused', ...checked } : slice.take(checked),
  );
  return { results, ...slice.outcome() };
}

class Slice {
  private readonly current = new Map<string, readonly Version[]>();
  private readonly statements: Statement[] = [];
  private readonly closed: Version[] = [];
  private readonly opened = new Set<Version>();

  constructor(
    private readonly collection: Collection<unknown>,
    private readonly stored: ReadonlyMap<string, readonly Version[]>,
    private seq: number,
    private readonly now: Date,
  ) {}

  take({ key, item, place, warnings }: Extract<CheckedItem, { item: unknown }>): ItemResult {
    const believed = this.believed(key);
    const span = spanOf(item, believed.length > 0, this.now);
    if (span.validFrom >= span.validTo) return { key, status: 'refused', faults: [endedAlready(item, place)] };
    const seq = this.seq + 1;
    const tenant = tenantOf(this.collection, item);
    const change = override(believed, {
      ...span, key, tenant, facts: factsOf(item), statedSeq: seq, seqFrom: seq, seqTo: FOREVER_SEQ,
    }); // prettier-ignore
    const remarks = warnings.length > 0 ? { warnings } : {};
    if (!change) return { key, status: 'unchanged', ...remarks };
    this.seq = seq;
    this.statements.push({ seq, key, tenant, item });
    for (const version of change.closed) this.close(version, seq);
    for (const version of change.opened) this.opened.add(version);
    this.current.set(key, [...believed.filter(version => !change.closed.includes(version)), ...change.opened]);
    return { key, status: believed.length > 0 ? 'updated' : 'created', seq, ...remarks };
  }

  outcome(): Omit<Decision, 'results'> {
    return {
      statements: this.statements,
      closed: this.closed,
      opened: [...this.opened],
      changes: [...this.current].map(([key, after]) => ({
        collection: this.collection.name,
        key,
        before: this.stored.get(key) ?? [],
        after: after.toSorted((a, b) => a.validFrom - b.validFrom),
      })),
    };
  }

  private believed(key: string): readonly Version[] {
    return this.current.get(key) ?? this.stored.get(key) ?? [];
  }

  private close(version: Version, seq: number): void {
    const ended = { ...version, seqTo: seq };
    if (this.opened.delete(version)) this.opened.add(ended);
    else this.closed.push(ended);
  }
}

const endedAlready = (item: RegistryItem, { index, pointer }: Place): PlacedFault => ({
  code: 'out-of-range',
  index,
  pointer: `${pointer}/validTo`,
  value: item.validTo,
  expected: 'a time to come, where validFrom is left out for a known key',
});
