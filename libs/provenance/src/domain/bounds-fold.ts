import { ELEMENT_COUNT } from '#kernel';
import { type Balance, explainedOf, isTrace } from './balance.js';
import type { PoolInputNode, PoolNode } from './pool-graph.js';
import type { ShareBounds } from './origins.js';
import type { Upstream } from './upstream.js';

/** What introducers gave to a pool: grams per introducer and element, row by row. */
interface Given {
  /** Introducers that reach the pool, ascending. */
  readonly introducers: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Grams of each element in the pool. */
  readonly total: Float64Array;
  /** The most of `least`, by element: mostly too little to bind anybody. */
  readonly leastMax: Float64Array;
}

/** Folds bounds along a topological order; holds a pool's bounds until nobody draws from it any more. */
export class BoundsFold {
  private readonly given = new Map<PoolNode, Given>();
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly mark: Int32Array;
  private touched: number[] = [];
  private stamp = 0;
  private steps = 0;
  private drawnG = 0;

  constructor(
    private readonly upstream: Upstream,
    private readonly elements: readonly number[],
    introducerCount: number,
    /** How often each pool will be drawn from. */
    private readonly uses: Map<PoolNode, number>,
    private readonly stepsMax: number,
  ) {
    this.least = new Float64Array(introducerCount * elements.length);
    this.most = new Float64Array(introducerCount * elements.length);
    this.mark = new Int32Array(introducerCount).fill(-1);
  }

  get exhausted(): boolean {
    return this.steps > this.stepsMax;
  }

  addRoot(node: PoolNode, introducer: number): void {
    this.given.set(node, { ...NOTHING, introducers: Int32Array.of(introducer) });
  }

  addPool(node: PoolNode, balance: Balance, introducer: number): void {
    this.start();
    for (const input of node.inputs) this.addInput(input);
    if (balance.found?.some(grams => grams > 0)) this.row(introducer);
    this.given.set(node, this.close(balance, introducer));
  }

  /** Bounds of what the parts are, as shares of `reoG`. */
  boundsOf(parts: readonly PoolInputNode[], reoG: number): ShareBounds[] {
    this.start();
    for (const part of parts) this.addInput(part);
    return Array.from(this.mark, (stamp, introducer) => {
      if (stamp !== this.stamp) return { min: 0, max: 0 };
      const [min, max] = [this.least, this.most].map(rows => this.sumRow(rows, introducer) / reoG);
      return { min: Math.min(1, min!), max: Math.min(1, max!) };
    });
  }

  private start(): void {
    this.stamp += 1;
    this.touched = [];
    this.drawnG = 0;
  }

  private row(introducer: number): number {
    const width = this.elements.length;
    const start = introducer * width;
    if (this.mark[introducer] !== this.stamp) {
      this.mark[introducer] = this.stamp;
      this.touched.push(introducer);
      this.least.fill(0, start, start + width);
      this.most.fill(0, start, start + width);
    }
    return start;
  }

  /** A part of a lot carries the lot's bounds in proportion; the lot is bounded as a whole. */
  private addInput({ from, lot, reoG }: PoolInputNode): void {
    const given = this.take(from);
    if (reoG === 0) return;
    const width = this.elements.length;
    this.steps += given.introducers.length * width;
    const taken = this.grams(lot, reoG);
    this.drawnG += reoG;
    if (given.introducers.length === 1) return this.addSole(given.introducers[0]!, taken);
    const made = this.grams(lot, this.madeOf(from, lot));
    const part = reoG / this.madeOf(from, lot);
    const { introducers, least, most, total, leastMax } = given;
    const binds = made.some((grams, k) => grams > total[k]! - leastMax[k]!);
    for (let i = 0; i < introducers.length; i++) {
      const to = this.row(introducers[i]!);
      for (let k = 0; k < width; k++) {
        const gave = most[i * width + k]!;
        this.most[to + k]! += gave < made[k]! ? gave * part : taken[k]!;
      }
      if (!binds) continue;
      for (let k = 0; k < width; k++) {
        const must = made[k]! - total[k]! + least[i * width + k]!;
        if (must > 0) this.least[to + k]! += must * part;
      }
    }
  }

