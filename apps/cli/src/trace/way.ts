import type { Graph, GraphEdge, GraphNode } from './answer.js';

/** A lot on its way: the events it went through, newest first, down to the one that made it, and what that one drew. */
export interface Branch {
  readonly lot: GraphNode;
  /** Mass of the lot that went to whatever stands above. */
  readonly massKg: number | undefined;
  readonly steps: readonly GraphNode[];
  readonly drew: readonly Branch[];
  /** Why nothing follows: it stands further above, or the graph ends here though the way does not. */
  readonly end?: 'above' | 'cut';
}

/** What stands at the top: an export with what it took, or a lot. */
export type Top = { readonly event: GraphNode; readonly drew: readonly Branch[] } | Branch;

/** Unfolds the graph into trees from the subject back to its sources; every holding and every run is opened once. */
export function wayOf(graph: Graph): Top[] {
  const way = new Way(graph);
  const given = new Set(graph.edges.map(edge => edge.from));
  return graph.nodes
    .filter(({ id }) => !given.has(id))
    .map(node => (node.kind === 'event' ? { event: node, drew: way.drawnBy(node) } : way.branch(node.id, undefined)));
}

/** Events that hand a lot on without mixing it with other lots. */
const HANDS_ON: ReadonlySet<string | undefined> = new Set(['dispatch', 'receipt', 'stocktake']);
const ROOTS: ReadonlySet<string | undefined> = new Set(['mining', 'import', 'scrap-intake', 'opening-stock']);

class Way {
  private readonly nodes: ReadonlyMap<string, GraphNode>;
  private readonly into: ReadonlyMap<string, readonly GraphEdge[]>;
  private readonly opened = new Set<string>();

  constructor(private readonly graph: Graph) {
    this.nodes = new Map(graph.nodes.map(node => [node.id, node]));
    this.into = groupByTarget(graph.edges);
  }

  drawnBy(event: GraphNode): Branch[] {
    return this.inputsOf(event).map(({ from, massKg }) => this.branch(from, massKg));
  }

  branch(holding: string, massKg: number | undefined): Branch {
    const lot = this.nodes.get(holding) ?? { id: holding, kind: 'holding', label: holding };
    const made = massKg ?? sumOf(this.into.get(holding));
    const steps: GraphNode[] = [];
    const branch = { lot, massKg: made, steps };
    for (let id = holding; ; ) {
      if (this.isOpen(id)) return { ...branch, drew: [], end: 'above' };
      const event = this.producerOf(id);
      if (!event) return { ...branch, drew: [], end: 'cut' };
      steps.push(event);
      const inputs = this.inputsOf(event, lot);
      if (inputs.length === 0) return { ...branch, drew: [], ...(this.isCut(event) ? { end: 'cut' } : {}) };
      if (!HANDS_ON.has(event.type) && this.isOpen(event.id)) return { ...branch, drew: [], end: 'above' };
      if (!HANDS_ON.has(event.type) || inputs.length > 1)
        return { ...branch, drew: inputs.map(input => this.branch(input.from, input.massKg)) };
      id = inputs[0]!.from;
    }
  } // prettier-ignore

  /** Opens a node; true where it was open before. */
  private isOpen(id: string): boolean {
    const before = this.opened.has(id);
    this.opened.add(id);
    return before;
  }

  private producerOf(holding: string): GraphNode | undefined {
    const [edge] = this.into.get(holding) ?? [];
    return edge && this.nodes.get(edge.from);
  }

  /** What an event took in; of one that hands lots on, only the given lot. */
  private inputsOf(event: GraphNode, lot?: GraphNode): readonly GraphEdge[] {
    const all = this.into.get(event.id) ?? [];
    if (!lot || !HANDS_ON.has(event.type)) return all;
    return all.filter(({ from }) => isSameLot(this.nodes.get(from), lot));
  }

  private isCut(event: GraphNode): boolean {
    return this.graph.truncated && !ROOTS.has(event.type);
  }
}

const isSameLot = (one: GraphNode | undefined, other: GraphNode): boolean =>
  (one?.lot ?? one?.label) === (other.lot ?? other.label) && one?.declaredBy === other.declaredBy;

function groupByTarget(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.to);
    if (group) group.push(edge);
    else groups.set(edge.to, [edge]);
  }
  return groups;
}

const sumOf = (edges: readonly GraphEdge[] = []): number | undefined =>
  edges.length > 0 ? edges.reduce((total, { massKg }) => total + massKg, 0) : undefined;
