import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-05.rule.js';

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
  yields: [lot({ lot: 'F', product: 'MRC', massKg: 100_000, reoPercent: 50 })],
});
const run = processing({
  enterprise: E,
  process: 'SEPARATION',
  from: day(1),
  occurredAt: day(20),
  draws: [{ lot: 'F', massKg: 40_000 }],
  yields: [lot({ lot: 'P', product: 'OX-PrNd', massKg: 20_000, reoPercent: 100, assay: { Pr: 25, Nd: 75 } })],
});
const invoice = {
  number: '26362000000012345678',
  type: 'digital-special',
  seller: E,
  buyer: uscc(2),
  issuedAt: day(25),
  region: '360700',
  state: 'normal',
  lines: [{ item: '氧化镨钕', massKg: 10_000, basis: 'physical', unitPrice: 1, amount: 1 }],
};
const at = (given: object, more: object = {}, clock = '2026-02-14T00:00:00+08:00') => ({
  events: [stock, run],
  clock,
  period: '2026-01',
  registry: { enterprises: [firm(E, 'smelter')], 'monthly-reports': [row('2026-01', given)], ...more } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'half of the production is reported',
      ...at({ producedReoT: 10 }),
      finds: [{ enterprise: E, period: '2026-01', amount: { value: 10, unit: 't' } }],
    },
    {
      name: 'sales by invoice are not reported',
      ...at({ producedReoT: 20 }, { invoices: [invoice] }),
      finds: [{ enterprise: E, amount: { value: 10, unit: 't' } }],
    },
    {
      name: 'the product is left out of the report',
      ...at({ product: 'OX-La' }),
      finds: [{ enterprise: E, amount: { value: 20, unit: 't' } }],
    },
  ],
  quiet: [
    { name: 'everything is reported', ...at({ producedReoT: 20, soldT: 10 }, { invoices: [invoice] }) },
    { name: 'the invoice was voided', ...at({ producedReoT: 20 }, { invoices: [{ ...invoice, state: 'void' }] }) },
    { name: 'nothing at all is reported, which is another rule’s', ...at({ month: '2026-02' }) },
  ],
  near: [{ name: 'it is less by 3 % and half a tonne', ...at({ producedReoT: 18.94 }) }],
});
