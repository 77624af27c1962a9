import { type Distribution, ELEMENT_COUNT } from '#kernel';

/** Part of each element of a pool that comes from the subject of a recall. */
export interface Share {
  /** Bit e is set where some of element e does, even where the part rounds to nothing. */
  readonly mask: number;
  /** Shares from 0 to 1 by element, indexed like kernel ELEMENTS. */
  readonly parts: Readonly<Float64Array>;
}

const ALL_ELEMENTS = (1 << ELEMENT_COUNT) - 1;

/** All of it. */
export const WHOLE: Share = { mask: ALL_ELEMENTS, parts: new Float64Array(ELEMENT_COUNT).fill(1) };

/** None of it. */
export const NOTHING: Share = { mask: 0, parts: new Float64Array(ELEMENT_COUNT) };

/** Finds the share of a pool in a part of a lot; {@link NOTHING} where the subject does not reach it. */
export type SharesOf = (poolNo: number, lotNo: number) => Share;

/** REO grams of a lot's part that come from the subject. */
export function attributedG(reoG: number, distribution: Distribution, { mask, parts }: Share): number {
  if (mask === 0) return 0;
  let sum = 0;
  for (let e = 0; e < ELEMENT_COUNT; e++) sum += reoG * distribution[e]! * parts[e]!;
  return sum;
}

/** True where some of a lot's part comes from the subject, however little. */
export const isPresent = (reoG: number, distribution: Distribution, { mask }: Share): boolean =>
  reoG > 0 && mask !== 0 && distribution.some((share, e) => share > 0 && (mask & (1 << e)) !== 0);
