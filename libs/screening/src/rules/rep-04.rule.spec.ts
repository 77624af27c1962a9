import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-04.rule.js';

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
const at = (given: object, clock = '2026-02-14T00:00:00+08:00') => ({
  events: [stock, run],
  clock,
  period: '2026-01',
  registry: { enterprises: [firm(E, 'smelter')], 'monthly-reports': [row('2026-01', given)] } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'twice of what was made is reported',
      ...at({ producedReoT: 40 }),
      finds: [{ enterprise: E, subject: 'OX-PrNd', period: '2026-01', amount: { value: 20, unit: 't REO' } }],
    },
  ],
  quiet: [
    { name: 'the report is true', ...at({ producedReoT: 20 }) },
    {
      name: 'a group reports what its subsidiaries made',
      ...at({ producedReoT: 40 }),
      events: [],
      registry: { enterprises: [firm(E, 'group')], 'monthly-reports': [row('2026-01', { producedReoT: 40 })] },
    },
  ],
  near: [
    { name: 'it is 3 % and half a tonne more', ...at({ producedReoT: 21.1 }) },
    { name: 'the report may still change', ...at({ producedReoT: 40 }, '2026-02-12T00:00:00+08:00') },
  ],
});
