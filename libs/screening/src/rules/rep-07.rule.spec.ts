import { day, dispatch, lot, openingStock, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-07.rule.js';

const E = uscc(1);
const invoice = {
  number: '26362000000012345678',
  type: 'digital-special',
  seller: E,
  buyer: uscc(2),
  issuedAt: '2026-03-10T10:00:00+08:00',
  region: '360700',
  state: 'normal',
  lines: [{ item: '*稀土产品*氧化镧', massKg: 1_000, basis: 'physical', unitPrice: 4_000, amount: 4_000 }],
};
const held = (at: number) => openingStock({ enterprise: E, occurredAt: day(at), yields: [lot({ lot: 'A' })] });
const lanthanum = openingStock({
  enterprise: E,
  occurredAt: day(30),
  yields: [lot({ lot: 'B', product: 'OX-La', massKg: 1_000, reoPercent: 99 })],
});
const sent = dispatch({ enterprise: E, to: uscc(2), occurredAt: day(55), draws: [{ lot: 'B', massKg: 1_000 }] });
const at = (events: object[], invoices: object[], clock = '2026-05-01T00:00:00+08:00') => ({
  events: events as never,
  clock,
  period: '2026-03',
  registry: { enterprises: [firm(E, 'trader')], invoices } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'a month has invoices and not one event',
      ...at([held(10)], [invoice]),
      finds: [{ enterprise: E, period: '2026-03' }],
    },
  ],
  quiet: [
    { name: 'there is an event in the month', ...at([held(70)], [invoice]) },
    {
      name: 'a fee is no sale',
      ...at([held(10)], [{ ...invoice, lines: [{ ...invoice.lines[0], item: '*研发和技术服务*技术服务费' }] }]),
    },
    { name: 'a late invoice is for what was sent the month before', ...at([lanthanum, sent], [invoice]) },
    { name: 'the invoice was voided', ...at([held(10)], [{ ...invoice, state: 'void' }]) },
  ],
  near: [{ name: 'the grace is not over', ...at([held(10)], [invoice], '2026-04-30T23:59:59+08:00') }],
});
