import { uscc } from '#testing';
import { firm, reading } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './tax-04.rule.js';

const E = uscc(1);
const filed = (given: object = {}) => ({
  taxpayer: E,
  tax: 'environment',
  period: '2026-Q1',
  taxableAmount: 1_000,
  due: 100,
  paid: 100,
  filedAt: '2026-04-10',
  ...given,
});
const earlier = filed({ period: '2025-Q4', filedAt: '2026-01-10' });
const at = (value: number, returns: object[], clock = '2026-04-20T00:00:00+08:00') => ({
  clock,
  period: '2026-Q1',
  registry: {
    enterprises: [firm(E, 'smelter')],
    monitoring: [reading(E, '2026-02-10T08:00:00+08:00', value)],
    'tax-returns': [earlier, ...returns],
  } as never,
});

describeRule(rule, {
  fires: [
    { name: 'a limit was exceeded and no return filed', ...at(20, []), finds: [{ enterprise: E, period: '2026-Q1' }] },
    {
      name: 'less was paid than due',
      ...at(20, [filed({ paid: 60 })]),
      finds: [{ enterprise: E, amount: { value: 40, unit: 'CNY' } }],
    },
  ],
  quiet: [
    { name: 'it was paid', ...at(20, [filed()]) },
    { name: 'no limit was exceeded', ...at(10, []) },
  ],
  near: [
    { name: 'the reading is just the limit', ...at(15, []) },
    { name: 'the fifteenth is not over', ...at(20, [], '2026-04-15T12:00:00+08:00') },
  ],
});
