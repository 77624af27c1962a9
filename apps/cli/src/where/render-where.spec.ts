import { describe, expect, it } from '@jest/globals';
import type { Destinations } from './destinations.js';
import { renderWhere, usccsOf } from './render-where.js';

const ANSWER: Destinations = {
  subject: { kind: 'source', id: 'mining-licence:C36:2026', reoKg: 1000, statuses: ['legal'] },
  asOf: { seq: 77, at: '2026-11-20T10:00:00+08:00' },
  stock: [
    { enterprise: 'U1', lot: '甲-1', declaredBy: 'U1', inTransit: false, massKg: 500, attributedReoKg: 400 },
    { enterprise: 'U1', lot: 'B', declaredBy: 'U1', inTransit: true, to: 'U2', dispatch: 'd', massKg: 50.5, attributedReoKg: 30.25 },
  ],
  shipments: [{ declaration: '422020260000012345', massKg: 100, attributedReoKg: 20, share: 0.4 }],
  lossesReoKg: 5,
  stockReoKg: 430.25,
  shipmentsReoKg: 20,
  shown: { stock: 2, shipments: 1 },
  total: { stock: 2, shipments: 1 },
  truncated: false,
}; // prettier-ignore

const PLAIN = { lang: 'en', colour: false, width: 100 } as const;

describe('where something went', () => {
  it('is told by holder and shipment, with names where they are known', () => {
    expect(usccsOf(ANSWER)).toEqual(['U1', 'U2']);
    expect(renderWhere(ANSWER, new Map([['U1', '示例稀土']]), PLAIN).split('\n')).toEqual([
      'Source mining-licence:C36:2026  1,000 kg REO',
      'as known at ledger position 77, 2026-11-20T10:00:00+08:00',
      '',
      'In stock: 430.25 kg REO in all',
      '    400 kg REO   500 kg  甲-1  示例稀土',
      '  30.25 kg REO  50.5 kg  B     示例稀土 → U2  on the way',
      '',
      'Shipped abroad: 20 kg REO in all',
      '  20 kg REO  100 kg  422020260000012345  40.0 %',
      '',
      'Lost on the way: 5 kg REO',
      '',
    ]);
  });

  it('says where there is nothing, and where that is not all', () => {
    const { lossesReoKg: _, ...rest } = ANSWER;
    const text = renderWhere({ ...rest, stock: [], shipments: [], truncated: true }, new Map(), { ...PLAIN, lang: 'zh' }); // prettier-ignore
    expect(text).toContain('库存: 没有库存\n\n已出口: 没有出口\n\n后面还有');
  });
});
