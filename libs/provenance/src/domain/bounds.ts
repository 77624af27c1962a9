import { ELEMENT_COUNT } from '#kernel';
import { type Balances, isTrace } from './balance.js';
import { BoundsFold } from './bounds-fold.js';
import type { PoolGraph, PoolInputNode, PoolNode } from './pool-graph.js';
import type { ShareBounds } from './origins.js';
import type { Upstream } from './upstream.js';

/** A part of the subject, by lot and pool. */
export interface BoundedPart {
  readonly poolNo: number;
  readonly lotNo: number;
  readonly reoG: number;
}

/** Who brought mass in at a root or an unexplained excess: numbered from 0. */
export interface Introducers {
  readonly count: number;
  /** Of a root event, of a run's excess, of a count's surplus. */
  of(node: PoolNode): number;
}

/** Steps of the inner loop that are worth waiting for: some tenths of a second. */
export const BOUND_STEPS_MAX = 60_000_000;

/**
 * The least and most of a subject's REO that can have come from each introducer, whatever happened inside the plants: a
 * lot is homogeneous, a plant is not. Per event and element: at least what the rest of the pool could not have given, at
 * most what the introducer gave, and that again between its own bounds. Exact for one event, sound over several.
 * `undefined` where it would take more than `stepsMax` steps, or the walk is incomplete.
 */
export function boundShares(
  upstream: Upstream,
  graph: PoolGraph,
  parts: readonly BoundedPart[],
  introducers: Introducers,
  balances: Balances,
  stepsMax = BOUND_STEPS_MAX,
): ShareBounds[] | undefined {
  if (graph.incomplete || upstream.truncated) return undefined;
  const elements = elementsNeeded(upstream, parts, balances);
  const taken = parts.flatMap(part => {
    const from = graph.nodeOf(part.poolNo, part.lotNo);
    const lot = upstream.lots.index.get(part.lotNo);
    return from && lot !== undefined ? [{ from, lot, reoG: part.reoG }] : [];
  });
  const fold = new BoundsFold(upstream, elements, introducers.count, usesOf(graph, taken), stepsMax);
  for (const node of graph.ordered) {
    if (node.kind === 'root') fold.addRoot(node, introducers.of(node));
    else fold.addPool(node, balances.get(node)!, introducers.of(node));
    if (fold.exhausted) return undefined;
  }
  const reoG = parts.reduce((sum, part) => sum + part.reoG, 0);
  return fold.boundsOf(taken, reoG);
}

function usesOf(graph: PoolGraph, taken: readonly PoolInputNode[]): Map<PoolNode, number> {
  const uses = new Map<PoolNode, number>();
  for (const { from } of [...graph.ordered.flatMap(({ inputs }) => inputs), ...taken]) {
    uses.set(from, (uses.get(from) ?? 0) + 1);
  }
  return uses;
}

/** The elements of the subject; all of them where a trace of one takes the mixture of a pool's whole REO. */
function elementsNeeded({ lots }: Upstream, parts: readonly BoundedPart[], balances: Balances): number[] {
  const all = Array.from({ length: ELEMENT_COUNT }, (_, e) => e);
  const held = all.filter(e =>
    parts.some(({ lotNo, reoG }) => {
      const lot = lots.index.get(lotNo);
      return reoG > 0 && lot !== undefined && lots.distributions[lot * ELEMENT_COUNT + e]! > 0;
    }),
  );
  const isTraced = [...balances.values()].some(balance => held.some(e => isTrace(balance, e)));
  return isTraced ? all : held;
}
