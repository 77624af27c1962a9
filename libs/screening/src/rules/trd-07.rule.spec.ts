import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm, type Kinds } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-07.rule.js';

const E = uscc(1);
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'A', product: 'MRC', massKg: 10_000, reoPercent: 45, assay: { La: 30, Ce: 50, Nd: 20 } })],
});
const run = (assay: object | undefined) =>
  processing({
    enterprise: E,
    process: 'BLEND',
    occurredAt: day(5),
    draws: [{ lot: 'A', massKg: 1_000 }],
    yields: [lot({ lot: 'B', product: 'MRC', massKg: 1_000, reoPercent: 45, ...(assay && { assay }) })],
  });
const sample = (assay: object, given: object = {}) => ({
  number: 'Y1',
  enterprise: E,
  site: 'W1',
  takenAt: day(6),
  point: 'product',
  lot: 'A',
  assay,
  ...given,
});
const at = (events: object[], samples: object[] = [], ...kinds: Kinds) => ({
  events: [stock, ...events] as never,
  registry: { enterprises: [firm(E, ...(kinds.length > 0 ? kinds : (['trader'] as const)))], samples } as never,
});

describeRule(rule, {
  fires: [
    { name: 'a blend is richer in neodymium', ...at([run({ La: 27, Ce: 50, Nd: 23 })]), finds: [{ enterprise: E }] },
    {
      name: 'a sample of the lot differs',
      ...at([], [sample({ La: 25, Ce: 50, Nd: 25 })]),
      finds: [{ enterprise: E }],
    },
    { name: 'one element of a partial report differs', ...at([], [sample({ Nd: 26 })]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'the blend is as what was drawn', ...at([run({ La: 30, Ce: 50, Nd: 20 })]) },
    { name: 'the laboratory reports two elements only, and they agree', ...at([], [sample({ La: 31, Nd: 19 })]) },
    { name: 'it has no assay', ...at([run(undefined)]) },
    { name: 'a smelter blends', ...at([run({ La: 20, Ce: 50, Nd: 30 })], [], 'smelter') },
    { name: 'the sample is of ore', ...at([], [sample({ La: 20, Ce: 50, Nd: 30 }, { point: 'ore' })]) },
  ],
  near: [{ name: 'it differs by just five points', ...at([run({ La: 27.5, Ce: 50, Nd: 22.5 })]) }],
});
