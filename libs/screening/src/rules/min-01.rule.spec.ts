import { day, licence, licenceNumber, mining, uscc } from '#testing';
import { firm, permit, place } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-01.rule.js';

const MINE = uscc(1);
const OTHER = uscc(2);
const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(10) });
const held = licence(licenceNumber(1), MINE) as PermitItem;
const permits = (...items: PermitItem[]) => ({ enterprises: [firm(MINE, 'mine')], permits: items });
/** Two versions of the licence: valid, and revoked from an instant on. */
const revoked = (from: string): PermitItem[] => [
  { ...held, validTo: from },
  { ...held, status: 'revoked', validFrom: from },
];
const cited = { number: licenceNumber(1) };

describeRule(rule, {
  fires: [
    {
      name: 'the licence is not known',
      events: [dug],
      registry: permits(),
      finds: [{ enterprise: MINE, subject: dug.id, event: dug.id, amount: { value: 6_000, unit: 'kg REO' } }],
    },
    {
      name: 'the licence had run out the day before',
      events: [dug],
      registry: permits({ ...held, to: '2026-01-10' }),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'the licence was revoked the day before',
      events: [dug],
      registry: permits(...revoked('2026-01-10T00:00:00+08:00')),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'the licence is for other minerals',
      events: [dug],
      registry: permits({ ...held, minerals: ['other'] }),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'it is another’s right to explore',
      events: [dug],
      registry: permits(permit('exploration-licence', OTHER, cited)),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'its own right to explore had run out',
      events: [dug],
      registry: permits(permit('exploration-licence', MINE, { ...cited, to: '2026-01-10' })),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'a recovery site has a mining licence that ran out',
      events: [{ ...dug, site: 'R1' }],
      registry: { ...permits({ ...held, to: '2025-12-31' }), sites: [place('R1', MINE, { kind: 'recovery' })] },
      finds: [{ enterprise: MINE }],
    },
  ],
  quiet: [
    { name: 'the licence is valid', events: [dug], registry: permits(held) },
    { name: 'the licence is valid but another’s', events: [dug], registry: permits({ ...held, holder: OTHER }) },
    { name: 'it is a right to explore', events: [dug], registry: permits(permit('exploration-licence', MINE, cited)) },
    {
      name: 'it is a recovery approval that ran out',
      events: [dug],
      registry: permits(permit('recovery-approval', MINE, { ...cited, to: '2025-12-31' })),
    },
    {
      name: 'it is a recovery site without any paper',
      events: [{ ...dug, site: 'R1' }],
      registry: { enterprises: [firm(MINE, 'mine')], sites: [place('R1', MINE, { kind: 'recovery' })] },
    },
  ],
  near: [
    { name: 'it is the licence’s last day', events: [dug], registry: permits({ ...held, to: '2026-01-11' }) },
    {
      name: 'it is revoked from the next day on',
      events: [dug],
      registry: permits(...revoked('2026-01-12T00:00:00+08:00')),
    },
  ],
});
