import { uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-19.rule.js';

const [GROUP, A, B] = [uscc(1), uscc(2), uscc(3)];
const enterprises = [
  { uscc: GROUP, name: 'g', kinds: ['group'], region: '360700', group: GROUP },
  ...[A, B].map(each => ({ uscc: each, name: 'x', kinds: ['smelter'], region: '360700', group: GROUP })),
];
const row = (holder: string, tonnesReo: number, given: object = {}) => ({
  year: 2026,
  batch: 1,
  kind: 'separation',
  holder,
  tonnesReo,
  issuer: 'i',
  ...given,
});
const whole = row(GROUP, 100, { issuedAt: '2026-03-02T09:00:00+08:00', filedAt: '2026-03-10' });
const part = (holder: string, tonnesReo: number) => row(holder, tonnesReo, { parent: GROUP });
const at = (quotas: object[], given: object = {}) => ({
  clock: '2026-04-01T00:00:00+08:00',
  period: '2026',
  registry: { enterprises, quotas } as never,
  ...given,
});

describeRule(rule, {
  fires: [
    {
      name: 'the parts are less than the whole',
      ...at([whole, part(A, 60)]),
      finds: [{ enterprise: GROUP, period: '2026' }],
    },
    {
      name: 'it was not filed',
      ...at([{ ...whole, filedAt: undefined }, part(A, 60), part(B, 40)]),
      finds: [{ enterprise: GROUP }],
    },
    {
      name: 'a part went to a stranger',
      ...at([whole, part(A, 60), part(uscc(9), 40)]),
      finds: [{ enterprise: GROUP }],
    },
  ],
  quiet: [
    { name: 'everything is in order', ...at([whole, part(A, 60), part(B, 40)]) },
    { name: 'there are no rows of the group', ...at([part(A, 60)]) },
  ],
  near: [
    { name: 'half a tonne is missing', ...at([whole, part(A, 60), part(B, 39.5)]) },
    { name: 'the tenth working day is not over', ...at([whole, part(A, 60)], { clock: '2026-03-16T08:59:59+08:00' }) },
  ],
});
