/**
 * Masses are integer grams inside (safe integers: at most 1e12 g per holding by contract, sums far below 2^53) and
 * kilograms with at most three decimals at the edge. No binary fraction ever decides a balance.
 */
export type Grams = number;

/** REO content of a product in millionths of a percent (1 % = 1,000,000), so that six decimals are an integer. */
export type Grade = number;

const GRADE_UNITS_PER_WHOLE = 100_000_000n;

/** Grams of a number of kilograms that has at most three decimals. */
export const kgToGrams = (kg: number): Grams => Math.round(kg * 1000);

/** Kilograms as clients read them; exact, because the division is correctly rounded. */
export const gramsToKg = (grams: Grams): number => grams / 1000;

/** True for a number that is exactly a decimal with at most `decimals` places (as written, not as a binary fraction). */
export function hasDecimals(value: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale === value;
}

export const percentToGrade = (percent: number): Grade => Math.round(percent * 1e6);
export const gradeToPercent = (grade: Grade): number => grade / 1e6;

/** numerator / denominator rounded half to even; both non-negative, denominator positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** REO grams of a physical mass at a grade, rounded half to even once. */
export function reoGrams(mass: Grams, grade: Grade): Grams {
  return Number(divideHalfEven(BigInt(mass) * BigInt(grade), GRADE_UNITS_PER_WHOLE));
}

/**
 * Splits a whole number over weights in proportion, by largest remainder, ties to the earlier weight: the parts are
 * whole and sum to `total` exactly. All-zero weights give all-zero parts.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const parts = weights.map(weight => (BigInt(total) * BigInt(weight)) / sum);
  const remainders = weights.map((weight, index) => ({ index, rest: (BigInt(total) * BigInt(weight)) % sum }));
  const missing = Number(BigInt(total) - parts.reduce((acc, part) => acc + part, 0n));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders.slice(0, missing)) parts[index]! += 1n;
  return parts.map(Number);
}
