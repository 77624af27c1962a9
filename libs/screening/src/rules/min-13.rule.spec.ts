import { day, licenceNumber, lot, mining, openingStock, processing, scrapIntake, uscc } from '#testing';
import { firm, permit, place, quota } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './min-13.rule.js';

const [MINE, PLANT, OTHER] = [uscc(1), uscc(2), uscc(3)];
const dug = mining({ enterprise: MINE, occurredAt: day(20) });
const clay = mining({
  enterprise: MINE,
  occurredAt: day(21),
  yields: [lot({ lot: 'I', product: 'ENR-ION-M', massKg: 1_000, reoPercent: 92 })],
});
const ore = mining({ enterprise: MINE, yields: [lot({ product: 'ORE-ION', massKg: 1e6, reoPercent: 0.1 })] });
const carbonate = openingStock({ enterprise: PLANT, yields: [lot({ product: 'MRC', reoPercent: 43 })] });
const separated = processing({
  enterprise: PLANT,
  occurredAt: day(30),
  draws: [{ lot: 'L1', massKg: 10_000 }],
  yields: [lot({ lot: 'P', product: 'OX-PrNd', massKg: 1_000, reoPercent: 99 })],
});
const scrap = scrapIntake({ enterprise: PLANT });
const listed = (year: number): RegistryItems['published-lists'] => ({
  source: 'test',
  year,
  kind: 'smelter',
  enterprise: PLANT,
  group: OTHER,
});
const cast = { enterprises: [firm(MINE, 'mine'), firm(PLANT, 'smelter')] };

describeRule(rule, {
  fires: [
    {
      name: 'concentrate is made without a mining quota',
      events: [dug],
      registry: cast,
      finds: [{ enterprise: MINE, period: '2026', event: dug.id, amount: { value: 6_000, unit: 'kg REO' } }],
    },
    {
      name: 'the quota is for the other kind: one finding for the year',
      events: [dug, clay],
      registry: { ...cast, quotas: [quota('mining-rock', MINE, 100)] },
      finds: [{ enterprise: MINE, amount: { value: 920, unit: 'kg REO' }, event: clay.id }],
    },
    {
      name: 'others have a quota of the year, it only one of the year before',
      events: [dug],
      registry: { ...cast, quotas: [quota('mining-rock', MINE, 100, { year: 2025 }), quota('mining-rock', OTHER, 100)] },
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'bought carbonate is separated by one that is not listed either',
      events: [carbonate, separated],
      registry: cast,
      finds: [{ enterprise: PLANT, period: '2026', amount: { value: 990, unit: 'kg REO' } }],
    },
    {
      name: 'the list is of the year before and April has come',
      events: [carbonate, { ...separated, occurredAt: '2026-04-01T08:00:00+08:00', from: '2026-03-01T08:00:00+08:00' }],
      registry: { ...cast, 'published-lists': [listed(2025)] },
      finds: [{ enterprise: PLANT }],
    },
  ],
  quiet: [
    { name: 'it has the quota', events: [dug], registry: { ...cast, quotas: [quota('mining-rock', MINE, 100)] } },
    { name: 'the plant has a separation quota', events: [carbonate, separated], registry: { ...cast, quotas: [quota('separation', PLANT, 100)] } },
    { name: 'the plant is listed', events: [carbonate, separated], registry: { ...cast, 'published-lists': [listed(2026)] } },
    { name: 'ore still lies at the mine', events: [ore], registry: cast },
    {
      name: 'nothing but scrap is separated',
      events: [scrap, { ...separated, draws: [{ lot: 'L1', massKg: 10_000 }] }],
      registry: { enterprises: [firm(PLANT, 'recycler')] },
    },
    {
      name: 'it is recovery under an approval',
      events: [dug],
      registry: { ...cast, permits: [permit('recovery-approval', MINE, { number: licenceNumber(1) })] },
    },
    {
      name: 'it is a recovery site',
      events: [{ ...dug, site: 'R1' }],
      registry: { ...cast, sites: [place('R1', MINE, { kind: 'recovery' })] },
    },
    {
      name: 'a filed contractor digs for a holder with quota',
      events: [dug],
      registry: { ...cast, permits: [permit('mining-licence', OTHER, { number: licenceNumber(1), contractors: [MINE] })], quotas: [quota('mining-rock', OTHER, 100)] },
    },
  ],
  near: [
    { name: 'nobody has a quota of the year yet and it had one the year before', events: [dug], registry: { ...cast, quotas: [quota('mining-rock', MINE, 100, { year: 2025 })] } },
    { name: 'the list is of the year before and it is March', events: [carbonate, separated], registry: { ...cast, 'published-lists': [listed(2025)] } },
  ],
}); // prettier-ignore
