import { SYSTEM } from '#kernel';
import { lockHead } from '#ledger';
import { type Database, enqueueStatement, type JobHandler, type Slice, type Transaction } from '#platform';
import { recomputeSlice } from './recompute.js';
import { type SourceCache, TransactionSources } from './storage/source-dictionary.js';

/** Kind of operation that recomputes pools left dirty by a correction or a registry change. */
export const RECOMPUTE = 'recompute-pools';

/** Queues a recomputation in the transaction that left pools dirty; one waiting is enough. */
export async function enqueueRecompute(tx: Transaction): Promise<void> {
  await tx.pipeline([enqueueStatement(SYSTEM, RECOMPUTE, {}, { key: 'all' })]);
}

/** Recomputes dirty pools slice by slice, nearest to the roots first. */
export class RecomputeJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly cache: SourceCache,
  ) {}

  async step(): Promise<Slice> {
    const { done, sources } = await this.database.write(SYSTEM, async tx => {
      const [[head]] = (await tx.pipeline([lockHead])) as [{ seq: number }[]];
      const sources = await TransactionSources.within(tx, this.cache);
      const recomputed = await recomputeSlice(tx, head!.seq, sources);
      const statements = sources.flush();
      if (statements.length > 0) await tx.pipeline(statements);
      return { done: recomputed === 0, sources };
    });
    sources.commit();
    return { cursor: {}, done, progress: done ? 1 : 0.5 };
  }
}
