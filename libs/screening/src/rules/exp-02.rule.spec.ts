import { uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-02.rule.js';

let count = 500;
const declared = (party: string, date: string, massKg: number, given: object = {}, line: object = {}) => ({
  ...{
    number: `42202026000${String(++count).padStart(7, '0')}`,
    direction: 'export',
    party,
    date,
    country: 'JP',
    customs: '4220',
  },
  ...{ lines: [{ hsCode: '2846901300', massKg, valueUsd: massKg * 60, ...line }], ...given },
});
const [E, A, B] = [uscc(1), uscc(2), uscc(3)];
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const steady = (party: string, massKg: number) =>
  months.map((month, n) => declared(party, `${month}-10`, massKg + n * 10));
const at = (...declarations: object[]) => ({
  clock: '2026-08-01T00:00:00+08:00',
  period: '2026-07',
  registry: {
    enterprises: [E, A, B].map(each => firm(each, 'exporter')),
    'customs-declarations': declarations,
  } as never,
});
const market = [
  ...steady(A, 5_000),
  ...steady(B, 5_000),
  declared(A, '2026-07-10', 5_000),
  declared(B, '2026-07-10', 5_000),
];

describeRule(rule, {
  fires: [
    {
      name: 'it exports five times as much',
      ...at(...steady(E, 2_000), declared(E, '2026-07-10', 10_000)),
      finds: [{ enterprise: E, subject: '28469013', period: '2026-07' }],
    },
    {
      name: 'its share grows as well',
      ...at(...market, ...steady(E, 2_000), declared(E, '2026-07-10', 20_000)),
      finds: [{ enterprise: E }],
    },
    {
      name: 'a new exporter ships twenty-five tonnes',
      ...at(declared(E, '2026-06-10', 100), declared(E, '2026-07-10', 25_000)),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'it exports as ever', ...at(...steady(E, 2_000), declared(E, '2026-07-10', 2_100)) },
    { name: 'the goods are magnets', ...at(declared(E, '2026-07-10', 25_000, {}, { hsCode: '8505111000' })) },
    {
      name: 'the whole market grows',
      ...at(...[E, A, B].flatMap(each => [...steady(each, 5_000), declared(each, '2026-07-10', 25_000)])),
    },
  ],
  near: [
    { name: 'it exports just under five tonnes', ...at(...steady(E, 1_000), declared(E, '2026-07-10', 4_999)) },
    { name: 'a new exporter ships just twenty tonnes', ...at(declared(E, '2026-07-10', 20_000)) },
  ],
});
