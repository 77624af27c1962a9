import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-17.rule.js';

const feed = {
  feed: 'tax-36',
  department: 'tax',
  collection: 'invoices',
  region: '360000',
  periodDays: 1,
  lastAt: '2026-03-01T10:00:00+08:00',
};
const at = (clock: string, given: object = {}) => ({ clock, registry: { feeds: [{ ...feed, ...given }] } as never });

describeRule(rule, {
  fires: [
    {
      name: 'the period has passed',
      ...at('2026-03-02T10:00:01+08:00'),
      finds: [{ region: '360000', subject: 'tax-36' }],
    },
  ],
  quiet: [{ name: 'it came today', ...at('2026-03-01T12:00:00+08:00') }],
  near: [{ name: 'the period just ends', ...at('2026-03-02T10:00:00+08:00') }],
});
