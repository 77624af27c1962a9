import { day, lot, openingStock, stocktake, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-12.rule.js';

const E = uscc(1);
const row = (month: string, given: object = {}, enterprise = E) => ({
  enterprise,
  month,
  product: 'OX-PrNd',
  producedReoT: 0,
  purchasedT: 0,
  soldT: 0,
  exportedT: 0,
  stockT: 0,
  submittedAt: '2026-02-09T10:00:00+08:00',
  ...given,
});
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'P', product: 'OX-PrNd', massKg: 100_000, reoPercent: 99 })],
});
const counted = (countedKg: number) =>
  stocktake({ enterprise: E, occurredAt: day(5), counts: [{ lot: 'P', countedKg }] });
const at = (stockT: number, clock = '2026-02-14T00:00:00+08:00') => ({
  events: [stock],
  clock,
  period: '2026-01',
  registry: { enterprises: [firm(E, 'smelter')], 'monthly-reports': [row('2026-01', { stockT })] } as never,
});
const count = (countedKg: number, kind: 'smelter' | 'trader' = 'smelter') => ({
  events: [stock, counted(countedKg)],
  registry: { enterprises: [firm(E, kind)] } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'two tonnes are missing from the report',
      ...at(98),
      finds: [{ enterprise: E, subject: 'OX-PrNd', period: '2026-01' }],
    },
    {
      name: 'a count finds two tonnes less',
      ...count(98_000),
      finds: [{ enterprise: E, amount: { value: -2_000, unit: 'kg' } }],
    },
  ],
  quiet: [
    { name: 'the report is true', ...at(100) },
    { name: 'a trader counts, which is another rule’s', ...count(98_000, 'trader') },
  ],
  near: [
    { name: 'just one per cent is missing', ...at(99) },
    { name: 'a count finds just one per cent less', ...count(99_000) },
    { name: 'the report may still change', ...at(98, '2026-02-12T00:00:00+08:00') },
  ],
});
