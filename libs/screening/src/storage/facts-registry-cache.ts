import { groupBy, SYSTEM } from '#kernel';
import type { Database, Statement, Transaction } from '#platform';
import { COLLECTIONS } from '#registry';
import { CollectionVersions } from './facts-collection.js';
import {
  type BeginRow, beginsSince, beginsStatement, changedStatement, KEPT_APART, type VersionRow, versionsByKey, wholeStatement,
} from './facts-registry.js'; // prettier-ignore

/** All collections but the invoices as believed at a ledger position. Never changes. */
export interface RegistryState {
  readonly seq: number;
  readonly collections: ReadonlyMap<string, CollectionVersions>;
  /** When the first invoice known for a province (six digits) was issued. */
  readonly begins: ReadonlyMap<string, number>;
}

type Since = [head: [{ seq: number }], changed: VersionRow[], begins: BeginRow[]];

const HEAD: Statement = { name: 'facts-head', text: 'SELECT seq FROM ledger_head' };

const WHOLE = COLLECTIONS.map(({ name }) => name).filter(name => name !== KEPT_APART);

const NOTHING: RegistryState = {
  seq: 0,
  collections: new Map(WHOLE.map(name => [name, CollectionVersions.EMPTY])),
  begins: new Map(),
};

/**
 * The registry in memory, one per process: all of it is read once, then only what was stated since. Each load brings what
 * it began with up to the head that it reads in its own snapshot, so processes need not know of each other. Takes
 * about half a kilobyte an item. An invoice restated with a later date does not move the begin of its province again until
 * the process starts anew.
 */
export class RegistryCache {
  private newest: RegistryState | undefined;
  private starting: Promise<RegistryState> | undefined;

  constructor(private readonly database: Database) {}

  /** A state to begin with, to be asked for before the snapshot begins: it is never newer than that. */
  async base(): Promise<RegistryState> {
    if (this.newest) return this.newest;
    this.starting ??= this.start().finally(() => (this.starting = undefined));
    return this.starting;
  }

  /** Statements for {@link advance}, to be run in the snapshot. */
  since({ seq }: RegistryState): Statement[] {
    return [HEAD, changedStatement(seq), beginsSince(seq)];
  }

  /** The state at a snapshot's head, of the rows that {@link since} has found there. */
  advance(base: RegistryState, rows: readonly unknown[][]): RegistryState {
    const state = overlaid(base, rows as Since);
    if (!this.newest || this.newest.seq < state.seq) this.newest = state;
    return state;
  }

  private async start(): Promise<RegistryState> {
    const readWhole = (tx: Transaction): Promise<unknown[][]> =>
      tx.pipeline([HEAD, wholeStatement(WHOLE), beginsStatement]);
    const state = overlaid(NOTHING, (await this.database.snapshot(SYSTEM, readWhole)) as Since);
    this.newest ??= state;
    return state;
  }
}

function overlaid({ collections, begins }: RegistryState, [[{ seq }], changed, begun]: Since): RegistryState {
  return {
    seq,
    collections: changed.length > 0 ? withChanged(collections, changed) : collections,
    begins: begun.length > 0 ? withBegun(begins, begun) : begins,
  };
}

function withChanged(collections: RegistryState['collections'], rows: readonly VersionRow[]): RegistryState['collections'] {
  const next = new Map(collections);
  for (const [name, changed] of groupBy(rows, ({ collection }) => collection)) {
    next.set(name, collections.get(name)!.with(versionsByKey(changed)));
  }
  return next;
} // prettier-ignore

function withBegun(begins: RegistryState['begins'], rows: readonly BeginRow[]): RegistryState['begins'] {
  const next = new Map(begins);
  for (const { province, at } of rows) {
    const region = `${province}0000`;
    next.set(region, Math.min(next.get(region) ?? Infinity, at.getTime()));
  }
  return next;
}
