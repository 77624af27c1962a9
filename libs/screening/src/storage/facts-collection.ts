import type { ItemVersion } from '../facts/registry-facts.js';

type VersionsByKey = ReadonlyMap<string, readonly ItemVersion[]>;

/** Below this many changed keys nothing is written anew. */
const OVERLAY_MIN = 256;
/** Part of a collection that may lie over it before both become one. */
const OVERLAY_SHARE = 1 / 8;

class Indexed {
  private readonly indexes = new Map<string, Map<unknown, ItemVersion[]>>();
  private list: readonly ItemVersion[] | undefined;

  constructor(readonly byKey: VersionsByKey) {}

  all(): readonly ItemVersion[] {
    return (this.list ??= [...this.byKey.values()].flat());
  }

  holding(field: string, value: unknown): readonly ItemVersion[] {
    const index = this.indexes.get(field) ?? indexBy(this.all(), field);
    this.indexes.set(field, index);
    return index.get(value) ?? [];
  }
}

/**
 * Versions of one collection, found by key and by the values of fields. It never changes: changed keys are laid over
 * what was there, which both share, so that a change costs what it changes.
 */
export class CollectionVersions {
  static readonly EMPTY = new CollectionVersions(new Indexed(new Map()), new Indexed(new Map()));

  private constructor(
    private readonly base: Indexed,
    private readonly overlay: Indexed,
  ) {}

  /** The same with these keys' versions in place of those known. */
  with(changed: VersionsByKey): CollectionVersions {
    if (changed.size === 0) return this;
    const over = new Map([...this.overlay.byKey, ...changed]);
    if (over.size <= Math.max(OVERLAY_MIN, this.base.byKey.size * OVERLAY_SHARE)) {
      return new CollectionVersions(this.base, new Indexed(over));
    }
    return new CollectionVersions(new Indexed(new Map([...this.base.byKey, ...over])), new Indexed(new Map()));
  }

  ofKey(key: string): readonly ItemVersion[] {
    return this.overlay.byKey.get(key) ?? this.base.byKey.get(key) ?? [];
  }

  /** Versions with a value in a field; of a list-valued field, among its values. */
  holding(field: string, value: unknown): readonly ItemVersion[] {
    return this.joined(this.base.holding(field, value), this.overlay.holding(field, value));
  }

  all(): readonly ItemVersion[] {
    return this.joined(this.base.all(), this.overlay.all());
  }

  private joined(below: readonly ItemVersion[], over: readonly ItemVersion[]): readonly ItemVersion[] {
    const { byKey } = this.overlay;
    return byKey.size === 0 ? below : [...below.filter(({ key }) => !byKey.has(key)), ...over];
  }
}

function indexBy(versions: readonly ItemVersion[], field: string): Map<unknown, ItemVersion[]> {
  const index = new Map<unknown, ItemVersion[]>();
  for (const version of versions) {
    const held = (version.item as Readonly<Record<string, unknown>>)[field];
    for (const value of Array.isArray(held) ? (held as unknown[]) : [held]) {
      const known = index.get(value);
      if (known) known.push(version);
      else index.set(value, [version]);
    }
  }
  return index;
}
