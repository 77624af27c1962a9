import { type Assay } from '#kernel';
import { day, lot, processing, scrapIntake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { imported, ore, RECYCLER, registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './rec-03.rule.js';

const magnets: Assay = { Pr: 20, Nd: 75, Dy: 5 };
const scrap = (code: string, assay: Assay | undefined, at = 0, massKg = 10_000) =>
  scrapIntake({
    enterprise: RECYCLER,
    occurredAt: day(at),
    yields: [lot({ lot: code, product: 'SCR-NdFeB-B', massKg, reoPercent: 30, ...(assay && { assay }) })],
  });
const sample = (assay: Assay, given = {}) => ({
  source: 'test',
  number: 'QY1',
  enterprise: RECYCLER,
  site: 'R1',
  takenAt: day(100),
  point: 'feed-liquor',
  assay,
  ...given,
});
const found = (...samples: unknown[]) => registry({ samples });
const light: Assay = { La: 30, Ce: 50, Pr: 5, Nd: 15 };
const used = (code: string, at: number) =>
  processing({
    enterprise: RECYCLER,
    process: 'RECYCLING',
    occurredAt: day(at),
    draws: [{ lot: code, massKg: 10_000 }],
    yields: [lot({ lot: `P${code}`, product: 'OX-PrNd', massKg: 2_800, reoPercent: 100, assay: { Pr: 50, Nd: 50 } })],
  });
const clock = day(101);
const subject = 'samples/QY1';

describeRule(rule, {
  fires: [
    { name: 'lanthanum and cerium are in the liquor of magnets', events: [scrap('A', magnets)], registry: found(sample({ La: 3, Ce: 3, Pr: 19, Nd: 70, Dy: 5 })), clock, finds: [{ enterprise: RECYCLER, subject, severity: 'S4', at: Date.parse(day(100)) }] },
    { name: 'praseodymium and neodymium are shifted by eleven points', events: [scrap('A', magnets)], registry: found(sample({ Pr: 25.6, Nd: 69.4, Dy: 5 })), clock, finds: [{ severity: 'S4' }] },
    { name: 'the liquor of a smelter is not of its ore', events: [imported({ occurredAt: day(50), yields: [lot({ lot: 'I', product: 'ENR-IMP', reoPercent: 92, assay: { La: 30, Nd: 30, Y: 40 } })] })], registry: found(sample(light, { enterprise: SMELTER })), clock, finds: [{ enterprise: SMELTER, severity: 'S2' }] },
    { name: 'most of the feed is not assayed', events: [scrap('A', magnets, 0, 7_000), scrap('B', undefined, 1, 3_000)], registry: found(sample(magnets)), clock, finds: [{ enterprise: RECYCLER, severity: 'S1' }] },
    { name: 'feed of that kind was used up before the window', events: [scrap('A', { La: 50, Ce: 50 }, -30), used('A', 5), scrap('B', magnets, 20)], registry: found(sample({ La: 25, Ce: 25, Pr: 10, Nd: 38, Dy: 2 })), clock, finds: [{ severity: 'S4' }] },
  ],
  quiet: [
    { name: 'the liquor is what was fed', events: [scrap('A', magnets)], registry: found(sample(magnets)), clock },
    { name: 'it is the mean of two feeds by their REO', events: [scrap('A', magnets), scrap('B', { Pr: 40, Nd: 55, Dy: 5 }, 60, 30_000)], registry: found(sample({ Pr: 35, Nd: 60, Dy: 5 })), clock },
    { name: 'the sample is of an extraction tank', events: [scrap('A', magnets)], registry: found(sample(light, { point: 'extraction-tank' })), clock },
    { name: 'its own products are no feed', events: [scrap('A', magnets, 20), { ...used('A', 30) }], registry: found(sample(magnets)), clock },
    { name: 'it is neither recycler nor smelter', events: [scrap('A', magnets)], registry: found(sample(light, { enterprise: TRADER })), clock },
    { name: 'the smelter’s own concentrate is its feed', events: [ore('O', SMELTER, { yields: [lot({ lot: 'O', assay: light })] })], registry: found(sample(light, { enterprise: SMELTER })), clock },
  ],
  near: [
    { name: 'ten points apart', events: [scrap('A', magnets)], registry: found(sample({ Pr: 24.9, Nd: 70.1, Dy: 5 })), clock },
    { name: 'a marker is off by half a point', events: [scrap('A', magnets)], registry: found(sample({ Pr: 20, Nd: 74.6, Dy: 5, Y: 0.4 })), clock },
    { name: 'four fifths of the feed are assayed', events: [scrap('A', magnets, 0, 8_000), scrap('B', undefined, 1, 2_000)], registry: found(sample(magnets)), clock },
  ],
}); // prettier-ignore
