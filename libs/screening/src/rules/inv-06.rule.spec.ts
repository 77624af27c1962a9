import { day, dispatch, lot, openingStock, receipt, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './inv-06.rule.js';

const [E, BUYER] = [uscc(1), uscc(2)];
const line = (given: object = {}) => ({
  item: '氧化镧',
  massKg: 1_000,
  basis: 'physical',
  unit: '吨',
  unitPrice: 5_000,
  amount: 5_000,
  ...given,
});
const invoice = (given: object = {}) => ({
  number: '26362000000012345678',
  type: 'digital-special',
  seller: E,
  buyer: BUYER,
  issuedAt: day(6),
  region: '360700',
  state: 'normal',
  lines: [line()],
  ...given,
});
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'A', product: 'OX-La', massKg: 10_000, reoPercent: 99 })],
});
const sale = (given: object = {}) =>
  dispatch({ enterprise: E, to: BUYER, occurredAt: day(5), draws: [{ lot: 'A', massKg: 1_000 }], ...given });
const cited = { documents: [{ kind: 'vat-invoice' as const, number: '26362000000012345678' }] };
const at = (given: object, sent = sale(cited), held = stock) => ({
  events: [held, sent, receipt(sent)],
  clock: day(50),
  registry: { enterprises: [firm(E, 'smelter'), firm(BUYER, 'trader')], invoices: [invoice(given)] } as never,
});
const ion = (reoPercent: number) =>
  openingStock({
    enterprise: E,
    occurredAt: day(0),
    yields: [lot({ lot: 'A', product: 'ENR-ION-H', massKg: 10_000, reoPercent })],
  });
const mineral = { lines: [line({ item: 'ENR-ION-H' })] };
const steel = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'A', product: 'SCR-NdFeB-B', massKg: 10_000, metalPercent: 30 })],
});

describeRule(rule, {
  fires: [
    {
      name: 'it is an ordinary invoice',
      ...at({ type: 'digital-ordinary' }),
      finds: [{ enterprise: E, subject: '26362000000012345678' }],
    },
    { name: 'it counts pieces', ...at({ lines: [line({ unit: '件' })] }), finds: [{ enterprise: E }] },
    {
      name: 'enrichment of eighty per cent is invoiced by its mass',
      ...at(mineral, sale(cited), ion(80)),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'it is a special one in tonnes', ...at({}) },
    {
      name: 'packing beside the goods is counted in pieces',
      ...at({ lines: [line(), line({ item: '包装桶', unit: '个' })] }),
    },
    {
      name: 'enrichment of eighty per cent is invoiced by its REO',
      ...at({ lines: [line({ item: '高钇混合碳酸稀土', basis: 'reo' })] }, sale(cited), ion(80)),
    },
    { name: 'the goods are scrap', ...at({ type: 'digital-ordinary' }, sale(cited), steel) },
  ],
  near: [
    { name: 'enrichment of ninety per cent is invoiced by its mass', ...at(mineral, sale(cited), ion(90)) },
    { name: 'the unit is written in capitals', ...at({ lines: [line({ unit: 'ＫＧ' })] }) },
  ],
});
