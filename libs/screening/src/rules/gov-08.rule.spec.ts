import { uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-08.rule.js';

const E = uscc(1);
const enterprises = [{ uscc: E, name: 'x', kinds: ['mine'], region: '360700' }];
const kept = {
  number: 'AJ1',
  enterprise: E,
  region: '360700',
  rules: ['MIN-01'],
  stage: 'referred',
  stageSince: '2026-03-01',
};
const at = (referral: object | undefined, clock = '2026-03-10T12:00:00+08:00') => ({
  clock,
  registry: { enterprises, cases: [{ ...kept, ...(referral && { referral }) }] } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'nothing is decided after three days',
      ...at({ reportedAt: '2026-03-05' }),
      finds: [{ enterprise: E, subject: 'AJ1' }],
    },
    {
      name: 'it was decided and not handed over',
      ...at({ reportedAt: '2026-03-05', decidedAt: '2026-03-07', decision: 'transfer' }),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'there is no referral', ...at(undefined) },
    {
      name: 'it was decided to keep the case',
      ...at({ reportedAt: '2026-03-05', decidedAt: '2026-03-07', decision: 'keep' }),
    },
    {
      name: 'it was handed over',
      ...at({ reportedAt: '2026-03-05', decidedAt: '2026-03-07', decision: 'transfer', transferredAt: '2026-03-08' }),
    },
  ],
  near: [{ name: 'it is still the third day', ...at({ reportedAt: '2026-03-07' }, '2026-03-10T23:59:59+08:00') }],
});
