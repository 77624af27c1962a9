import { ELEMENTS, type Element, type Grams } from '#kernel';
import type { RecordedEvent, RegistryItems } from '../contract.js';
import { Books } from './books.js';
import { Bounds, type Bound } from './bounds.js';
import { Compositions } from './composition.js';
import { FlowBounds } from './flow-bounds.js';
import type { Lot } from './holding.js';
import { least, Rational } from './rational.js';
import { Sources, type Source } from './sources.js';
import { chain, lot, shipment, stock, type ChainCounts, type Subject } from './subject.js';
import { judge, type OracleVerdict } from './verdict.js';

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
  readonly least: Rational;
  readonly most: Rational;
}

export interface OracleAnswer {
  readonly massG: Grams;
  readonly reoG: Grams;
  /** Sources that are named and those that are unexplained, largest share first; shares sum to exactly 1. */
  readonly origins: readonly OracleOrigin[];
  readonly verdict: OracleVerdict;
  readonly chain: ChainCounts;
}

/**
 * The slow, obvious answer to every question of origin: books kept event by event, the closure walked, exact
 * fractions. Shares no code with the product beyond masses, elements and the catalogue, so that the two can be compared.
 */
export class Oracle {
  readonly books: Books;
  readonly compositions: Compositions;
  readonly bounds: Bounds;
  readonly flowBounds: FlowBounds;
  readonly sources: Sources;

  /** Events in the order of the ledger. The registry is what is known when the question is asked. */
  constructor(recorded: readonly RecordedEvent[], registry: RegistryItems) {
    this.books = new Books(recorded);
    this.compositions = new Compositions(this.books);
    this.bounds = new Bounds(this.books, this.compositions);
    this.flowBounds = new FlowBounds(this.books, this.compositions);
    this.sources = new Sources(this.books, registry);
  }

  shipment(declaration: string): OracleAnswer {
    return this.answer(shipment(this.books, declaration));
  }

  /** A lot's whole mass when it was made. */
  lot(declaredBy: string, code: string): OracleAnswer {
    return this.answer(lot(this.books, declaredBy, code));
  }

  /** What an enterprise has left of a lot. */
  stock(declaredBy: string, code: string, owner: string): OracleAnswer {
    return this.answer(stock(this.books, declaredBy, code, owner));
  }

  /** Declarations under which something was exported. */
  declarations(): string[] {
    const exports = this.books
      .current()
      .flatMap(({ content }) => (content?.type === 'export' ? [content.declaration] : []));
    return [...new Set(exports)];
  }

  /** Lots that are declared now. */
  lots(): Lot[] {
    return [...new Set(this.books.holdings().map(({ lot }) => lot))];
  }

  answer(subject: Subject): OracleAnswer {
    const reoG = subject.parts.reduce((sum, part) => sum + part.reo, 0);
    const origins = reoG > 0 ? this.origins(subject, Rational.of(reoG)) : [];
    return {
      massG: subject.parts.reduce((sum, part) => sum + part.mass, 0),
      reoG,
      origins,
      verdict: judge(origins, subject.pending),
      chain: chain(this.books, subject),
    };
  }

  private origins(subject: Subject, reo: Rational): OracleOrigin[] {
    const streams = subject.parts.map(part => this.compositions.stream(part.holding.lot, part.reo));
    const perElement = ELEMENTS.map((_, e) => Rational.sum(streams.map(({ grams }) => grams[e]!)));
    const origins = new Map<string, Tally>();
    subject.parts.forEach(({ holding }, index) => {
      const [mixtures, bounds] = [this.compositions.of(holding), this.bounds.of(holding)];
      streams[index]!.grams.forEach((grams, e) => {
        if (grams.isZero()) return;
        for (const [key, share] of mixtures[e]!) this.tally(origins, key).add(e, grams.times(share));
        for (const [key, bound] of bounds[e]!) this.tally(origins, key).widen(grams, bound);
      });
    });
    const listed = [...origins.values()].map(tally => tally.toOrigin(reo, perElement));
    return listed.sort((a, b) =>
      a.share.equals(b.share) ? (a.id < b.id ? -1 : 1) : a.share.exceeds(b.share) ? -1 : 1,
    );
  }

  private tally(origins: Map<string, Tally>, key: string): Tally {
    const source = this.sources.of(key);
    const listedAs = `${source.id} ${source.status}`;
    const tally = origins.get(listedAs) ?? new Tally(source);
    origins.set(listedAs, tally);
    tally.name(source);
    return tally;
  }
}

/** Grams of a subject that come from one source. */
class Tally {
  private readonly grams = ELEMENTS.map(() => Rational.ZERO);
  private atLeast = Rational.ZERO;
  private atMost = Rational.ZERO;

  constructor(private source: Source) {}

  /** Of several root events, the latest gives its name. */
  name(source: Source): void {
    if (source.at > this.source.at) this.source = source;
  }

  add(e: number, grams: Rational): void {
    this.grams[e] = this.grams[e]!.plus(grams);
  }

  widen(grams: Rational, bound: Bound): void {
    this.atLeast = this.atLeast.plus(grams.times(bound.least));
    this.atMost = this.atMost.plus(grams.times(bound.most));
  }

  toOrigin(reo: Rational, perElement: readonly Rational[]): OracleOrigin {
    const total = Rational.sum(this.grams);
    const elements = new Map<Element, Rational>();
    ELEMENTS.forEach((element, e) => {
      if (this.grams[e]!.isPositive()) elements.set(element, this.grams[e]!.over(perElement[e]!));
    });
    return {
      ...this.source,
      share: total.over(reo),
      reoG: total,
      elements,
      least: least(Rational.ONE, this.atLeast.over(reo)),
      most: least(Rational.ONE, this.atMost.over(reo)),
    };
  }
}
