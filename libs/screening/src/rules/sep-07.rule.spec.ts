import { day, declarationNumber, dispatch, lot, processing, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import {
  declared,
  IMPORT,
  imported,
  legal,
  MINE,
  ore,
  OTHER,
  registry,
  SMELTER,
  TRADER,
} from '../plant-cases.contract.js';
import rule from './sep-07.rule.js';

const first = imported({ yields: [lot({ lot: 'IMP', product: 'ENR-IMP', reoPercent: 92, massKg: 6_000 })] });
const second = (massKg: number, given = {}) =>
  imported({
    occurredAt: day(2),
    yields: [lot({ lot: 'IMP2', product: 'ENR-IMP', reoPercent: 92, massKg })],
    ...given,
  });
const documents = [{ kind: 'import-declaration' as const, number: IMPORT }];
const sold = (from: string, code: string, massKg: number, given = {}) =>
  dispatch({ enterprise: from, to: OTHER, occurredAt: day(3), draws: [{ lot: code, massKg }], documents, ...given });
const whole = imported();
const domestic = ore('ORE', SMELTER);
const mixed = processing({
  enterprise: SMELTER,
  process: 'BLEND',
  occurredAt: day(2),
  draws: [
    { lot: 'IMP', massKg: 10_000 },
    { lot: 'ORE', massKg: 10_000 },
  ],
  yields: [lot({ lot: 'MIX', product: 'ENR-IMP', reoPercent: 76, massKg: 20_000 })],
});
const known = { 'customs-declarations': [declared()] };
const resale = sold(SMELTER, 'IMP', 10_000, { to: TRADER });
const again = sold(TRADER, 'IMP', 10_000, { occurredAt: day(5) });
const both = [...documents, { kind: 'resource-tax-certificate' as const, number: 'ZY1' }];

describeRule(rule, {
  fires: [
    { name: 'two imports together exceed the declaration', events: [first, second(4_100)], registry: registry(known), finds: [{ enterprise: SMELTER, subject: second(4_100).id, event: second(4_100).id }] },
    { name: 'another enterprise uses it', events: [whole], registry: registry({ 'customs-declarations': [declared(OTHER)] }), finds: [{ enterprise: SMELTER }] },
    { name: 'the goods came the day before', events: [whole], registry: registry({ 'customs-declarations': [declared(SMELTER, { date: '2026-01-03' })] }), finds: [{}] },
    { name: 'magnets were declared', events: [whole], registry: registry({ 'customs-declarations': [declared(SMELTER, { lines: [{ hsCode: '8505111000', massKg: 10_000, valueUsd: 1 }] })] }), finds: [{}] },
    { name: 'domestic ore goes under its number', events: [whole, domestic, sold(SMELTER, 'ORE', 1_000)], registry: registry(known), finds: [{ enterprise: SMELTER }] },
    { name: 'the buyer cites it for domestic ore', events: [domestic, sold(SMELTER, 'ORE', 1_000, { documents: [] }), { ...receipt(sold(SMELTER, 'ORE', 1_000, { documents: [] })), documents }], registry: registry(known), finds: [{ enterprise: OTHER }] },
    { name: 'more is dispatched under its number than was declared', events: [whole, domestic, mixed, sold(SMELTER, 'MIX', 6_000), sold(SMELTER, 'MIX', 6_000, { occurredAt: day(4) })], registry: registry(known), finds: [{ event: sold(SMELTER, 'MIX', 6_000, { occurredAt: day(4) }).id }] },
  ],
  quiet: [
    { name: 'two imports keep within it', events: [first, second(4_000)], registry: registry(known) },
    { name: 'one import alone is too heavy', events: [imported({ yields: [lot({ lot: 'IMP', product: 'ENR-IMP', reoPercent: 92, massKg: 12_000 })] })], registry: registry(known) },
    { name: 'customs do not know it', events: [first, second(9_000)], registry: registry() },
    { name: 'it goes with the goods from hand to hand', events: [whole, resale, receipt(resale), again], registry: registry(known) },
    { name: 'a mixture goes under the papers of both', events: [whole, domestic, mixed, sold(SMELTER, 'MIX', 16_000, { documents: both })], registry: registry(known) },
    { name: 'the receipt repeats what the dispatch says', events: [domestic, sold(SMELTER, 'ORE', 1_000), { ...receipt(sold(SMELTER, 'ORE', 1_000)), documents }], registry: registry({}) },
    { name: 'it is an ordinary sale of domestic ore', events: [ore(), sold(MINE, 'ORE', 1_000, { documents: [{ kind: 'import-declaration', number: declarationNumber(8, 'import') }] })], registry: registry({ permits: [legal], ...known }) },
  ],
  near: [
    { name: 'two imports are half a percent too heavy', events: [first, second(4_050)], registry: registry(known) },
    { name: 'the goods came on its day', events: [whole], registry: registry({ 'customs-declarations': [declared(SMELTER, { date: '2026-01-02' })] }) },
    { name: 'what is dispatched is half a percent too heavy', events: [whole, domestic, mixed, sold(SMELTER, 'MIX', 10_050)], registry: registry(known) },
  ],
}); // prettier-ignore
