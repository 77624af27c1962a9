import { ELEMENT_COUNT } from '#kernel';
import {
  blendRun, blendSurplus, type Composition, inheritedDistribution, type NewSource, type PoolInput, singleSource,
  type SourceDictionary, type SourceEntry, type SourceKind, type SourceStatus, unexplainedSource,
} from '#lots'; // prettier-ignore
import type { PoolGraph, PoolNode } from './domain/pool-graph.js';
import type { Upstream } from './domain/upstream.js';
import { distributionOf } from './excess.js';
import { sourceKey, type SourceLookup } from './provenance-store.js';

export interface ReplayOptions {
  /** Keep every source by name. */
  readonly exact: boolean;
  /** When to give up, in milliseconds of `performance.now()`. */
  readonly deadline: number;
}

/** The dictionary, with entries of its own for what no composition has named yet: their numbers are negative. */
export class ReplaySources implements SourceDictionary, SourceLookup {
  private readonly added: SourceEntry[] = [];
  private readonly byKey = new Map<string, SourceEntry>();

  constructor(private readonly known: SourceLookup) {}

  get(no: number): SourceEntry {
    const entry = no < 0 ? this.added[-no - 1] : this.known.get(no);
    if (!entry) throw new Error(`source ${no} is not in the dictionary`);
    return entry;
  }

  find(id: string, status: SourceStatus): SourceEntry | undefined {
    return this.known.find(id, status) ?? this.byKey.get(sourceKey({ id, status }));
  }

  intern(source: NewSource): SourceEntry {
    const found = this.find(source.id, source.status);
    if (found) return found;
    const entry = { ...source, no: -(this.added.length + 1) };
    this.added.push(entry);
    this.byKey.set(sourceKey(entry), entry);
    return entry;
  }
}

/**
 * Composes the pools of a closure anew, by the same rules as when they were recorded, so that what was believed at a
 * position gives the composition it had then. Distributions of lots without an assay are written into the closure.
 * `undefined` where the deadline passes.
 */
export class Replay {
  private readonly compositions = new Map<PoolNode, Composition>();

  constructor(
    private readonly upstream: Upstream,
    private readonly graph: PoolGraph,
    private readonly dictionary: ReplaySources,
    private readonly eventIds: ReadonlyMap<number, string>,
    private readonly options: ReplayOptions,
  ) {}

  run(): ReadonlyMap<PoolNode, Composition> | undefined {
    for (const node of this.graph.ordered) {
      if (performance.now() > this.options.deadline) return undefined;
      this.compositions.set(node, this.compose(node));
    }
    return this.compositions;
  }

  private compose(node: PoolNode): Composition {
    if (node.kind === 'root') return singleSource(this.rootSource(node.eventNo));
    const inputs = node.inputs.map(({ from, lot, reoG }) => this.part(lot, reoG, this.compositions.get(from)));
    const mixing = { dictionary: this.dictionary, exact: this.options.exact };
    if (node.kind === 'count') return this.composeCount(node, inputs, mixing);
    for (const lot of node.lots) this.inherit(lot, inputs);
    const outputs = (this.upstream.yields.get(node.eventNo) ?? []).flatMap(({ lotNo, reoG }) => {
      const lot = this.upstream.lots.index.get(lotNo);
      return lot === undefined ? [] : [this.part(lot, reoG, undefined)];
    });
    return blendRun(inputs, outputs, this.unexplained('excess', node), mixing);
  }

  private composeCount(
    node: PoolNode,
    inputs: readonly PoolInput[],
    mixing: { dictionary: ReplaySources },
  ): Composition {
    const count = this.upstream.counted.get(node.no)!;
    const lot = this.upstream.lots.index.get(count.lotNo) ?? node.inputs[0]?.lot;
    const distribution = lot === undefined ? [] : distributionOf(this.upstream.lots.distributions, lot);
    return blendSurplus(inputs, count.surplusReoG, distribution, this.unexplained('surplus', node), mixing);
  }

  private part(lot: number, reo: number, composition: Composition | undefined): PoolInput {
    const { lots } = this.upstream;
    const distribution = distributionOf(lots.distributions, lot);
    return { reo, distribution, assayed: lots.assayed[lot]!, composition: composition ?? { entries: [] } };
  }

  private inherit(lot: number, inputs: readonly PoolInput[]): void {
    const { inherits, distributions } = this.upstream.lots;
    const product = inherits[lot]!;
    if (product !== '') distributions.set(inheritedDistribution(inputs, product), lot * ELEMENT_COUNT);
  }

  private rootSource(eventNo: number): number {
    const { sourceId, kind, status, enterprise, region, year } = this.upstream.roots.get(eventNo)!;
    const named = { id: sourceId, kind: kind as SourceKind, status: status as SourceStatus, enterprise, year };
    return this.dictionary.intern({ ...named, ...(region === undefined ? {} : { region }), folded: false }).no;
  }

  private unexplained(kind: 'excess' | 'surplus', { eventNo }: PoolNode): NewSource {
    const { events } = this.upstream;
    const enterprise = events.enterprise[events.index.get(eventNo)!]!;
    return unexplainedSource(kind, this.eventIds.get(eventNo) ?? String(eventNo), enterprise);
  }
}
