import { findEntries } from '#lots';
import type { Transaction } from '#platform';
import { NOTHING, isPresent, type Share, WHOLE } from '../domain/recall/share.js';
import { ILLEGAL_SOURCES, sentFrom, type SentRow, type SuspectPoolRow, suspectPools } from './link-statements.js';

/** Numbers of the dispatches that carry mass of an illegal source, however little; of some products only where they are given. */
export async function illegalAmong(
  tx: Pick<Transaction, 'pipeline'>,
  dispatchNos: readonly number[],
  products: readonly string[] | undefined,
): Promise<Set<number>> {
  const [sources] = (await tx.pipeline([ILLEGAL_SOURCES])) as [{ no: number }[]];
  if (sources.length === 0) return new Set();
  const nos = sources.map(({ no }) => no);
  const [pools] = (await tx.pipeline([suspectPools(dispatchNos, nos)])) as [SuspectPoolRow[]];
  const illegal = new Set(nos);
  const shares = new Map(pools.flatMap(pool => shareOf(pool, illegal)));
  if (shares.size === 0) return new Set();
  const [sent] = (await tx.pipeline([sentFrom(dispatchNos, [...shares.keys()], products)])) as [SentRow[]];
  const carrying = sent.filter(({ poolNo, distribution }) => isPresent(1, distribution, shares.get(poolNo) ?? NOTHING));
  return new Set(carrying.map(({ dispatchNo }) => dispatchNo));
}

function shareOf({ no, sourceNo, composition }: SuspectPoolRow, illegal: ReadonlySet<number>): [number, Share][] {
  if (sourceNo !== null) return [[no, WHOLE]];
  if (!composition) return [];
  const { entries } = findEntries(composition, each => illegal.has(each));
  const mask = entries.reduce((bits, entry) => bits | entry.mask, 0);
  return mask === 0 ? [] : [[no, { ...NOTHING, mask }]];
}
