import { uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-14.rule.js';

const E = uscc(1);
const enterprises = [{ uscc: E, name: 'x', kinds: ['mine'], region: '360700' }];
const quotas = [{ year: 2026, batch: 1, kind: 'separation', holder: E, tonnesReo: 1, issuer: 'i' }];
const review = (number: string, date: string) => ({
  number,
  date,
  region: '360000',
  kind: 'monthly-review',
  authority: 'a',
});
const at = (...inspections: object[]) => ({
  clock: '2026-07-02T00:00:00+08:00',
  period: '2026-05',
  registry: { enterprises, quotas, inspections } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'the province reviewed before and not for May',
      ...at(review('1', '2026-05-12')),
      finds: [{ region: '360000', period: '2026-05' }],
    },
  ],
  quiet: [
    { name: 'May was reviewed in June', ...at(review('1', '2026-05-12'), review('2', '2026-06-30')) },
    { name: 'the province has no such records yet', ...at() },
  ],
  near: [{ name: 'June is not over', ...at(review('1', '2026-05-12')), clock: '2026-06-30T23:59:59+08:00' }],
});
