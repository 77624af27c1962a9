import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the JSON values: ${seed}`);

describe('canonicalJson', () => {
  it('is what another implementation of RFC 8785 writes, on one line', () => {
    const values = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });
    fc.assert(
      fc.property(values, value => {
        const text = canonicalJson(value);
        expect(text).toBe(canonicalize(value));
        expect(text).not.toContain('\n');
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it.each([
    ['members by their UTF-16 code units', { 10: 1, 9: 2, '\u{1F600}': 3, '\uFB33': 4 }],
    ['numbers as ECMAScript writes them', [1e21, 1e-7, -0, 333333333.33333329, 4.5]],
    ['control characters escaped', { '\n': '\u0000"\\\u001F' }],
    ['what is undefined left out', { a: undefined, b: null }],
    ['a member called __proto__', JSON.parse('{"__proto__":{"b":1,"a":2}}')],
  ])('writes %s', (_, value) => {
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });
});
