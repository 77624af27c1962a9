import { describe, expect, it } from '@jest/globals';
import { day, lot, processing } from '#testing';
import { factsOf } from '../facts-of-history.contract.js';
import type { KnownFinding } from '../facts/facts.js';
import { MINE, ore, registry, revoked } from '../plant-cases.contract.js';
import { illegalReoOf, taintOf } from './taint.js';

const good = ore('GOOD');
const bad = ore('BAD', MINE, { licence: revoked.number });
const made = processing({
  enterprise: MINE,
  process: 'BENEFICIATION',
  occurredAt: day(3),
  draws: [
    { lot: 'GOOD', massKg: 7_500 },
    { lot: 'BAD', massKg: 2_500 },
  ],
  yields: [lot({ lot: 'OUT' })],
});
const finding = (rule: string, state: KnownFinding['state'], shares?: KnownFinding['shares']): KnownFinding => ({
  ...{ id: 'F', rule, severity: 'S4', state, enterprise: MINE, period: '2026', raisedAt: 0, at: 0, events: [made.id] },
  ...(shares ? { shares } : {}),
});
const goodLicence = { ...revoked, number: 'GOOD', status: 'valid' };
const licensed = { ...good, licence: 'GOOD' };

/** Kilograms of six tonnes of REO that are illegal; a quarter of them is by origin. */
function illegalKg(...findings: KnownFinding[]): number {
  const facts = factsOf({
    events: [licensed, bad, made],
    registry: registry({ permits: [revoked, goodLicence] }),
    findings,
  });
  const [holding] = facts.event(made.id)!.yields;
  return Math.round(illegalReoOf(holding!, facts)) / 1000;
}

describe('what is illegal of a lot', () => {
  it('is what came from illegal sources', () => expect(illegalKg()).toBe(1_500));

  it('is all of it where it was made without a plan, the finding open', () =>
    expect(illegalKg(finding('SEP-01', 'open'))).toBe(6_000));

  it('is not where that finding was dismissed', () =>
    expect(illegalKg(finding('SEP-01', 'dismissed'), finding('SEP-01', 'closed'))).toBe(1_500));

  it('is what was beyond the plan, once that is confirmed', () => {
    expect(illegalKg(finding('MIN-03', 'open'))).toBe(1_500);
    expect(illegalKg(finding('MIN-03', 'confirmed'))).toBe(6_000);
  });

  it('is the share of the run that crossed the plan, and of the rest what came from illegal sources', () =>
    expect(illegalKg(finding('SEP-02', 'confirmed', { [made.id]: 0.2 }))).toBe(0.2 * 6_000 + 0.8 * 1_500));

  it('names sources and findings', () => {
    const facts = factsOf({ events: [licensed, bad, made], registry: registry({ permits: [revoked, goodLicence] }), findings: [finding('SEP-01', 'open')] }); // prettier-ignore
    const taint = taintOf(facts.event(made.id)!.yields, { minTaint: 0.1, minTaintKgReo: 1 }, facts);
    expect(taint).toMatchObject({ share: 1, sources: [`mining-licence:${revoked.number}:2026`], findings: ['F'] });
  });
});
