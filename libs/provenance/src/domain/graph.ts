import { formatInstant, gramsToKg } from '#kernel';
import type { GraphAnswer, GraphEdge, GraphNode } from './schema/provenance.js';
import type { Selection } from './selection.js';
import type { Upstream } from './upstream.js';

/** Facts of the nodes shown; see `Labels` of the store. */
export interface NodeFacts {
  readonly events: ReadonlyMap<number, { id: string; process?: string; site?: string }>;
  readonly holdings: ReadonlyMap<
    number,
    {
      id: string;
      owner: string;
      lot: string;
      declaredBy: string;
      product: string;
      basis: string;
      massG: number;
      reoG: number;
      inTransit: boolean;
    }
  >;
  readonly draws: readonly { eventNo: number; holdingNo: number; massG: number; reoG: number }[];
}

/** The graph of lots: events and holdings, edges in the direction material flows. */
export function graphOf(upstream: Upstream, selection: Selection, facts: NodeFacts): GraphAnswer {
  const timeOf = timesOf(upstream);
  const nodes = selection.order.map(node =>
    'event' in node ? eventNode(upstream, node.event, facts, timeOf) : holdingNode(node.holding, facts),
  );
  const edges = [...yieldEdges(selection, facts, timeOf), ...drawEdges(selection, facts, timeOf)];
  return {
    nodes,
    edges,
    shown: { nodes: nodes.length, edges: edges.length },
    total: selection.total,
    truncated: upstream.truncated || nodes.length < selection.total.nodes || edges.length < selection.total.edges,
  };
}

function eventNode({ events }: Upstream, no: number, facts: NodeFacts, timeOf: TimeOf): GraphNode {
  const index = events.index.get(no)!;
  const type = events.type[index]!;
  const label = facts.events.get(no);
  return {
    id: label?.id ?? String(no),
    kind: 'event',
    label: label?.process ?? type,
    type,
    ...(label?.process === undefined ? {} : { process: label.process }),
    enterprise: events.enterprise[index]!,
    at: timeOf(no),
    ...(label?.site === undefined ? {} : { site: label.site }),
  };
}

function holdingNode(no: number, { holdings }: NodeFacts): GraphNode {
  const facts = holdings.get(no);
  if (!facts) return { id: String(no), kind: 'holding', label: String(no) };
  const { id, owner, lot, declaredBy, product, basis, massG, reoG, inTransit } = facts;
  return {
    id,
    kind: 'holding',
    label: lot,
    lot,
    declaredBy,
    product,
    assayBasis: basis,
    enterprise: owner,
    massKg: gramsToKg(massG),
    reoKg: gramsToKg(reoG),
    inTransit,
  };
}

function yieldEdges({ holdingNos, yieldedBy }: Selection, facts: NodeFacts, timeOf: TimeOf): GraphEdge[] {
  return holdingNos.flatMap(no => {
    const eventNo = yieldedBy(no);
    const from = eventNo === undefined ? undefined : facts.events.get(eventNo);
    const to = facts.holdings.get(no);
    return from && to ? [edge(from.id, to.id, to, timeOf(eventNo!))] : [];
  });
}

function drawEdges(selection: Selection, facts: NodeFacts, timeOf: TimeOf): GraphEdge[] {
  const shown = new Set(selection.holdingNos);
  return facts.draws.flatMap(draw => {
    const [from, to] = [facts.holdings.get(draw.holdingNo), facts.events.get(draw.eventNo)];
    if (!from || !to || !shown.has(draw.holdingNo)) return [];
    return [edge(from.id, to.id, draw, timeOf(draw.eventNo))];
  });
}

const edge = (from: string, to: string, mass: { massG: number; reoG: number }, at: string): GraphEdge => ({
  from,
  to,
  massKg: gramsToKg(mass.massG),
  reoKg: gramsToKg(mass.reoG),
  at,
});

/** When an event happened, as answers write it. */
type TimeOf = (eventNo: number) => string;

function timesOf({ events }: Upstream): TimeOf {
  const known = new Map<number, string>();
  return no => {
    const time = known.get(no) ?? formatInstant(new Date(events.at[events.index.get(no)!]!));
    known.set(no, time);
    return time;
  };
}
