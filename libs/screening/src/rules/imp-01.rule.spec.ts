import { day, declarationNumber, importing, lot, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './imp-01.rule.js';

const E = uscc(1);
const declaration = declarationNumber(1, 'import');
const came = importing({
  enterprise: E,
  declaration,
  occurredAt: day(40),
  yields: [lot({ lot: 'I', product: 'CON-BAS' })],
});
const certificate = (given: object = {}) => ({
  number: 'Z1',
  declaration,
  lots: ['I'],
  massKg: 10_000,
  date: '2026-02-12',
  result: 'pass',
  ...given,
});
const fed = { ...certificate(), number: 'Z0', declaration: declarationNumber(9, 'import'), date: '2026-01-05' };
const at = (certificates: object[], given: object = {}) => ({
  events: [came],
  clock: day(75),
  registry: { enterprises: [firm(E, 'importer')], 'inspection-certificates': certificates } as never,
  ...given,
});

describeRule(rule, {
  fires: [
    {
      name: 'there is no certificate after thirty days',
      ...at([fed]),
      finds: [{ enterprise: E, subject: declaration }],
    },
    { name: 'it was failed', ...at([certificate({ result: 'fail' })]), finds: [{ enterprise: E }] },
    {
      name: 'it is more active than the limit that was set',
      ...at([certificate({ activityBqPerG: 12 })], { values: { maxBqPerG: 10 } }),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'it was passed', ...at([certificate()]) },
    { name: 'no certificates are fed yet', ...at([]) },
    {
      name: 'the goods are oxides',
      ...at([fed], {
        events: [
          importing({
            enterprise: E,
            declaration,
            occurredAt: day(40),
            yields: [lot({ lot: 'I', product: 'OX-La', reoPercent: 99 })],
          }),
        ],
      }),
    },
  ],
  near: [
    { name: 'the thirtieth day is not over', ...at([fed], { clock: day(69.9) }) },
    { name: 'no limit of activity is set', ...at([certificate({ activityBqPerG: 12 })]) },
  ],
});
