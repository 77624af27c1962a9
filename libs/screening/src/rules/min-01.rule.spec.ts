import { day, enterprise, licence, licenceNumber, mining, site, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './min-01.rule.js';

const MINE = uscc(1);
const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(10) });
const mine = enterprise(MINE, ['mine']);
const held = licence(licenceNumber(1), MINE);
const permits = (...items: (typeof held)[]) => ({ enterprises: [mine], permits: items }) as never;

describeRule(rule, {
  fires: [
    {
      name: 'the licence is not known',
      events: [dug],
      registry: permits(),
      finds: [{ enterprise: MINE, subject: dug.id, amount: { value: 6_000, unit: 'kg REO' } }],
    },
    {
      name: 'the licence had run out the day before',
      events: [dug],
      registry: permits({ ...held, to: '2026-01-10' }),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'the licence is for other minerals',
      events: [dug],
      registry: permits({ ...held, minerals: ['other'] } as never),
      finds: [{ enterprise: MINE }],
    },
  ],
  quiet: [
    { name: 'the licence is valid', events: [dug], registry: permits(held) },
    { name: 'the licence is valid but another’s', events: [dug], registry: permits({ ...held, holder: uscc(2) }) },
    {
      name: 'it is a recovery site',
      events: [{ ...dug, site: 'R1' }],
      registry: { enterprises: [mine], sites: [{ ...site('R1', MINE), kind: 'recovery' }] } as never,
    },
  ],
  near: [{ name: 'it is the licence’s last day', events: [dug], registry: permits({ ...held, to: '2026-01-11' }) }],
});
