import { SYSTEM } from '#kernel';
import type { Database, Transaction } from '#platform';
import { compareStates, type Difference } from './compare-states.js';
import { DatabaseTarget } from './database-target.js';
import { type Reader, readLedger } from './ledger-reader.js';
import { findWrongPools, findWrongRoots, type WrongPool, type WrongRoot } from './recomputed.js';
import type { RelationName } from './relations.js';
import { replay, ReplayRefused } from './replay.js';
import { findViolations, type Violation } from './violations.js';

/** What a check found: nothing where all lists are empty. */
export interface CheckReport {
  /** Ledger position whose state was checked. */
  readonly seq: number;
  readonly violations: readonly Violation[];
  readonly wrongPools: readonly WrongPool[];
  readonly wrongRoots: readonly WrongRoot[];
  /** Positions of entries whose content does not fit the digest it was recorded with. */
  readonly tampered: readonly number[];
  readonly differences: readonly Difference[];
  /** The entry at which the ledger could not be recorded again. */
  readonly stoppedAt?: { readonly seq: number; readonly reason: string };
  /** Digests of what agrees, by its name. */
  readonly digests: Readonly<Partial<Record<RelationName, string>>>;
}

export interface CheckOptions {
  /** Told now and then how far it is: entries recorded again, or pools computed, of as many. */
  readonly onProgress?: (done: number, total: number) => void;
}

const NOTHING = { violations: [], wrongPools: [], wrongRoots: [], tampered: [], differences: [], digests: {} };

export const isSound = (report: CheckReport): boolean =>
  !report.stoppedAt &&
  [report.violations, report.wrongPools, report.wrongRoots, report.tampered, report.differences].every(
    list => list.length === 0,
  );

/** Sums up what is stored, computes every composition from its inputs and judges every source again. Writes nothing. */
export async function checkQuickly(database: Database, { onProgress }: CheckOptions = {}): Promise<CheckReport> {
  return database.snapshot(SYSTEM, async tx => {
    const seq = await headOf(tx);
    const [pools] = await tx.query<{ count: number }>('SELECT count(*) AS count FROM pool WHERE source_no IS NULL');
    const violations = await findViolations(tx);
    const wrongPools = await findWrongPools(tx, done => onProgress?.(done, pools!.count));
    return { ...NOTHING, seq, violations, wrongPools, wrongRoots: await findWrongRoots(tx) };
  });
}

/**
 * Records the whole ledger again in `scratch`, a migrated database that holds nothing yet, and compares what follows
 * there with what is stored. Whoever records meanwhile does no harm: one state is looked at from beginning to end.
 */
export async function checkByReplay(
  database: Database,
  scratch: Database,
  { onProgress }: CheckOptions = {},
): Promise<CheckReport> {
  return database.snapshot(SYSTEM, async tx => {
    const awake = setInterval(() => void tx.query('SELECT 1').catch(() => undefined), KEEP_AWAKE_MS);
    try {
      return await replayAndCompare(tx, scratch, onProgress);
    } finally {
      clearInterval(awake);
    }
  });
}

/** PostgreSQL ends a transaction in which nothing happens for a while. */
const KEEP_AWAKE_MS = 5_000;

async function replayAndCompare(
  tx: Transaction,
  scratch: Database,
  onProgress: CheckOptions['onProgress'],
): Promise<CheckReport> {
  const seq = await headOf(tx);
  const tampered: number[] = [];
  const target = new DatabaseTarget(scratch);
  try {
    const lines = readLedger(tx, { until: seq, onTampered: at => void tampered.push(at) });
    await replay(lines, target, { onStep: done => onProgress?.(done, seq) });
    await target.finish();
  } catch (error) {
    await target.close();
    if (!(error instanceof ReplayRefused)) throw error;
    return { ...NOTHING, seq, tampered, stoppedAt: { seq: error.seq, reason: error.message } };
  }
  return { ...NOTHING, seq, tampered, ...(await compareStates(tx, readerOf(scratch))) };
}

const headOf = async (tx: Transaction): Promise<number> =>
  (await tx.query<{ seq: number }>('SELECT seq FROM ledger_head'))[0]!.seq;

/** A database as a reader that sees everything, each statement for itself. */
export const readerOf = (database: Database): Reader => ({
  query: <Row>(text: string, values: readonly unknown[] = []) => database.read<Row>(SYSTEM, text, values),
});
