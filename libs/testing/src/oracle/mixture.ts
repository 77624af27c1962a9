import { Rational } from './rational.js';

/** Which part comes from which source, by source key; the parts sum to exactly 1. */
export type Mixture = ReadonlyMap<string, Rational>;

export interface Part {
  readonly weight: Rational;
  readonly mixture: Mixture;
}

export const pure = (source: string): Mixture => new Map([[source, Rational.ONE]]);

/** Blends parts in proportion to their weights; `undefined` where nothing weighs anything. */
export function blend(parts: readonly Part[]): Mixture | undefined {
  const weighing = parts.filter(({ weight }) => weight.isPositive());
  if (weighing.length === 0) return undefined;
  const total = Rational.sum(weighing.map(({ weight }) => weight));
  const shares = new Map<string, Rational>();
  for (const { weight, mixture } of weighing) {
    for (const [source, share] of mixture) {
      shares.set(source, (shares.get(source) ?? Rational.ZERO).plus(share.times(weight)));
    }
  }
  return new Map([...shares].map(([source, amount]) => [source, amount.over(total)]));
}
