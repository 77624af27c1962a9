import { day, exporting, lot, openingStock, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-04.rule.js';

const E = uscc(1);
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'P', product: 'OX-Nd', massKg: 10_000, reoPercent: 99 })],
});
const shipped = exporting({
  enterprise: E,
  occurredAt: day(40),
  destination: 'JP',
  items: [{ lot: 'P', massKg: 1_000, hsCode: '2846901300' }],
});
const certificate = (given: object = {}) => ({
  number: 'Z1',
  lots: ['P'],
  massKg: 1_000,
  date: '2026-02-01',
  result: 'pass',
  ...given,
});
const fed = certificate({ number: 'Z0', lots: ['X'], date: '2026-01-05' });
const at = (certificates: object[], clock = day(44)) => ({
  events: [stock, shipped],
  clock,
  registry: { enterprises: [firm(E, 'exporter')], 'inspection-certificates': certificates } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'no certificate names the lot',
      ...at([fed]),
      finds: [{ enterprise: E, subject: shipped.id, event: shipped.id }],
    },
    { name: 'it was failed', ...at([fed, certificate({ result: 'fail' })]), finds: [{ enterprise: E }] },
    {
      name: 'it is later than the export',
      ...at([fed, certificate({ date: '2026-02-11' })]),
      finds: [{ enterprise: E }],
    },
    { name: 'it is for half of the mass', ...at([fed, certificate({ massKg: 500 })]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'the lot was passed', ...at([fed, certificate()]) },
    {
      name: 'two certificates cover it together',
      ...at([fed, certificate({ massKg: 500 }), certificate({ number: 'Z2', massKg: 500 })]),
    },
    { name: 'no certificates are fed yet', ...at([]) },
  ],
  near: [
    { name: 'the mass is over by just 0.5 %', ...at([fed, certificate({ massKg: 995.025 })]) },
    { name: 'the third day is not over', ...at([fed], day(42.9)) },
  ],
});
