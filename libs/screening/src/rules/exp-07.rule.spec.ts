import { day, exporting, lot, openingStock, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-07.rule.js';

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
const [E, OTHER] = [uscc(1), uscc(2)];
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
const own = (hsCode: string) => declared(E, '2026-02-10', 1_000, { number: shipped.declaration }, { hsCode });
const fed = declared(OTHER, '2026-01-10', 1_000);
const at = (declarations: object[], clock = day(75)) => ({
  events: [stock, shipped],
  clock,
  registry: {
    enterprises: [firm(E, 'exporter'), firm(OTHER, 'exporter')],
    'customs-declarations': declarations,
  } as never,
});

describeRule(rule, {
  fires: [
    { name: 'customs do not know the declaration', ...at([fed]), finds: [{ enterprise: E, event: shipped.id }] },
    { name: 'it is of ceramics', ...at([fed, own('6909190000')]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'it is as declared', ...at([fed, own('2846901300')]) },
    { name: 'customs feed nothing yet', ...at([]) },
    { name: 'it is of another code of rare earths', ...at([fed, own('2846901500')]) },
  ],
  near: [{ name: 'the thirtieth day is not over', ...at([fed], day(69.9)) }],
});
