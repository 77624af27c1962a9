import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Rational } from './rational.js';

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));

describe('Rational', () => {
  test('is always reduced, with a positive denominator', () => {
    expect(String(Rational.of(6, -8))).toBe('-3/4');
    expect(String(Rational.of(0, 5))).toBe('0');
    expect(String(Rational.of(10, 5))).toBe('2');
  });

  test('takes a double for the decimal it is meant to be', () => {
    expect(String(Rational.fromDecimal(0.1))).toBe('1/10');
    expect(() => Rational.fromDecimal(1e6)).toThrow('too many digits');
  });

  test('refuses to divide by zero', () => {
    expect(() => Rational.of(1, 0)).toThrow('1/0');
    expect(() => Rational.ONE.over(Rational.ZERO)).toThrow();
  });

  test('obeys the laws of a field', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(a.plus(b).times(c)).toEqual(a.times(c).plus(b.times(c)));
        expect(a.plus(b).minus(b)).toEqual(a);
        if (!b.isZero()) expect(a.times(b).over(b)).toEqual(a);
        expect(a.exceeds(b)).toBe(a.minus(b).isPositive());
      }),
    );
  });

  test('becomes the nearest double, however long it is', () => {
    expect(Rational.of(1, 3).toNumber()).toBe(1 / 3);
    expect(Rational.of(-22, 7).toNumber()).toBe(-22 / 7);
    expect(Rational.of(10n ** 400n + 1n, 3n * 10n ** 400n).toNumber()).toBeCloseTo(1 / 3, 15);
    expect(Rational.ZERO.toNumber()).toBe(0);
  });
});
