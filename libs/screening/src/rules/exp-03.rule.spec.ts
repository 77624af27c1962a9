import { day, dispatch, exporting, lot, openingStock, receipt, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-03.rule.js';

let count = 500;
const declared = (party: string, date: string, massKg: number, given: object = {}, line: object = {}) => ({
  ...{
    number: `42202026000${String(++count).padStart(7, '0')}`,
    direction: 'export',
    party,
    date,
    country: 'JP',
    customs: '4220',
  },
  ...{ lines: [{ hsCode: '2846901300', massKg, valueUsd: massKg * 60, ...line }], ...given },
});
const [E, A, B, C] = [uscc(1), uscc(2), uscc(3), uscc(4)];
const sold = (party: string, usdPerKg: number) =>
  declared(party, '2026-07-10', 1_000, {}, { valueUsd: usdPerKg * 1_000 });
const others = [sold(A, 60), sold(A, 61), sold(B, 59), sold(B, 60), sold(C, 62)];
const at = (...declarations: object[]) => ({
  clock: '2026-08-01T00:00:00+08:00',
  period: '2026-07',
  registry: {
    enterprises: [E, A, B, C].map(each => firm(each, 'exporter')),
    'customs-declarations': declarations,
  } as never,
});
const stock = openingStock({ enterprise: A, occurredAt: day(0), yields: [lot({ lot: 'L' })] });
const bought = (unitPrice: number) => {
  const sent = dispatch({ enterprise: A, to: E, occurredAt: day(2), draws: [{ lot: 'L', massKg: 1_000, unitPrice }] });
  const left = exporting({
    enterprise: E,
    occurredAt: day(9),
    items: [{ lot: 'L', massKg: 500, unitPriceUsd: 10_000 }],
  });
  return {
    events: [stock, sent, receipt(sent), left],
    period: '2026-01',
    registry: { enterprises: [firm(A, 'trader'), firm(E, 'exporter')] } as never,
  };
};

describeRule(rule, {
  fires: [
    {
      name: 'the price is half of the others’',
      ...at(...others, sold(E, 30)),
      finds: [{ enterprise: E, subject: '2846901300', period: '2026-07' }],
    },
    { name: 'it is exported for less than was paid', ...bought(80_000), finds: [{ enterprise: E, period: '2026-01' }] },
  ],
  quiet: [
    { name: 'the price is as the others’', ...at(...others, sold(E, 60)) },
    { name: 'only two others export', ...at(...others.slice(0, 4), sold(B, 60), sold(E, 30)) },
    { name: 'it is a sample of five kilograms', ...at(...others, declared(E, '2026-07-10', 5, {}, { valueUsd: 50 })) },
  ],
  near: [
    { name: 'it is unusual on a flat market, but over 85 % of the median', ...at(...others, sold(E, 52)) },
    { name: 'it is exported for just 90 % of what was paid', ...bought(78_888) },
  ],
});
