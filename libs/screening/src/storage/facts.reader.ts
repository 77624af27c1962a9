import type { Context } from '#kernel';
import type { Database, Statement, Transaction } from '#platform';
import type { Instant } from '../facts/facts.js';
import type { Span } from '../periods.js';
import type { Parameters, Values } from '../rule.js';
import { type AskedFacts, FactsLoad } from './facts-load.js';
import type { LoadedFacts } from './facts-loaded.js';
import { invoicesOf, type VersionRow } from './facts-registry.js';
import { RegistryCache } from './facts-registry-cache.js';
import {
  eventsOfEnterprises,
  namedEvents,
  type NoRow,
  tooLarge,
  voidedEvents,
  type VoidedRow,
} from './facts-related.js';
import { SourceBook } from './facts-sources.js';
import { currentParameters, parametersByRule, type SetParameters } from './parameters.js';

/** Facts with the state they are of. */
export interface Loaded {
  readonly facts: LoadedFacts;
  /** Newest position of the ledger that they were loaded at. */
  readonly seq: number;
  /** Events loaded whose origins are about to be computed anew: what they say of origins is of before a correction. */
  readonly recomputing: ReadonlySet<string>;
  /** What is set for rules, by their codes. */
  readonly parameters: ReadonlyMap<string, Values<Parameters>>;
}

/** About 200 MB. */
export const PARTS_MAX = 200_000;

/**
 * Loads facts for rules, each time in one snapshot and in a number of statements that does not depend on how much there
 * is. Facts are of the whole ledger, whoever asks: they are for rules, not for answers. Keeps in memory, once per process,
 * the registry without invoices (about half a kilobyte an item) and up to 100,000 sources.
 */
export class FactsReader {
  private readonly registry: RegistryCache;
  private readonly sources = new SourceBook();

  constructor(private readonly database: Database) {
    this.registry = new RegistryCache(database);
  }

  /**
   * Facts about single events as they stand now, also such as are dated after the clock. Void and unknown ones are left
   * out. Hundreds of events at a time: all their papers' other events come with them, and with an export that takes out
   * mass of illegal sources up to `UPSTREAM_MAX` events above it, together for all exports asked for.
   */
  async forEvents(context: Context, ids: readonly string[], clock: Instant): Promise<Loaded> {
    return this.load(context, { clock, enterprises: [] }, 'infinity', [namedEvents(ids)], async (load, [nos]) => {
      await load.addDirect(nos as NoRow[]);
      await load.addRelated();
      return load.finish();
    });
  }

  /** Those of some enterprises that have too much to be held at once, `PARTS_MAX` events and draws or more. */
  async tooLarge(context: Context, usccs: readonly string[]): Promise<ReadonlySet<string>> {
    const { text, values } = tooLarge(usccs, PARTS_MAX);
    const rows = await this.database.read<{ uscc: string }>({ ...context, scope: { kind: 'all' } }, text, values ?? []);
    return new Set(rows.map(({ uscc }) => uscc));
  }

  /**
   * Facts about enterprises up to the clock. Everything of theirs is held at once, about 1 kB a draw or yield with what
   * belongs to it, and up to 40 kB a pool of many sources: a few enterprises at a time. What is upstream of their exports is
   * bounded as for events. An aborted signal ends the load before its next statement.
   */
  async forEnterprises(
    context: Context,
    usccs: readonly string[],
    { clock, span, signal }: { readonly clock: Instant; readonly span?: Span; readonly signal?: AbortSignal },
  ): Promise<Loaded> {
    const statements = [eventsOfEnterprises(usccs), voidedEvents(usccs), invoicesOf(usccs)];
    const asked = { clock, enterprises: usccs, ...(span ? { span } : {}), ...(signal ? { signal } : {}) };
    return this.load(context, asked, new Date(clock), statements, async (load, [nos, voided, invoices]) => {
      await load.addDirect(nos as NoRow[]);
      load.addPapersOf(invoices as VersionRow[]);
      await load.addRelated();
      return load.finish(voided as VoidedRow[]);
    });
  }

  private async load(
    context: Context,
    asked: AskedFacts,
    until: Date | 'infinity',
    statements: readonly Statement[],
    work: (load: FactsLoad, rows: unknown[][]) => Promise<Omit<Loaded, 'seq' | 'parameters'>>,
  ): Promise<Loaded> {
    const base = await this.registry.base();
    return this.database.snapshot({ ...context, scope: { kind: 'all' } }, async (tx: Transaction) => {
      const since = this.registry.since(base);
      const [set, ...rows] = await tx.pipeline([currentParameters, ...since, ...statements]);
      const registry = this.registry.advance(base, rows.slice(0, since.length));
      const loaded = await work(
        new FactsLoad(asked.signal ? interruptible(tx, asked.signal) : tx, registry, this.sources, asked, until),
        rows.slice(since.length),
      );
      return { ...loaded, seq: registry.seq, parameters: parametersByRule(set as SetParameters[]) };
    });
  }
}

/** The transaction, of which every statement is refused once the signal has been given. */
function interruptible(tx: Transaction, signal: AbortSignal): Transaction {
  const unlessAborted = <T>(work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    return work();
  };
  return {
    query: (text, values) => unlessAborted(() => tx.query(text, values)),
    pipeline: statements => unlessAborted(() => tx.pipeline(statements)),
  };
}
