import { ELEMENT_COUNT } from '#kernel';
import { type Balances, explainedOf, isTrace } from './balance.js';
import type { PoolGraph, PoolNode } from './pool-graph.js';
import type { Upstream } from './upstream.js';

/** For each pool, the elements of which a part comes from roots that are chosen, as bits. */
export type Presence = ReadonlyMap<PoolNode, number>;

const ALL_ELEMENTS = (1 << ELEMENT_COUNT) - 1;

/** Follows chosen roots down the closure, however small their share becomes. */
export function presenceOf(
  upstream: Upstream,
  graph: PoolGraph,
  isChosen: (root: PoolNode) => boolean,
  balances: Balances,
): Presence {
  const presence = new Map<PoolNode, number>();
  for (const node of graph.ordered) {
    if (node.kind === 'root') presence.set(node, isChosen(node) ? ALL_ELEMENTS : 0);
    else presence.set(node, blendedPresence(upstream, node, presence, balances));
  }
  return presence;
}

function blendedPresence(upstream: Upstream, node: PoolNode, known: Presence, balances: Balances): number {
  let mask = 0;
  for (const { from, lot, reoG } of node.inputs) {
    if (reoG > 0 && known.get(from)) mask |= known.get(from)! & elementsOf(upstream, lot);
  }
  if (mask === 0) return 0;
  const balance = balances.get(node)!;
  let result = 0;
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    if (isTrace(balance, e) || (explainedOf(balance, e) > 0 && mask & (1 << e))) result |= 1 << e;
  }
  return result;
}

/** Elements that a lot holds, as bits. */
export function elementsOf({ lots }: Upstream, lot: number): number {
  let mask = 0;
  for (let e = 0; e < ELEMENT_COUNT; e++) if (lots.distributions[lot * ELEMENT_COUNT + e]! > 0) mask |= 1 << e;
  return mask;
}
