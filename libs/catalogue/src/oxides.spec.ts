import type { Element } from '#kernel';
import { ELEMENTS, NO_DISTRIBUTION, assayToDistribution } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { OXIDES, reoPercentOfMetal } from './oxides.js';

/** IUPAC standard atomic weights, abridged. */
const ATOMIC_WEIGHT: Readonly<Record<Element, number>> = {
  La: 138.905, Ce: 140.116, Pr: 140.908, Nd: 144.242, Sm: 150.36, Eu: 151.964, Gd: 157.25, Tb: 158.925,
  Dy: 162.5, Ho: 164.93, Er: 167.259, Tm: 168.934, Yb: 173.045, Lu: 174.967, Y: 88.906, Sc: 44.956,
}; // prettier-ignore
const OXYGEN = 15.999;

describe('oxides', () => {
  it('stand in the order of the elements', () => {
    expect(OXIDES.map(({ element }) => element)).toEqual([...ELEMENTS]);
  });

  it.each(OXIDES)(
    '$formula weighs what its atoms weigh',
    ({ element, formula, molarMass, metalPerOxide, oxidePerMetal }) => {
      const [, metals = '', oxygens = ''] = new RegExp(`^${element}(\\d*)O(\\d+)$`).exec(formula) ?? [];
      const metalMass = Number(metals || 1) * ATOMIC_WEIGHT[element];
      const mass = metalMass + Number(oxygens) * OXYGEN;
      expect(molarMass).toBeCloseTo(mass, 1);
      expect(Math.abs(metalPerOxide - metalMass / mass)).toBeLessThan(0.0001);
      expect(Math.abs(oxidePerMetal - mass / metalMass)).toBeLessThan(0.0001);
      expect(Math.abs(metalPerOxide * oxidePerMetal - 1)).toBeLessThan(0.0002);
    },
  );
});

describe('reoPercentOfMetal', () => {
  it.each(OXIDES)('of pure $element follows from its oxide', ({ element, metalPerOxide }) => {
    const reoPercent = reoPercentOfMetal(99, assayToDistribution({ [element]: 100 }));
    expect(reoPercent * metalPerOxide).toBeCloseTo(99, 5);
    expect(Number(reoPercent.toFixed(6))).toBe(reoPercent);
  });

  it('weights the oxides by their shares of the REO', () => {
    const reoPercent = reoPercentOfMetal(27.3, assayToDistribution({ Pr: 12.5, Nd: 83.2, Dy: 4.3 }));
    expect(reoPercent).toBeCloseTo(27.3 / (0.125 * 0.8277 + 0.832 * 0.8574 + 0.043 * 0.8713), 6);
    expect(reoPercent).toBeCloseTo(31.96, 1);
  });

  it('finds no oxide where nothing is known', () => {
    expect(reoPercentOfMetal(30, NO_DISTRIBUTION)).toBe(0);
  });
});
