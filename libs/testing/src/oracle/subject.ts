import type { Grams } from '#kernel';
import type { Books } from './books.js';
import { massLeft, reoLeft, type Draw, type Holding } from './holding.js';

/** A mass of a holding that belongs to a subject. */
export interface SubjectPart {
  readonly holding: Holding;
  readonly mass: Grams;
  readonly reo: Grams;
}

/** What a question is about. */
export interface Subject {
  readonly parts: readonly SubjectPart[];
  /** Events whose mass it is: the exports, or the one that made the lot or those that yielded what is left of it. */
  readonly events: readonly string[];
  readonly pending: boolean;
}

/** All exports of a declaration. */
export function shipment(books: Books, declaration: string): Subject {
  const exports = books
    .current()
    .filter(({ content }) => content?.type === 'export' && content.declaration === declaration);
  const parts = exports.flatMap(({ draws }) => draws);
  return { parts, events: exports.map(({ id }) => id), pending: announced(books, declaration) > mass(parts) };
}

/** A lot's whole mass when it was made. */
export function lot(books: Books, declaredBy: string, code: string): Subject {
  const made = holdingsOf(books, declaredBy, code).filter(({ lot, event }) => event === lot.event);
  const onTheWay = holdingsOf(books, declaredBy, code).filter(({ inTransit }) => inTransit);
  return {
    parts: made.map(holding => ({ holding, mass: holding.mass, reo: holding.reo })),
    events: made.map(({ event }) => event),
    pending: onTheWay.some(holding => massLeft(holding) > 0),
  };
}

/** What an enterprise has left of a lot, in transit excluded. */
export function stock(books: Books, declaredBy: string, code: string, owner: string): Subject {
  const held = holdingsOf(books, declaredBy, code).filter(
    holding => holding.owner === owner && !holding.inTransit && massLeft(holding) > 0,
  );
  return {
    parts: held.map(holding => ({ holding, mass: massLeft(holding), reo: reoLeft(holding) })),
    events: [...new Set(held.map(({ event }) => event))],
    pending: false,
  };
}

const holdingsOf = (books: Books, declaredBy: string, code: string): Holding[] =>
  books.holdings().filter(({ lot }) => lot.declaredBy === declaredBy && lot.code === code);

/** Mass that dispatches citing the export declaration have sent on the way and nobody has sent back. */
function announced(books: Books, declaration: string): Grams {
  const cites = books.current().filter(({ content, id }) => {
    const answer = books.answerTo(id)?.content;
    const rejected = answer?.type === 'receipt' && answer.dispatch !== undefined && answer.outcome === 'rejected';
    const documents = content?.type === 'dispatch' && !rejected ? (content.documents ?? []) : [];
    return documents.some(({ kind, number }) => kind === 'export-declaration' && number === declaration);
  });
  return mass(cites.flatMap(({ draws }) => draws));
}

const mass = (parts: readonly { readonly mass: Grams }[]): Grams => parts.reduce((sum, part) => sum + part.mass, 0);

export interface ChainCounts {
  readonly events: number;
  readonly holdings: number;
  /** The most events on one way. */
  readonly depth: number;
}

/** Everything upstream of a subject, its own events included. */
export function chain(books: Books, subject: Subject): ChainCounts {
  const depths = new Map<string, number>();
  const holdings = new Set(subject.parts.map(({ holding }) => holding));
  const depthOf = (event: string): number => {
    const known = depths.get(event);
    if (known !== undefined) return known;
    const draws: Draw[] = books.event(event).draws;
    for (const { holding } of draws) holdings.add(holding);
    const depth = 1 + Math.max(0, ...draws.map(({ holding }) => depthOf(holding.event)));
    depths.set(event, depth);
    return depth;
  };
  const depth = Math.max(0, ...subject.events.map(depthOf));
  return { events: depths.size, holdings: holdings.size, depth };
}
