import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ELEMENT_COUNT } from '#kernel';
import {
  type CompositionEntry,
  decodeComposition,
  encodeComposition,
  findEntries,
  PPB,
  singleSource,
} from './composition.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the compositions: ${seed}`);

const number = fc.integer({ min: 1, max: 2 ** 32 - 1 });

const entry: fc.Arbitrary<CompositionEntry> = fc
  .record({
    sourceNo: number,
    mask: fc.integer({ min: 0, max: 2 ** ELEMENT_COUNT - 1 }),
    shares: fc.array(fc.integer({ min: 0, max: PPB }), { minLength: ELEMENT_COUNT, maxLength: ELEMENT_COUNT }),
    members: fc.uniqueArray(number, { maxLength: 20 }),
  })
  .map(({ sourceNo, mask, shares, members }) => ({
    sourceNo,
    mask,
    ppb: Int32Array.from(shares, (share, e) => (mask & (1 << e) ? share : 0)),
    members: members.sort((a, b) => a - b),
  }));

describe('a composition', () => {
  it('is the same when it was stored', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), entries => {
        expect(decodeComposition(encodeComposition({ entries }))).toEqual({ entries });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is searched without being read as a whole', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.integer({ min: 2, max: 9 }), (entries, divisor) => {
        const isWanted = (sourceNo: number): boolean => sourceNo % divisor === 0;
        expect(findEntries(encodeComposition({ entries }), isWanted)).toEqual({
          entries: entries.filter(({ sourceNo }) => isWanted(sourceNo)),
          isFolded: entries.some(({ members }) => members.some(isWanted)),
        });
      }),
      { seed, numRuns: 100 },
    );
  });

  it('of nothing takes no room', () => {
    expect(encodeComposition({ entries: [] })).toHaveLength(0);
    expect(decodeComposition(Buffer.alloc(0))).toEqual({ entries: [] });
  });

  it('of one source is all from it, in every element', () => {
    const stored = encodeComposition(singleSource(7));
    expect(stored).toHaveLength(12 + 4 * ELEMENT_COUNT);
    const [only] = decodeComposition(stored).entries;
    expect([...only!.ppb]).toEqual(Array.from({ length: ELEMENT_COUNT }, () => PPB));
  });

  it('takes four bytes for each element of a source that is there, and three numbers for the source', () => {
    const ppb = new Int32Array(ELEMENT_COUNT);
    const entries = [{ sourceNo: 1, mask: 0b101, ppb, members: [] }, { sourceNo: 2, mask: 1, ppb, members: [3, 4] }]; // prettier-ignore
    expect(encodeComposition({ entries })).toHaveLength(12 + 8 + 12 + 4 + 8);
  });
});
