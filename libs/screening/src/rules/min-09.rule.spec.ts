import { day, licence, licenceNumber, lot, mining, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-09.rule.js';

const OWNER = uscc(1);
const NUMBER = licenceNumber(1);
const dig = (code: string, reoKg: number, at = day(10)) =>
  mining({
    enterprise: OWNER,
    licence: NUMBER,
    site: 'R1',
    occurredAt: at,
    yields: [lot({ lot: code, massKg: 2 * reoKg, reoPercent: 50 })],
  });
const approval = permit('recovery-approval', OWNER, { number: NUMBER, site: 'R1', quantityKg: 1000, to: '2026-01-31' });
const eia = permit('eia', OWNER, { site: 'R1' });
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(OWNER, 'recovery')], permits });
const [first, second] = [dig('A', 600), dig('B', 400.001, day(11))];

describeRule(rule, {
  fires: [
    { name: 'it is the day after its end', events: [dig('A', 1, day(31))], registry: known(approval, eia), finds: [{ enterprise: OWNER }] },
    { name: 'the approval is suspended', events: [first], registry: known({ ...approval, status: 'suspended' }, eia), finds: [{ subject: first.id }] },
    {
      name: 'together it is a gram more than approved',
      events: [first, second],
      registry: known(approval, eia),
      finds: [{ enterprise: OWNER, subject: second.id, event: second.id, amount: { value: 400.001, unit: 'kg REO' } }],
    },
    { name: 'there is no environmental approval', events: [first], registry: known(approval), finds: [{ subject: first.id }] },
    { name: 'the environmental approval is of another site', events: [first], registry: known(approval, { ...eia, site: 'R2' }), finds: [{ subject: first.id }] },
  ],
  quiet: [
    { name: 'everything is in order', events: [first], registry: known(approval, eia) },
    { name: 'the approval sets no quantity', events: [first, second], registry: known({ ...approval, quantityKg: undefined }, eia) },
    { name: 'the environmental approval ran out, which is ENV-01’s', events: [first], registry: known(approval, { ...eia, to: '2025-01-01' }) },
    { name: 'there is no approval, which is MIN-08’s', events: [first], registry: known(eia) },
    { name: 'it is a mining licence', events: [first, second], registry: known(licence(NUMBER, OWNER) as PermitItem) },
  ],
  near: [
    { name: 'it is the last day', events: [dig('A', 1, day(30))], registry: known(approval, eia) },
    { name: 'it is exactly the quantity', events: [first, dig('B', 400, day(11))], registry: known(approval, eia) },
  ],
}); // prettier-ignore
