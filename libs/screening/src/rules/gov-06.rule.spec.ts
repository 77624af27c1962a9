import { day, enterprise, licence, licenceNumber, lot, mining, uscc } from '#testing';
import type { KnownFinding } from '../facts/facts.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-06.rule.js';

const E = uscc(1);
const dug = mining({
  enterprise: E,
  occurredAt: day(30),
  yields: [lot({ lot: 'A', product: 'CON-BAS', massKg: 200_000, reoPercent: 60 })],
});
const quota = (year: number, tonnesReo: number) => ({
  year,
  batch: 1,
  kind: 'mining-rock',
  holder: E,
  tonnesReo,
  issuer: 'i',
});
const found: KnownFinding = {
  id: 'f',
  rule: 'MIN-03',
  severity: 'S4',
  state: 'confirmed',
  enterprise: E,
  period: '2026',
  raisedAt: 0,
  at: 0,
  events: [],
};
const at = (next: object[], findings: readonly KnownFinding[] = [found]) => ({
  ...{ events: [dug], clock: '2027-05-01T00:00:00+08:00', period: '2027', findings },
  registry: {
    enterprises: [enterprise(E, ['mine'])],
    permits: [licence(licenceNumber(1), E)],
    quotas: [quota(2026, 100), ...next],
  } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'the next year’s quota is as before',
      ...at([quota(2027, 100)]),
      finds: [{ enterprise: E, period: '2027', amount: { value: 20, unit: 't REO' } }],
    },
  ],
  quiet: [
    { name: 'nothing was confirmed', ...at([quota(2027, 100)], [{ ...found, state: 'open' }]) },
    { name: 'there are no rows of the next year yet', ...at([]) },
  ],
  near: [{ name: 'just the excess was cut', ...at([quota(2027, 80)]) }],
});
