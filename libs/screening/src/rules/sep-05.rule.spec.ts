import { day, declarationNumber, lot, openingStock, stocktake, undispatchedReceipt, dispatch, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, declared, IMPORT, MINE, ore, registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './sep-05.rule.js';

const nobodys = undispatchedReceipt({ enterprise: SMELTER, occurredAt: day(5), yields: [lot({ lot: 'N' })] });
const citing = (kind: string, number: string) => ({ ...nobodys, documents: [{ kind, number }] }) as never;
const opened = openingStock({ enterprise: SMELTER, occurredAt: day(1), yields: [lot({ lot: 'O' })] });
const counted = (countedKg: number) =>
  stocktake({ enterprise: SMELTER, occurredAt: day(9), counts: [{ lot: 'O', countedKg }] });
const stated = { ...opened, statedOrigin: '四川' };
const certificate = {
  source: 'test',
  number: 'ZY1',
  taxpayer: MINE,
  region: '360700',
  period: '2026-Q1',
  massKg: 10_000,
  product: 'CON-BAS',
};
const invoice = {
  source: 'test',
  number: '26362000000000000001',
  type: 'digital-special',
  seller: MINE,
  buyer: SMELTER,
  issuedAt: day(5),
  region: '360700',
  state: 'normal',
  lines: [{ item: '氟碳铈精矿', massKg: 9_900, basis: 'physical', unitPrice: 1, amount: 1 }],
};
const cited = citing('vat-invoice', invoice.number);
const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: [{ lot: 'ORE', massKg: 10_000 }] });

describeRule(rule, {
  fires: [
    { name: 'goods come that nobody dispatched', events: [nobodys], registry: registry(), finds: [{ enterprise: SMELTER, subject: nobodys.id, event: nobodys.id, amount: { value: 6_000, unit: 'kg REO' } }] },
    { name: 'an opening stock has no origin', events: [opened], registry: registry(), finds: [{ enterprise: SMELTER }] },
    { name: 'the origin was stated two months after the first event', events: [opened, { ...stated, id: nobodys.id, occurredAt: day(60), yields: [lot({ lot: 'P' })] }], registry: registry(), finds: [{ event: opened.id }, { event: nobodys.id }] },
    { name: 'a count finds two percent more', events: [stated, counted(10_200)], registry: registry(), finds: [{ amount: { value: 120, unit: 'kg REO' } }] },
    { name: 'a weighing finds two percent more', events: [ore(), sent, receipt(sent, { items: [{ lot: 'ORE', massKg: 10_200 }] })], registry: registry(), finds: [{ enterprise: SMELTER, amount: { value: 120, unit: 'kg REO' } }] },
    { name: 'the invoice it cites is void', events: [cited], registry: registry({ invoices: [{ ...invoice, state: 'void' }] }), finds: [{}] },
    { name: 'the invoice is to another', events: [cited], registry: registry({ invoices: [{ ...invoice, buyer: TRADER }] }), finds: [{}] },
    { name: 'the certificate is for half of it', events: [citing('resource-tax-certificate', 'ZY1')], registry: registry({ 'resource-tax-certificates': [{ ...certificate, massKg: 5_000 }] }), finds: [{}] },
    { name: 'nobody knows the declaration', events: [citing('import-declaration', declarationNumber(9, 'import'))], registry: registry(), finds: [{}] },
  ],
  quiet: [
    { name: 'it cites a certificate', events: [citing('resource-tax-certificate', 'ZY1')], registry: registry({ 'resource-tax-certificates': [certificate] }) },
    { name: 'it cites a declaration', events: [citing('import-declaration', IMPORT)], registry: registry({ 'customs-declarations': [declared()] }) },
    { name: 'the opening stock has a stated origin', events: [stated], registry: registry() },
    { name: 'it is a trader', events: [{ ...nobodys, enterprise: TRADER }], registry: registry({ enterprises: cast }) },
    { name: 'a count finds less', events: [stated, counted(9_000)], registry: registry() },
    { name: 'a decision made the stock legal', events: [opened], registry: registry(), sources: { [`opening-stock:${SMELTER}`]: 'legal' } },
  ],
  near: [
    { name: 'it is less than a hundred kilograms of REO', events: [undispatchedReceipt({ enterprise: SMELTER, yields: [lot({ lot: 'N', massKg: 166 })] })], registry: registry() },
    { name: 'the invoice is for one percent less', events: [cited], registry: registry({ invoices: [invoice] }) },
    { name: 'a count finds half a percent more', events: [{ ...stated, yields: [lot({ lot: 'O', massKg: 100_000 })] }, counted(100_500)], registry: registry() },
  ],
}); // prettier-ignore
