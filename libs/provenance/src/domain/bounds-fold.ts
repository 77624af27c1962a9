import { ELEMENT_COUNT } from '#kernel';
import { type Balance, explainedOf, isTrace } from './balance.js';
import { BoundRows, type Given, solely } from './bound-rows.js';
import type { ShareBounds } from './origins.js';
import type { PoolInputNode, PoolNode } from './pool-graph.js';
import type { Upstream } from './upstream.js';

/** Folds bounds along a topological order; holds a pool's bounds until nobody draws from it any more. */
export class BoundsFold {
  private readonly given = new Map<PoolNode, Given>();
  private readonly rows: BoundRows;
  private readonly taken: Float64Array;
  private readonly made: Float64Array;

  constructor(
    private readonly upstream: Upstream,
    private readonly elements: readonly number[],
    introducerCount: number,
    /** How often each pool will be drawn from. */
    private readonly uses: Map<PoolNode, number>,
    private readonly stepsMax: number,
  ) {
    this.rows = new BoundRows(introducerCount, elements.length);
    this.taken = new Float64Array(elements.length);
    this.made = new Float64Array(elements.length);
  }

  get exhausted(): boolean {
    return this.rows.steps > this.stepsMax;
  }

  addRoot(node: PoolNode, introducer: number): void {
    this.given.set(node, solely(introducer));
  }

  addPool(node: PoolNode, balance: Balance, introducer: number): void {
    this.rows.clear();
    for (const input of node.inputs) this.addInput(input);
    this.rows.settle();
    if (balance.found?.some(grams => grams > 0)) this.rows.at(introducer);
    this.given.set(node, this.close(balance, introducer));
  }

  /** Bounds of what the parts are, as shares of `reoG`. */
  boundsOf(parts: readonly PoolInputNode[], reoG: number): ShareBounds[] {
    this.rows.clear();
    for (const part of parts) this.addInput(part);
    this.rows.settle();
    return this.rows.sums().map(({ least, most }) => ({
      min: Math.min(1, least / reoG),
      max: Math.min(1, most / reoG),
    }));
  }

  /** A part of a lot carries the lot's bounds in proportion; the lot is bounded as a whole. */
  private addInput({ from, lot, reoG }: PoolInputNode): void {
    const given = this.take(from);
    if (reoG === 0) return;
    const madeG = from.kind === 'count' ? this.upstream.counted.get(from.no)!.reoG : this.upstream.lots.reoG[lot]!;
    const { distributions } = this.upstream.lots;
    for (let k = 0; k < this.elements.length; k++) {
      const share = distributions[lot * ELEMENT_COUNT + this.elements[k]!]!;
      this.taken[k] = reoG * share;
      this.made[k] = madeG * share;
    }
    this.rows.add(given, this.taken, this.made, reoG / madeG);
  }

  /** A pool's bounds, which are let go with the last that draws from it. */
  private take(node: PoolNode): Given {
    const given = this.given.get(node)!;
    const left = this.uses.get(node)! - 1;
    this.uses.set(node, left);
    if (left === 0) this.given.delete(node);
    return given;
  }

  /** What `finder` introduced comes on top; a trace takes what was given of all elements together. */
  private close(balance: Balance, finder: number): Given {
    const whole = this.elements.some(e => isTrace(balance, e)) ? this.rows.sums() : [];
    const drawnG = balance.drawn.reduce((sum, grams) => sum + grams, 0);
    const parts = this.elements.map(e => {
      const traced = isTrace(balance, e);
      const drawn = traced ? drawnG : balance.drawn[e]!;
      const explained = explainedOf(balance, e);
      // A pool that made a little more than it had counts as that much larger.
      const scale = drawn > 0 ? (traced ? explained / drawn : Math.max(1, explained / drawn)) : 0;
      const found = balance.found?.[e] ?? 0;
      return { scale, found, total: drawn * scale + found, whole: traced ? whole : undefined };
    });
    return this.rows.pack(parts, finder);
  }
}
