import { describe, expect, it } from '@jest/globals';
import { arrayLiteral } from './array-literal.js';

describe('arrayLiteral', () => {
  it.each<[readonly unknown[], string]>([
    [[], '{}'],
    [[1, -2.5, 9_007_199_254_740_991], '{1,-2.5,9007199254740991}'],
    [[1, null, undefined], '{1,NULL,NULL}'],
    [[true, false], '{true,false}'],
    [['', 'NULL', 'a,b}', '字'], '{"","NULL","a,b}","字"}'],
    [['a"b', '\\x00'], '{"a\\"b","\\\\x00"}'],
    [[new Date(0)], '{1970-01-01T00:00:00.000Z}'],
  ])('writes %j', (list, text) => {
    expect(arrayLiteral(list)).toBe(text);
  });

  it('refuses what no array of ours holds', () => {
    expect(() => arrayLiteral([{}])).toThrow(TypeError);
  });
});
