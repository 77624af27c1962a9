import type { Grams } from '#kernel';
import type { RecordedEvent, RegistryItems } from '../contract.js';
import { Books } from './books.js';
import { Bounds } from './bounds.js';
import { Compositions } from './composition.js';
import { FlowBounds } from './flow-bounds.js';
import type { Lot } from './holding.js';
import { listOrigins, type OracleOrigin } from './origin-list.js';
import { Sources } from './sources.js';
import { chain, lot, shipment, stock, type ChainCounts, type Subject } from './subject.js';
import { judge, type OracleVerdict } from './verdict.js';

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
    const { compositions, bounds, sources } = this;
    const origins = reoG > 0 ? listOrigins(subject, compositions, bounds, sources) : [];
    return {
      massG: subject.parts.reduce((sum, part) => sum + part.mass, 0),
      reoG,
      origins,
      verdict: judge(origins, subject.pending),
      chain: chain(this.books, subject),
    };
  }
}
