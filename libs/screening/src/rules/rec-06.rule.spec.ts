import { day } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { approval, RECYCLER, registry, SMELTER } from '../plant-cases.contract.js';
import rule from './rec-06.rule.js';

const added = approval('P2', RECYCLER, { from: '2026-03-01', processes: ['RECYCLING'], capacityTpy: 2_000 });
const older = (facts = {}) => approval('P1', RECYCLER, { from: '2021-01-01', to: '2026-02-15', ...facts });
const given = (...permits: unknown[]) => registry({ permits });
const clock = day(90);
const span = { from: Date.parse('2026-01-01T00:00:00+08:00'), until: Date.parse('2027-01-01T00:00:00+08:00') };
const finds = [
  {
    enterprise: RECYCLER,
    subject: 'permits/project-approval:P2',
    period: '2026',
    amount: { value: 2_000, unit: 't REO/a' },
  },
];

describeRule(rule, {
  fires: [
    { name: 'a recycler gets its first approval', registry: given(added), clock, finds },
    { name: 'an approval comes beside one that goes on', registry: given(older({ to: undefined }), added), clock, span, finds },
    { name: 'the older one had ended 32 days before', registry: given(older({ to: '2026-01-28' }), added), clock, span, finds },
    { name: 'the older one was another’s', registry: given({ ...older(), holder: SMELTER }, added), clock, finds },
  ],
  quiet: [
    { name: 'it takes the place of one that ends', registry: given(older(), added), clock, span },
    { name: 'it replaces one by its number', registry: given(older({ to: undefined }), { ...added, replaces: ['P1'] }), clock, span },
    { name: 'the holder is a smelter', registry: given({ ...added, holder: SMELTER }), clock },
    { name: 'it begins in the future', registry: given({ ...added, from: '2026-06-01' }), clock },
  ],
  near: [{ name: 'the older one had ended 31 days before', registry: given(older({ to: '2026-01-29' }), added), clock, span }],
}); // prettier-ignore
