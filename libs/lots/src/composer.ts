import type { Transaction } from '#platform';
import { type Composition, singleSource } from './domain/composition.js';
import { isAssayed } from './domain/decide/yields.js';
import type { PoolInput } from './domain/mix.js';
import { blendRun, blendSurplus, unexplainedSource } from './domain/pools.js';
import type { NewSource, SourceDictionary, SourceStatus } from './domain/source.js';
import type { DrawPlan, LotState, PoolPlan, RootPlan } from './domain/state.js';
import { loadPools, type PoolWrite, type StoredPool } from './storage/pools.repository.js';
import type { TransactionSources } from './storage/source-dictionary.js';

/** Judges a root event on what was loaded for its batch. */
export type JudgeRoot = (root: RootPlan) => SourceStatus;

export type ComposedPool = PoolWrite & { readonly composition: Composition };

/** Computes the compositions of new pools, in the order in which their events were decided; adds them to the known ones. */
export async function composePools(
  tx: Transaction,
  plans: readonly PoolPlan[],
  judge: JudgeRoot,
  dictionary: TransactionSources,
  known = new Map<number, StoredPool>(),
): Promise<ComposedPool[]> {
  const sources = plans.map(plan => sourceIn(plan, judge));
  const inputs = plans.flatMap(plan => (plan.kind === 'root' ? [] : plan.draws.map(draw => draw.holding.poolNo)));
  const made = new Set(plans.map(plan => plan.no));
  const missing = [...new Set(inputs)].filter(no => !made.has(no) && !known.has(no));
  const [loaded] = await Promise.all([loadPools(tx, missing), dictionary.lookUp(tx, sources)]);
  await dictionary.load(tx, loaded.values());
  loaded.forEach((pool, no) => known.set(no, pool));
  return plans.map((plan, index) => {
    const pool = composePool(plan, sources[index]!, known, dictionary);
    known.set(pool.no, { no: pool.no, composition: pool.composition, dirty: pool.dirty });
    return pool;
  });
}

/** The source of a root, or the unexplained one of what else a pool may consist of. */
const sourceIn = (plan: PoolPlan, judge: JudgeRoot): NewSource =>
  plan.kind === 'root' ? sourceOf(plan.root, judge(plan.root)) : unexplainedIn(plan);

/** The source of what a pool may yield beyond its inputs. */
export const unexplainedIn = (plan: Exclude<PoolPlan, { kind: 'root' }>): NewSource =>
  unexplainedSource(plan.kind === 'surplus' ? 'surplus' : 'excess', plan.eventId, plan.tenant);

function composePool(
  plan: PoolPlan,
  source: NewSource,
  known: ReadonlyMap<number, StoredPool>,
  dictionary: SourceDictionary,
): ComposedPool {
  const { no, eventNo, key, tenant } = plan;
  if (plan.kind === 'root') {
    const sourceNo = dictionary.intern(source).no;
    return { no, eventNo, key, tenant, sourceNo, composition: singleSource(sourceNo), dirty: false };
  }
  const inputs = plan.draws.map(draw => poolInput(draw, known));
  const dirty = plan.draws.some(draw => known.get(draw.holding.poolNo)?.dirty);
  if (plan.kind === 'surplus') {
    const composition = blendSurplus(inputs, plan.surplusReoG, plan.lot.distribution, source, { dictionary });
    return { no, eventNo, key, tenant, composition, dirty };
  }
  const outputs = plan.yields.map(({ lot, reoG }) => ({
    reo: reoG,
    distribution: lot.distribution,
    assayed: isAssayed(lot),
  }));
  const composition = blendRun(inputs, outputs, source, { dictionary });
  return { no, eventNo, key, tenant, composition, dirty };
}

/** A root's source with the status it is judged to have. */
export function sourceOf(root: RootPlan, status: SourceStatus): NewSource {
  const { sourceId: id, kind, enterprise, region, year } = root;
  return { id, kind, status, enterprise, ...(region ? { region } : {}), year, folded: false };
}

function poolInput(draw: DrawPlan, known: ReadonlyMap<number, StoredPool>): PoolInput {
  return toPoolInput(draw.reoG, draw.holding.lot, known.get(draw.holding.poolNo)?.composition);
}

export function toPoolInput(
  reo: number,
  lot: Pick<LotState, 'distribution' | 'basis' | 'product'>,
  composition: Composition | undefined,
): PoolInput {
  return { reo, distribution: lot.distribution, assayed: isAssayed(lot), composition: composition ?? { entries: [] } };
}
