import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ELEMENT_COUNT, ELEMENTS, toDistribution } from '#kernel';
import { MemoryDictionary } from '#testing';
import { type Composition, encodeComposition, PPB, singleSource } from './composition.js';
import { elementGrams, mix, type PoolInput, type PoolOutput } from './mix.js';
import { blendRun, blendSurplus, inheritedDistribution, unexplainedSource } from './pools.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the mixtures: ${seed}`);

const dictionary = new MemoryDictionary();
const mine = (n: number): number =>
  dictionary.intern({ id: `mining-licence:${n}:2026`, kind: 'mine', status: 'legal', year: 2026, folded: false }).no;

/** Amounts per element, many of them nothing. */
const amounts = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true })), {
    minLength: ELEMENT_COUNT,
    maxLength: ELEMENT_COUNT,
  })
  .map(toDistribution);
const reo = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1e12 }));
const output: fc.Arbitrary<PoolOutput> = fc.record({ reo, distribution: amounts, assayed: fc.boolean() });
const root: fc.Arbitrary<PoolInput> = fc
  .record({ reo, distribution: amounts, assayed: fc.boolean(), source: fc.integer({ min: 1, max: 60 }) })
  .map(({ source, ...part }) => ({ ...part, composition: singleSource(mine(source)) }));

const runs = fc.record({ inputs: fc.array(root, { maxLength: 30 }), outputs: fc.array(output, { maxLength: 6 }) });
const excess = unexplainedSource('excess', 'run', 'somebody');

/** Per element the sum of all shares, and whether any source is present in it. */
function sums({ entries }: Composition): { shares: number[]; present: boolean[] } {
  return {
    shares: ELEMENTS.map((_, e) => entries.reduce((total, { ppb }) => total + ppb[e]!, 0)),
    present: ELEMENTS.map((_, e) => entries.some(({ mask }) => mask & (1 << e))),
  };
}

describe('a mixture', () => {
  it('of what a run takes and makes: shares of every element it makes sum to the whole exactly', () => {
    fc.assert(
      fc.property(runs, ({ inputs, outputs }) => {
        const composition = blendRun(inputs, outputs, excess, { dictionary });
        const { shares, present } = sums(composition);
        const [pool, made] = [elementGrams(inputs), elementGrams(outputs)];
        const hasPool = pool.some(grams => grams > 0);
        ELEMENTS.forEach((_, e) => {
          if (made[e]! > 0 && hasPool) expect([e, shares[e]]).toEqual([e, PPB]);
          if (made[e] === 0) expect([e, present[e]]).toEqual([e, false]);
          expect([0, PPB]).toContain(shares[e]);
        });
        for (const { ppb, mask } of composition.entries) {
          expect(mask).not.toBe(0);
          ppb.forEach((share, e) => expect(share >= 0 && (share === 0 || (mask & (1 << e)) !== 0)).toBe(true));
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it('of mixtures sums to the whole as well, and the same inputs make the same bytes', () => {
    const level = fc.array(runs, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(level, output, (parts, made) => {
        const inputs = parts.map(({ inputs: from, outputs }) => {
          const [distribution, grams] = [elementGrams(outputs), outputs.reduce((sum, each) => sum + each.reo, 0)];
          const composition = blendRun(from, outputs, excess, { dictionary });
          return { reo: grams, distribution: toDistribution([...distribution]), assayed: true, composition };
        });
        const composition = blendRun(inputs, [made], excess, { dictionary });
        expect(sums(composition).shares.every(share => share === 0 || share === PPB)).toBe(true);
        const again = blendRun(structuredClone(inputs), [made], excess, { dictionary });
        expect(encodeComposition(again).equals(encodeComposition(composition))).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('lists a source whose share rounds to nothing', () => {
    const part = (n: number, grams: number): PoolInput => ({
      reo: grams,
      distribution: toDistribution([1]),
      assayed: true,
      composition: singleSource(mine(n)),
    });
    const distribution = ELEMENTS.map((_, e) => (e === 0 ? 1 : 0));
    const inputs = [part(1, 1e12), part(2, 1)].map(each => ({ ...each, distribution }));
    const { entries } = mix(inputs, elementGrams(inputs), undefined, { dictionary });
    expect(entries.map(({ sourceNo, mask, ppb }) => [sourceNo, mask, ppb[0]])).toEqual([
      [mine(1), 1, PPB],
      [mine(2), 1, 0],
    ]);
  });

  it('gives the missing units to the largest remainders, ties in the order of the sources', () => {
    const distribution = ELEMENTS.map((_, e) => (e === 8 ? 1 : 0));
    const inputs = [3, 1, 2].map(n => ({ reo: 1, distribution, assayed: true, composition: singleSource(mine(n)) }));
    const { entries } = mix(inputs, elementGrams(inputs), undefined, { dictionary });
    expect(entries.map(({ sourceNo, ppb }) => [sourceNo, ppb[8]])).toEqual([
      [mine(1), 333_333_334],
      [mine(2), 333_333_333],
      [mine(3), 333_333_333],
    ]);
  });

  it('gives a trace of an element the pool has none of the mixture of the whole pool', () => {
    const inputs = [1, 3].map(n => ({
      reo: n * 1_000,
      distribution: ELEMENTS.map((_, e) => (e === (n === 1 ? 0 : 1) ? 1 : 0)),
      assayed: true,
      composition: singleSource(mine(n)),
    }));
    const trace = { reo: 1, distribution: ELEMENTS.map((_, e) => (e === 14 ? 1 : 0)), assayed: true };
    const { entries } = blendRun(inputs, [trace], excess, { dictionary });
    expect(entries.map(({ ppb }) => ppb[14])).toEqual([PPB / 4, (PPB / 4) * 3]);
  });

  it('of a lot found when nothing was left is all surplus, whatever the lot consists of', () => {
    const surplus = unexplainedSource('surplus', 'count', 'somebody');
    const found = blendSurplus([], 500, toDistribution([1, 1]), surplus, { dictionary });
    expect(found).toEqual(singleSource(dictionary.intern(surplus).no));
    expect(blendSurplus([], 0, toDistribution([1]), surplus, { dictionary })).toEqual({ entries: [] });
  });
});

describe('an inherited distribution', () => {
  const distribution = ELEMENTS.map((_, e) => [0.2, 0.4, 0.1, 0.3][e] ?? 0);

  it("is the pool's mixture over the elements the product can hold", () => {
    const didymium = inheritedDistribution([{ reo: 1_000, distribution }], 'OX-PrNd');
    expect(didymium.slice(0, 4)).toEqual([0, 0, 0.25, expect.closeTo(0.75, 12)]);
    expect(inheritedDistribution([{ reo: 1_000, distribution }], 'OX-Dy')[8]).toBe(1);
  });

  it('is the nominal one where the pool has none of them', () => {
    const nominal = inheritedDistribution([], 'OX-PrNd');
    expect(nominal[2]! + nominal[3]!).toBeCloseTo(1, 12);
  });
});
