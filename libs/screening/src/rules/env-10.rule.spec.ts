import { uscc } from '#testing';
import { firm, inspection } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './env-10.rule.js';

const PLANT = uscc(1);
const failed = inspection({
  enterprise: PLANT,
  kind: 'safety',
  date: '2026-03-01',
  result: 'fail',
  dueAt: '2026-03-31',
});
const known = (...inspections: RegistryItems['inspections'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(PLANT, 'smelter')],
  inspections,
});
const [over, last] = ['2026-04-01T00:00:00+08:00', '2026-03-31T23:59:59+08:00'];

describeRule(rule, {
  fires: [
    {
      name: 'the day is over',
      clock: over,
      registry: known(failed),
      finds: [{ enterprise: PLANT, subject: `inspections/${failed.number}`, at: Date.parse(over) }],
    },
  ],
  quiet: [
    { name: 'it was closed', clock: over, registry: known({ ...failed, closedAt: '2026-03-20' }) },
    { name: 'it was passed', clock: over, registry: known({ ...failed, result: 'pass' }) },
    { name: 'no day was set', clock: over, registry: known({ ...failed, dueAt: undefined }) },
    {
      name: 'it was about the environment, which is ENV-03’s',
      clock: over,
      registry: known({ ...failed, kind: 'environment' }),
    },
  ],
  near: [
    { name: 'it is the last day', clock: last, registry: known(failed) },
    {
      name: 'it was closed late, but it is closed',
      clock: over,
      registry: known({ ...failed, closedAt: '2026-04-01' }),
    },
  ],
});
