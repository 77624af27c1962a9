/** What introducers gave to a pool: grams per introducer and element, row by row. */
export interface Given {
  /** Introducers that reach the pool. */
  readonly introducers: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By element: grams in the pool, the highest of `least`, the lowest and the highest of `most`. */
  readonly total: Float64Array;
  readonly leastMax: Float64Array;
  readonly mostMin: Float64Array;
  readonly mostMax: Float64Array;
}

/** How an element of a pool is packed. */
export interface PackedPart {
  readonly scale: number;
  /** Grams that the finder introduced. */
  readonly found: number;
  readonly total: number;
  /** Sums to take in the place of the element's own. */
  readonly whole: readonly { least: number; most: number }[] | undefined;
}

/** Parts of lots of one pool for which all introducers are bounded in one and the same way. */
interface Bundle {
  /** Grams that any of them may have given: less than each of them gave to the pool. */
  readonly free: Float64Array;
  /** Part of what each of them gave: more than any of them did. */
  readonly part: Float64Array;
}

const NONE = new Float64Array(0);

/** The pool of a root. */
export const solely = (introducer: number): Given => ({
  introducers: Int32Array.of(introducer),
  least: NONE,
  most: NONE,
  total: NONE,
  leastMax: NONE,
  mostMin: NONE,
  mostMax: NONE,
});

/** Rows of grams per introducer that the inputs of one pool are added up in, used again for the next pool. */
export class BoundRows {
  /** Steps of the inner loops so far. */
  steps = 0;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly mark: Int32Array;
  private touched: number[] = [];
  private bundles = new Map<Given, Bundle>();
  private stamp = 0;

  constructor(
    count: number,
    private readonly width: number,
  ) {
    this.least = new Float64Array(count * width);
    this.most = new Float64Array(count * width);
    this.mark = new Int32Array(count).fill(-1);
  }

  clear(): void {
    this.stamp += 1;
    this.touched = [];
    this.bundles = new Map();
  }

  /** Where an introducer's row starts. */
  at(introducer: number): number {
    const start = introducer * this.width;
    if (this.mark[introducer] !== this.stamp) {
      this.mark[introducer] = this.stamp;
      this.touched.push(introducer);
      this.least.fill(0, start, start + this.width);
      this.most.fill(0, start, start + this.width);
    }
    return start;
  }

  /** Adds `taken`, the given part of a lot that holds `made`. */
  add(given: Given, taken: Float64Array, made: Float64Array, part: number): void {
    if (given.introducers.length === 1) return this.addSole(given.introducers[0]!, taken);
    let bundle = this.bundles.get(given);
    if (!bundle) {
      bundle = { free: new Float64Array(this.width), part: new Float64Array(this.width) };
      this.bundles.set(given, bundle);
    }
    for (let k = 0; k < this.width; k++) {
      if (made[k]! <= given.mostMin[k]!) bundle.free[k]! += taken[k]!;
      else if (made[k]! >= given.mostMax[k]!) bundle.part[k]! += part;
      else this.addMost(given, k, made[k]!, part);
      if (made[k]! > given.total[k]! - given.leastMax[k]!) this.addLeast(given, k, made[k]! - given.total[k]!, part);
    }
  }

  /** Adds what was bundled. */
  settle(): void {
    for (const [{ introducers, most }, { free, part }] of this.bundles) {
      this.steps += introducers.length * this.width;
      for (let i = 0; i < introducers.length; i++) {
        const to = this.at(introducers[i]!);
        for (let k = 0; k < this.width; k++) this.most[to + k]! += free[k]! + part[k]! * most[i * this.width + k]!;
      }
    }
    this.bundles.clear();
  }

  /** Grams of all elements by introducer. */
  sums(): { least: number; most: number }[] {
    return Array.from(this.mark, (stamp, introducer) => {
      if (stamp !== this.stamp) return { least: 0, most: 0 };
      const [from, to] = [introducer * this.width, (introducer + 1) * this.width];
      return { least: sum(this.least.subarray(from, to)), most: sum(this.most.subarray(from, to)) };
    });
  }

  /** The rows of a pool, scaled, with what the finder introduced on top. */
  pack(parts: readonly PackedPart[], finder: number): Given {
    const { width } = this;
    const introducers = Int32Array.from(this.touched).sort();
    const [least, most] = [new Float64Array(introducers.length * width), new Float64Array(introducers.length * width)];
    const given: Given = {
      introducers,
      least,
      most,
      total: Float64Array.from(parts, ({ total }) => total),
      leastMax: new Float64Array(width),
      mostMin: new Float64Array(width).fill(Infinity),
      mostMax: new Float64Array(width),
    };
    introducers.forEach((introducer, i) => {
      parts.forEach(({ scale, found, total, whole }, k) => {
        const [at, to] = [introducer * width + k, i * width + k];
        const own = introducer === finder ? found : 0;
        least[to] = (whole?.[introducer]!.least ?? this.least[at]!) * scale + own;
        most[to] = Math.min(total, (whole?.[introducer]!.most ?? this.most[at]!) * scale + own);
        given.leastMax[k] = Math.max(given.leastMax[k]!, least[to]);
        given.mostMin[k] = Math.min(given.mostMin[k]!, most[to]);
        given.mostMax[k] = Math.max(given.mostMax[k]!, most[to]);
      });
    });
    return given;
  }

  private addSole(introducer: number, grams: Float64Array): void {
    const to = this.at(introducer);
    for (let k = 0; k < this.width; k++) {
      this.least[to + k]! += grams[k]!;
      this.most[to + k]! += grams[k]!;
    }
  }

  private addMost({ introducers, most }: Given, k: number, made: number, part: number): void {
    this.steps += introducers.length;
    for (let i = 0; i < introducers.length; i++) {
      this.most[this.at(introducers[i]!) + k]! += Math.min(made, most[i * this.width + k]!) * part;
    }
  }

  private addLeast({ introducers, least }: Given, k: number, beyond: number, part: number): void {
    this.steps += introducers.length;
    for (let i = 0; i < introducers.length; i++) {
      const must = beyond + least[i * this.width + k]!;
      if (must > 0) this.least[this.at(introducers[i]!) + k]! += must * part;
    }
  }
}

const sum = (grams: Float64Array): number => grams.reduce((total, value) => total + value, 0);
