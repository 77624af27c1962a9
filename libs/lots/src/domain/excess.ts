import { ELEMENT_COUNT } from '#kernel';
import { type ElementGrams, elementGrams, type PoolInput, type PoolOutput } from './mix.js';

/** Assay error that is forgiven: 2 % of the element, at least 0.05 % of the pool's REO (one tolerance with screening). */
export const ELEMENT_TOLERANCE = 0.02;
export const POOL_TOLERANCE = 0.0005;

/** An element is judged only where this much of it is assayed on both sides. */
export const ASSAYED_MIN = 0.95;

/** Slack for sums of doubles, far below a gram in a thousand tonnes. */
const ROUNDING = 1e-12;

/**
 * Grams of each element that the outputs hold beyond the pool, where that exceeds the tolerance; `undefined` where
 * nothing does. Everything above the pool itself counts then, not only what exceeds the tolerance. Elements that are
 * not assayed well enough are judged together by total REO; their excess spreads over them as the outputs hold them.
 */
export function findExcess(
  inputs: readonly Omit<PoolInput, 'composition'>[],
  outputs: readonly PoolOutput[],
): ElementGrams | undefined {
  const pool = elementGrams(inputs);
  const made = elementGrams(outputs);
  const judged = judgedElements(inputs, outputs, pool, made);
  const excess = new Float64Array(ELEMENT_COUNT);
  const poolReo = sum(pool);
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    const tolerance = Math.max(ELEMENT_TOLERANCE * pool[e]!, POOL_TOLERANCE * poolReo);
    if (judged[e] && exceeds(made[e]! - pool[e]!, tolerance, pool[e]!)) excess[e] = made[e]! - pool[e]!;
  }
  addUnjudgedExcess(excess, made, judged, poolReo);
  return excess.some(grams => grams > 0) ? excess : undefined;
}

const exceeds = (difference: number, tolerance: number, scale: number): boolean =>
  difference > tolerance + ROUNDING * Math.max(scale, 1);

const sum = (grams: ElementGrams): number => grams.reduce((total, value) => total + value, 0);

function judgedElements(
  inputs: readonly Omit<PoolInput, 'composition'>[],
  outputs: readonly PoolOutput[],
  pool: ElementGrams,
  made: ElementGrams,
): boolean[] {
  const assayedInputs = inputs.filter(input => input.assayed);
  const poolAssayed = elementGrams(assayedInputs);
  const madeAssayed = elementGrams(outputs.filter(output => output.assayed));
  const reoAssayed = sum(poolAssayed) >= ASSAYED_MIN * sum(pool);
  return Array.from({ length: ELEMENT_COUNT }, (_, e) => {
    const inside = pool[e]! > 0 ? poolAssayed[e]! >= ASSAYED_MIN * pool[e]! : reoAssayed;
    return inside && madeAssayed[e]! >= ASSAYED_MIN * made[e]!;
  });
}

function addUnjudgedExcess(
  excess: ElementGrams,
  made: ElementGrams,
  judged: readonly boolean[],
  poolReo: number,
): void {
  const total = sum(made);
  const beyond = total - poolReo;
  if (!exceeds(beyond, ELEMENT_TOLERANCE * poolReo, poolReo)) return;
  const rest = beyond - sum(excess);
  const unjudged = made.map((grams, e) => (judged[e] ? 0 : grams));
  const madeUnjudged = sum(unjudged);
  const slack = ROUNDING * total;
  if (rest <= slack || madeUnjudged <= 0) return;
  const ratio = rest >= madeUnjudged - slack ? 1 : rest / madeUnjudged;
  for (let e = 0; e < ELEMENT_COUNT; e++) excess[e]! += unjudged[e]! * ratio;
}
