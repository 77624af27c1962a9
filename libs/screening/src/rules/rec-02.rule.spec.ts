import { expect } from '@jest/globals';
import { type Assay } from '#kernel';
import { day, lot, processing, scrapIntake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, RECYCLER, registry } from '../plant-cases.contract.js';
import rule from './rec-02.rule.js';

const magnets: Assay = { Pr: 20, Nd: 75, Dy: 5 };
const scrap = (assay?: Assay) =>
  scrapIntake({
    enterprise: RECYCLER,
    occurredAt: day(0),
    yields: [lot({ lot: 'SCR', product: 'SCR-NdFeB-B', massKg: 200_000, reoPercent: 30, ...(assay && { assay }) })],
  });
const recycled = (massKg: number, yields: Parameters<typeof lot>[0][], given = {}) =>
  processing({
    enterprise: RECYCLER,
    process: 'RECYCLING',
    occurredAt: day(9),
    draws: [{ lot: 'SCR', massKg }],
    yields: yields.map((each, n) => lot({ lot: `Y${n}`, reoPercent: 100, ...each })),
    ...given,
  });
/** A hundred tonnes of scrap with thirty of REO, and what is made of it, in percent of them. */
const into = (parts: Assay) =>
  recycled(
    100_000,
    Object.entries(parts).map(([element, percent]) => ({ product: `OX-${element}`, massKg: 300 * percent })),
  );
const mixed = (ore: number): Assay => ({
  Pr: 20 * (1 - ore) + 7 * ore,
  Nd: 75 * (1 - ore) + 30 * ore,
  Dy: 5 * (1 - ore) + 2 * ore,
  La: 30 * ore,
  Sm: 6 * ore,
  Gd: 4 * ore,
  Ce: 7 * ore,
  Y: 10 * ore,
  Er: 4 * ore,
});
const cerium: Assay = { Pr: 17, Nd: 66, Dy: 4, Ce: 13 };
const sample = (assay: Assay, given = {}) => ({
  source: 'test',
  number: 'QY1',
  enterprise: RECYCLER,
  site: 'R1',
  takenAt: day(12),
  point: 'feed-liquor',
  assay,
  ...given,
});
const kinds = (...all: string[]) => cast.map(each => (each.uscc === RECYCLER ? { ...each, kinds: all } : each));
const january = { period: '2026-01', clock: day(40) };
const fine = into(magnets);

describeRule(rule, {
  fires: [
    { name: 'a month yields 2.5 % more than it drew', events: [scrap(), recycled(100_000, [{ product: 'OX-PrNd', massKg: 30_750 }])], registry: registry(), ...january, finds: [{ enterprise: RECYCLER, period: '2026-01', amount: { value: 750, unit: 'kg REO' } }] },
    { name: 'losses that it declares take it beyond', events: [scrap(), recycled(100_000, [{ product: 'OX-PrNd', massKg: 30_000 }], { losses: [{ kind: 'loss', massKg: 1_000, reoPercent: 70 }] })], registry: registry(), ...january, finds: [{}] },
    { name: 'a fifth of the output has the distribution of ion clay', events: [scrap(magnets), into(mixed(0.2))], registry: registry(), ...january, finds: [{ enterprise: RECYCLER }] },
    { name: 'so it has, of scrap that nobody assayed', events: [scrap(), into(mixed(0.2))], registry: registry(), ...january, finds: [{}] },
    { name: 'so has a sample of liquor', events: [scrap(magnets), fine], registry: registry({ samples: [sample(mixed(0.2))] }), ...january, finds: [{ evidence: expect.objectContaining({ documents: ['samples/QY1'] }) }] },
    { name: 'both are beyond: one finding', events: [scrap(magnets), into(mixed(0.2))], registry: registry({ samples: [sample(mixed(0.3))] }), ...january, finds: [{ period: '2026-01' }] },
  ],
  quiet: [
    { name: 'the output has the distribution of the scrap', events: [scrap(magnets), fine], registry: registry({ samples: [sample(magnets)] }), ...january },
    { name: 'there is cerium in the scrap and in the output', events: [scrap(cerium), into(cerium)], registry: registry(), ...january },
    { name: 'there may be cerium in scrap that nobody assayed', events: [scrap(), into(cerium)], registry: registry(), ...january },
    { name: 'the output is not assayed', events: [scrap(magnets), recycled(100_000, [{ product: 'OX-PrNd', massKg: 29_000 }])], registry: registry(), ...january },
    { name: 'the sample is of a tank further on', events: [scrap(magnets), fine], registry: registry({ samples: [sample(mixed(0.9), { point: 'extraction-tank' })] }), ...january },
    { name: 'the sample is of a plant that smelts as well', events: [scrap(magnets), fine], registry: registry({ enterprises: kinds('recycler', 'smelter'), samples: [sample(mixed(0.9))] }), ...january },
    { name: 'it is no recycling', events: [scrap(), recycled(100_000, [{ product: 'SCR-NdFeB-B', massKg: 31_000 }], { process: 'BLEND' })], registry: registry(), ...january },
  ],
  near: [
    { name: 'a month yields two percent more', events: [scrap(), recycled(100_000, [{ product: 'OX-PrNd', massKg: 30_600 }])], registry: registry(), ...january },
    { name: 'a fiftieth of the output has the distribution of ion clay', events: [scrap(magnets), into(mixed(0.02))], registry: registry(), ...january },
  ],
}); // prettier-ignore
