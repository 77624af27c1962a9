import { day, dispatch, lot, mining, receipt, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-09.rule.js';

const [E, BUYER] = [uscc(1), uscc(2)];
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
const dug = [5, 40, 75].map(n => mining({ enterprise: E, occurredAt: day(n), yields: [lot({ lot: `A${n}` })] }));
const sent = dispatch({ enterprise: E, to: BUYER, occurredAt: day(80), draws: [{ lot: 'A5', massKg: 100 }] });
const at = (events: object[], reports: object[], clock = '2027-02-01T00:00:00+08:00') => ({
  events: events as never,
  clock,
  period: '2026',
  registry: { enterprises: [firm(E, 'mine'), firm(BUYER, 'other')], 'monthly-reports': reports } as never,
});
const sold = [...dug, sent, receipt(sent)];

describeRule(rule, {
  fires: [
    {
      name: 'a mine has neither sales nor a stock report',
      ...at(dug, [row('2026-02')]),
      finds: [{ enterprise: E, period: '2026' }],
    },
    { name: 'it never reported', ...at(sold, []), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'everything is there', ...at(sold, [row('2026-02')]) },
    { name: 'it was active in two months only', ...at(dug.slice(1), []) },
  ],
  near: [
    { name: 'January is not over', ...at(dug, [row('2026-02')], '2027-01-30T00:00:00+08:00') },
    { name: 'it reports its stock instead of sales', ...at(dug, [row('2026-02', { stockT: 10 })]) },
  ],
});
