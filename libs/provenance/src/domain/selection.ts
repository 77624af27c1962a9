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
  const yieldedBy = yielders(upstream, own);
  const order = takeNearest(upstream, own, nodesMax);
  const yielded = [...own.keys(), ...holdingNos].filter(no => yieldedBy(no) !== undefined).length;
  const drawn = countPairs(groupIndices(events.no.length, draws.event), draws.holding, holdingNos.length);
  return {
    order,
    eventNos: order.flatMap(node => ('event' in node ? [node.event] : [])),
    holdingNos: order.flatMap(node => ('holding' in node ? [node.holding] : [])),
    total: { nodes: events.no.length + holdingNos.length + own.size, edges: drawn + yielded },
    yieldedBy,
  };
}

function yielders({ events, draws, holdingNos }: Upstream, own: OwnHoldings): Selection['yieldedBy'] {
  const byNo = new Map<number, number>();
  const from = new Int32Array(holdingNos.length).fill(-1);
  draws.holding.forEach((holding, draw) => (from[holding] = draws.from[draw]!));
  holdingNos.forEach((no, holding) => from[holding]! >= 0 && byNo.set(no, events.no[from[holding]!]!));
  return no => own.get(no) ?? byNo.get(no);
}

function takeNearest({ events, draws, holdingNos }: Upstream, own: OwnHoldings, nodesMax: number): SelectedNode[] {
  const steps = new Int32Array(holdingNos.length).fill(-1);
  draws.holding.forEach((holding, draw) => {
    const level = events.level[draws.event[draw]!]!;
    if (steps[holding]! < 0 || level < steps[holding]!) steps[holding] = level;
  });
  const holdings = [...steps.keys()].sort((a, b) => steps[a]! - steps[b]! || holdingNos[a]! - holdingNos[b]!);
  const order: SelectedNode[] = [...own.keys()].sort((a, b) => a - b).map(holding => ({ holding }));
  let [e, h] = [0, 0];
  while (order.length < nodesMax && (e < events.no.length || h < holdings.length)) {
    const isHoldingNearer = h < holdings.length && (e === events.no.length || steps[holdings[h]!]! < events.level[e]!);
    order.push(isHoldingNearer ? { holding: holdingNos[holdings[h++]!]! } : { event: events.no[e++]! });
  }
  return order.slice(0, nodesMax);
}
