/** An exact fraction of big integers, always reduced, with a positive denominator. */
export class Rational {
  static readonly ZERO = new Rational(0n, 1n);
  static readonly ONE = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** numerator / denominator of whole numbers; the denominator must not be zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    if (d === 0n) throw new Error(`${n}/0 is no fraction`);
    const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
    return divisor === 1n ? new Rational(n, d) : new Rational(n / divisor, d / divisor);
  }

  /** The decimal that a double is meant to be, to twelve places: 0.1 becomes 1/10, not the binary fraction beside it. */
  static fromDecimal(value: number): Rational {
    const scaled = Math.round(value * 1e12);
    if (!Number.isSafeInteger(scaled)) throw new Error(`${value} has too many digits to be taken as a decimal`);
    return Rational.of(scaled, 1_000_000_000_000n);
  }

  static sum(values: Iterable<Rational>): Rational {
    let total = Rational.ZERO;
    for (const value of values) total = total.plus(value);
    return total;
  }

  plus(other: Rational): Rational {
    if (this.isZero()) return other;
    if (other.isZero()) return this;
    if (this.denominator === other.denominator) return Rational.of(this.numerator + other.numerator, this.denominator);
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    if (this.isZero() || other.isZero()) return Rational.ZERO;
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  exceeds(other: Rational): boolean {
    return this.numerator * other.denominator > other.numerator * this.denominator;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isPositive(): boolean {
    return this.numerator > 0n;
  }

  /** The double next to it (within one unit in the last place), however many digits the fraction has. */
  toNumber(): number {
    const shift = bits(this.denominator) - bits(this.numerator) + 64;
    const quotient =
      shift >= 0
        ? (this.numerator << BigInt(shift)) / this.denominator
        : this.numerator / (this.denominator << BigInt(-shift));
    return Number(quotient) * 2 ** -shift;
  }

  toString(): string {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }
}

export const least = (a: Rational, b: Rational): Rational => (a.exceeds(b) ? b : a);
export const most = (a: Rational, b: Rational): Rational => (a.exceeds(b) ? a : b);

/** Greatest common divisor; of 0 and a number, that number without its sign. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const bits = (value: bigint): number => (value < 0n ? -value : value).toString(16).length * 4;
