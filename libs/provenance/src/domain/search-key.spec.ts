import { describe, expect, it } from '@jest/globals';
import { searchKey, searchTerms } from './search-key.js';

describe('a text that is searched for', () => {
  it.each([
    ['ＬＯＴ－１', 'lot-1'],
    ['Lot 1', 'lot 1'],
    ['示例（稀土）', '示例(稀土)'],
    ['Ä', 'Ä'],
    ['ﬁ', 'fi'],
  ])('folds %s to %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('tells enterprises and qualified lots from plain text', () => {
    const uscc = '91360728MA35BAYA0U';
    expect(searchTerms(` ${uscc.toLowerCase()} `)).toEqual({ key: uscc.toLowerCase(), uscc });
    const declaredBy = uscc;
    expect(searchTerms(`${uscc}:Ｌ1`)).toEqual({ key: `${uscc.toLowerCase()}:l1`, lot: { declaredBy, key: 'l1' } });
    expect(searchTerms('91360728MA35BAYA00')).toEqual({ key: '91360728ma35baya00' });
    expect(searchTerms(`${uscc}x`)).toEqual({ key: `${uscc.toLowerCase()}x` });
  });
});
