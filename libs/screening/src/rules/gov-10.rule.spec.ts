import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-10.rule.js';

const kept = { number: 'AJ1', region: '360700', rules: ['TRD-03'], stage: 'lead', stageSince: '2026-03-01' };
const at = (crossProvince: object | undefined, clock = '2026-03-31T12:00:00+08:00') => ({
  clock,
  registry: { cases: [{ ...kept, ...(crossProvince && { crossProvince }) }] } as never,
});
const told = { region: '440000', sentAt: '2026-03-10' };

describeRule(rule, {
  fires: [
    {
      name: 'it was not reported in ten days',
      ...at({ foundAt: '2026-03-05' }),
      finds: [{ region: '360700', subject: 'AJ1' }],
    },
    {
      name: 'a province told has not answered',
      ...at({ foundAt: '2026-03-05', reportedAt: '2026-03-08', acknowledgements: [told] }),
      finds: [{ region: '440000' }],
    },
  ],
  quiet: [
    { name: 'there is no link to another province', ...at(undefined) },
    {
      name: 'it was reported and answered',
      ...at({
        foundAt: '2026-03-05',
        reportedAt: '2026-03-08',
        acknowledgements: [{ ...told, acknowledgedAt: '2026-03-20' }],
      }),
    },
  ],
  near: [{ name: 'it is still the tenth day', ...at({ foundAt: '2026-03-05' }, '2026-03-15T23:59:59+08:00') }],
});
