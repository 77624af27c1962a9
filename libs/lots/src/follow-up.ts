import type { Context } from '#kernel';
import type { Head } from '#ledger';
import type { Transaction } from '#platform';
import type { Change, RegistryListener } from '#registry';
import { rejudge, type Rejudged } from './rejudge.js';
import { type SourceCache, TransactionSources } from './storage/source-dictionary.js';

/** Puts a recomputation of dirty pools into the queue, inside the transaction that left them. */
export type EnqueueRecompute = (tx: Transaction) => Promise<void>;

/** What changes of papers, imports and decisions do to the status of sources, and so to everything downstream. */
export class FollowUp implements RegistryListener {
  private queued = false;

  constructor(
    private readonly cache: SourceCache,
    private readonly enqueueRecompute: EnqueueRecompute,
    private readonly wakeJobs: () => void,
  ) {}

  /** What was left to a job has been committed: it may begin. */
  committed(): void {
    if (this.queued) this.wakeJobs();
    this.queued = false;
  }

  /** New imports on declarations that earlier events cite: together they may exceed what was declared. */
  async imports(
    tx: Transaction,
    declarations: readonly string[],
    seq: number,
    sources: TransactionSources,
  ): Promise<void> {
    if (declarations.length > 0) await this.judgeAgain(tx, { declarations }, seq, sources);
  }

  async changed(tx: Transaction, _context: Context, changes: readonly Change[], head: Head): Promise<void> {
    const names = namesIn(changes);
    if (Object.values(names).every(list => list.length === 0)) return;
    await this.judgeAgain(tx, names, head.seq, await TransactionSources.within(tx, this.cache));
  }

  /** A person has decided on a source. */
  async decided(tx: Transaction, sourceId: string, seq: number): Promise<void> {
    await this.judgeAgain(tx, { sources: [sourceId] }, seq, await TransactionSources.within(tx, this.cache));
  }

  /** Leaves dirty pools to a job. */
  async left(tx: Transaction, dirty: number): Promise<void> {
    if (dirty === 0) return;
    await this.enqueueRecompute(tx);
    this.queued = true;
  }

  private async judgeAgain(tx: Transaction, names: Rejudged, seq: number, sources: TransactionSources): Promise<void> {
    const { dirty } = await rejudge(tx, names, seq, sources);
    const statements = sources.flush();
    if (statements.length > 0) await tx.pipeline(statements);
    await this.left(tx, dirty);
  }
}

/** Papers and enterprises among registry changes on which the status of sources depends. */
function namesIn(changes: readonly Change[]): Required<Rejudged> {
  const of = (collection: string, nameOf: (change: Change) => string): string[] => [
    ...new Set(changes.filter(change => change.collection === collection).map(nameOf)),
  ];
  return {
    licences: of('permits', change => change.key.slice(change.key.indexOf(':') + 1)),
    declarations: of('customs-declarations', change => change.key),
    enterprises: of('enterprises', change => change.key),
    sanctioned: [...new Set(changes.flatMap(sanctionedIn))],
    sources: [],
  };
}

/** Enterprises that a change of a sanction concerns, before and after. */
const sanctionedIn = ({ collection, before, after }: Change): string[] =>
  collection === 'sanctions' ? [...before, ...after].map(version => version.tenant) : [];
