import { ELEMENT_COUNT, elementIndex, ELEMENTS, type Assay, type Dice, type Element } from '#kernel';
import { findProfile } from '#catalogue';

/** Shares of the elements' oxides in REO, indexed like kernel ELEMENTS; they sum to 1. */
export type Mixture = Float64Array;

export function normalised(values: ArrayLike<number>): Mixture {
  const parts = Float64Array.from(values);
  const total = parts.reduce((sum, part) => sum + part, 0);
  return total > 0 ? parts.map(part => part / total) : parts;
}

/** A published reference distribution of the catalogue. */
export const profile = (id: string): Mixture => normalised(findProfile(id)!.distribution);

/** A deposit of its own kind: like another, each element a little off. */
export const variant = (mixture: Mixture, dice: Dice, error: number): Mixture =>
  normalised(mixture.map(share => share * dice.about(error)));

/** What a laboratory reports: % of REO with its errors, three decimals; below 0.02 % it sees nothing. */
export function measured(mixture: Mixture, dice: Dice, error = 0.004): Assay {
  const assay: Partial<Record<Element, number>> = {};
  for (const [index, share] of mixture.entries()) {
    if (share > 0.0002) assay[ELEMENTS[index]!] = Math.round(share * dice.about(error) * 1e5) / 1e3;
  }
  const total = Object.values(assay).reduce((sum, percent) => sum + percent, 0);
  if (Object.keys(assay).length === 1) assay[Object.keys(assay)[0] as Element] = 100;
  else for (const element of Object.keys(assay) as Element[]) assay[element] = round3((assay[element]! / total) * 100);
  return assay;
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000;

/** Grams of each element's oxide of several goods together. */
export function pooled(goods: Iterable<{ readonly reoG: number; readonly mixture: Mixture }>): Float64Array {
  const pool = new Float64Array(ELEMENT_COUNT);
  for (const { reoG, mixture } of goods) for (let e = 0; e < ELEMENT_COUNT; e++) pool[e]! += reoG * mixture[e]!;
  return pool;
}

/** The part of a pool that lies in some elements. */
export function only(pool: Float64Array, elements: readonly Element[], share: number): Float64Array {
  const part = new Float64Array(ELEMENT_COUNT);
  for (const element of elements) part[elementIndex(element)!] = pool[elementIndex(element)!]! * share;
  return part;
}

export const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
