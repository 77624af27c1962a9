import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refused } from '#kernel';
import { parseStrictJson } from './json.js';

function faultsOf(text: string | Buffer): string[] {
  try {
    parseStrictJson(Buffer.from(text as string));
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.faults.map(fault => `${fault.code} ${fault.pointer}`);
  }
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('parseStrictJson', () => {
  it.each([
    ['', ['malformed-json ']],
    [' ', ['malformed-json ']],
    ['{', ['malformed-json ']],
    ['{"a":1,}', ['malformed-json ']],
    ['NaN', ['malformed-json ']],
    ['01', ['malformed-json ']],
    ['"a\u0001"', ['malformed-json ']],
    ['[1] 2', ['malformed-json ']],
    ['{"a":1e309}', ['malformed-json /a']],
    ['[0,-1e999]', ['malformed-json /1']],
    ['"\\u0000"', ['malformed-json ']],
    ['{"a":{"b":["x","\\ud800"]}}', ['malformed-json /a/b/1']],
    ['{"x":"\\udc00\\ud800"}', ['malformed-json /x']],
    ['{"a":{"b\\u0000":1}}', ['malformed-json /a']],
    ['{"\\ud834":1}', ['malformed-json ']],
    ['{"a/b":{"c~d":1e400}}', ['malformed-json /a~1b/c~0d']],
    ['["\\u0000","\\u0000"]', ['malformed-json /0', 'malformed-json /1']],
    [nested(65), [`malformed-json ${'/0'.repeat(64)}`]],
    [`{"a":${nested(64)}}`, [`malformed-json /a${'/0'.repeat(63)}`]],
    ['['.repeat(200_000) + ']'.repeat(200_000), [`malformed-json ${'/0'.repeat(64)}`]],
  ])('refuses %.40s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([[Buffer.from([0x22, 0xc3, 0x22])], [Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])], [Buffer.from([0xff, 0xfe, 0x31, 0x00])]])(
    'refuses bytes that are not UTF-8',
    bytes => expect(faultsOf(bytes)).toEqual(['malformed-json ']),
  ); // prettier-ignore

  it('reads what is allowed', () => {
    expect(parseStrictJson(Buffer.from('{"a":1,"a":2}'))).toEqual({ a: 2 });
    expect(parseStrictJson(Buffer.from('\uFEFF"x"'))).toBe('x');
    expect(parseStrictJson(Buffer.from('"\\ud83d\\ude00 \\\\u0000"'))).toBe('😀 \\u0000');
    expect(Object.is(parseStrictJson(Buffer.from('-0')), -0)).toBe(true);
    expect(faultsOf(nested(64))).toEqual([]);
    expect(faultsOf('1e-400')).toEqual([]);
  });

  it('reads whatever JSON says, and throws nothing but refusals on whatever else', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
      const text = JSON.stringify(value);
      if (faultsOf(text).length === 0) expect(parseStrictJson(Buffer.from(text))).toEqual(JSON.parse(text));
    })); // prettier-ignore
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), bytes => void faultsOf(Buffer.from(bytes))));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'[ ] { } " , : \\ u 0 d 8 e 1 - .'.split(' ')), maxLength: 30 }), text => void faultsOf(text)));
  }); // prettier-ignore
});
