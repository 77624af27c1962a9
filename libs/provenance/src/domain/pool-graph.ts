import type { Upstream } from './upstream.js';

/** A pool upstream: what one event blended, or a root's single source. Transfers are passed through. */
export interface PoolNode {
  readonly kind: 'root' | 'run' | 'count';
  /** Number of the pool; 0 for roots, which go by their event. */
  readonly no: number;
  readonly eventNo: number;
  /** In ascending order of the holdings drawn. */
  readonly inputs: readonly PoolInputNode[];
  /** Indices of the lots a run made. */
  readonly lots: readonly number[];
}

export interface PoolInputNode {
  readonly from: PoolNode;
  /** Index of the lot in the closure's lots. */
  readonly lot: number;
  readonly reoG: number;
}

export interface PoolGraph {
  /** Inputs before what draws from them. */
  readonly ordered: readonly PoolNode[];
  /** The pool that a part of a lot comes from; `undefined` where the walk did not reach it. */
  nodeOf(poolNo: number, lotNo: number): PoolNode | undefined;
  /** Pools draw from holdings that were not read. */
  readonly incomplete: boolean;
}

interface OpenNode extends PoolNode {
  inputs: PoolInputNode[];
}

/** Finds the pools of a closure and puts them in topological order; a walk knows no other. */
export function poolGraph(upstream: Upstream): PoolGraph {
  const { roots, lots } = upstream;
  const lotsByEvent = indicesBy(lots.eventNo);
  const rootNodes = new Map([...roots.keys()].map(eventNo => [eventNo, node('root', 0, eventNo, [])]));
  const blended = blendedNodes(upstream, lotsByEvent);
  const nodeOf = (poolNo: number, lotNo: number): OpenNode | undefined => {
    const lot = lots.index.get(lotNo);
    return blended.get(poolNo) ?? (lot === undefined ? undefined : rootNodes.get(lots.eventNo[lot]!));
  };
  const incomplete = linkInputs(upstream, blended, nodeOf);
  return { ordered: topological([...rootNodes.values(), ...blended.values()]), nodeOf, incomplete };
}

const node = (kind: PoolNode['kind'], no: number, eventNo: number, lots: readonly number[]): OpenNode => ({
  kind,
  no,
  eventNo,
  inputs: [],
  lots,
});

function blendedNodes(
  { draws, counted, events }: Upstream,
  lotsByEvent: ReadonlyMap<number, number[]>,
): Map<number, OpenNode> {
  const nodes = new Map<number, OpenNode>();
  for (const [poolNo, { eventNo }] of counted) nodes.set(poolNo, node('count', poolNo, eventNo, []));
  draws.poolNo.forEach((poolNo, index) => {
    if (poolNo === 0 || nodes.has(poolNo)) return;
    const eventNo = events.no[draws.event[index]!]!;
    nodes.set(poolNo, node('run', poolNo, eventNo, lotsByEvent.get(eventNo) ?? []));
  });
  return nodes;
}

/** Returns whether something could not be linked. */
function linkInputs(
  { draws, holdingNos, units, lots }: Upstream,
  blended: ReadonlyMap<number, OpenNode>,
  nodeOf: (poolNo: number, lotNo: number) => OpenNode | undefined,
): boolean {
  let incomplete = false;
  const fed = [...draws.poolNo.keys()].filter(index => draws.poolNo[index] !== 0);
  const holdingNo = (index: number): number => holdingNos[draws.holding[index]!]!;
  fed.sort((a, b) => holdingNo(a) - holdingNo(b) || draws.reoG[a]! - draws.reoG[b]!);
  for (const index of fed) {
    const unit = units.get(holdingNo(index));
    const from = unit && nodeOf(unit.poolNo, unit.lotNo);
    const lot = unit && lots.index.get(unit.lotNo);
    if (from === undefined || lot === undefined) incomplete = true;
    else blended.get(draws.poolNo[index]!)!.inputs.push({ from, lot, reoG: draws.reoG[index]! });
  }
  return incomplete;
}

/** Depth first without recursion: a chain may be longer than the stack. */
function topological(nodes: readonly PoolNode[]): PoolNode[] {
  const ordered: PoolNode[] = [];
  const entered = new Set<PoolNode>();
  for (const start of nodes) {
    if (entered.has(start)) continue;
    entered.add(start);
    const open = [{ node: start, next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const input = top.node.inputs[top.next++];
      if (!input) {
        ordered.push(top.node);
        open.pop();
      } else if (!entered.has(input.from)) {
        entered.add(input.from);
        open.push({ node: input.from, next: 0 });
      }
    }
  }
  return ordered;
}

function indicesBy(keys: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  keys.forEach((key, index) => {
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}
