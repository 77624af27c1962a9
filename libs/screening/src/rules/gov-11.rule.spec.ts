import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-11.rule.js';

const tip = { number: 'XS1', kind: 'tip', receivedAt: '2026-03-01T10:00:00+08:00', region: '360700' };
const at = (given: object, clock = '2026-05-10T00:00:00+08:00') => ({
  clock,
  registry: { leads: [{ ...tip, ...given }] } as never,
});

describeRule(rule, {
  fires: [{ name: 'nobody was answered in sixty days', ...at({}), finds: [{ region: '360700', subject: 'XS1' }] }],
  quiet: [
    { name: 'the result was fed back', ...at({ feedbackAt: '2026-04-30' }) },
    { name: 'it is no tip', ...at({ kind: 'remote-sensing' }) },
  ],
  near: [{ name: 'the sixtieth day is not over', ...at({}, '2026-04-30T09:59:59+08:00') }],
});
