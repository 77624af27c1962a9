import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson } from '#kernel';
import { contentOf, joinContent, splitContent } from './content.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the contents: ${seed}`);

/** What must not be found in what is kept for ever. */
const SECRET = 'SECRET';
const secret = fc.string({ maxLength: 8 }).map(text => `${SECRET}${text}`);

const party = fc.record({ name: secret, uscc: fc.string() }, { requiredKeys: ['name'] });
const fields = {
  type: fc.constantFrom('mining', 'export', 'receipt', 'scrap-intake'),
  note: secret,
  extensions: fc.dictionary(fc.string(), fc.oneof(secret, fc.array(secret), fc.record({ deep: secret }))),
  consignee: secret,
  supplier: party,
  from: fc.oneof(party, fc.constant('2026-03-01T00:00:00+08:00')),
  yields: fc.array(fc.record({ lot: fc.string(), massKg: fc.double({ noNaN: true, noDefaultInfinity: true }) })),
};
const plain = fc.record(fields, { requiredKeys: ['type'] });
const event = fc.record({ ...fields, replacement: plain, reason: fc.string() }, { requiredKeys: ['type'] });

describe("an event's content", () => {
  it('is the same when its parts are put together again', () => {
    fc.assert(
      fc.property(event, given => {
        const before = structuredClone(given);
        expect(canonicalJson(joinContent(splitContent(given)))).toBe(canonicalJson(before));
        expect(given).toEqual(before);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('keeps persons, notes and extensions out of what is kept for ever', () => {
    fc.assert(
      fc.property(event, given => {
        const { body, personal } = splitContent(given);
        const text = JSON.stringify(given.replacement ? { ...body, reason: '' } : body);
        expect(text).not.toContain(SECRET);
        expect(personal === undefined).toBe(!JSON.stringify(given).includes(SECRET) && !hasExtensions(given));
      }),
      { seed, numRuns: 300 },
    );
  });

  const hasExtensions = (given: { extensions?: unknown; replacement?: { extensions?: unknown } }): boolean =>
    given.extensions !== undefined || given.replacement?.extensions !== undefined;

  it('without what was erased is what is left', () => {
    const given = { id: 'a', supplier: { name: 'somebody', uscc: 'x' }, note: 'seen', massKg: 1 };
    const { body } = splitContent(given);
    expect(joinContent({ body, personal: null })).toEqual({ id: 'a', supplier: { uscc: 'x' }, massKg: 1 });
  });

  it('does not depend on the order of members, nor on capitals in the id', () => {
    const given = { id: 'AB', type: 'mining', yields: [{ lot: 'L', massKg: 1 }] };
    const other = { yields: [{ massKg: 1, lot: 'L' }], type: 'mining', id: 'ab' };
    expect(canonicalJson(contentOf(given))).toBe(canonicalJson(contentOf(other)));
    const capital = { ...given, type: 'Mining' };
    expect(canonicalJson(contentOf(capital))).not.toBe(canonicalJson(contentOf(other)));
  });
});
