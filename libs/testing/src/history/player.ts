import { ELEMENTS, ELEMENT_COUNT, assayToDistribution, toDistribution, type Distribution } from '#kernel';
import { nominalDistribution, productElements } from '#catalogue';
import type { ContractEvent, LotDeclaration, MaterialEvent } from '../contract.js';
import { Books } from '../oracle/books.js';
import { massLeft, type BookedEvent, type Holding } from '../oracle/holding.js';
import { hour, uuid } from './codes.js';
import type { Dice } from './dice.js';
import { recorded } from './recorded.js';
import { sitesOf } from './world.js';

/** Hours from one event to the next. */
const PACE = 5;

/** A random history in the making: what has been recorded, and who could do what next. */
export class Player {
  readonly events: ContractEvent[] = [];
  books = new Books();
  private readonly distributions = new Map<string, Distribution>();
  private lots = 0;

  constructor(readonly salt: number) {}

  /** Facts every new event has: who and when (now). */
  facts(enterprise: string): { id: string; enterprise: string; occurredAt: string } {
    const id = uuid(this.salt * 1_000_000 + this.events.length + 1);
    return { id, enterprise, occurredAt: this.now() };
  }

  /** The same, and sometimes where. */
  common(dice: Dice, enterprise: string): { id: string; enterprise: string; occurredAt: string; site?: string } {
    return { ...this.facts(enterprise), ...(dice.chance(0.3) && { site: dice.pick(sitesOf(enterprise)) }) };
  }

  /** The instant of the next event, or so many hours before. */
  now(hoursBefore = 0): string {
    return hour(this.events.length * PACE - hoursBefore);
  }

  newLot(): string {
    this.lots += 1;
    return `${this.salt}-${String(this.lots).padStart(3, '0')}`;
  }

  record(event: MaterialEvent): void {
    this.events.push(event);
    this.books.record({ seq: this.events.length, event });
  }

  /** Records the event unless it breaks the books; `mayStand` sees the books as they would be. */
  attempt(event: ContractEvent, mayStand: (books: Books) => boolean): void {
    const events = [...this.events, event];
    const books = booksOf(events);
    if (!books || !mayStand(books)) return;
    this.books = books;
    this.events.push(event);
  }

  /** Holdings somebody can draw from, or those of one enterprise. */
  stock(owner?: string): Holding[] {
    return this.books
      .holdings()
      .filter(holding => !holding.inTransit && massLeft(holding) > 0 && (!owner || holding.owner === owner));
  }

  /** Those who can draw from something. */
  owners(): string[] {
    return [...new Set(this.stock().map(({ owner }) => owner))];
  }

  /** Dispatches nobody has answered. */
  onTheWay(): BookedEvent[] {
    return this.books.current().filter(({ id, content }) => content?.type === 'dispatch' && !this.books.answerTo(id));
  }

  /** About what a lot consists of; good enough to make up plausible outputs. */
  distribution({ code, product }: Holding['lot']): Distribution {
    return this.distributions.get(code) ?? nominalDistribution(product);
  }

  /** Remembers about what a new lot consists of: its assay, the pool's mixture, or the nominal distribution. */
  declare(declaration: LotDeclaration, pool: readonly number[] = []): LotDeclaration {
    const possible = productElements(declaration.product);
    const mixture = toDistribution(ELEMENTS.map((_, e) => (possible.includes(e) ? (pool[e] ?? 0) : 0)));
    const inherited = mixture.some(share => share > 0) ? mixture : nominalDistribution(declaration.product);
    this.distributions.set(declaration.lot, declaration.assay ? assayToDistribution(declaration.assay) : inherited);
    return declaration;
  }

  /** About how many grams of each element a mass of each holding is. */
  grams(drawn: readonly { holding: Holding; mass: number }[]): number[] {
    const sums = Array.from({ length: ELEMENT_COUNT }, () => 0);
    for (const { holding, mass } of drawn) {
      const reo = (mass * holding.lot.grade) / 1e8;
      this.distribution(holding.lot).forEach((share, e) => (sums[e]! += share * reo));
    }
    return sums;
  }
}

function booksOf(events: readonly ContractEvent[]): Books | undefined {
  try {
    return new Books(recorded(events));
  } catch {
    return undefined;
  }
}
