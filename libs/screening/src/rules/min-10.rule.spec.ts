import { day, licenceNumber, lot, mining, processing, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-10.rule.js';

const OWNER = uscc(1);
const NUMBER = licenceNumber(1);
const polygon: PermitItem['polygon'] = {
  type: 'MultiPolygon',
  coordinates: [[[[114, 25], [114.01, 25], [114.01, 25.01], [114, 25.01], [114, 25]]]],
}; // prettier-ignore
const approval = permit('recovery-approval', OWNER, {
  number: NUMBER,
  site: 'R1',
  polygon,
  minerals: ['ion-adsorption'],
  processes: ['ION_LEACH'],
});
const dug = mining({
  enterprise: OWNER,
  licence: NUMBER,
  site: 'R1',
  yields: [lot({ product: 'ORE-ION', massKg: 1_000_000, reoPercent: 0.1 })],
});
const at = (lat: number) => [{ ...dug, location: { lon: 114.005, lat } }];
const run = (process: string, product: string) =>
  processing({
    enterprise: OWNER,
    site: 'R1',
    process,
    occurredAt: day(5),
    draws: [{ lot: 'L1', massKg: 900_000 }],
    yields: [lot({ lot: 'Y', product, massKg: 900, reoPercent: 92 })],
  });
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(OWNER, 'recovery')], permits });
const ended = { ...approval, to: '2026-01-31' };
/** 90 days after 31 January are over with 1 May. */
const [later, before] = ['2026-05-02T00:00:00+08:00', '2026-05-01T23:59:59+08:00'];
const separation = run('SEPARATION', 'OX-La');

describeRule(rule, {
  fires: [
    { name: 'it digs 111 m outside', events: at(24.999), registry: known(approval), finds: [{ enterprise: OWNER, subject: dug.id, event: dug.id }] },
    {
      name: 'it wins another mineral',
      events: [mining({ enterprise: OWNER, licence: NUMBER, yields: [lot({ product: 'CON-XEN' })] })],
      registry: known(approval),
      finds: [{ enterprise: OWNER }],
    },
    { name: 'it runs a process that is not approved', events: [dug, separation], registry: known(approval), finds: [{ subject: separation.id }] },
    {
      name: 'the place is not restored 90 days after the end',
      events: [dug],
      registry: known(ended),
      clock: later,
      finds: [{ enterprise: OWNER, subject: `permits/recovery-approval:${NUMBER}` }],
    },
    { name: 'another place was restored', registry: known(ended, permit('restoration', OWNER, { site: 'R2' })), clock: later, finds: [{ enterprise: OWNER }] },
  ],
  quiet: [
    { name: 'it keeps to the approval', events: [...at(25.005), run('ION_LEACH', 'ENR-ION-M')], registry: known(approval) },
    { name: 'it blends', events: [dug, run('BLEND', 'ORE-ION')], registry: known(approval) },
    { name: 'the approval names no processes', events: [dug, separation], registry: known({ ...approval, processes: undefined }) },
    { name: 'the place was restored', registry: known(ended, permit('restoration', OWNER, { site: 'R1', from: '2026-03-01' })), clock: later },
    { name: 'the approval was renewed', registry: known(ended, { ...approval, number: licenceNumber(2), to: '2027-01-31' }), clock: later },
    {
      name: 'it is a mine under a licence, which is MIN-02’s',
      events: at(24.9),
      registry: { enterprises: [firm(OWNER, 'mine')], permits: [permit('mining-licence', OWNER, { number: NUMBER, polygon })] },
    },
  ],
  near: [
    { name: 'it digs 28 m outside', events: at(24.99975), registry: known(approval) },
    { name: 'it is the last day for restoration', registry: known(ended), clock: before },
  ],
}); // prettier-ignore
