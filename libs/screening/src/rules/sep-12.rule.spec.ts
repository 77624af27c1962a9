import { day, licenceNumber } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { approval, ore, OTHER, registry, run, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-12.rule.js';

const old = approval('P-OLD', OTHER, { from: '2012-01-01', processes: ['SEPARATION'], capacityTpy: 3_000 });
const renewed = (given = {}) =>
  approval('P-NEW', SMELTER, {
    from: '2026-02-01',
    processes: ['SMELT_DECOMP', 'SEPARATION'],
    capacityTpy: 3_000,
    replaces: ['P-OLD'],
    ...given,
  });
const small = approval('P-S', SMELTER, { from: '2015-01-01', processes: ['SMELT_DECOMP'], capacityTpy: 4 });
const own = ore('ORE', SMELTER, { licence: licenceNumber(7) });
const made = run(SMELTER, 'ORE', 'MRC');
const clock = day(400);

describeRule(rule, {
  fires: [
    { name: 'new capacity is more than it replaces', registry: registry({ permits: [old, renewed({ capacityTpy: 3_001 })] }), clock, finds: [{ enterprise: SMELTER, subject: 'permits/project-approval:P-NEW', amount: { value: 1, unit: 't REO/a' } }] },
    { name: 'new capacity replaces nothing', registry: registry({ permits: [renewed({ replaces: undefined })] }), clock, finds: [{}] },
    { name: 'what it replaces is not known', registry: registry({ permits: [renewed()] }), clock, finds: [{ amount: { value: 3_000, unit: 't REO/a' } }] },
    { name: 'production exceeds the approved capacity by more than five percent', events: [own, run(SMELTER, 'ORE', 'MRC', { draws: [{ lot: 'ORE', massKg: 9_000 }], yields: [{ lot: 'MRC', product: 'MRC', massKg: 10_001, reoPercent: 42 }] })], registry: registry({ permits: [small] }), period: '2026', clock, finds: [{ enterprise: SMELTER, period: '2026', amount: { value: 200.42, unit: 'kg REO' } }] },
  ],
  quiet: [
    { name: 'new capacity is what it replaces', registry: registry({ permits: [old, renewed()] }), clock },
    { name: 'the approval is of recycling', registry: registry({ permits: [renewed({ replaces: undefined, processes: ['RECYCLING'] })] }), clock },
    { name: 'it was revoked', registry: registry({ permits: [renewed({ replaces: undefined, status: 'revoked' })] }), clock },
    { name: 'no approved capacity is known', events: [own, made], registry: registry({ permits: [{ ...small, capacityTpy: undefined }] }), period: '2026', clock },
    { name: 'the year goes on', events: [own, run(SMELTER, 'ORE', 'MRC')], registry: registry({ permits: [{ ...small, capacityTpy: 1 }] }), period: '2026', clock: day(300) },
  ],
  near: [
    { name: 'it is of the day before the notice', registry: registry({ permits: [renewed({ replaces: undefined, from: '2018-12-09' })] }), clock },
    { name: 'production exceeds the approved capacity by five percent', events: [own, made], registry: registry({ permits: [small] }), period: '2026', clock },
  ],
}); // prettier-ignore
