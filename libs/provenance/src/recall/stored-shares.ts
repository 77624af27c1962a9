import { ELEMENT_COUNT } from '#kernel';
import { findEntries, PPB } from '#lots';
import type { Transaction } from '#platform';
import { NOTHING, type Share, WHOLE } from '../domain/recall/share.js';
import { type PoolRow, poolsHolding } from './recall-statements.js';

/** Shares of sources in pools as their stored compositions say. */
export interface StoredShares {
  shareOf(poolNo: number): Share;
  /** Some compositions do not tell: they are to be recomputed, or hold a source inside a group only. */
  readonly isUncertain: boolean;
  /** A correction upstream is still being worked in. */
  readonly isRecomputing: boolean;
}

export async function readStoredShares(
  tx: Transaction,
  poolNos: Iterable<number>,
  sourceNos: readonly number[],
): Promise<StoredShares> {
  const [rows] = (await tx.pipeline([poolsHolding([...new Set(poolNos)], sourceNos)])) as [PoolRow[]];
  const wanted = new Set(sourceNos);
  const shares = new Map<number, Share>();
  let isFolded = false;
  for (const { no, sourceNo, composition } of rows) {
    if (sourceNo !== null) shares.set(no, wanted.has(sourceNo) ? WHOLE : NOTHING);
    if (!composition) continue;
    const found = findEntries(composition, each => wanted.has(each));
    isFolded ||= found.isFolded;
    if (found.entries.length > 0) shares.set(no, sumOf(found.entries));
  }
  const isRecomputing = rows.some(({ dirty }) => dirty);
  return { shareOf: no => shares.get(no) ?? NOTHING, isUncertain: isRecomputing || isFolded, isRecomputing };
}

/** A source with several statuses stands in a composition once per status. */
function sumOf(entries: readonly { mask: number; ppb: Readonly<Int32Array> }[]): Share {
  const ppb = new Float64Array(ELEMENT_COUNT);
  let mask = 0;
  for (const entry of entries) {
    mask |= entry.mask;
    for (let e = 0; e < ELEMENT_COUNT; e++) ppb[e]! += entry.ppb[e]!;
  }
  return { mask, parts: ppb.map(value => value / PPB) };
}
