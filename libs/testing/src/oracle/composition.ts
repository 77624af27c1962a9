import { ELEMENTS, type Grams } from '#kernel';
import { nominalDistribution, productElements } from '#catalogue';
import type { Books } from './books.js';
import { origin, takenFor, type BookedEvent, type Holding, type Lot } from './holding.js';
import { Mixture } from './mixture.js';
import { ELEMENT_INDEXES, outputMixtures, totalGrams, type Input, type Stream } from './pool.js';
import { Rational } from './rational.js';

/** Share of each element in the REO, indexed like kernel `ELEMENTS`; sums to exactly 1. */
export type ExactDistribution = readonly Rational[];

export const excessKey = (event: string): string => `excess:${event}`;
export const surplusKey = (event: string): string => `surplus:${event}`;

/**
 * Where the elements of every holding come from, found by walking up from it. Source keys are ids of root events, or
 * {@link excessKey} and {@link surplusKey} of the event that introduced the mass.
 */
export class Compositions {
  private readonly distributions = new Map<Lot, ExactDistribution>();
  private readonly mixtures = new Map<Holding, readonly Mixture[]>();
  private readonly runs = new Map<BookedEvent, readonly Mixture[]>();

  constructor(private readonly books: Books) {}

  /** Sources of each element of a holding. */
  of(holding: Holding): readonly Mixture[] {
    return remember(this.mixtures, holding, () => this.trace(holding));
  }

  distribution(lot: Lot): ExactDistribution {
    return remember(this.distributions, lot, () => this.distributionOf(lot));
  }

  isAssayed(lot: Lot): boolean {
    return lot.assay !== undefined || productElements(lot.product).length === 1;
  }

  /** What an event draws, as inputs of a pool. */
  inputs(event: BookedEvent): Input[] {
    return event.draws.map(({ holding, reo }) => ({ ...this.stream(holding.lot, reo), mixtures: this.of(holding) }));
  }

  outputs(event: BookedEvent): Stream[] {
    return event.yields.map(({ lot, reo }) => this.stream(lot, reo));
  }

  /** A mass of REO of a lot, element by element. */
  stream(lot: Lot, grams: Grams): Stream {
    const reo = Rational.of(grams);
    return { reo, grams: this.distribution(lot).map(share => share.times(reo)), assayed: this.isAssayed(lot) };
  }

  private trace(holding: Holding): readonly Mixture[] {
    const event = this.books.event(holding.event);
    const made = origin(event, holding);
    if (made === 'root') return ELEMENT_INDEXES.map(() => Mixture.pure(event.id));
    return made === 'run' ? remember(this.runs, event, () => this.run(event)) : this.joined(event, holding);
  }

  private run(event: BookedEvent): readonly Mixture[] {
    return outputMixtures(this.inputs(event), this.outputs(event), excessKey(event.id));
  }

  /** What a transfer or count made of what it took of the lot, blended with the surplus it found. */
  private joined(event: BookedEvent, holding: Holding): readonly Mixture[] {
    const taken = takenFor(event, holding);
    if (taken.length === 1 && holding.surplus === 0) return this.of(taken[0]!.holding);
    const known = taken.reduce((sum, { reo }) => sum + reo, 0);
    const surplusReo = holding.surplus > 0 ? Math.max(0, holding.reo - known) : 0;
    const surplus = { weight: Rational.of(surplusReo), mixture: Mixture.pure(surplusKey(event.id)) };
    return ELEMENT_INDEXES.map(e => {
      const parts = taken.map(draw => ({ weight: Rational.of(draw.reo), mixture: this.of(draw.holding)[e]! }));
      return Mixture.blend([...parts, surplus]) ?? parts[0]?.mixture ?? surplus.mixture;
    });
  }

  private distributionOf(lot: Lot): ExactDistribution {
    const elements = productElements(lot.product);
    if (lot.assay) return normalised(ELEMENTS.map(element => Rational.fromDecimal(lot.assay?.[element] ?? 0)));
    if (elements.length === 1) return ELEMENT_INDEXES.map(e => (e === elements[0] ? Rational.ONE : Rational.ZERO));
    const event = this.books.event(lot.event);
    const pool = event.content?.type === 'processing' ? totalGrams(this.inputs(event)) : [];
    const possible = ELEMENT_INDEXES.map(e => (elements.includes(e) && pool[e]) || Rational.ZERO);
    if (possible.some(grams => grams.isPositive())) return normalised(possible);
    return normalised(nominalDistribution(lot.product).map(share => Rational.fromDecimal(share)));
  }
}

function normalised(amounts: readonly Rational[]): ExactDistribution {
  const total = Rational.sum(amounts);
  return amounts.map(amount => amount.over(total));
}

function remember<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
