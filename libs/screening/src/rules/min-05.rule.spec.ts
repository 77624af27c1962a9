import { licence, licenceNumber, mining, uscc } from '#testing';
import { firm, having, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-05.rule.js';

const [DIGGER, HOLDER, GROUP] = [uscc(1), uscc(2), uscc(3)];
const dug = mining({ enterprise: DIGGER, licence: licenceNumber(1) });
const held = licence(licenceNumber(1), HOLDER) as PermitItem;
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(DIGGER, 'mine'), firm(HOLDER, 'mine')], permits });

describeRule(rule, {
  fires: [
    {
      name: 'the licence is another’s',
      events: [dug],
      registry: known(held),
      finds: [
        {
          enterprise: DIGGER,
          subject: dug.id,
          evidence: having({ enterprises: [DIGGER, HOLDER] }),
        },
      ],
    },
    {
      name: 'both are of one group',
      events: [dug],
      registry: {
        enterprises: [DIGGER, HOLDER].map(each => ({ ...firm(each, 'mine'), group: GROUP })),
        permits: [held],
      },
      finds: [{ enterprise: DIGGER }],
    },
    {
      name: 'another is filed as contractor',
      events: [dug],
      registry: known({ ...held, contractors: [GROUP] }),
      finds: [{ enterprise: DIGGER }],
    },
    {
      name: 'it is a recovery approval of another',
      events: [dug],
      registry: known(permit('recovery-approval', HOLDER, { number: licenceNumber(1) })),
      finds: [{ enterprise: DIGGER }],
    },
  ],
  quiet: [
    { name: 'it is its own licence', events: [dug], registry: known({ ...held, holder: DIGGER }) },
    {
      name: 'the other’s licence ran out, which is MIN-01’s',
      events: [dug],
      registry: known({ ...held, to: '2025-12-31' }),
    },
    { name: 'the licence is not known, which is MIN-01’s', events: [dug], registry: known() },
  ],
  near: [{ name: 'it is the contractor filed', events: [dug], registry: known({ ...held, contractors: [DIGGER] }) }],
});
