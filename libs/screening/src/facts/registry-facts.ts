import type { RegistryItems } from './registry-items.js';

/** A version of an item that is believed now, for the time it is stated for. */
export interface ItemVersion<Item = unknown> {
  readonly key: string;
  readonly item: Item;
  /** Milliseconds since 1970, half-open; ±Infinity where open. */
  readonly validFrom: number;
  readonly validTo: number;
}

export type CollectionName = keyof RegistryItems;

/**
 * What the registry believes now. Facts with dates of their own (a licence's term, an invoice's state) are asked for by
 * {@link latest}; facts that are true of a time (who held a licence in May, where an enterprise lay) by {@link at}.
 */
export class RegistryFacts {
  private readonly byKey = new Map<string, ItemVersion[]>();
  private readonly indexes = new Map<string, Map<unknown, ItemVersion[]>>();
  private readonly collections = new Map<string, ItemVersion[]>();
  private readonly begins = new Map<string, number>();

  constructor(private readonly clock: number) {}

  /** Adds versions of a collection; of a key either all or none. */
  add<C extends CollectionName>(collection: C, versions: readonly ItemVersion<RegistryItems[C]>[]): void {
    const all = this.versions(collection);
    for (const version of versions) {
      const key = `${collection} ${version.key}`;
      const known = this.byKey.get(key);
      if (known) known.push(version);
      else this.byKey.set(key, [version]);
      all.push(version);
    }
    for (const name of this.indexes.keys()) if (name.startsWith(`${collection} `)) this.indexes.delete(name);
  }

  /** What held of a key at an instant. */
  at<C extends CollectionName>(collection: C, key: string, instant: number): RegistryItems[C] | undefined {
    return this.ofKey(collection, key).find(version => covers(version, instant))?.item as RegistryItems[C] | undefined;
  }

  /** What is believed of a key for the clock's instant, or else for the last time before it. */
  latest<C extends CollectionName>(collection: C, key: string): RegistryItems[C] | undefined {
    return this.newest(this.ofKey(collection, key))?.item as RegistryItems[C] | undefined;
  }

  /** Since when what {@link latest} tells of a key is stated; -Infinity where it always was. */
  latestSince(collection: CollectionName, key: string): number | undefined {
    return this.newest(this.ofKey(collection, key))?.validFrom;
  }

  /** States of when the first item of a collection is that is known for a province, where only some of them are held. */
  setBegin(collection: CollectionName, province: string, instant: number): void {
    this.begins.set(`${collection} ${province}`, instant);
  }

  /** What was stated by {@link setBegin}. */
  begin(collection: CollectionName, province: string): number | undefined {
    return this.begins.get(`${collection} ${province}`);
  }

  /** Items with a value in a field (of a list-valued field: among its values) that held at an instant. */
  whereAt<C extends CollectionName>(
    collection: C,
    field: Extract<keyof RegistryItems[C], string>,
    value: string | number,
    instant: number,
  ): RegistryItems[C][] {
    return this.indexed(collection, field, value)
      .filter(version => covers(version, instant))
      .map(version => version.item as RegistryItems[C]);
  }

  /** Items with a value in a field, each key once, as {@link latest} tells it. */
  where<C extends CollectionName>(
    collection: C,
    field: Extract<keyof RegistryItems[C], string>,
    value: string | number,
  ): RegistryItems[C][] {
    const keys = new Set(this.indexed(collection, field, value).map(({ key }) => key));
    const items = [...keys].map(key => this.latest(collection, key)!);
    return items.filter(item => holds(item as Record<string, unknown>, field, value));
  }

  /** Every key of a collection once, as {@link latest} tells it. */
  all<C extends CollectionName>(collection: C): RegistryItems[C][] {
    const keys = new Set(this.versions(collection).map(({ key }) => key));
    return [...keys].map(key => this.latest(collection, key)!);
  }

  protected ofKey(collection: string, key: string): readonly ItemVersion[] {
    return this.byKey.get(`${collection} ${key}`) ?? [];
  }

  protected versions(collection: string): ItemVersion[] {
    const known = this.collections.get(collection);
    if (known) return known;
    const none: ItemVersion[] = [];
    this.collections.set(collection, none);
    return none;
  }

  private newest(versions: readonly ItemVersion[]): ItemVersion | undefined {
    const begun = versions.filter(({ validFrom }) => validFrom <= this.clock);
    return (begun.length > 0 ? begun : versions).reduce<ItemVersion | undefined>(
      (last, version) => (last && last.validFrom > version.validFrom ? last : version),
      undefined,
    );
  }

  protected indexed(collection: string, field: string, value: unknown): readonly ItemVersion[] {
    const name = `${collection} ${field}`;
    const index = this.indexes.get(name) ?? indexBy(this.versions(collection), field);
    this.indexes.set(name, index);
    return index.get(value) ?? [];
  }
}

const covers = ({ validFrom, validTo }: ItemVersion, instant: number): boolean =>
  validFrom <= instant && instant < validTo;

const holds = (item: Readonly<Record<string, unknown>>, field: string, value: unknown): boolean =>
  valuesOf(item, field).includes(value);

function valuesOf(item: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const value = item[field];
  return Array.isArray(value) ? value : [value];
}

function indexBy(versions: readonly ItemVersion[], field: string): Map<unknown, ItemVersion[]> {
  const index = new Map<unknown, ItemVersion[]>();
  for (const version of versions) {
    for (const value of valuesOf(version.item as Record<string, unknown>, field)) {
      const known = index.get(value);
      if (known) known.push(version);
      else index.set(value, [version]);
    }
  }
  return index;
}
