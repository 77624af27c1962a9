import type { Transaction } from '#platform';
import { differs, loadInputs, recomputePool } from '../recompute.js';
import { judgeAgain } from '../rejudge.js';
import type { SourceStatus } from '../domain/source.js';
import { loadSheets, type PoolSheet } from '../storage/recompute.repository.js';
import { rootsAfter } from '../storage/roots.repository.js';
import { CURRENT } from '../storage/lots.migration.js';
import { SourceCache, TransactionSources } from '../storage/source-dictionary.js';

/** A composition, or the mixture that a lot inherits, which is not what follows from the pool's draws. */
export interface WrongPool {
  readonly pool: number;
  readonly event: string;
}

/** A root event whose status is not what papers and decisions say now. */
export interface WrongRoot {
  readonly source: string;
  readonly eventNo: number;
  readonly stored: SourceStatus;
  readonly expected: SourceStatus;
}

/** Pools looked at together; their compositions are held in memory. */
const POOLS = 200;
const ROOTS = 1_000;

/**
 * Computes every blended pool from what is stored of its inputs and names those that come out otherwise. Where each
 * follows from its inputs, all of them follow from the roots. Writes nothing.
 */
export async function findWrongPools(tx: Transaction, onProgress?: (pools: number) => void): Promise<WrongPool[]> {
  const wrong: WrongPool[] = [];
  let looked = 0;
  for (let nos = await poolsAfter(tx, 0); nos.length > 0; nos = await poolsAfter(tx, nos.at(-1)!)) {
    const sheets = await loadSheets(tx, nos);
    const dictionary = await TransactionSources.within(tx, new SourceCache());
    const known = await loadInputs(tx, sheets, dictionary);
    const isWrong = (sheet: PoolSheet): boolean => differs(sheet, recomputePool(sheet, known, dictionary));
    wrong.push(...sheets.filter(isWrong).map(({ no, eventId }) => ({ pool: no, event: eventId })));
    onProgress?.((looked += nos.length));
  }
  return wrong;
}

/** Blended pools that anything lies in, in the order of their numbers; those waiting to be recomputed are left out. */
async function poolsAfter(tx: Transaction, after: number): Promise<number[]> {
  const rows = await tx.query<{ no: number }>(
    `SELECT p.no FROM pool p WHERE p.no > $1 AND p.source_no IS NULL AND NOT p.dirty
       AND EXISTS (SELECT FROM holding h WHERE h.pool_no = p.no AND h.${CURRENT})
     ORDER BY p.no LIMIT ${POOLS}`,
    [after],
  );
  return rows.map(({ no }) => no);
}

/** Judges every root event again and names those of another status. Writes nothing. */
export async function findWrongRoots(tx: Transaction): Promise<WrongRoot[]> {
  const wrong: WrongRoot[] = [];
  for (let roots = await rootsAfter(tx, 0, ROOTS); roots.length > 0; ) {
    const stored = new Map(roots.map(({ root, status }) => [root.eventNo, status]));
    for (const { root, status } of await judgeAgain(tx, roots)) {
      wrong.push({ source: root.sourceId, eventNo: root.eventNo, stored: stored.get(root.eventNo)!, expected: status });
    }
    roots = await rootsAfter(tx, roots.at(-1)!.root.eventNo, ROOTS);
  }
  return wrong;
} // prettier-ignore
