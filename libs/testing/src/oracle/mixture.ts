import { gcd, Rational } from './rational.js';

export interface Part {
  readonly weight: Rational;
  readonly mixture: Mixture;
}

/** Which part comes from which source, by source key, over one common denominator; the parts sum to exactly 1. */
export class Mixture {
  private constructor(
    private readonly denominator: bigint,
    private readonly numerators: ReadonlyMap<string, bigint>,
  ) {}

  static pure(source: string): Mixture {
    return new Mixture(1n, new Map([[source, 1n]]));
  }

  /** Blends parts in proportion to their weights; `undefined` where nothing weighs anything. */
  static blend(parts: readonly Part[]): Mixture | undefined {
    const weighing = parts.filter(({ weight }) => weight.isPositive());
    if (weighing.length === 0) return undefined;
    const unit = weighing.map(({ weight, mixture }) => weight.denominator * mixture.denominator).reduce(lcm, 1n);
    const amounts = new Map<string, bigint>();
    for (const { weight, mixture } of weighing) {
      const factor = (unit / (weight.denominator * mixture.denominator)) * weight.numerator;
      for (const [source, numerator] of mixture.numerators) {
        amounts.set(source, (amounts.get(source) ?? 0n) + numerator * factor);
      }
    }
    return Mixture.reduced(amounts);
  }

  private static reduced(amounts: ReadonlyMap<string, bigint>): Mixture {
    let total = 0n;
    for (const amount of amounts.values()) total += amount;
    let divisor = total;
    for (const amount of amounts.values()) if (divisor > 1n) divisor = gcd(divisor, amount);
    return new Mixture(total / divisor, new Map([...amounts].map(([source, amount]) => [source, amount / divisor])));
  }

  share(source: string): Rational {
    return Rational.of(this.numerators.get(source) ?? 0n, this.denominator);
  }

  sources(): string[] {
    return [...this.numerators.keys()];
  }
}

const lcm = (a: bigint, b: bigint): bigint => (a % b === 0n ? a : (a / gcd(a, b)) * b);
