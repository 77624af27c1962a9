import { uscc } from '#testing';
import { firm, inspection, permit, place } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-06.rule.js';

const DRILLER = uscc(1);
const seen = inspection({ enterprise: DRILLER, date: '2026-01-10', activities: ['exploration'] });
const clock = '2026-01-20T00:00:00+08:00';
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(DRILLER, 'mine')], inspections: [seen], permits });

describeRule(rule, {
  fires: [
    {
      name: 'it has no permit',
      clock,
      registry: known(),
      finds: [{ enterprise: DRILLER, subject: `inspections/${seen.number}` }],
    },
    {
      name: 'its right to explore ran out the day before',
      clock,
      registry: known(permit('exploration-licence', DRILLER, { to: '2026-01-09' })),
      finds: [{ enterprise: DRILLER }],
    },
    {
      name: 'only the site is named',
      clock,
      registry: {
        enterprises: [firm(DRILLER, 'mine')],
        sites: [place('X1', DRILLER)],
        inspections: [inspection({ site: 'X1', activities: ['exploration'] })],
      },
      finds: [{ enterprise: DRILLER }],
    },
  ],
  quiet: [
    { name: 'it may explore', clock, registry: known(permit('exploration-licence', DRILLER)) },
    { name: 'it may mine', clock, registry: known(permit('mining-licence', DRILLER)) },
    {
      name: 'it drills for a holder',
      clock,
      registry: known(permit('exploration-licence', uscc(2), { contractors: [DRILLER] })),
    },
    {
      name: 'no exploration was seen',
      clock,
      registry: { ...known(), inspections: [inspection({ enterprise: DRILLER, activities: ['construction'] })] },
    },
    { name: 'the inspection is still to come', clock: '2026-01-09T00:00:00+08:00', registry: known() },
  ],
  near: [
    {
      name: 'it is the right’s last day',
      clock,
      registry: known(permit('exploration-licence', DRILLER, { to: '2026-01-10' })),
    },
  ],
});
