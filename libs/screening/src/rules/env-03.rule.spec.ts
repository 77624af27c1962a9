import { uscc } from '#testing';
import { firm, inspection } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './env-03.rule.js';

const PLANT = uscc(1);
const failed = inspection({ enterprise: PLANT, kind: 'environment', date: '2026-03-01', result: 'fail' });
const known = (...inspections: RegistryItems['inspections'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(PLANT, 'smelter')],
  inspections,
});
const clock = '2026-04-10T12:00:00+08:00';

describeRule(rule, {
  fires: [
    {
      name: 'an environmental inspection was failed',
      clock,
      registry: known(failed),
      finds: [{ enterprise: PLANT, subject: `inspections/${failed.number}`, at: Date.parse('2026-03-01T00:00:00+08:00') }],
    },
    { name: 'a safety inspection was failed', clock, registry: known({ ...failed, kind: 'safety' }), finds: [{ enterprise: PLANT }] },
    { name: 'it is closed the day after', clock, registry: known({ ...failed, closedAt: '2026-04-11' }), finds: [{ enterprise: PLANT }] },
  ],
  quiet: [
    { name: 'it was passed', clock, registry: known({ ...failed, result: 'pass' }) },
    { name: 'nothing is told of the outcome', clock, registry: known({ ...failed, result: undefined }) },
    { name: 'it was a routine inspection', clock, registry: known({ ...failed, kind: 'routine' }) },
  ],
  near: [{ name: 'it was closed the same day', clock, registry: known({ ...failed, closedAt: '2026-04-10' }) }],
}); // prettier-ignore
