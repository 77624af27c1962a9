import { day, lot, openingStock, processing } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { registry, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-09.rule.js';

const assay = { La: 30, Ce: 50, Pr: 5, Nd: 15 };
const feed = (massKg: number, given = {}) =>
  openingStock({
    enterprise: SMELTER,
    occurredAt: day(0),
    yields: [lot({ lot: 'IN', product: 'MRC', massKg, reoPercent: 40, assay, ...given })],
  });
const run = (
  n: number,
  drawnKg: number,
  yields: Parameters<typeof lot>[0][],
  given: Partial<Parameters<typeof processing>[0]> = {},
) =>
  processing({
    enterprise: SMELTER,
    process: 'SEPARATION',
    occurredAt: day(n),
    draws: [{ lot: 'IN', massKg: drawnKg }],
    yields: yields.map((each, i) => lot({ lot: `R${n}-${i}`, product: 'MRCL', reoPercent: 40, assay, ...each })),
    ...given,
  });
const at = (n: number, factor: number, given = {}) =>
  run(n, 100_000, [{ massKg: Math.round(100_000 * factor) }], given);
const stock = feed(1_300_000);
/** A run in each month, of the factor told. */
const year = (factor: number) =>
  Array.from({ length: 12 }, (_, month) => at(5 + 30.4 * month, factor)).map((event, month) => ({
    ...event,
    occurredAt: day(5 + Math.floor(30.4 * month)),
    from: day(5 + Math.floor(30.4 * month)),
  }));
const neodymium = (ndPercent: number) =>
  run(10, 100_000, [
    { product: 'OX-Nd', massKg: (40_000 * ndPercent) / 100, reoPercent: 100, assay: { Nd: 100 } },
    { massKg: 78_000, assay: { La: 37.5, Ce: 62.5 } },
  ]);
const closed = day(400);

describeRule(rule, {
  fires: [
    { name: 'a run yields 2.1 % more than it drew, the month going on', events: [stock, at(10, 1.021)], registry: registry(), clock: day(11), finds: [{ enterprise: SMELTER, period: '2026-01', amount: { value: 840, unit: 'kg REO' } }] },
    { name: 'declared losses take a run beyond', events: [stock, at(10, 0.98, { losses: [{ kind: 'loss', massKg: 5_000, reoPercent: 40 }] })], registry: registry(), clock: day(11), finds: [{ amount: { value: 1_200, unit: 'kg REO' } }] },
    { name: 'a month yields 1.5 % more', events: [stock, at(10, 1.015), at(12, 1.015)], registry: registry(), clock: day(40), finds: [{ period: '2026-01', amount: { value: 1_200, unit: 'kg REO' } }] },
    { name: 'a year yields 0.8 % more', events: [stock, ...year(1.008)], registry: registry(), period: '2026-12', clock: closed, finds: [{ subject: '2026', period: '2026-12' }] },
    { name: 'a run yields more neodymium than it drew', events: [stock, neodymium(17)], registry: registry(), clock: day(11), finds: [{ period: '2026-01', amount: { value: 800, unit: 'kg REO' } }] },
    { name: 'a quarter’s yield is below the bound', events: [stock, at(10, 0.92), at(60, 0.93)], registry: registry(), period: '2026-Q1', clock: closed, finds: [{ subject: 'SEPARATION', period: '2026-03', amount: { value: 400, unit: 'kg REO' } }] },
  ],
  quiet: [
    { name: 'output is input', events: [stock, at(10, 1), neodymium(15)], registry: registry(), clock: closed },
    { name: 'work in progress brings the quarter’s yield up', events: [stock, run(10, 100_000, [{ massKg: 50_000 }, { massKg: 46_000 }])], registry: registry(), period: '2026-Q1', clock: closed },
    { name: 'it is recycling', events: [feed(100_000, { product: 'SCR-POL' }), run(10, 100_000, [{ massKg: 110_000 }], { process: 'RECYCLING' })], registry: registry(), clock: closed },
    { name: 'the feed has no assay', events: [openingStock({ enterprise: SMELTER, occurredAt: day(0), yields: [lot({ lot: 'IN', product: 'MRC', massKg: 100_000, reoPercent: 40 })] }), neodymium(19)], registry: registry(), clock: day(11) },
    { name: 'declared losses do not lower the yield’s bound', events: [stock, at(10, 0.97, { losses: [{ kind: 'loss', massKg: 2_000, reoPercent: 40 }] })], registry: registry(), period: '2026-Q1', clock: closed },
    { name: 'the month that is a case by itself leaves the year balanced', events: [stock, ...year(1).slice(1), at(5, 1.05)], registry: registry(), period: '2026-12', clock: closed },
  ],
  near: [
    { name: 'a run yields two percent more', events: [stock, at(10, 1.02)], registry: registry(), clock: day(11) },
    { name: 'a month yields one percent more', events: [stock, at(10, 1.01)], registry: registry(), clock: day(40) },
    { name: 'a month that yields 1.5 % more goes on', events: [stock, at(10, 1.015)], registry: registry(), clock: day(20) },
    { name: 'a year yields half a percent more', events: [stock, ...year(1.005)], registry: registry(), period: '2026-12', clock: closed },
    { name: 'neodymium is two percent more', events: [stock, neodymium(15.3)], registry: registry(), clock: day(11) },
    { name: 'a quarter’s yield is one point below the bound', events: [stock, at(10, 0.93)], registry: registry(), period: '2026-Q1', clock: closed },
  ],
}); // prettier-ignore
