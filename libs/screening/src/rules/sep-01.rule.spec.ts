import { day, dispatch, lot, receipt, scrapIntake, uuid } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, legal, MINE, OTHER, ore, quota, RECYCLER, registry, run, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-01.rule.js';

const own = ore('ORE', SMELTER);
const smelted = run(SMELTER, 'ORE', 'MRC');
const dug = ore();
const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: [{ lot: 'ORE', massKg: 1_000 }] });
const came = receipt(sent, { occurredAt: day(4) });
const scrap = scrapIntake({
  enterprise: RECYCLER,
  yields: [lot({ lot: 'SCR', product: 'SCR-NdFeB-B', massKg: 10_000, reoPercent: 30 })],
});
const separated = run(RECYCLER, 'SCR', 'PN', {
  process: 'SEPARATION',
  yields: [lot({ lot: 'PN', product: 'OX-PrNd', massKg: 2_000, reoPercent: 99 })],
});
const inspection = {
  source: 'test',
  number: 'JC1',
  enterprise: SMELTER,
  region: '360700',
  kind: 'special',
  date: '2026-02-01',
  authority: '工信局',
  activities: ['separation'],
};
const clock = day(60);

describeRule(rule, {
  fires: [
    {
      name: 'a plant smelts without a quota',
      events: [own, smelted],
      registry: registry({ quotas: [quota(OTHER, 100)] }),
      finds: [{ enterprise: SMELTER, period: '2026', amount: { value: 4_200, unit: 'kg REO' }, at: Date.parse(day(10)) }],
    },
    { name: 'nobody has a quota, and it had none the year before', events: [own, smelted], registry: registry(), finds: [{ enterprise: SMELTER }] },
    { name: 'last year’s quota no longer stands in', events: [own, smelted], registry: registry({ quotas: [quota(SMELTER, 100, { year: 2025 }), quota(OTHER, 100)] }), finds: [{}] },
    { name: 'its only row is the group’s', events: [own, smelted], registry: registry({ quotas: [quota(SMELTER, 100), quota(OTHER, 100, { parent: SMELTER })] }), finds: [{}] },
    {
      name: 'a smelter without a quota buys concentrate',
      events: [dug, sent, came],
      registry: registry({ quotas: [quota(OTHER, 100)], permits: [legal] }),
      finds: [{ enterprise: SMELTER, amount: { value: 600, unit: 'kg REO' } }],
    },
    { name: 'an inspection saw it separating', registry: registry({ quotas: [quota(OTHER, 100)], inspections: [inspection] }), clock, finds: [{ enterprise: SMELTER, period: '2026' }] },
    {
      name: 'it smelts, buys and was seen: one finding',
      events: [own, smelted, dug, sent, came].map((event, n) => ({ ...event, id: event.id ?? uuid(n) })),
      registry: registry({ inspections: [inspection] }),
      clock,
      finds: [{ enterprise: SMELTER, amount: { value: 4_200, unit: 'kg REO' } }],
    },
  ],
  quiet: [
    { name: 'it has a quota', events: [own, smelted], registry: registry({ quotas: [quota(SMELTER, 1)] }) },
    { name: 'the buyer is no smelter', events: [dug, sent, came], registry: registry({ enterprises: cast.map(each => ({ ...each, kinds: ['trader'] })) }) },
    { name: 'the concentrate was rejected', events: [dug, sent, receipt(sent, { outcome: 'rejected' })], registry: registry() },
    { name: 'everything it separates is scrap by origin', events: [scrap, separated], registry: registry() },
    { name: 'the inspection saw something else', registry: registry({ inspections: [{ ...inspection, activities: ['construction'] }] }), clock },
  ],
  near: [
    { name: 'nobody has this year’s quota yet and it had last year’s', events: [own, smelted], registry: registry({ quotas: [quota(SMELTER, 1, { year: 2025 })] }) },
    { name: 'the concentrate is still on its way', events: [dug, sent], registry: registry() },
  ],
}); // prettier-ignore
