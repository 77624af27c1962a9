import { day, dispatch, exporting, lot, openingStock, processing, receipt, stocktake } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './sep-08.rule.js';

const stock = openingStock({
  enterprise: SMELTER,
  occurredAt: day(0),
  yields: [lot({ lot: 'MRC', product: 'MRC', massKg: 200_000, reoPercent: 42 })],
});
const made = processing({
  enterprise: SMELTER,
  process: 'SEPARATION',
  occurredAt: day(5),
  draws: [{ lot: 'MRC', massKg: 200_000 }],
  yields: [lot({ lot: 'LA', product: 'OX-La', massKg: 80_000, reoPercent: 99 })],
});
const sale = (massKg: number, at: number, given = {}) =>
  dispatch({ enterprise: SMELTER, to: TRADER, occurredAt: day(at), draws: [{ lot: 'LA', massKg }], ...given });
const answered = (sent: ReturnType<typeof sale>, given = {}) => [sent, receipt(sent, given)];
const invoice = (n: number, massKg: number, at: number, given = {}) => ({
  source: 'test',
  number: `2636200000000000000${n}`,
  type: 'digital-special',
  seller: SMELTER,
  buyer: TRADER,
  issuedAt: day(at),
  region: '360700',
  state: 'normal',
  lines: [{ item: '氧化镧', massKg, basis: 'physical', unitPrice: 1, amount: 1 }],
  ...given,
});
const [january, february] = [sale(20_000, 10), sale(20_000, 40)];
const history = [stock, made, ...answered(january)];
const both = [...history, ...answered(february)];
const clock = day(100);

describeRule(rule, {
  fires: [
    { name: 'a sale has no invoice', events: history, registry: registry(), period: '2026-01', clock, finds: [{ enterprise: SMELTER, subject: 'OX-La', period: '2026-01', amount: { value: 20_000, unit: 'kg' } }] },
    { name: 'the invoice was issued after the grace', events: history, registry: registry({ invoices: [invoice(1, 20_000, 65)] }), period: '2026-01', clock, finds: [{}] },
    { name: 'the invoice is void', events: history, registry: registry({ invoices: [invoice(1, 20_000, 10, { state: 'void' })] }), period: '2026-01', clock, finds: [{}] },
    { name: 'the sale of February breaks it', events: both, registry: registry({ invoices: [invoice(1, 20_000, 10)] }), period: '2026-02', clock, finds: [{ period: '2026-02', amount: { value: 20_000, unit: 'kg' } }] },
    { name: 'the invoice that is cited is for half of the goods', events: [stock, made, ...answered({ ...january, documents: [{ kind: 'vat-invoice', number: invoice(1, 1, 1).number }] })], registry: registry({ invoices: [invoice(1, 10_000, 10)] }), period: '2026-01', clock, finds: [{ amount: { value: 10_000, unit: 'kg' } }] },
    { name: 'it invoiced more than it sent', events: [stock, made, ...answered({ ...january, documents: [{ kind: 'vat-invoice', number: invoice(1, 1, 1).number }] })], registry: registry({ invoices: [invoice(1, 30_000, 10)] }), period: '2026-01', clock, finds: [{ amount: { value: 10_000, unit: 'kg' } }] },
  ],
  quiet: [
    { name: 'every sale is invoiced', events: both, registry: registry({ invoices: [invoice(1, 20_000, 10), invoice(2, 20_000, 55)] }), period: '2026-02', clock },
    { name: 'the month before was broken already', events: both, registry: registry(), period: '2026-02', clock },
    { name: 'nothing is sold', events: [stock, made], registry: registry(), period: '2026-01', clock },
    { name: 'it is exported', events: [stock, made, exporting({ enterprise: SMELTER, occurredAt: day(9), items: [{ lot: 'LA', massKg: 20_000 }] })], registry: registry(), period: '2026-01', clock },
    { name: 'it is counted, kept in store and rejected', events: [stock, made, stocktake({ enterprise: SMELTER, occurredAt: day(7), counts: [{ lot: 'LA', countedKg: 75_000 }] }), ...answered({ ...january, terms: 'storage' }), ...answered(sale(5_000, 12), { outcome: 'rejected' })], registry: registry(), period: '2026-01', clock },
    { name: 'the goods are on their way', events: [stock, made, january], registry: registry(), period: '2026-01', clock },
    { name: 'the seller is no smelter', events: history, registry: registry({ enterprises: [{ ...registry().enterprises![0], uscc: SMELTER, kinds: ['metal'] }] }), period: '2026-01', clock },
    { name: 'one invoice counts REO', events: history, registry: registry({ invoices: [invoice(1, 19_800, 10, { lines: [{ item: '氧化镧', massKg: 19_800, basis: 'reo', unitPrice: 1, amount: 1 }] })] }), period: '2026-01', clock },
  ],
  near: [
    { name: 'three percent of the production is not invoiced', events: [stock, made, ...answered(sale(2_400, 10))], registry: registry(), period: '2026-01', clock },
    { name: 'the grace is not over', events: history, registry: registry(), period: '2026-01', clock: day(59) },
    { name: 'the invoice came on the last day of it', events: history, registry: registry({ invoices: [invoice(1, 20_000, 39)] }), period: '2026-01', clock },
    { name: 'the buyer weighed a little more', events: [stock, made, ...answered(january, { items: [{ lot: 'LA', massKg: 20_050 }] })], registry: registry({ invoices: [invoice(1, 20_000, 10)] }), period: '2026-01', clock },
  ],
}); // prettier-ignore
