import { licenceNumber, mining, uscc } from '#testing';
import { firm, inspection, permit, place } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { EnterpriseItem, PermitItem } from '../facts/registry-items.js';
import rule from './min-08.rule.js';

const DIGGER = uscc(1);
const dug = mining({ enterprise: DIGGER, licence: licenceNumber(1) });
const known = (kind: EnterpriseItem['kinds'][number], ...permits: PermitItem[]) => ({
  enterprises: [firm(DIGGER, kind)],
  permits,
});
const recoverySite = { sites: [place('R1', DIGGER, { kind: 'recovery' })] };
const clock = '2026-02-01T00:00:00+08:00';
const saw = (activity: 'mining' | 'leaching', site?: string) => ({
  inspections: [inspection({ enterprise: DIGGER, activities: [activity], ...(site ? { site } : {}) })],
});

describeRule(rule, {
  fires: [
    {
      name: 'a recovery enterprise digs without any paper',
      events: [dug],
      registry: known('recovery'),
      finds: [{ enterprise: DIGGER, subject: dug.id, event: dug.id }],
    },
    {
      name: 'digging goes on at a recovery site without any paper',
      events: [{ ...dug, site: 'R1' }],
      registry: { ...known('trader'), ...recoverySite },
      finds: [{ enterprise: DIGGER }],
    },
    {
      name: 'the approval is for another site',
      events: [{ ...dug, site: 'R1' }],
      registry: { ...known('trader', permit('recovery-approval', DIGGER, { site: 'R2' })), ...recoverySite },
      finds: [{ enterprise: DIGGER }],
    },
    { name: 'leaching was seen at a recovery enterprise', clock, registry: { ...known('recovery'), ...saw('leaching') }, finds: [{ enterprise: DIGGER }] },
    { name: 'leaching was seen at a recovery site', clock, registry: { ...known('trader'), ...recoverySite, ...saw('leaching', 'R1') }, finds: [{ enterprise: DIGGER }] },
    { name: 'mining was seen at a trader', clock, registry: { ...known('trader'), ...saw('mining') }, finds: [{ enterprise: DIGGER }] },
  ],
  quiet: [
    { name: 'a mine digs without licence, which is MIN-01’s', events: [dug], registry: known('mine') },
    { name: 'an approval is cited', events: [dug], registry: known('recovery', permit('recovery-approval', DIGGER, { number: licenceNumber(1) })) },
    { name: 'leaching was seen at a smelter', clock, registry: { ...known('smelter'), ...saw('leaching') } },
    { name: 'mining was seen at a licensed mine', clock, registry: { ...known('mine', permit('mining-licence', DIGGER)), ...saw('mining') } },
    { name: 'mining was seen at a filed contractor', clock, registry: { ...known('other', permit('mining-licence', uscc(2), { contractors: [DIGGER] })), ...saw('mining') } },
  ],
  near: [
    {
      name: 'the approval ran out long ago, which is MIN-09’s',
      events: [dug],
      registry: known('recovery', permit('recovery-approval', DIGGER, { number: licenceNumber(1), to: '2021-01-01' })),
    },
  ],
}); // prettier-ignore
