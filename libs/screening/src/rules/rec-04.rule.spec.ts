import { day, lot, processing, scrapIntake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { approval, cast, RECYCLER, registry, SMELTER } from '../plant-cases.contract.js';
import rule from './rec-04.rule.js';

const scrap = scrapIntake({
  enterprise: RECYCLER,
  occurredAt: day(0),
  yields: [lot({ lot: 'SCR', product: 'SCR-NdFeB-B', massKg: 10_000, reoPercent: 30 })],
});
const run = (process: string, given = {}) =>
  processing({
    enterprise: RECYCLER,
    process,
    occurredAt: day(31),
    draws: [{ lot: 'SCR', massKg: 1_000 }],
    yields: [lot({ lot: 'PN', product: 'OX-PrNd', massKg: 300, reoPercent: 99 })],
    ...given,
  });
const separated = run('SEPARATION');
const recycling = approval('P1', RECYCLER, { processes: ['RECYCLING'] });
const held = (...permits: unknown[]) => registry({ permits });
const kinds = (...all: string[]) => cast.map(each => (each.uscc === RECYCLER ? { ...each, kinds: all } : each));

describeRule(rule, {
  fires: [
    { name: 'it separates and is approved for recycling', events: [scrap, separated], registry: held(recycling), finds: [{ enterprise: RECYCLER, subject: separated.id, event: separated.id, amount: { value: 300, unit: 'kg REO' } }] },
    { name: 'the approval that names it had run out', events: [scrap, separated], registry: held(recycling, approval('P2', RECYCLER, { processes: ['SEPARATION'], to: '2026-01-31' })), finds: [{}] },
    { name: 'it separates without any approval', events: [scrap, separated], registry: held(), finds: [{}] },
    { name: 'its approval is for something else than recycling', events: [scrap, run('RECYCLING')], registry: held(approval('P1', RECYCLER, { processes: ['CALCINE'] })), finds: [{}] },
    { name: 'the approval is a smelter’s', events: [scrap, separated], registry: held(recycling, approval('P2', SMELTER, { processes: ['SEPARATION'] })), finds: [{}] },
  ],
  quiet: [
    { name: 'one of its approvals names the process', events: [scrap, separated], registry: held(recycling, approval('P2', RECYCLER, { processes: ['SEPARATION'] })) },
    { name: 'it blends', events: [scrap, run('BLEND')], registry: held(recycling) },
    { name: 'it recycles without any approval', events: [scrap, run('RECYCLING')], registry: held() },
    { name: 'it may separate as a smelter', events: [scrap, separated], registry: registry({ enterprises: kinds('recycler', 'smelter'), permits: [recycling] }) },
    { name: 'it is no recycler', events: [scrap, separated], registry: registry({ enterprises: kinds('smelter'), permits: [recycling] }) },
  ],
  near: [{ name: 'it is the last day of the approval that names it', events: [scrap, separated], registry: held(recycling, approval('P2', RECYCLER, { processes: ['SEPARATION'], to: '2026-02-01' })) }],
}); // prettier-ignore
