import { uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-03.rule.js';

const E = uscc(1);
const kept = {
  number: 'AJ1',
  enterprise: E,
  region: '360700',
  rules: ['MIN-01'],
  stage: 'rectification',
  stageSince: '2026-03-01',
  dueAt: '2026-04-30',
};
const enterprises = [{ uscc: E, name: 'x', kinds: ['mine'], region: '360700' }];
const at = (given: object, clock = '2026-05-02T00:00:00+08:00') => ({
  clock,
  registry: { enterprises, cases: [{ ...kept, ...given }] } as never,
});

describeRule(rule, {
  fires: [
    { name: 'the day has passed without a word', ...at({}), finds: [{ enterprise: E, subject: 'AJ1' }] },
    {
      name: 'the new day has passed as well',
      ...at({ delayReason: 'r', newDueAt: '2026-05-01' }),
      finds: [{ enterprise: E }],
    },
    { name: 'there is a reason but no new day', ...at({ delayReason: 'r' }), finds: [{ enterprise: E }] },
  ],
  quiet: [{ name: 'a reason and a new day ahead are given', ...at({ delayReason: 'r', newDueAt: '2026-06-30' }) }],
  near: [{ name: 'it is still the last day', ...at({}, '2026-04-30T23:59:59+08:00') }],
});
