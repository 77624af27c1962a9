import { uscc } from '#testing';
import { firm, reading } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './env-04.rule.js';

const PLANT = uscc(1);
const at = (day: string, value: number, given: Partial<RegistryItems['monitoring']> = {}) =>
  reading(PLANT, `${day}T08:00:00+08:00`, value, given);
const known = (...monitoring: RegistryItems['monitoring'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(PLANT, 'smelter')],
  monitoring,
});
const clock = '2026-12-01T00:00:00+08:00';
const [first, second] = [at('2026-03-01', 16), at('2026-03-20', 17)];

describeRule(rule, {
  fires: [
    {
      name: 'two days of March are above the limit',
      clock,
      registry: known(first, second),
      finds: [
        {
          enterprise: PLANT,
          subject: `monitoring/${first.number}`,
          at: Date.parse('2026-03-20T08:00:00+08:00'),
          amount: { value: 2, unit: 'd' },
        },
      ],
    },
    {
      name: 'the second is of another parameter and point',
      clock,
      registry: known(first, at('2026-03-02', 60, { parameter: 'SO2', point: 'DA002', limit: 50 })),
      finds: [{ enterprise: PLANT }],
    },
    { name: 'they are 90 days apart', clock, registry: known(first, at('2026-05-30', 16)), finds: [{ enterprise: PLANT }] },
    {
      name: 'it happens again in autumn: two findings',
      clock,
      registry: known(first, second, at('2026-09-01', 16), at('2026-09-02', 16)),
      finds: [{ subject: `monitoring/${first.number}` }, { at: Date.parse('2026-09-02T08:00:00+08:00') }],
    },
  ],
  quiet: [
    { name: 'it happened once', clock, registry: known(first) },
    { name: 'both are of one day', clock, registry: known(first, reading(PLANT, '2026-03-01T20:00:00+08:00', 18)) },
    { name: 'outages hold no value', clock, registry: known(first, at('2026-03-02', 99, { parameter: 'treatment-outage', limit: undefined })) },
    { name: 'three days are asked for', clock, values: { count: 3 }, registry: known(first, second) },
    { name: 'the second is still to come', clock: '2026-03-10T00:00:00+08:00', registry: known(first, second) },
  ],
  near: [
    { name: 'the second is at the limit', clock, registry: known(first, at('2026-03-20', 15)) },
    { name: 'they are 91 days apart', clock, registry: known(first, at('2026-05-31', 16)) },
  ],
}); // prettier-ignore
