import type { Transaction } from '#platform';
import { toPoolInput } from './composer.js';
import { encodeComposition } from './domain/composition.js';
import { isAssayed } from './domain/decide/yields.js';
import { blendRun, blendSurplus, inheritedDistribution, unexplainedSource } from './domain/pools.js';
import type { NewSource, SourceDictionary } from './domain/source.js';
import type { LotState } from './domain/state.js';
import { loadPools, type StoredPool } from './storage/pools.repository.js';
import {
  type Changed, dependentPools, loadSheets, markDirty, nextDirty, type PoolSheet, ranksOf, type Recomputed, redirty,
  writeRecomputed,
} from './storage/recompute.repository.js'; // prettier-ignore
import type { TransactionSources } from './storage/source-dictionary.js';

/** At most this many pools are recomputed in the transaction of a correction; the rest is left to a job. */
export const RECOMPUTED_AT_ONCE_MAX = 500;

/** Pools a job recomputes in one transaction. */
const RECOMPUTED_PER_SLICE = 200;

/** What became of a change's consequences. */
export interface Propagation {
  readonly recomputed: number;
  /** Pools left to a job; whatever depends on them is `recomputing` until then. */
  readonly dirty: number;
}

/**
 * Recomputes pools and everything downstream, in topological order, and stops where nothing changes. `pools` are
 * recomputed themselves; of `changed`, whose contents have changed already, only what follows. `seq` is the ledger
 * position of the cause.
 */
export async function propagate(
  tx: Transaction,
  seeds: { readonly pools?: readonly number[]; readonly changed?: readonly number[] },
  seq: number,
  dictionary: TransactionSources,
): Promise<Propagation> {
  const queue = new Map<number, number>();
  const push = (pools: readonly { no: number; rank: number }[]): void =>
    pools.forEach(pool => queue.set(pool.no, pool.rank));
  if (seeds.pools?.length) push(await ranksOf(tx, seeds.pools));
  if (seeds.changed?.length) push(await dependentPools(tx, { pools: seeds.changed, lots: [] }));
  let recomputed = 0;
  while (queue.size > 0) {
    const level = takeLowest(queue);
    if (recomputed + level.length > RECOMPUTED_AT_ONCE_MAX) {
      return { recomputed, dirty: await markDirty(tx, [...level, ...queue.keys()]) };
    }
    const changed = await recomputeLevel(tx, level, seq, dictionary);
    recomputed += level.length;
    if (changed.pools.length > 0) push(await dependentPools(tx, changed));
  }
  return { recomputed, dirty: 0 };
}

/**
 * Recomputes a slice of the dirty pools, nearest to the roots first; returns how many were left before it. Whatever
 * depends on what has changed and is not in the slice is left dirty for the next one.
 */
export async function recomputeSlice(tx: Transaction, seq: number, dictionary: TransactionSources): Promise<number> {
  const queue = new Map((await nextDirty(tx, RECOMPUTED_PER_SLICE)).map(pool => [pool.no, pool.rank]));
  const { size } = queue;
  while (queue.size > 0) {
    const changed = await recomputeLevel(tx, takeLowest(queue), seq, dictionary);
    const late = (await dependentPools(tx, changed)).filter(pool => !queue.has(pool.no));
    if (late.length > 0) await tx.pipeline([redirty(late.map(pool => pool.no))]);
  }
  return size;
}

/** Removes and returns the pools of the lowest rank: none of them depends on another in the queue. */
function takeLowest(queue: Map<number, number>): number[] {
  let lowest = Infinity;
  for (const rank of queue.values()) lowest = Math.min(lowest, rank);
  const level = [...queue].filter(([, rank]) => rank === lowest).map(([no]) => no);
  level.forEach(no => queue.delete(no));
  return level;
}

/** Recomputes pools that do not depend on each other; returns those whose contents changed, and their changed lots. */
async function recomputeLevel(
  tx: Transaction,
  nos: readonly number[],
  seq: number,
  dictionary: TransactionSources,
): Promise<Changed> {
  const sheets = await loadSheets(tx, nos);
  const known = await loadInputs(tx, sheets, dictionary);
  const results = sheets.map(sheet => ({ sheet, result: recomputePool(sheet, known, dictionary) }));
  const changed = results.filter(({ sheet, result }) => differs(sheet, result));
  const toWrite = results.filter(({ sheet, result }) => sheet.dirty || differs(sheet, result));
  if (toWrite.length > 0)
    await tx.pipeline(
      writeRecomputed(
        toWrite.map(({ result }) => result),
        seq,
      ),
    );
  return {
    pools: changed.map(({ sheet }) => sheet.no),
    lots: changed.flatMap(({ result }) => result.inherited.map(each => each.no)),
  };
}

/** Loads the pools that others draw from, and what blending them takes. */
export async function loadInputs(
  tx: Transaction,
  sheets: readonly PoolSheet[],
  dictionary: TransactionSources,
): Promise<ReadonlyMap<number, StoredPool>> {
  const inputs = new Set(sheets.flatMap(sheet => sheet.draws.map(draw => draw.poolNo)));
  const [known] = await Promise.all([loadPools(tx, [...inputs]), dictionary.lookUp(tx, sheets.map(unexplainedIn))]);
  await dictionary.load(tx, known.values());
  return known;
}

/** The unexplained source that a pool consists of in part, should more have come out or been found than there was. */
const unexplainedIn = ({ eventType, eventId, enterprise }: PoolSheet): NewSource =>
  unexplainedSource(eventType === 'processing' ? 'excess' : 'surplus', eventId, enterprise);

/** What a pool's composition, and the mixtures its lots inherit, are by the compositions of its inputs. */
export function recomputePool(
  sheet: PoolSheet,
  known: ReadonlyMap<number, StoredPool>,
  dictionary: SourceDictionary,
): Recomputed {
  const inputs = sheet.draws.map(draw => toPoolInput(draw.reoG, draw.lot, known.get(draw.poolNo)?.composition));
  if (sheet.eventType !== 'processing') {
    const surplusReo = sheet.yields.reduce((sum, each) => sum + each.surplusReoG, 0);
    const lot = sheet.yields[0]?.lot ?? sheet.draws[0]?.lot;
    const distribution = lot?.distribution ?? [];
    return {
      no: sheet.no,
      composition: blendSurplus(inputs, surplusReo, distribution, unexplainedIn(sheet), { dictionary }),
      inherited: [],
    };
  }
  const yields = sheet.yields.map(each => ({ reoG: each.reoG, lot: withInherited(each.lot, inputs) }));
  const outputs = yields.map(({ lot, reoG }) => ({
    reo: reoG,
    distribution: lot.distribution,
    assayed: isAssayed(lot),
  }));
  const before = new Map(sheet.yields.map(each => [each.lot.no, each.lot.distribution]));
  return {
    no: sheet.no,
    composition: blendRun(inputs, outputs, unexplainedIn(sheet), { dictionary }),
    inherited: yields
      .map(({ lot }) => lot)
      .filter(lot => lot.distribution.some((share, e) => share !== before.get(lot.no)?.[e])),
  };
}

function withInherited(lot: LotState, inputs: Parameters<typeof inheritedDistribution>[0]): LotState {
  return lot.basis === 'inherited' ? { ...lot, distribution: inheritedDistribution(inputs, lot.product) } : lot;
}

/** Whether a pool came out otherwise than it is stored. */
export const differs = (sheet: PoolSheet, result: Recomputed): boolean =>
  result.inherited.length > 0 || !encodeComposition(result.composition).equals(sheet.stored);
