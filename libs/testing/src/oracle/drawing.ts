import type { Grams } from '#kernel';
import { kgToGrams } from '#kernel';
import type { MaterialEvent, Stocktake } from '../contract.js';
import type { Books } from './books.js';
import { massLeft, type Holding, type Portion } from './holding.js';

/** What an event draws from which holding; `kept` are the portions that its version `before` had drawn. */
export function portionsOf(
  books: Books,
  event: MaterialEvent,
  kept: readonly Portion[],
  before: MaterialEvent | undefined,
): Portion[] {
  switch (event.type) {
    case 'processing':
    case 'dispatch':
      return draw(books, event.enterprise, event.draws, kept);
    case 'export':
      return draw(books, event.enterprise, event.items, kept);
    case 'receipt':
      if (event.dispatch === undefined) return [];
      return books.event(event.dispatch).yields.map(holding => ({ holding, mass: holding.mass }));
    case 'stocktake':
      return counted(books, event, kept, before?.type === 'stocktake' ? before.counts.map(({ lot }) => lot) : []);
    case 'mining':
    case 'import':
    case 'scrap-intake':
    case 'opening-stock':
      return [];
    default:
      return event satisfies never;
  }
}

/** What an enterprise has or had of a lot, in transit excluded, oldest first. A bare code goes before `USCC:code`. */
export function heldOf(holdings: readonly Holding[], owner: string, reference: string): Holding[] {
  const own = holdings.filter(holding => holding.owner === owner && !holding.inTransit);
  const bare = own.filter(({ lot }) => lot.code === reference);
  return bare.length > 0 ? bare : own.filter(({ lot }) => `${lot.declaredBy}:${lot.code}` === reference);
}

interface Wanted {
  readonly lot: string;
  readonly massKg: number;
}

/** Oldest first; but what a version before has drawn it keeps, and only what goes beyond is looked for anew. */
function draw(books: Books, owner: string, wanted: readonly Wanted[], kept: readonly Portion[]): Portion[] {
  const holdings = books.holdings();
  return wanted.flatMap(({ lot, massKg }) => {
    const held = heldOf(holdings, owner, lot);
    const before = held.flatMap(holding => kept.filter(portion => portion.holding === holding));
    return fill(kgToGrams(massKg), [...before, ...held.map(holding => ({ holding, mass: holding.mass }))], lot);
  });
}

/** Takes from the offers in order, from no holding more than it has left, until the mass is reached. */
function fill(mass: Grams, offers: readonly Portion[], lot: string): Portion[] {
  const taken = new Map<Holding, Grams>();
  let missing = mass;
  for (const { holding, mass: offered } of offers) {
    const before = taken.get(holding) ?? 0;
    const part = Math.min(missing, offered, massLeft(holding) - before);
    if (part > 0) taken.set(holding, before + part);
    missing -= Math.max(0, part);
  }
  if (missing > 0) throw new Error(`${missing} g of ${lot} are missing`);
  return [...taken].map(([holding, part]) => ({ holding, mass: part }));
}

/**
 * All that is left of the counted lots; with a site, only what lies there or at no named site. Of a lot that the version
 * before had counted, what it had found in the books.
 */
function counted(
  books: Books,
  event: Stocktake,
  kept: readonly Portion[],
  countedBefore: readonly string[],
): Portion[] {
  const holdings = books.holdings();
  return event.counts.flatMap(({ lot }) => {
    const held = heldOf(holdings, event.enterprise, lot);
    if (countedBefore.includes(lot)) return kept.filter(({ holding }) => held.includes(holding)).map(portionOf);
    return held
      .filter(({ site }) => !event.site || !site || site === event.site)
      .filter(holding => massLeft(holding) > 0)
      .map(holding => ({ holding, mass: massLeft(holding) }));
  });
}

const portionOf = ({ holding, mass }: Portion): Portion => ({ holding, mass });
