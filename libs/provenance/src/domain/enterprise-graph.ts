import { formatInstant, gramsToKg } from '#kernel';
import type { Movement } from './provinces.js';
import { compareText } from './rounding.js';
import type { GraphAnswer, GraphEdge, GraphNode } from './schema/provenance.js';
import type { Upstream } from './upstream.js';

type AcceptedTransfer = readonly [Movement, { readonly massG: number; readonly reoG: number }];

interface Flow {
  readonly from: string;
  readonly to: string;
  transfers: number;
  massG: number;
  reoG: number;
  at: number;
}

/**
 * The closure collapsed to its enterprises and the accepted dispatches between them, gross. Enterprises come in the order
 * in which the walk met them.
 */
export function enterpriseGraph(
  { events, truncated }: Upstream,
  transfers: readonly AcceptedTransfer[],
  nodesMax: number,
): GraphAnswer {
  const eventCounts = new Map<string, number>();
  for (const uscc of events.enterprise) eventCounts.set(uscc, (eventCounts.get(uscc) ?? 0) + 1);
  const nodes = [...eventCounts].map(([uscc, count]): GraphNode => ({
    id: uscc,
    kind: 'enterprise',
    label: uscc,
    events: count,
  }));
  const flows = flowsOf(events, transfers);
  const shown = nodes.slice(0, nodesMax);
  const isShown = new Set(shown.map(({ id }) => id));
  const edges = flows.filter(({ from, to }) => isShown.has(from) && isShown.has(to)).map(edgeOf);
  return {
    nodes: shown,
    edges,
    shown: { nodes: shown.length, edges: edges.length },
    total: { nodes: nodes.length, edges: flows.length },
    truncated: truncated || shown.length < nodes.length || edges.length < flows.length,
  };
}

function flowsOf(events: Upstream['events'], transfers: readonly AcceptedTransfer[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const [{ dispatch, receipt }, { massG, reoG }] of transfers) {
    const [from, to] = [events.enterprise[dispatch]!, events.enterprise[receipt]!];
    const flow = flows.get(`${from} ${to}`) ?? { from, to, transfers: 0, massG: 0, reoG: 0, at: -Infinity };
    flows.set(`${from} ${to}`, flow);
    flow.transfers += 1;
    flow.massG += massG;
    flow.reoG += reoG;
    flow.at = Math.max(flow.at, events.at[dispatch]!);
  }
  return [...flows.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

const edgeOf = ({ from, to, transfers, massG, reoG, at }: Flow): GraphEdge => ({
  from,
  to,
  massKg: gramsToKg(massG),
  reoKg: gramsToKg(reoG),
  at: formatInstant(new Date(at)),
  transfers,
});