  /** A pool's bounds, which are let go with the last that draws from it. */
  private take(node: PoolNode): Given {
    const given = this.given.get(node)!;
    const left = this.uses.get(node)! - 1;
    this.uses.set(node, left);
    if (left === 0) this.given.delete(node);
    return given;
  }

  private addSole(introducer: number, grams: Float64Array): void {
    const to = this.row(introducer);
    for (let k = 0; k < grams.length; k++) {
      this.least[to + k]! += grams[k]!;
      this.most[to + k]! += grams[k]!;
    }
  }

  /** REO of the lot as its pool made it. */
  private madeOf(from: PoolNode, lot: number): number {
    return from.kind === 'count' ? this.upstream.counted.get(from.no)!.reoG : this.upstream.lots.reoG[lot]!;
  }

  private grams(lot: number, reoG: number): Float64Array {
    const { distributions } = this.upstream.lots;
    return Float64Array.from(this.elements, e => reoG * distributions[lot * ELEMENT_COUNT + e]!);
  }

  /** Packs the rows touched, with what `finder` introduced. */
  private close(balance: Balance, finder: number): Given {
    const width = this.elements.length;
    const introducers = Int32Array.from(this.touched).sort();
    const least = new Float64Array(introducers.length * width);
    const most = new Float64Array(introducers.length * width);
    const total = new Float64Array(width);
    const leastMax = new Float64Array(width);
    const whole = this.elements.some(e => isTrace(balance, e)) ? this.wholeRows() : undefined;
    this.elements.forEach((e, k) => {
      const traced = isTrace(balance, e) ? whole : undefined;
      const found = balance.found?.[e] ?? 0;
      const drawn = traced?.reoG ?? balance.drawn[e]!;
      const scale = drawn > 0 ? scaleOf(explainedOf(balance, e), drawn, traced !== undefined) : 0;
      total[k] = drawn * scale + found;
      introducers.forEach((introducer, i) => {
        const to = i * width + k;
        const own = introducer === finder ? found : 0;
        const [gaveLeast, gaveMost] = this.gave(introducer, k, traced);
        least[to] = gaveLeast * scale + own;
        most[to] = Math.min(total[k]!, gaveMost * scale + own);
        leastMax[k] = Math.max(leastMax[k]!, least[to]!);
      });
    });
    return { introducers, least, most, total, leastMax };
  }

  private gave(introducer: number, k: number, traced: WholeRows | undefined): [least: number, most: number] {
    if (traced) return [traced.least.get(introducer) ?? 0, traced.most.get(introducer) ?? 0];
    const at = introducer * this.elements.length + k;
    return [this.least[at]!, this.most[at]!];
  }

  /** What was given of all elements together. */
  private wholeRows(): WholeRows {
    const sums = (rows: Float64Array) => new Map(this.touched.map(each => [each, this.sumRow(rows, each)]));
    return { least: sums(this.least), most: sums(this.most), reoG: this.drawnG };
  }

  private sumRow(rows: Float64Array, introducer: number): number {
    const width = this.elements.length;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += rows[introducer * width + k]!;
    return sum;
  }
}

/** Grams per introducer and in all, whatever the element. */
interface WholeRows {
  readonly least: ReadonlyMap<number, number>;
  readonly most: ReadonlyMap<number, number>;
  readonly reoG: number;
}

/** A trace is all of what is made; else the pool counts as larger where a little more was made than it had. */
const scaleOf = (explained: number, drawn: number, traced: boolean): number =>
  traced ? explained / drawn : Math.max(1, explained / drawn);

const NONE = new Float64Array(0);
const NOTHING: Given = { introducers: new Int32Array(0), least: NONE, most: NONE, total: NONE, leastMax: NONE };
