import { day, dispatch, licence, licenceNumber, lot, mining, processing, uscc } from '#testing';
import { firm, having, permit, quota } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './min-03.rule.js';

const MINE = uscc(1);
const CONTRACTOR = uscc(2);
/** Tonnes of bastnaesite concentrate with half its mass REO. */
const dig = (lotCode: string, tonnes: number, when = day(20), enterprise = MINE) =>
  mining({
    enterprise,
    occurredAt: when,
    yields: [lot({ lot: lotCode, massKg: 2_000 * tonnes, reoPercent: 50 })],
  });
const of100 = {
  enterprises: [firm(MINE, 'mine'), firm(CONTRACTOR, 'other')],
  quotas: [quota('mining-rock', MINE, 100)],
};
const first = dig('A', 60);
const crossing = dig('B', 50, day(40));
const ore = mining({
  enterprise: MINE,
  yields: [lot({ lot: 'O', product: 'ORE-BAS', massKg: 4_000_000, reoPercent: 3 })],
});
const concentrate = processing({
  enterprise: MINE,
  process: 'BENEFICIATION',
  draws: [{ lot: 'O', massKg: 4_000_000 }],
  yields: [lot({ lot: 'C', massKg: 180_000, reoPercent: 50 })],
});

describeRule(rule, {
  fires: [
    {
      name: 'more is made than the quota',
      events: [first, crossing],
      registry: of100,
      finds: [
        {
          enterprise: MINE,
          subject: 'mining-rock',
          period: '2026',
          severity: 'S4',
          amount: { value: 10_000, unit: 'kg REO' },
          at: Date.parse(day(40)),
          evidence: having({ events: [crossing.id], shares: { [crossing.id]: 0.2 } }),
        },
      ],
    },
    {
      name: 'a month is asked about in which nothing new was made',
      events: [first, crossing],
      registry: of100,
      period: '2026-05',
      clock: '2026-06-10T00:00:00+08:00',
      finds: [{ period: '2026', severity: 'S4' }],
    },
    { name: 'it is a gram more', events: [dig('A', 100.000_001)], registry: of100, finds: [{ severity: 'S4' }] },
    { name: 'nine tenths are made', events: [dig('A', 90)], registry: of100, finds: [{ severity: 'S1' }] },
    {
      name: 'concentrate is made of ore: it counts, the ore does not',
      events: [ore, concentrate],
      registry: of100,
      finds: [{ severity: 'S1', amount: { value: 90_000, unit: 'kg REO' } }],
    },
    {
      name: 'ore leaves unprocessed',
      events: [ore, dispatch({ enterprise: MINE, draws: [{ lot: 'O', massKg: 4_000_000 }] })],
      registry: of100,
      finds: [{ severity: 'S4', amount: { value: 20_000, unit: 'kg REO' } }],
    },
    {
      name: 'a filed contractor digs for the holder',
      events: [dig('A', 60), dig('B', 50, day(30), CONTRACTOR)],
      registry: { ...of100, permits: [permit('mining-licence', MINE, { number: licenceNumber(1), contractors: [CONTRACTOR] })] },
      finds: [{ enterprise: MINE, severity: 'S4' }],
    },
    {
      name: 'the days gone by project more than the year allows',
      events: [dig('A', 60)],
      registry: of100,
      period: '2026-07',
      clock: '2026-07-10T00:00:00+08:00',
      finds: [{ severity: 'S1', title: having({ en: 'Mining is on the way beyond the quota' }) }],
    },
  ],
  quiet: [
    { name: 'there is no quota at all, which is MIN-13’s', events: [dig('A', 10)], registry: { enterprises: [firm(MINE, 'mine')] } },
    { name: 'the quota of a later batch covers it', events: [first, crossing], registry: { ...of100, quotas: [...of100.quotas, quota('mining-rock', MINE, 50, { batch: 2 })] } },
    { name: 'what was made before was of another year', events: [dig('A', 60, '2025-12-31T23:00:00+08:00'), dig('B', 60)], registry: of100 },
    {
      name: 'another digs who is not filed as contractor',
      events: [dig('A', 60), dig('B', 50, day(30), CONTRACTOR)],
      registry: { ...of100, permits: [licence(licenceNumber(1), MINE) as never] },
    },
    {
      name: 'it is projected in the first half of the year',
      events: [dig('A', 60)],
      registry: of100,
      period: '2026-06',
      clock: '2026-06-20T00:00:00+08:00',
    },
  ],
  near: [
    { name: 'nearly nine tenths are made', events: [dig('A', 89.999_999)], registry: of100 },
    {
      name: 'the days gone by project 1.05 of it',
      events: [dig('A', 54)],
      registry: of100,
      period: '2026-07',
      clock: '2026-07-10T00:00:00+08:00',
    },
  ],
}); // prettier-ignore
