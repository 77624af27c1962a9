import { day, licence, licenceNumber, lot, mining, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-02.rule.js';

const MINE = uscc(1);
/** A square of 0.01 degrees; a thousandth of a degree to the south is 110.8 m. */
const polygon: PermitItem['polygon'] = {
  type: 'Polygon',
  coordinates: [[[114, 25], [114.01, 25], [114.01, 25.01], [114, 25.01], [114, 25]]],
}; // prettier-ignore
const held = { ...licence(licenceNumber(1), MINE), polygon } as PermitItem;
const at = (lat: number) => [
  { ...mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(10) }), location: { lon: 114.005, lat } },
];
const permits = (...items: PermitItem[]) => ({ enterprises: [firm(MINE, 'mine')], permits: items });
const monazite = mining({ enterprise: MINE, licence: licenceNumber(1), yields: [lot({ product: 'CON-MON' })] });

describeRule(rule, {
  fires: [
    {
      name: 'the place is 111 m outside',
      events: at(24.999),
      registry: permits(held),
      finds: [{ enterprise: MINE, amount: { value: 6_000, unit: 'kg REO' } }],
    },
    {
      name: 'the place is 28 m outside and less is tolerated',
      events: at(24.99975),
      registry: permits(held),
      values: { boundaryToleranceM: 20 },
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'monazite is won under a licence for bastnaesite',
      events: [monazite],
      registry: permits({ ...held, minerals: ['bastnaesite'] }),
      finds: [{ enterprise: MINE, subject: monazite.id }],
    },
    {
      name: 'another digs outside the holder’s area',
      events: at(24.999),
      registry: permits({ ...held, holder: uscc(2) }),
      finds: [{ enterprise: MINE }],
    },
  ],
  quiet: [
    { name: 'the place is inside', events: at(25.005), registry: permits({ ...held, minerals: ['bastnaesite'] }) },
    { name: 'no place is told', events: [mining({ enterprise: MINE })], registry: permits(held) },
    { name: 'the licence has no area', events: at(24.9), registry: permits(licence(licenceNumber(1), MINE) as PermitItem) },
    { name: 'the licence ran out, which is MIN-01’s', events: at(24.9), registry: permits({ ...held, to: '2025-12-31' }) },
    { name: 'mixed ore gives monazite', events: [monazite], registry: permits({ ...held, minerals: ['mixed'] }) },
    { name: 'the licence is for rare earths', events: [monazite], registry: permits({ ...held, minerals: ['rare-earth'] }) },
    {
      name: 'it is a recovery approval, which is MIN-10’s',
      events: at(24.9),
      registry: permits(permit('recovery-approval', MINE, { number: licenceNumber(1), polygon })),
    },
  ],
  near: [{ name: 'the place is 28 m outside', events: at(24.99975), registry: permits(held) }],
}); // prettier-ignore
