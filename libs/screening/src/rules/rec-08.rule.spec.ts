import { expect } from '@jest/globals';
import { day, lot, processing, scrapIntake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { approval, RECYCLER, registry, SMELTER } from '../plant-cases.contract.js';
import rule from './rec-08.rule.js';

const scrap = (enterprise = RECYCLER) =>
  scrapIntake({
    enterprise,
    occurredAt: day(0),
    yields: [lot({ lot: 'SCR', product: 'SCR-NdFeB-B', massKg: 10_000, reoPercent: 30 })],
  });
const run = (given = {}) =>
  processing({
    enterprise: RECYCLER,
    process: 'RECYCLING',
    occurredAt: day(31),
    draws: [{ lot: 'SCR', massKg: 1_000 }],
    yields: [lot({ lot: 'PN', product: 'OX-PrNd', massKg: 290, reoPercent: 100 })],
    ...given,
  });
const held = (...permits: unknown[]) => registry({ permits });
const recycled = run();

describeRule(rule, {
  fires: [
    { name: 'it has no approval', events: [scrap(), recycled], registry: held(), finds: [{ enterprise: RECYCLER, subject: recycled.id, event: recycled.id, amount: { value: 290, unit: 'kg REO' } }] },
    { name: 'the approval had run out', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER, { to: '2026-01-31' })), finds: [{ evidence: expect.objectContaining({ documents: ['permits/project-approval:P1'] }) }] },
    { name: 'it was suspended by then', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER, { status: 'suspended' })), finds: [{}] },
    { name: 'a smelter recycles without one', events: [scrap(SMELTER), run({ enterprise: SMELTER })], registry: held(), finds: [{ enterprise: SMELTER }] },
    { name: 'the approval is another’s', events: [scrap(), recycled], registry: held(approval('P1', SMELTER)), finds: [{}] },
  ],
  quiet: [
    { name: 'it has an approval', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER)) },
    { name: 'it runs something else', events: [scrap(), run({ process: 'BLEND' })], registry: held() },
    { name: 'the approval names another process', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER, { processes: ['CALCINE'] })) },
    { name: 'it was revoked later', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER), { ...approval('P1', RECYCLER, { status: 'revoked' }), validFrom: day(40) }), clock: day(60) },
  ],
  near: [{ name: 'it is the approval’s last day', events: [scrap(), recycled], registry: held(approval('P1', RECYCLER, { to: '2026-02-01' })) }],
}); // prettier-ignore
