import { type Distribution, toDistribution } from '#kernel';
import { nominalDistribution, productElements } from '#catalogue';
import { type Composition, singleSource } from './composition.js';
import { findExcess } from './excess.js';
import { elementGrams, mix, type MixOptions, type PoolInput, type PoolOutput } from './mix.js';
import type { NewSource } from './source.js';

/** The unexplained source that an event introduces: output beyond input, or mass found by weighing or counting. */
export function unexplainedSource(kind: 'excess' | 'surplus', eventId: string, enterprise: string): NewSource {
  return { id: `${kind}:${eventId}`, kind, status: 'unexplained', enterprise, folded: false };
}

/** The composition of a run: inputs well mixed, what the outputs hold beyond them booked to `excess`. */
export function blendRun(
  inputs: readonly PoolInput[],
  outputs: readonly PoolOutput[],
  excess: NewSource,
  options: MixOptions,
): Composition {
  const grams = findExcess(inputs, outputs);
  const beyond = grams && { grams, sourceNo: options.dictionary.intern(excess).no };
  return mix(inputs, elementGrams(outputs), beyond, options);
}

/**
 * The composition of one lot after a count or a weighing that found `surplusReo` grams more: all of the surplus is
 * unexplained, blended in pro rata. Where nothing was left in the books, everything is from the surplus, whatever the
 * lot consists of: such a pool draws from nothing, and so must not depend on anything.
 */
export function blendSurplus(
  inputs: readonly PoolInput[],
  surplusReo: number,
  distribution: Distribution,
  surplus: NewSource,
  options: MixOptions,
): Composition {
  if (inputs.length === 0 && surplusReo > 0) return singleSource(options.dictionary.intern(surplus).no);
  const parts = surplusReo > 0 ? [...inputs, surplusInput(surplusReo, distribution, surplus, options)] : inputs;
  return mix(parts, elementGrams(parts), undefined, options);
}

function surplusInput(reo: number, distribution: Distribution, surplus: NewSource, options: MixOptions): PoolInput {
  const composition = singleSource(options.dictionary.intern(surplus).no);
  return { reo, distribution, assayed: true, composition };
}

/**
 * Distribution of a yield without an assay: the pool's mixture over the elements its product can hold; where the pool
 * has none of them, the product's nominal one.
 */
export function inheritedDistribution(
  inputs: readonly Pick<PoolInput, 'reo' | 'distribution'>[],
  product: string,
): Distribution {
  const possible = new Set(productElements(product));
  const mixture = elementGrams(inputs).map((grams, e) => (possible.has(e) ? grams : 0));
  return mixture.some(grams => grams > 0) ? toDistribution([...mixture]) : nominalDistribution(product);
}
