import { day, lot, processing } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { legal, ore, registry, revoked, run, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-04.rule.js';

const own = (code: string, licence: string) =>
  ore(code, SMELTER, { licence, yields: [lot({ lot: code, massKg: 20_000 })] });
const good = own('GOOD', legal.number);
const bad = own('BAD', 'BAD');
const permits = [
  { ...legal, holder: SMELTER },
  { ...revoked, number: 'BAD', holder: SMELTER },
];
const fed = (badKg: number, goodKg: number, given: Partial<Parameters<typeof processing>[0]> = {}) =>
  processing({
    enterprise: SMELTER,
    process: 'SMELT_DECOMP',
    occurredAt: day(10),
    draws: [
      { lot: 'BAD', massKg: badKg },
      { lot: 'GOOD', massKg: goodKg },
    ],
    yields: [lot({ lot: 'M', product: 'MRC', massKg: 10_000, reoPercent: 42 })],
    ...given,
  });
const smelted = fed(1_000, 6_000);

describeRule(rule, {
  fires: [
    {
      name: 'illegal ore is smelted',
      events: [good, bad, smelted],
      registry: registry({ permits }),
      finds: [{ enterprise: SMELTER, subject: smelted.id, event: smelted.id, amount: { value: 600, unit: 'kg REO' } }],
    },
    { name: 'a thousandth of the feed is illegal', events: [good, bad, fed(10, 9_990)], registry: registry({ permits }), finds: [{ amount: { value: 6, unit: 'kg REO' } }] },
    { name: 'it is beneficiated', events: [good, bad, fed(1_000, 6_000, { process: 'BENEFICIATION', yields: [lot({ lot: 'C' })] })], registry: registry({ permits }), finds: [{}] },
  ],
  quiet: [
    { name: 'all ore is legal', events: [good, run(SMELTER, 'GOOD', 'M')], registry: registry({ permits }) },
    { name: 'the licence is not known', events: [good, bad, smelted], registry: registry({ permits: permits.slice(0, 1) }) },
    { name: 'illegal ore is only blended', events: [good, bad, fed(1_000, 6_000, { process: 'BLEND', yields: [lot({ lot: 'C', massKg: 7_000 })] })], registry: registry({ permits }) },
    {
      name: 'the illegal part is in compounds by then',
      events: [good, bad, smelted, processing({ enterprise: SMELTER, process: 'SEPARATION', occurredAt: day(12), draws: [{ lot: 'M', massKg: 10_000 }], yields: [] })],
      registry: registry({ permits: [permits[0], { ...permits[1], status: 'valid' }] }),
    },
  ],
  near: [
    { name: 'less than a thousandth of the feed is illegal', events: [good, bad, fed(9, 9_991)], registry: registry({ permits }) },
    { name: 'less than a kilogram is illegal', events: [good, bad, fed(1.5, 1_000)], registry: registry({ permits }) },
  ],
}); // prettier-ignore
