import { uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-02.rule.js';

const E = uscc(1);
const kept = {
  number: 'AJ1',
  enterprise: E,
  region: '360700',
  rules: ['MIN-01'],
  stage: 'verification',
  stageSince: '2026-03-01',
  dueAt: '2026-04-30',
};
const registry = (given: object) => ({ cases: [{ ...kept, ...given }] }) as never;
const ask = { clock: '2026-05-02T00:00:00+08:00' };
const known = { enterprises: [{ uscc: E, name: 'x', kinds: ['mine'], region: '360700' }] } as never;
const at = (given: object, clock = ask.clock) => ({
  clock,
  registry: { ...(known as object), ...(registry(given) as object) } as never,
});

describeRule(rule, {
  fires: [{ name: 'verification is past its day', ...at({}), finds: [{ enterprise: E, subject: 'AJ1' }] }],
  quiet: [
    { name: 'the stage was left', ...at({ stage: 'acceptance', dueAt: '2026-06-30' }) },
    { name: 'rectification is late, which is another rule’s', ...at({ stage: 'rectification' }) },
  ],
  near: [{ name: 'it is still the last day', ...at({}, '2026-04-30T23:59:59+08:00') }],
});
