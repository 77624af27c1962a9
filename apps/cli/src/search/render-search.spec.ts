import { describe, expect, it } from '@jest/globals';
import { renderSearch, type Found } from './render-search.js';

const NOTHING: Found = { lots: [], shipments: [], documents: [], enterprises: [], permits: [], findings: [], more: [] };
const PLAIN = { lang: 'en', colour: false, width: 90 } as const;

describe('what a search found', () => {
  it('is listed kind by kind, and said to be more where it was cut', () => {
    const found: Found = {
      ...NOTHING,
      lots: [{ lot: 'L-1', declaredBy: 'U1', product: 'OX-Dy', massKg: 12.5 }],
      enterprises: [{ uscc: 'U1', name: '示例稀土', region: '360700', registered: true }, { uscc: 'U2', registered: false }],
      more: ['enterprises'],
    }; // prettier-ignore
    expect(renderSearch(found, 'x', PLAIN).split('\n')).toEqual([
      'Lots',
      '  L-1  12.5 kg  dysprosium oxide  U1',
      '',
      'Enterprises',
      '  U1  示例稀土  Jiangxi',
      '  U2',
      '  and more: search for something longer',
      '',
    ]);
  });

  it('may be nothing', () => {
    expect(renderSearch(NOTHING, '\u001b[2Jx', PLAIN)).toBe('Nothing is called [2Jx.\n');
  });
});
