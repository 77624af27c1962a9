import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Assay, assayToDistribution, elementIndex, ELEMENTS, type Element } from '#kernel';
import { findExcess } from './excess.js';
import { elementGrams, type PoolOutput } from './mix.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the excesses: ${seed}`);

/** A part of so many grams of REO, assayed unless said otherwise. */
const part = (reo: number, assay: Assay, assayed = true): PoolOutput => ({
  reo,
  distribution: assayToDistribution(assay),
  assayed,
});

const guess = (reo: number, assay: Assay): PoolOutput => part(reo, assay, false);

interface Case {
  readonly inputs: readonly PoolOutput[];
  readonly outputs: readonly PoolOutput[];
  /** Grams beyond the pool, by element; nothing where there is no excess. */
  readonly excess: Readonly<Partial<Record<Element, number>>>;
}

/** 100 kg: 50 kg of La, 49 kg of Ce, 1 kg of Dy. */
const POOL = [part(60_000, { La: 100 }), part(40_000, { Ce: 97.5, Dy: 2.5 })];
const SAME = { La: 60, Ce: 39, Dy: 1 };

const CASES: Readonly<Record<string, Case>> = {
  'as much as went in': { inputs: POOL, outputs: [part(100_000, SAME)], excess: {} },
  'less than went in': { inputs: POOL, outputs: [part(10_000, { Dy: 10, La: 90 })], excess: {} },
  'nothing at all': { inputs: POOL, outputs: [], excess: {} },
  'up to 2 % more of an element': { inputs: POOL, outputs: [part(61_200, { La: 100 })], excess: {} },
  'a gram beyond 2 %: all above the pool counts': {
    inputs: POOL,
    outputs: [part(61_201, { La: 100 })],
    excess: { La: 1_201 },
  },
  'up to 0.05 % of the pool of a rare element': { inputs: POOL, outputs: [part(1_050, { Dy: 100 })], excess: {} },
  'a gram beyond it': { inputs: POOL, outputs: [part(1_051, { Dy: 100 })], excess: { Dy: 51 } },
  'a trace of what the pool has none of': { inputs: POOL, outputs: [part(50, { Tb: 100 })], excess: {} },
  'more than a trace of what the pool has none of': {
    inputs: POOL,
    outputs: [part(51, { Tb: 100 })],
    excess: { Tb: 51 },
  },
  'too much of one element beside too little of another': {
    inputs: POOL,
    outputs: [part(2_000, { Dy: 100 }), part(10_000, { La: 100 })],
    excess: { Dy: 1_000 },
  },
  'too much of two elements': {
    inputs: POOL,
    outputs: [part(70_000, { La: 100 }), part(2_000, { Dy: 100 })],
    excess: { La: 10_000, Dy: 1_000 },
  },
  'something out of nothing': { inputs: [], outputs: [part(10, { Nd: 100 })], excess: { Nd: 10 } },
  'an output without an assay, judged by all of its REO': {
    inputs: POOL,
    outputs: [guess(102_000, { Dy: 100 })],
    excess: {},
  },
  'an output without an assay, and more than 2 % too much': {
    inputs: POOL,
    outputs: [guess(102_001, { La: 50, Ce: 50 })],
    excess: { La: 1_000.5, Ce: 1_000.5 },
  },
  'inputs without an assay, judged by all of their REO': {
    inputs: [guess(100_000, { La: 100 })],
    outputs: [part(90_000, { Dy: 100 })],
    excess: {},
  },
  'inputs without an assay, and more than 2 % too much': {
    inputs: [guess(100_000, { La: 100 })],
    outputs: [part(110_000, { Dy: 25, La: 75 })],
    excess: { Dy: 2_500, La: 7_500 },
  },
  'an element of which just enough is assayed on both sides': {
    inputs: [part(95_000, { La: 100 }), guess(5_000, { La: 100 }), part(10_000, { Ce: 100 })],
    outputs: [part(105_000, { La: 100 })],
    excess: { La: 5_000 },
  },
  'an element of which too little is assayed': {
    inputs: [part(94_999, { La: 100 }), guess(5_001, { La: 100 }), part(10_000, { Ce: 100 })],
    outputs: [part(105_000, { La: 100 })],
    excess: {},
  },
  'an assayed element too much, and the rest without an assay': {
    inputs: [part(10_000, { Dy: 100 }), guess(90_000, { La: 100 })],
    outputs: [part(20_000, { Dy: 100 }), guess(90_000, { La: 100 })],
    excess: { Dy: 10_000 },
  },
};

describe('the excess of a run', () => {
  it.each(Object.entries(CASES))('%s', (_, { inputs, outputs, excess }) => {
    const found = findExcess(inputs, outputs);
    const byElement = ELEMENTS.flatMap((element, e) => (found?.[e] ? [[element, found[e]] as const] : []));
    expect(byElement.map(([element]) => element).sort()).toEqual(Object.keys(excess).sort());
    for (const [element, grams] of Object.entries(excess)) {
      expect(found?.[elementIndex(element)!]).toBeCloseTo(grams, 6);
    }
  });

  it('is all that is made of what the pool has none of, where the pool is used up, to the last bit', () => {
    const amount = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, amount, (la, ce, sm, gd) => {
        const inputs = [part(1_000_003, { La: la, Ce: ce })];
        const outputs = [part(1_130_071, { La: la, Ce: ce }), guess(279_823, { Sm: sm, Gd: gd })];
        const [found, made] = [findExcess(inputs, outputs)!, elementGrams(outputs)];
        for (const element of ['Sm', 'Gd'] as const) {
          const e = elementIndex(element)!;
          expect(found[e]).toBe(made[e]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
