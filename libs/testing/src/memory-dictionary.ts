import type { NewSource, SourceDictionary, SourceEntry } from '#lots';

/** A dictionary of sources that is kept nowhere. */
export class MemoryDictionary implements SourceDictionary {
  private readonly entries: SourceEntry[] = [];
  private readonly byKey = new Map<string, SourceEntry>();

  get(no: number): SourceEntry {
    const entry = this.entries[no - 1];
    if (!entry) throw new Error(`there is no source ${no}`);
    return entry;
  }

  intern(source: NewSource): SourceEntry {
    const key = `${source.id} ${source.status}`;
    const known = this.byKey.get(key);
    if (known) return known;
    const entry = { ...source, no: this.entries.length + 1 };
    this.entries.push(entry);
    this.byKey.set(key, entry);
    return entry;
  }
}
