import { describe, expect, it } from '@jest/globals';
import { Type, type TSchema } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import type { Fault } from '#kernel';
import { compile, parser } from './compile.js';

const schema = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 4 }),
    kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
    count: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    ratio: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    on: Type.Optional(Type.Boolean()),
    tags: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]+$' }), { minItems: 1, maxItems: 2 })),
    deep: Type.Optional(Type.Object({ 'a/b': Type.Object({ '~': Type.Number() }, { additionalProperties: false }) })),
    any: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
const validate = compile(schema);

/** The member a pointer names. */
function resolve(value: unknown, pointer: string): { readonly holder: unknown; readonly found: unknown; readonly name: string } {
  let holder: unknown;
  let found = value;
  let name = '';
  for (const step of pointer.split('/').slice(1)) {
    name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    holder = found;
    found = (holder as Record<string, unknown>)[name];
  }
  return { holder, found, name };
} // prettier-ignore

describe('compile', () => {
  const member = fc.oneof(
    fc.constantFrom<unknown>('a', 'b', 'ab', 'abcde', '字字字', '', 1, 9, 10, -1, 0.5, 1.5, true, null, [], ['a'], ['A', 'b'], ['a', 'b', 'c']),
    fc.constantFrom<unknown>({}, { 'a/b': {} }, { 'a/b': { '~': 1 } }, { 'a/b': { '~': 'x', more: 1 } }, { 'a/b': 5 }),
    fc.jsonValue({ maxDepth: 2 }),
  ); // prettier-ignore
  const names = [...Object.keys(schema.properties), 'extra', '__proto__x', 'toString'];
  const values = fc.oneof(
    fc.dictionary(fc.constantFrom(...names), member, { noNullPrototype: true }),
    fc.record({ name: fc.constant('ab'), kind: fc.constant('a'), tags: member, deep: member, count: member }, { requiredKeys: ['name', 'kind'] }),
    fc.jsonValue(),
  ); // prettier-ignore

  it('agrees with a JSON Schema validator on what is right', () => {
    const ajv = new Ajv({ strict: true }).compile(JSON.parse(JSON.stringify(schema)) as TSchema);
    fc.assert(fc.property(values, value => {
      expect(validate(value).length === 0).toBe(ajv(value));
    }), { numRuns: 500 }); // prettier-ignore
  });

  it('points at members that are there, or at where a missing one would stand, each once', () => {
    fc.assert(fc.property(values, value => {
      const faults = validate(value);
      for (const fault of faults) expectPointerResolves(value, fault);
      expect(new Set(faults.map(({ code, pointer }) => `${code} ${pointer}`)).size).toBe(faults.length);
    }), { numRuns: 500 }); // prettier-ignore
  });

  function expectPointerResolves(value: unknown, { code, pointer }: Fault): void {
    const { holder, found, name } = resolve(value, pointer);
    if (code === 'missing') expect(Object.hasOwn(holder as object, name)).toBe(false);
    else expect(pointer === '' || found !== undefined).toBe(true);
  }

  it('cuts the values it shows', () => {
    const shown = String(compile(Type.String({ maxLength: 3 }))('😀'.repeat(500))[0]?.value);
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(/\p{Surrogate}/u.test(shown)).toBe(false);
    expect(compile(Type.String())({ large: 'object' })[0]).not.toHaveProperty('value');
  });

  it('stops at one fault more than a problem lists, or than it is asked for', () => {
    const numbers = compile(Type.Array(Type.Number()));
    const words = Array(2_000_000).fill('x') as string[];
    const started = performance.now();
    expect(numbers(words).length).toBe(1_001);
    expect(numbers(words, '', 10).length).toBe(11);
    const open = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
    expect(compile(Type.Object({}, { additionalProperties: false }))(open).length).toBe(1_001);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it.each<[string, TSchema, unknown, string | undefined]>([
    ['three decimals', Type.Number({ decimals: 3 }), 999_999_999.999, undefined],
    ['four decimals', Type.Number({ decimals: 3 }), 0.0001, 'out-of-range'],
    ['binary noise', Type.Number({ decimals: 6 }), 0.1 + 0.2, 'out-of-range'],
    ['fraction for a whole', Type.Integer(), 0.5, 'wrong-type'],
    ['unsafe whole', Type.Integer(), 2 ** 53, 'out-of-range'],
    ['code points count', Type.String({ maxLength: 2 }), '😀😀', undefined],
    ['too many points', Type.String({ maxLength: 2 }), '😀😀a', 'out-of-range'],
    ['too few points', Type.String({ minLength: 2 }), '😀', 'out-of-range'],
    ['a day', Type.String({ format: 'day' }), '2026-02-29', 'bad-format'],
    ['a day or an instant', Type.String({ format: 'day-or-instant' }), '2026-02-28', undefined],
    ['a day that a date column cannot hold', Type.String({ format: 'day-or-instant' }), '0000-01-01', 'bad-format'],
    ['limit', Type.Array(Type.Number(), { atMost: 1 }), [1, 2], 'limit-exceeded'],
    ['bytes', Type.Object({}, { maxBytes: 10 }), { a: '字字字' }, 'out-of-range'],
    ['either', Type.Union([Type.String(), Type.Number()]), true, 'wrong-type'],
    ['either of range', Type.Union([Type.String({ minLength: 2 }), Type.Number()]), 'a', 'out-of-range'],
    ['USCC:code', Type.String({ format: 'lot-ref' }), `91360728MA35BAYA0U:${'镝'.repeat(64)}`, undefined],
    ['code of 65', Type.String({ format: 'code' }), '镝'.repeat(65), 'bad-format'],
  ])('knows %s', (_, one, value, code) => {
    expect(compile(one)(value)[0]?.code).toBe(code);
  });

  it('refuses schemas it does not understand when they are compiled', () => {
    expect(() => compile(Type.Number({ multipleOf: 2 }))).toThrow('multipleOf');
    expect(() => compile(Type.String({ format: 'email' }))).toThrow('email');
    expect(() => compile(Type.Null())).toThrow('null');
  });
});

describe('parser', () => {
  it('returns the value or throws its faults', () => {
    const value = { name: 'ab', kind: 'a' };
    expect(parser(schema)(value)).toBe(value);
    expect(() => parser(schema)({})).toThrow('missing at /name');
  });
});
