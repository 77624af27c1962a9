import type { Books } from './books.js';
import { excessKey, surplusKey, type Compositions } from './composition.js';
import { origin, takenFor, type BookedEvent, type Draw, type Holding } from './holding.js';
import { ELEMENT_INDEXES, totalGrams, totalReo, unexplainedGrams, type Stream } from './pool.js';
import { least, most, Rational } from './rational.js';

/** Least and most part that can come from a source, however a plant was run. */
export interface Bound {
  readonly least: Rational;
  readonly most: Rational;
}

/** Bounds by source key; a source that is not named gives nothing. */
export type BoundsBySource = ReadonlyMap<string, Bound>;

/** A mass of one element with the bounds of its sources. */
interface Part {
  readonly grams: Rational;
  readonly bounds: BoundsBySource;
}

const ALL: Bound = { least: Rational.ONE, most: Rational.ONE };

/**
 * Bounds per holding and element: exact for one event, carried on unchanged by transfers, sound over several events.
 * A lot is homogeneous; what happens inside a plant is not known.
 */
export class Bounds {
  private readonly known = new Map<Holding, readonly BoundsBySource[]>();

  constructor(
    private readonly books: Books,
    private readonly compositions: Compositions,
  ) {}

  of(holding: Holding): readonly BoundsBySource[] {
    const before = this.known.get(holding);
    if (before) return before;
    const bounds = this.find(holding);
    this.known.set(holding, bounds);
    return bounds;
  }

  private find(holding: Holding): readonly BoundsBySource[] {
    const event = this.books.event(holding.event);
    const made = origin(event, holding);
    if (made === 'root') return ELEMENT_INDEXES.map(() => new Map([[event.id, ALL]]));
    if (made === 'run') return this.ofRun(event, holding);
    return holding.from && holding.surplus === 0 ? this.of(holding.from) : this.ofCount(event, holding);
  }

  private ofRun(event: BookedEvent, holding: Holding): readonly BoundsBySource[] {
    const inputs = this.compositions.inputs(event);
    const outputs = this.compositions.outputs(event);
    const [made, unexplained] = [totalGrams(outputs), unexplainedGrams(inputs, outputs)];
    const { grams } = this.compositions.stream(holding.lot, holding.reo);
    const parts = ELEMENT_INDEXES.map(e => this.partsOf(event.draws, inputs, e));
    return ELEMENT_INDEXES.map(e => {
      const excess = { grams: unexplained[e]!, bounds: new Map([[excessKey(event.id), ALL]]) };
      const has = parts[e]!.some(part => part.grams.isPositive());
      const given = covering(has ? parts[e]! : parts.flat(), made[e]!.minus(unexplained[e]!), !has);
      return boundsOfPart(grams[e]!, [...given, excess]);
    });
  }

  private partsOf(draws: readonly Draw[], inputs: readonly Stream[], e: number): Part[] {
    return inputs.map(({ grams }, index) => ({ grams: grams[e]!, bounds: this.of(draws[index]!.holding)[e]! }));
  }

  private ofCount(event: BookedEvent, holding: Holding): readonly BoundsBySource[] {
    const draws = takenFor(event, holding);
    const made = Rational.of(holding.reo);
    const known = totalReo(draws.map(({ reo }) => ({ reo: Rational.of(reo) })));
    const found = holding.surplus > 0 ? most(Rational.ZERO, made.minus(known)) : Rational.ZERO;
    const surplus = { grams: found, bounds: new Map([[surplusKey(event.id), ALL]]) };
    return ELEMENT_INDEXES.map(e => {
      const parts = draws.map(draw => ({ grams: Rational.of(draw.reo), bounds: this.of(draw.holding)[e]! }));
      return boundsOfPart(made, [...covering(parts, made.minus(found)), surplus]);
    });
  }
}

/** A pool that made a little more than it had (within the tolerance) counts as that much larger. */
function covering(parts: readonly Part[], made: Rational, exactly = false): readonly Part[] {
  const total = Rational.sum(parts.map(part => part.grams));
  if (total.isZero() || (!exactly && !made.exceeds(total))) return parts;
  return parts.map(part => ({ ...part, grams: part.grams.times(made).over(total) }));
}

/**
 * Bounds of one part of what a pool made: at most what the source gave, at least what the rest of the pool could not
 * have given.
 */
function boundsOfPart(part: Rational, pool: readonly Part[]): BoundsBySource {
  if (part.isZero()) return new Map();
  const available = Rational.sum(pool.map(({ grams }) => grams));
  const bounds = new Map<string, Bound>();
  for (const [source, gave] of givenBySource(pool)) {
    const atLeast = most(Rational.ZERO, part.minus(available.minus(gave.least)));
    bounds.set(source, { least: atLeast.over(part), most: least(part, gave.most).over(part) });
  }
  return bounds;
}

/** Grams that each source has given to a pool at least and at most. */
function givenBySource(pool: readonly Part[]): Map<string, Bound> {
  const given = new Map<string, Bound>();
  for (const { grams, bounds } of pool) {
    if (grams.isZero()) continue;
    for (const [source, bound] of bounds) {
      const before = given.get(source) ?? { least: Rational.ZERO, most: Rational.ZERO };
      const atLeast = before.least.plus(grams.times(bound.least));
      given.set(source, { least: atLeast, most: before.most.plus(grams.times(bound.most)) });
    }
  }
  return given;
}
