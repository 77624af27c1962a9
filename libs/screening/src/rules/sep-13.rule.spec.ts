import { day, dispatch, exporting, lot, openingStock, processing, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { legal, MINE, ore, quota, registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './sep-13.rule.js';

const stock = openingStock({
  enterprise: SMELTER,
  occurredAt: day(0),
  yields: [lot({ lot: 'MRC', product: 'MRC', massKg: 250_000, reoPercent: 40 })],
});
const made = processing({
  enterprise: SMELTER,
  process: 'SEPARATION',
  occurredAt: day(5),
  draws: [{ lot: 'MRC', massKg: 250_000 }],
  yields: [
    lot({ lot: 'LA', product: 'OX-La', massKg: 80_000, reoPercent: 100 }),
    lot({ lot: 'WIP', product: 'MRC', massKg: 50_000, reoPercent: 40 }),
  ],
});
const report = (producedReoT: number, product = 'OX-La', month = '2026-01') => ({
  source: 'test',
  enterprise: SMELTER,
  month,
  product,
  producedReoT,
  purchasedT: 0,
  soldT: 0,
  exportedT: 0,
  stockT: 0,
  submittedAt: day(35),
});
const sale = (massKg: number) =>
  dispatch({ enterprise: SMELTER, to: TRADER, occurredAt: day(10), draws: [{ lot: 'LA', massKg }] });
const invoice = (massKg: number, given = {}) => ({
  source: 'test',
  number: '26362000000000000001',
  type: 'digital-special',
  seller: SMELTER,
  buyer: TRADER,
  issuedAt: day(20),
  region: '360700',
  state: 'normal',
  lines: [{ item: '氧化镧', massKg, basis: 'physical', unitPrice: 1, amount: 1 }],
  ...given,
});
const sold = (massKg: number) => [stock, made, sale(massKg), receipt(sale(massKg))];
const dug = ore('ORE', MINE, { yields: [lot({ lot: 'ORE', massKg: 100_000 })] });
const bought = (given = {}) =>
  dispatch({
    enterprise: MINE,
    to: SMELTER,
    occurredAt: day(9),
    draws: [{ lot: 'ORE', massKg: 100_000 }],
    documents: [{ kind: 'resource-tax-certificate' as never, number: 'ZY1' }],
    ...given,
  });
const purchase = (given = {}) => [dug, bought(given), receipt(bought(given))];
const certificate = (massKg: number, given = {}) => ({
  source: 'test',
  number: 'ZY1',
  taxpayer: MINE,
  region: '360700',
  period: '2026-01',
  massKg,
  product: 'CON-BAS',
  ...given,
});
const invoicedOre = invoice(100_000, {
  seller: MINE,
  buyer: SMELTER,
  number: '26362000000000000009',
  lines: [{ item: '氟碳铈精矿', massKg: 100_000, basis: 'physical', unitPrice: 1, amount: 1 }],
});
const permits = [legal];
const clock = day(125);
const quarter = { period: '2026-Q1', clock };

describeRule(rule, {
  fires: [
    { name: 'it reports less than it made', events: [stock, made], registry: registry({ 'monthly-reports': [report(70)], quotas: [quota(SMELTER, 500)] }), ...quarter, finds: [{ enterprise: SMELTER, period: '2026-Q1', amount: { value: 10_000, unit: 'kg REO' } }] },
    { name: 'it reports more than it made', events: [stock, made], registry: registry({ 'monthly-reports': [report(110)] }), ...quarter, finds: [{ amount: { value: 10_000, unit: 'kg REO' } }] },
    { name: 'sales are not invoiced', events: sold(20_000), registry: registry(), ...quarter, finds: [{ enterprise: SMELTER, amount: { value: 20_000, unit: 'kg REO' } }] },
    { name: 'the certificates cited are for less concentrate than it bought', events: purchase(), registry: registry({ permits, invoices: [invoicedOre], 'resource-tax-certificates': [certificate(90_000)] }), ...quarter, finds: [{ enterprise: SMELTER, amount: { value: 10_000, unit: 'kg' } }] },
    { name: 'no certificate is cited', events: purchase({ documents: [] }), registry: registry({ permits, invoices: [invoicedOre], 'resource-tax-certificates': [certificate(100_000)] }), ...quarter, finds: [{ amount: { value: 100_000, unit: 'kg' } }] },
  ],
  quiet: [
    { name: 'everything agrees', events: sold(20_000), registry: registry({ 'monthly-reports': [report(80)], invoices: [invoice(20_000)] }), ...quarter },
    { name: 'it reports work in progress as well', events: [stock, made], registry: registry({ 'monthly-reports': [report(80), report(20, 'MRC')] }), ...quarter },
    { name: 'it reports nothing at all', events: [stock, made], registry: registry(), ...quarter },
    { name: 'it is exported', events: [stock, made, exporting({ enterprise: SMELTER, occurredAt: day(9), items: [{ lot: 'LA', massKg: 20_000 }] })], registry: registry(), ...quarter },
    { name: 'certificates of the province were not supplied yet', events: purchase({ documents: [] }), registry: registry({ permits, invoices: [invoicedOre] }), ...quarter },
    { name: 'the certificate covers the concentrate', events: purchase(), registry: registry({ permits, invoices: [invoicedOre], 'resource-tax-certificates': [certificate(250_000)] }), ...quarter },
  ],
  near: [
    { name: 'the report is three percent less', events: [stock, made], registry: registry({ 'monthly-reports': [report(77.7)] }), ...quarter },
    { name: 'less than a tonne is not invoiced', events: sold(990), registry: registry(), ...quarter },
    { name: 'the certificates are for three percent less', events: purchase(), registry: registry({ permits, invoices: [invoicedOre], 'resource-tax-certificates': [certificate(97_000)] }), ...quarter },
    { name: 'thirty days have not passed', events: sold(20_000), registry: registry(), period: '2026-Q1', clock: day(119) },
  ],
}); // prettier-ignore
