import { ELEMENT_COUNT } from '#kernel';
import type { PoolGraph, PoolNode } from './pool-graph.js';
import type { Upstream } from './upstream.js';

/** Grams of each element that a run's outputs hold beyond its inputs, where that exceeds the tolerance. */
export type ExcessOf = (node: PoolNode) => Readonly<Float64Array> | undefined;

/** Grams of each element that a pool drew, that its event made of it, and that came from nowhere. */
export interface Balance {
  readonly drawn: Float64Array;
  readonly made: Float64Array;
  readonly found: Readonly<Float64Array> | undefined;
}

export type Balances = ReadonlyMap<PoolNode, Balance>;

/** Balances of all blended pools of a closure. */
export const balancesOf = (upstream: Upstream, graph: PoolGraph, excessOf: ExcessOf): Balances =>
  new Map(graph.ordered.filter(({ kind }) => kind !== 'root').map(node => [node, balanceOf(upstream, node, excessOf)]));

function balanceOf(upstream: Upstream, node: PoolNode, excessOf: ExcessOf): Balance {
  const { lots, counted } = upstream;
  const [drawn, made] = [new Float64Array(ELEMENT_COUNT), new Float64Array(ELEMENT_COUNT)];
  for (const { lot, reoG } of node.inputs) addGrams(drawn, upstream, lot, reoG);
  if (node.kind === 'run') {
    for (const lot of node.lots) addGrams(made, upstream, lot, lots.reoG[lot]!);
    return { drawn, made, found: mayExceed(made, drawn) ? excessOf(node) : undefined };
  }
  const count = counted.get(node.no)!;
  const lot = lots.index.get(count.lotNo) ?? node.inputs[0]?.lot;
  if (lot === undefined) return { drawn, made, found: undefined };
  const found = new Float64Array(ELEMENT_COUNT);
  addGrams(made, upstream, lot, count.reoG);
  addGrams(found, upstream, lot, count.surplusReoG);
  return { drawn, made, found };
}

function addGrams(grams: Float64Array, { lots }: Upstream, lot: number, reoG: number): void {
  for (let e = 0; e < ELEMENT_COUNT; e++) grams[e]! += reoG * lots.distributions[lot * ELEMENT_COUNT + e]!;
}

/** False where no run, however it is judged, can have made more than the tolerance allows. */
function mayExceed(made: Float64Array, drawn: Float64Array): boolean {
  const [madeG, drawnG] = [made, drawn].map(grams => grams.reduce((sum, each) => sum + each, 0));
  if (madeG! > (1 + ELEMENT_TOLERANCE) * drawnG!) return true;
  return made.some((grams, e) => grams - drawn[e]! > Math.max(ELEMENT_TOLERANCE * drawn[e]!, POOL_TOLERANCE * drawnG!));
}

/** As compositions are judged: 2 % of the element, at least 0.05 % of the pool. */
const ELEMENT_TOLERANCE = 0.02;
const POOL_TOLERANCE = 0.0005;

/** What is made of an element and not introduced at the event: comes from the pool in proportion. */
export const explainedOf = ({ made, found }: Balance, e: number): number => made[e]! - (found?.[e] ?? 0);

/** True for an element that the pool has none of: it takes the mixture of the pool's whole REO. */
export const isTrace = (balance: Balance, e: number): boolean => balance.drawn[e] === 0 && explainedOf(balance, e) > 0;
