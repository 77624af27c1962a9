import { appendStatements } from '#ledger';
import type { Statement, Transaction } from '#platform';
import { composePools, type JudgeRoot, unexplainedIn } from './composer.js';
import { judgeSource } from './domain/source-status.js';
import type { RootPlan } from './domain/state.js';
import type { Decided } from './domain/plans.js';
import type { LoadedBatch } from './storage/capture.repository.js';
import { answerStatements, countersStatement, debitStatements, planStatements } from './storage/plan-statements.js';
import { type StoredPool, writePools } from './storage/pools.repository.js';
import { writeRoots } from './storage/roots.repository.js';
import type { TransactionSources } from './storage/source-dictionary.js';

/** Writes what a segment has decided, part by part, without waiting for one before it composes the next. */
export class SegmentWriter {
  private readonly writing: Promise<unknown>[] = [];
  private readonly imported: Map<string, number>;
  private readonly repeated = new Set<string>();
  private seq: number;

  constructor(
    private readonly tx: Transaction,
    private readonly batch: LoadedBatch,
    private readonly sources: TransactionSources,
    /** Compositions known so far, by number of the pool; grows. */
    private readonly pools: Map<number, StoredPool>,
  ) {
    this.imported = new Map(batch.imported);
    this.seq = batch.head.seq;
  }

  /** Declarations that imports of the segment cite and earlier events did. */
  get repeatedImports(): string[] {
    return [...this.repeated];
  }

  /** Composes a part and sends it off. */
  async write({ plans, touched, answered, counters }: Decided): Promise<void> {
    if (plans.entries.length === 0) return;
    this.addImports(plans.roots.map(({ root }) => root));
    this.sources.introduce(plans.pools.flatMap(plan => (plan.kind === 'root' ? [] : [unexplainedIn(plan).id])));
    const judge: JudgeRoot = root => this.judge(root);
    const pools = await composePools(this.tx, plans.pools, judge, this.sources, this.pools);
    const judged = plans.roots.map(({ root, seq }) => ({ root, seq, status: judge(root) }));
    this.send([
      ...debitStatements([...touched]),
      ...planStatements(plans),
      ...answerStatements([...answered]),
      ...writePools(pools),
      ...writeRoots(judged),
      ...this.sources.flush(),
      countersStatement(counters),
      ...appendStatements({ ...this.batch.head, seq: this.seq }, plans.entries),
    ]);
    this.seq += plans.entries.length;
  }

  /** Waits until everything is written; answers the ledger position after it. */
  async done(): Promise<number> {
    await Promise.all(this.writing);
    return this.seq;
  }

  private send(statements: readonly Statement[]): void {
    const writing = this.tx.pipeline(statements);
    writing.catch(() => undefined); // told by `done`
    this.writing.push(writing);
  }

  /** A root is judged on what was imported before and on what its own part imports. */
  private addImports(roots: readonly RootPlan[]): void {
    const cited = new Set(this.imported.keys());
    for (const { kind, reference, massG } of roots) {
      if (kind !== 'import') continue;
      if (cited.has(reference)) this.repeated.add(reference);
      this.imported.set(reference, (this.imported.get(reference) ?? 0) + massG);
    }
  }

  private judge(root: RootPlan): ReturnType<typeof judgeSource> {
    const importedG = this.imported.get(root.reference) ?? 0;
    return judgeSource(root, { ...this.batch.registry.evidenceFor(root), importedG });
  }
}
