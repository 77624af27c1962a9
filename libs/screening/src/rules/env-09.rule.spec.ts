import { uscc } from '#testing';
import { firm, reading } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './env-09.rule.js';

const MINE = uscc(1);
const at = (month: number, value: number, given: Partial<RegistryItems['monitoring']> = {}) =>
  reading(MINE, `2026-0${month}-01T08:00:00+08:00`, value, given);
const known = (...monitoring: RegistryItems['monitoring'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(MINE, 'mine')],
  monitoring,
});
const clock = '2026-12-01T00:00:00+08:00';
const third = at(3, 12.5);

describeRule(rule, {
  fires: [
    {
      name: 'three rise and the last is near the limit',
      clock,
      registry: known(at(1, 10), at(2, 11), third),
      finds: [{ enterprise: MINE, subject: `monitoring/${third.number}`, at: Date.parse('2026-03-01T08:00:00+08:00') }],
    },
    {
      name: 'a fourth rises too: it is the same warning',
      clock,
      registry: known(at(4, 14), at(1, 10), at(2, 11), third),
      finds: [{ subject: `monitoring/${third.number}` }],
    },
    {
      name: 'a fifth goes beyond the limit: the warning stands beside ENV-04',
      clock,
      registry: known(at(1, 10), at(2, 11), third, at(4, 16)),
      finds: [{ subject: `monitoring/${third.number}` }],
    },
    {
      name: 'the last is at the limit',
      clock,
      registry: known(at(1, 10), at(2, 11), at(3, 15)),
      finds: [{ enterprise: MINE }],
    },
  ],
  quiet: [
    { name: 'the second falls', clock, registry: known(at(1, 12), at(2, 11), third) },
    { name: 'there are two', clock, registry: known(at(2, 11), third) },
    { name: 'they are of several points', clock, registry: known(at(1, 10), at(2, 11, { point: 'DW002' }), third) },
    {
      name: 'they are of several parameters',
      clock,
      registry: known(at(1, 10), at(2, 11, { parameter: 'COD' }), third),
    },
    {
      name: 'the last is beyond the limit, which is ENV-04’s',
      clock,
      registry: known(at(1, 10), at(2, 11), at(3, 16)),
    },
  ],
  near: [
    { name: 'the last is at 80 % of the limit', clock, registry: known(at(1, 10), at(2, 11), at(3, 12)) },
    { name: 'the second is as the first', clock, registry: known(at(1, 11), at(2, 11), third) },
  ],
});
