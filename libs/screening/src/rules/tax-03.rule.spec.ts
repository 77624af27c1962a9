import { day, enterprise, exporting, licence, licenceNumber, lot, mining, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import type { KnownFinding } from '../facts/facts.js';
import rule from './tax-03.rule.js';

const [MINE] = [uscc(1)];
const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(1), yields: [lot({ lot: 'A' })] });
const left = exporting({ enterprise: MINE, occurredAt: day(9), items: [{ lot: 'A', massKg: 5_000 }] });
const registry = { enterprises: [enterprise(MINE, ['mine'])], permits: [licence(licenceNumber(1), MINE)] } as never;
const finding = (code: string): KnownFinding => ({
  ...{ id: code, rule: code, severity: 'S3', state: 'open', enterprise: MINE, raisedAt: 0, at: 0, events: [dug.id] },
});
const at = { events: [dug, left], registry };

describeRule(rule, {
  fires: [
    {
      name: 'a sale on the chain has no invoice',
      ...at,
      findings: [finding('INV-02'), finding('TAX-02')],
      onChains: { [left.id]: ['INV-02', 'TAX-02'] },
      finds: [{ enterprise: MINE, subject: left.declaration }],
    },
  ],
  quiet: [{ name: 'there is no finding', ...at }],
  near: [
    { name: 'the finding lies on another chain', ...at, findings: [finding('INV-02')] },
    {
      name: 'the finding is not about taxes',
      ...at,
      findings: [finding('INV-06')],
      onChains: { [left.id]: ['INV-06'] },
    },
  ],
});
