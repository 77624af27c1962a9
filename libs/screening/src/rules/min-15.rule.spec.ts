import { uscc } from '#testing';
import { firm, inspection, place } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './min-15.rule.js';

const MINE = uscc(1);
const key = place('M1', MINE, { keyArea: true });
const known = (...inspections: RegistryItems['inspections'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(MINE, 'mine')],
  sites: [key],
  inspections,
});
const seen = inspection({ site: 'M1', date: '2026-01-01' });
/** 90 days after 1 January are over with 1 April. */
const [last, over] = ['2026-04-01T23:59:59+08:00', '2026-04-02T00:00:00+08:00'];

describeRule(rule, {
  fires: [
    {
      name: 'the last inspection was 90 days before',
      clock: over,
      registry: known(seen, inspection({ site: 'M1', date: '2025-06-01' })),
      finds: [{ enterprise: MINE, subject: 'M1', at: Date.parse(over) }],
    },
    { name: 'it never was inspected', clock: over, registry: known(), finds: [{ enterprise: MINE, subject: 'M1' }] },
    {
      name: 'another site was inspected',
      clock: over,
      registry: known(inspection({ enterprise: MINE, site: 'M2', date: '2026-03-30' })),
      finds: [{ subject: 'M1' }],
    },
    {
      name: 'the next inspection is still to come',
      clock: over,
      registry: known(seen, inspection({ site: 'M1', date: '2026-04-05' })),
      finds: [{ subject: 'M1' }],
    },
    {
      name: 'less time is allowed',
      clock: '2026-02-01T00:00:00+08:00',
      values: { inspectionDays: 30 },
      registry: known(seen),
      finds: [{ subject: 'M1' }],
    },
  ],
  quiet: [
    { name: 'it is no key area', clock: over, registry: { ...known(), sites: [{ ...key, keyArea: false }] } },
    {
      name: 'the enterprise was inspected as a whole',
      clock: over,
      registry: known(inspection({ enterprise: MINE, date: '2026-03-01' })),
    },
    {
      name: 'the site was inspected with another enterprise',
      clock: over,
      registry: known(inspection({ enterprise: uscc(2), site: 'M1', date: '2026-03-01' })),
    },
  ],
  near: [{ name: 'it is the last day', clock: last, registry: known(seen) }],
});
