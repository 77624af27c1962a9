import { expect } from '@jest/globals';
import { day, lot } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { ore, quota, registry, run, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-02.rule.js';

const own = ore('ORE', SMELTER);
const made = run(SMELTER, 'ORE', 'MRC');
const separated = run(SMELTER, 'MRC', 'OX', {
  process: 'SEPARATION',
  occurredAt: day(20),
  draws: [{ lot: 'MRC', massKg: 10_000 }],
  yields: [lot({ lot: 'OX', product: 'OX-La', massKg: 4_000, reoPercent: 100 })],
});
const half = {
  ...made,
  draws: [{ lot: 'ORE', massKg: 3_500 }],
  yields: [lot({ lot: 'M1', product: 'MRC', massKg: 5_000, reoPercent: 42 })],
};
const otherHalf = {
  ...half,
  id: run(SMELTER, 'ORE', 'M2').id,
  occurredAt: day(12),
  from: day(12),
  yields: [lot({ lot: 'M2', product: 'MRC', massKg: 5_000, reoPercent: 42 })],
};
const report = {
  source: 'test',
  enterprise: SMELTER,
  month: '2026-01',
  product: 'OX-La',
  producedReoT: 4.3,
  purchasedT: 0,
  soldT: 0,
  exportedT: 0,
  stockT: 0,
  submittedAt: day(35),
};

describeRule(rule, {
  fires: [
    {
      name: 'a plant makes more than its quota',
      events: [own, made],
      registry: registry({ quotas: [quota(SMELTER, 4)] }),
      finds: [{ enterprise: SMELTER, period: '2026', amount: { value: 200, unit: 'kg REO' } }],
    },
    {
      name: 'the second run crosses the quota, by a third of it',
      events: [own, half, otherHalf],
      registry: registry({ quotas: [quota(SMELTER, 3.5)] }),
      finds: [{ at: Date.parse(day(12)), amount: { value: 700, unit: 'kg REO' }, evidence: expect.objectContaining({ events: [otherHalf.id], shares: { [otherHalf.id]: 1 / 3 } }) }],
    },
    { name: 'it is one gram over both batches', events: [own, { ...made, yields: [lot({ lot: 'MRC', product: 'MRC', massKg: 10_000.003, reoPercent: 42 })] }], registry: registry({ quotas: [quota(SMELTER, 4), quota(SMELTER, 0.2, { batch: 2 })] }), finds: [{ amount: { value: 0.001, unit: 'kg REO' } }] },
    { name: 'it reports more separated products than its quota', events: [own], registry: registry({ quotas: [quota(SMELTER, 4.2)], 'monthly-reports': [report] }), clock: day(40), finds: [{ amount: { value: 100, unit: 'kg REO' } }] },
  ],
  quiet: [
    { name: 'it has no quota', events: [own, made], registry: registry() },
    { name: 'what it smelted is separated on: counted once', events: [own, made, separated], registry: registry({ quotas: [quota(SMELTER, 4.2)] }) },
    { name: 'the report is of mixed carbonate', events: [own], registry: registry({ quotas: [quota(SMELTER, 1)], 'monthly-reports': [{ ...report, product: 'MRC' }] }), clock: day(40) },
  ],
  near: [{ name: 'it makes its quota to the gram', events: [own, made], registry: registry({ quotas: [quota(SMELTER, 4), quota(SMELTER, 0.2, { batch: 2 })] }) }],
}); // prettier-ignore
