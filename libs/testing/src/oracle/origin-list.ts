import { ELEMENTS, type Element } from '#kernel';
import type { Bound, Bounds } from './bounds.js';
import type { Compositions } from './composition.js';
import { least, Rational } from './rational.js';
import type { Source, Sources } from './sources.js';
import type { Subject } from './subject.js';

/**
 * A source as an answer lists it: once per status, whatever the number of its root events; `event` and `enterprise`
 * are those of the latest.
 */
export interface OracleOrigin extends Source {
  /** Part of the subject's REO. */
  readonly share: Rational;
  readonly reoG: Rational;
  /** Part of each element of the subject that comes from it; elements it gives nothing to are left out. */
  readonly elements: ReadonlyMap<Element, Rational>;
  /** Bounds of the share, summed over its root events; found when first asked for. */
  readonly bounds: () => Bound;
}

/** The sources of a subject that has REO, largest share first. */
export function listOrigins(
  subject: Subject,
  compositions: Compositions,
  bounds: Bounds,
  sources: Sources,
): OracleOrigin[] {
  const streams = subject.parts.map(part => compositions.stream(part.holding.lot, part.reo));
  const reo = Rational.sum(streams.map(stream => stream.reo));
  const perElement = ELEMENTS.map((_, e) => Rational.sum(streams.map(({ grams }) => grams[e]!)));
  const tallies = new Map<string, Tally>();
  subject.parts.forEach(({ holding }, index) => {
    const mixtures = compositions.of(holding);
    streams[index]!.grams.forEach((grams, e) => {
      if (!grams.isPositive()) return;
      for (const key of mixtures[e]!.sources()) {
        const source = sources.of(key);
        const listedAs = `${source.id} ${source.status}`;
        const tally = tallies.get(listedAs) ?? new Tally();
        tallies.set(listedAs, tally);
        tally.add(source, key, e, grams.times(mixtures[e]!.share(key)));
      }
    });
  });
  const boundsOf = (keys: ReadonlySet<string>): Bound => sumBounds(subject, compositions, bounds, keys, reo);
  return [...tallies.values()].map(tally => tally.toOrigin(reo, perElement, boundsOf)).sort(largestFirst);
}

function sumBounds(
  { parts }: Subject,
  compositions: Compositions,
  bounds: Bounds,
  keys: ReadonlySet<string>,
  reo: Rational,
): Bound {
  const sum = (which: keyof Bound): Rational => {
    const grams = parts.flatMap(part => {
      const known = bounds.of(part.holding);
      const stream = compositions.stream(part.holding.lot, part.reo);
      return stream.grams.flatMap((each, e) =>
        [...keys].map(key => each.times(known[e]!.get(key)?.[which] ?? Rational.ZERO)),
      );
    });
    return least(Rational.ONE, Rational.sum(grams).over(reo));
  };
  return { least: sum('least'), most: sum('most') };
}

/** Grams of a subject that come from one source. */
class Tally {
  private readonly grams = ELEMENTS.map(() => Rational.ZERO);
  private readonly keys = new Set<string>();
  private latest: Source | undefined;

  add(source: Source, key: string, e: number, grams: Rational): void {
    if (!this.latest || source.at > this.latest.at) this.latest = source;
    this.keys.add(key);
    this.grams[e] = this.grams[e]!.plus(grams);
  }

  toOrigin(
    reo: Rational,
    perElement: readonly Rational[],
    boundsOf: (keys: ReadonlySet<string>) => Bound,
  ): OracleOrigin {
    const total = Rational.sum(this.grams);
    const elements = new Map<Element, Rational>();
    ELEMENTS.forEach((element, e) => {
      if (this.grams[e]!.isPositive()) elements.set(element, this.grams[e]!.over(perElement[e]!));
    });
    let known: Bound | undefined;
    const bounds = (): Bound => (known ??= boundsOf(this.keys));
    return { ...this.latest!, share: total.over(reo), reoG: total, elements, bounds };
  }
}

function largestFirst(a: OracleOrigin, b: OracleOrigin): number {
  if (a.share.equals(b.share)) return a.id < b.id ? -1 : 1;
  return a.share.exceeds(b.share) ? -1 : 1;
}
