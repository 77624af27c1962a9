import { day, dispatch, lot, openingStock, receipt, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './inv-05.rule.js';

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
const at = (sent: ReturnType<typeof sale>, invoices: object[], clock = day(50)) => ({
  events: [stock, sent, receipt(sent)],
  clock,
  registry: { enterprises: [firm(E, 'smelter'), firm(BUYER, 'trader')], invoices } as never,
});
const other = invoice({ number: '26362000000099999999', buyer: uscc(9), issuedAt: day(1) });

describeRule(rule, {
  fires: [
    {
      name: 'the invoice cited is void',
      ...at(sale(cited), [invoice({ state: 'void' })]),
      finds: [{ enterprise: E, event: sale(cited).id }],
    },
    { name: 'it is fake', ...at(sale(cited), [invoice({ state: 'fake' })]), finds: [{ enterprise: E }] },
    { name: 'nobody knows it after thirty days', ...at(sale(cited), [other]), finds: [{ enterprise: E }] },
    {
      name: 'it is for half of the goods',
      ...at(sale(cited), [invoice({ lines: [line({ massKg: 500 })] })]),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'it stands', ...at(sale(cited), [invoice()]) },
    {
      name: 'another took its place',
      ...at(sale(cited), [invoice({ state: 'void' }), invoice({ number: '26362000000012345679', issuedAt: day(12) })]),
    },
    { name: 'no invoices of the province are supplied yet', ...at(sale(cited), []) },
  ],
  near: [
    { name: 'it is for just one per cent less', ...at(sale(cited), [invoice({ lines: [line({ massKg: 990.1 })] })]) },
    { name: 'the thirty days are not over', ...at(sale(cited), [other], day(34.9)) },
  ],
});
