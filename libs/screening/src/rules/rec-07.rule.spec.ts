import { day, lot, scrapIntake, stocktake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { RECYCLER, registry, SMELTER } from '../plant-cases.contract.js';
import rule from './rec-07.rule.js';

const intake = (code: string, massKg: number, product = 'SCR-NdFeB-B', enterprise = RECYCLER) =>
  scrapIntake({ enterprise, occurredAt: day(0), yields: [lot({ lot: code, product, massKg, reoPercent: 30 })] });
const counted = (counts: Readonly<Record<string, number>>, enterprise = RECYCLER) =>
  stocktake({
    enterprise,
    occurredAt: day(5),
    counts: Object.entries(counts).map(([code, countedKg]) => ({ lot: code, countedKg })),
  });
const stock = [intake('A', 10_000), intake('B', 10_000), intake('S', 10_000, 'SCR-NdFeB-S')];
const short = counted({ A: 9_000 });
const subject = `${short.id}:SCR-NdFeB-B`;
const earlier = {
  id: 'F',
  rule: 'REC-01',
  severity: 'S4',
  state: 'confirmed',
  enterprise: RECYCLER,
  raisedAt: 0,
  at: Date.parse('2024-06-01'),
  events: [],
} as const;

describeRule(rule, {
  fires: [
    { name: 'a tenth is missing', events: [...stock, short], registry: registry(), finds: [{ enterprise: RECYCLER, subject, event: short.id, severity: 'S2', amount: { value: 1_000, unit: 'kg' } }] },
    { name: 'four percent more are there', events: [...stock, counted({ A: 10_400 })], registry: registry(), finds: [{ amount: { value: 400, unit: 'kg' } }] },
    { name: 'nothing is left', events: [...stock, counted({ A: 0 })], registry: registry(), finds: [{ amount: { value: 10_000, unit: 'kg' } }] },
    { name: 'two products differ', events: [...stock, counted({ A: 9_000, S: 9_000 })], registry: registry(), finds: [{}, { amount: { value: 1_000, unit: 'kg' } }] },
    { name: 'a finding of 20 months ago was confirmed', events: [...stock, short], registry: registry(), findings: [earlier], finds: [{ severity: 'S3' }] },
    { name: 'it was dismissed', events: [...stock, short], registry: registry(), findings: [{ ...earlier, state: 'dismissed' }], finds: [{ severity: 'S2' }] },
    { name: 'it is of 25 months ago', events: [...stock, short], registry: registry(), findings: [{ ...earlier, at: Date.parse('2023-12-01') }], finds: [{ severity: 'S2' }] },
  ],
  quiet: [
    { name: 'the count is the books', events: [...stock, counted({ A: 10_000 })], registry: registry() },
    { name: 'two lots of a product make up for each other', events: [...stock, counted({ A: 9_000, B: 11_000 })], registry: registry() },
    { name: 'it is a smelter', events: [intake('A', 10_000, 'SCR-NdFeB-B', SMELTER), counted({ A: 9_000 }, SMELTER)], registry: registry() },
  ],
  near: [
    { name: 'three percent are missing', events: [...stock, counted({ A: 9_700 })], registry: registry() },
    { name: 'a hundred kilograms of a thousand are missing', events: [intake('A', 1_000), counted({ A: 900 })], registry: registry() },
  ],
}); // prettier-ignore
