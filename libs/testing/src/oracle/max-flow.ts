import { least, Rational } from './rational.js';

/** A network of named nodes with exact capacities. */
export class FlowNetwork {
  private readonly capacities = new Map<string, Map<string, Rational>>();

  /** Adds capacity to the edge; a second call for the same edge adds to it. */
  connect(from: string, to: string, capacity: Rational): void {
    this.add(from, to, capacity);
    this.add(to, from, Rational.ZERO);
  }

  /** The most that can flow from one node to another (Edmonds and Karp 1972); uses the network up. */
  maximum(from: string, to: string): Rational {
    let total = Rational.ZERO;
    for (let path = this.shortest(from, to); path; path = this.shortest(from, to)) {
      const amount = path.map(([a, b]) => this.capacity(a, b)).reduce(least);
      for (const [a, b] of path) {
        this.add(a, b, Rational.ZERO.minus(amount));
        this.add(b, a, amount);
      }
      total = total.plus(amount);
    }
    return total;
  }

  private shortest(from: string, to: string): [string, string][] | undefined {
    const previous = new Map<string, string>([[from, from]]);
    for (const node of previous.keys()) {
      if (node === to) return backwards(previous, to);
      for (const [next, capacity] of this.capacities.get(node) ?? []) {
        if (capacity.isPositive() && !previous.has(next)) previous.set(next, node);
      }
    }
    return undefined;
  }

  private capacity(from: string, to: string): Rational {
    return this.capacities.get(from)?.get(to) ?? Rational.ZERO;
  }

  private add(from: string, to: string, capacity: Rational): void {
    const edges = this.capacities.get(from) ?? new Map<string, Rational>();
    this.capacities.set(from, edges.set(to, (edges.get(to) ?? Rational.ZERO).plus(capacity)));
  }
}

function backwards(previous: ReadonlyMap<string, string>, to: string): [string, string][] {
  const path: [string, string][] = [];
  for (let node = to; previous.get(node) !== node; node = previous.get(node)!) path.push([previous.get(node)!, node]);
  return path;
}
