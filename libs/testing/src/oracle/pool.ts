import { ELEMENT_COUNT } from '#kernel';
import { Mixture } from './mixture.js';
import { least, most, Rational } from './rational.js';

/** REO that goes into or comes out of a run. Vectors are indexed like kernel `ELEMENTS`. */
export interface Stream {
  /** Grams of REO. */
  readonly reo: Rational;
  /** Grams of each element's oxide; they sum to `reo`. */
  readonly grams: readonly Rational[];
  readonly assayed: boolean;
}

export interface Input extends Stream {
  /** Sources of each element. */
  readonly mixtures: readonly Mixture[];
}

const TOLERANCE = Rational.of(2, 100);
/** Least tolerance of an element, as a part of the pool's whole REO. */
const FLOOR = Rational.of(5, 10_000);
const ASSAYED_ENOUGH = Rational.of(95, 100);

export const ELEMENT_INDEXES = Array.from({ length: ELEMENT_COUNT }, (_, index) => index);

export const totalReo = (streams: readonly Pick<Stream, 'reo'>[]): Rational =>
  Rational.sum(streams.map(({ reo }) => reo));

/** Grams of each element in all streams together. */
export const totalGrams = (streams: readonly Stream[]): Rational[] =>
  ELEMENT_INDEXES.map(e => Rational.sum(streams.map(({ grams }) => grams[e]!)));

/**
 * Grams of each element that the outputs of a run hold and its inputs cannot explain. An element that is assayed well
 * enough on both sides is judged on its own; for the others their total is.
 */
export function unexplainedGrams(inputs: readonly Input[], outputs: readonly Stream[]): Rational[] {
  const [pool, made] = [totalGrams(inputs), totalGrams(outputs)];
  const [reoIn, reoOut] = [totalReo(inputs), totalReo(outputs)];
  if (reoIn.isZero()) return made;
  const judged = ELEMENT_INDEXES.map(e => isAssayed(inputs, e) && isAssayed(outputs, e));
  const excess = ELEMENT_INDEXES.map(e => (judged[e] ? excessOf(made[e]!, pool[e]!, reoIn) : Rational.ZERO));
  if (!reoOut.minus(reoIn).exceeds(reoIn.times(TOLERANCE))) return excess;
  const rest = most(Rational.ZERO, reoOut.minus(reoIn).minus(Rational.sum(excess)));
  const unjudged = Rational.sum(made.filter((_, e) => !judged[e]));
  if (unjudged.isZero()) return excess;
  const ratio = least(Rational.ONE, rest.over(unjudged));
  return excess.map((grams, e) => (judged[e] ? grams : made[e]!.times(ratio)));
}

/** Everything above the pool, where it is more than the tolerance. */
function excessOf(made: Rational, pool: Rational, reoIn: Rational): Rational {
  const beyond = made.minus(pool);
  return beyond.exceeds(most(pool.times(TOLERANCE), reoIn.times(FLOOR))) ? beyond : Rational.ZERO;
}

/** At least 95 % of the element is assayed; where there is none of it, at least 95 % of the REO. */
function isAssayed(streams: readonly Stream[], e: number): boolean {
  const amount = ({ grams }: Stream): Rational => grams[e]!;
  const has = streams.some(stream => amount(stream).isPositive());
  const measure = has ? amount : ({ reo }: Stream): Rational => reo;
  const assayed = Rational.sum(streams.filter(stream => stream.assayed).map(measure));
  return !Rational.sum(streams.map(measure)).times(ASSAYED_ENOUGH).exceeds(assayed);
}

/**
 * Sources of each element in everything a run makes: the unexplained grams from `excess`, the rest from the pool in
 * proportion. An element the pool has none of takes the mixture of the whole pool.
 */
export function outputMixtures(inputs: readonly Input[], outputs: readonly Stream[], excess: string): Mixture[] {
  const made = totalGrams(outputs);
  const unexplained = unexplainedGrams(inputs, outputs);
  const whole = wholeMixture(inputs) ?? Mixture.pure(excess);
  return ELEMENT_INDEXES.map(e => {
    const known =
      Mixture.blend(inputs.map(({ grams, mixtures }) => ({ weight: grams[e]!, mixture: mixtures[e]! }))) ?? whole;
    const explained = { weight: made[e]!.minus(unexplained[e]!), mixture: known };
    return Mixture.blend([explained, { weight: unexplained[e]!, mixture: Mixture.pure(excess) }]) ?? known;
  });
}

/** Sources of all REO of the inputs, whatever the element. */
export const wholeMixture = (inputs: readonly Input[]): Mixture | undefined =>
  Mixture.blend(inputs.flatMap(({ grams, mixtures }) => grams.map((weight, e) => ({ weight, mixture: mixtures[e]! }))));
