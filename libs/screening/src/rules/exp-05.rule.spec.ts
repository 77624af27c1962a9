import { day, exporting, lot, openingStock, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-05.rule.js';

const E = uscc(1);
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'P', product: 'OX-Nd', massKg: 10_000, reoPercent: 99 })],
});
const shipped = exporting({
  enterprise: E,
  occurredAt: day(40),
  destination: 'JP',
  items: [{ lot: 'P', massKg: 1_000, hsCode: '2846901300' }],
});
const granted = (given: object = {}) =>
  permit('export-licence', E, {
    number: 'XL1',
    hsCode: '2846901300',
    destination: 'JP',
    customs: '4220',
    quantityKg: 1_000,
    from: '2026-01-01',
    to: '2026-12-31',
    ...given,
  });
const at = (permits: object[], given: object = {}) => ({
  events: [stock, shipped],
  clock: day(44),
  registry: { enterprises: [firm(E, 'exporter')], permits } as never,
  ...given,
});
const others = permit('export-licence', uscc(2), { from: '2025-01-01' });
const terbium = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'T', product: 'OX-Tb', massKg: 100, reoPercent: 99 })],
});
const away = exporting({
  enterprise: E,
  occurredAt: day(40),
  destination: 'JP',
  items: [{ lot: 'T', massKg: 10, hsCode: '2846901300' }],
});
const magnets = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'M', product: 'MAG-NdFeB', massKg: 100, reoPercent: 36 })],
});
const magnetsAway = exporting({
  enterprise: E,
  occurredAt: day(40),
  destination: 'JP',
  items: [{ lot: 'M', massKg: 10, hsCode: '8505111000' }],
});
const dual = permit('dual-use-licence', uscc(2), { from: '2025-01-01' });

describeRule(rule, {
  fires: [
    { name: 'it holds none', ...at([others]), finds: [{ enterprise: E, subject: shipped.id }] },
    { name: 'it ran out', ...at([granted({ to: '2026-02-09' })]), finds: [{ enterprise: E }] },
    { name: 'it is for another country', ...at([granted({ destination: 'KR' })]), finds: [{ enterprise: E }] },
    { name: 'it is for other goods', ...at([granted({ hsCode: '2846901500' })]), finds: [{ enterprise: E }] },
    { name: 'it is for half of the mass', ...at([granted({ quantityKg: 500 })]), finds: [{ enterprise: E }] },
    {
      name: 'terbium leaves without a dual-use licence',
      ...at([granted(), dual], { events: [terbium, away] }),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'the licence fits', ...at([granted()]) },
    { name: 'magnets need none', ...at([others], { events: [magnets, magnetsAway] }) },
    { name: 'no licences are fed yet', ...at([]) },
    { name: 'neodymium needs no dual-use licence', ...at([granted(), dual]) },
  ],
  near: [
    { name: 'the mass is over by just 0.5 %', ...at([granted({ quantityKg: 995.025 })]) },
    { name: 'it is its last day', ...at([granted({ to: '2026-02-10' })]) },
    { name: 'it has eight digits of the code', ...at([granted({ hsCode: '28469013' })]) },
    { name: 'the third day is not over', ...at([others], { clock: day(42.9) }) },
  ],
});
