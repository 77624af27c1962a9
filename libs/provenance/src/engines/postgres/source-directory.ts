import type { Context } from '#kernel';
import type { SourceEntry, SourceStatus } from '#lots';
import type { Database } from '#platform';
import { sourceKey, type SourceLookup } from '../../provenance-store.js';

interface SourceRow extends Omit<SourceEntry, 'enterprise' | 'region' | 'year'> {
  readonly enterprise: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

const COLUMNS = 'SELECT no, id, status, kind, enterprise, region, year, folded FROM source';

/**
 * The dictionary of sources. It only grows and has no gaps, so who sees all of it keeps it in memory and reads what is
 * new; others read the entries they may see.
 */
export class SourceDirectory {
  private readonly everything = new Entries();
  private size = 0;

  constructor(private readonly database: Database) {}

  async lookup(context: Context, nos: Iterable<number> | 'all'): Promise<SourceLookup> {
    if (context.scope.kind !== 'all') return this.visible(context, nos);
    const wanted = nos === 'all' ? Infinity : Math.max(0, ...nos);
    if (wanted > this.size) await this.grow(context);
    return this.everything;
  }

  private async grow(context: Context): Promise<void> {
    const rows = await this.database.read<SourceRow>(context, `${COLUMNS} WHERE no > $1 ORDER BY no`, [this.size]);
    for (const row of rows) this.everything.add(entryOf(row));
    this.size = Math.max(this.size, rows.at(-1)?.no ?? 0);
  }

  private async visible(context: Context, nos: Iterable<number> | 'all'): Promise<SourceLookup> {
    const values = nos === 'all' ? [] : [[...nos]];
    const text = nos === 'all' ? COLUMNS : `${COLUMNS} WHERE no = ANY ($1::bigint[])`;
    const entries = new Entries();
    for (const row of await this.database.read<SourceRow>(context, text, values)) entries.add(entryOf(row));
    return entries;
  }
}

class Entries implements SourceLookup {
  private readonly byNo = new Map<number, SourceEntry>();
  private readonly byKey = new Map<string, SourceEntry>();

  add(entry: SourceEntry): void {
    this.byNo.set(entry.no, entry);
    this.byKey.set(sourceKey(entry), entry);
  }

  get(no: number): SourceEntry | undefined {
    return this.byNo.get(no);
  }

  find(id: string, status: SourceStatus): SourceEntry | undefined {
    return this.byKey.get(sourceKey({ id, status }));
  }
}

function entryOf({ enterprise, region, year, ...row }: SourceRow): SourceEntry {
  return {
    ...row,
    ...(enterprise === null ? {} : { enterprise }),
    ...(region === null ? {} : { region }),
    ...(year === null ? {} : { year }),
  };
}
