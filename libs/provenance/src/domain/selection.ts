import { countPairs, groupIndices } from './edges.js';
import type { Upstream } from './upstream.js';

/** Which nodes of a closure are shown, nearest to the subject first. */
export interface Selection {
  readonly eventNos: readonly number[];
  readonly holdingNos: readonly number[];
  /** Both kinds in the order they are shown. */
  readonly order: readonly SelectedNode[];
  readonly total: { readonly nodes: number; readonly edges: number };
  /** The event of the closure that yielded a holding. */
  readonly yieldedBy: (holdingNo: number) => number | undefined;
}

export type SelectedNode = { readonly event: number } | { readonly holding: number };

/** Holdings of the subject that no event of the closure draws, with the event that yielded them. */
export type OwnHoldings = ReadonlyMap<number, number>;

/**
 * Chooses at most `nodesMax` nodes, step by step from the subject: its own holdings, then events and the holdings they
 * drew in turn, each step in the order of numbers.
 */
export function selectNodes(upstream: Upstream, own: OwnHoldings, nodesMax: number): Selection {
  const { events, draws, holdingNos } = upstream;
  const from = yielders(upstream);
  const holdings = takeHoldings(upstream);
  const order = takeNearest(upstream, own, holdings, nodesMax);
  const yieldedBy = new Map(own);
  for (const holding of holdings.taken) {
    if (from[holding]! >= 0) yieldedBy.set(holdingNos[holding]!, events.no[from[holding]!]!);
  }
  const yielded = own.size + from.reduce((count, event) => (event >= 0 ? count + 1 : count), 0);
  const drawn = countPairs(groupIndices(events.no.length, draws.event), draws.holding, holdingNos.length);
  return {
    order,
    eventNos: order.flatMap(node => ('event' in node ? [node.event] : [])),
    holdingNos: order.flatMap(node => ('holding' in node ? [node.holding] : [])),
    total: { nodes: events.no.length + holdingNos.length + own.size, edges: drawn + yielded },
    yieldedBy: no => yieldedBy.get(no),
  };
}

/** Index of the event that yielded each holding drawn; -1 where the walk stopped before it. */
function yielders({ draws, holdingNos }: Upstream): Int32Array {
  const from = new Int32Array(holdingNos.length).fill(-1);
  draws.holding.forEach((holding, draw) => (from[holding] = draws.from[draw]!));
  return from;
}

interface HoldingsByLevel {
  readonly levels: number;
  /** Indices of the holdings first drawn at a level, by number. */
  at(level: number): number[];
  readonly taken: number[];
}

function takeHoldings({ events, draws, holdingNos }: Upstream): HoldingsByLevel {
  const firstDrawn = new Int32Array(holdingNos.length).fill(-1);
  draws.holding.forEach((holding, draw) => {
    const level = events.level[draws.event[draw]!]!;
    if (firstDrawn[holding]! < 0 || level < firstDrawn[holding]!) firstDrawn[holding] = level;
  });
  const levels = (events.level.at(-1) ?? -1) + 1;
  const byLevel = groupIndices(levels, firstDrawn);
  const taken: number[] = [];
  const at = (level: number): number[] => {
    const indices = [...byLevel.indices.subarray(byLevel.starts[level], byLevel.starts[level + 1])];
    taken.push(...indices);
    return indices.sort((a, b) => holdingNos[a]! - holdingNos[b]!);
  };
  return { levels, at, taken };
}

/** Events come in the order of levels already. */
function takeNearest(
  { events, holdingNos }: Upstream,
  own: OwnHoldings,
  holdings: HoldingsByLevel,
  nodesMax: number,
): SelectedNode[] {
  const order: SelectedNode[] = [...own.keys()].sort((a, b) => a - b).map(holding => ({ holding }));
  let next = 0;
  for (let level = 0; level < holdings.levels && order.length < nodesMax; level++) {
    for (; events.level[next] === level; next++) order.push({ event: events.no[next]! });
    for (const holding of holdings.at(level)) order.push({ holding: holdingNos[holding]! });
  }
  return order.slice(0, nodesMax);
}
