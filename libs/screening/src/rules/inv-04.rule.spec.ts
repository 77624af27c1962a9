import { day, dispatch, importing, lot, openingStock, receipt, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './inv-04.rule.js';

const [E, BUYER, OTHER] = [uscc(1), uscc(2), uscc(3)];
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
const at = (sent: ReturnType<typeof sale>, ...invoices: object[]) => ({
  events: [stock, sent, receipt(sent)],
  clock: day(50),
  registry: { enterprises: [firm(E, 'smelter'), firm(BUYER, 'trader'), firm(OTHER, 'trader')], invoices } as never,
});

const imported = importing({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'A', product: 'ENR-IMP', reoPercent: 92 })],
});
const onward = dispatch({
  enterprise: BUYER,
  to: OTHER,
  occurredAt: day(7),
  shipFrom: '360700',
  draws: [{ lot: 'A', massKg: 1_000 }],
});

describeRule(rule, {
  fires: [
    {
      name: 'it was issued in another province',
      ...at(sale(), invoice({ region: '440300' })),
      finds: [{ enterprise: E, subject: '26362000000012345678' }],
    },
    {
      name: 'its number is of another province',
      ...at(sale(), invoice({ number: '26442000000012345678' })),
      finds: [{ enterprise: E }],
    },
    {
      name: 'the invoice cited is another seller’s',
      ...at(sale(cited), invoice({ seller: OTHER })),
      finds: [{ enterprise: E, event: sale(cited).id }],
    },
    {
      name: 'the goods leave from a strange province',
      ...at(sale({ shipFrom: '440300' }), invoice()),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'everything is in one province', ...at(sale(cited), invoice()) },
    {
      name: 'imported goods leave from the port',
      ...at(sale({ shipFrom: '530000' }), invoice({ lines: [line({ item: '进口离子型混合氧化稀土' })] })),
      events: [imported, sale({ shipFrom: '530000' })],
    },
    {
      name: 'a trader lets the producer ship, from the producer’s province',
      ...at(onward, invoice({ seller: BUYER, buyer: OTHER })),
      events: [
        stock,
        sale({ shipFrom: '360700', shipTo: '360700' }),
        receipt(sale({ shipFrom: '360700', shipTo: '360700' })),
        onward,
      ],
      registry: {
        enterprises: [firm(E, 'smelter'), { ...firm(BUYER, 'trader'), region: '440300' }, firm(OTHER, 'exporter')],
      },
    },
    {
      name: 'the seller has a warehouse there',
      ...at(sale({ shipFrom: '440300' }), invoice()),
      registry: {
        enterprises: [firm(E, 'smelter'), firm(BUYER, 'trader')],
        invoices: [invoice()],
        sites: [{ code: 'W', enterprise: E, kind: 'warehouse', region: '440300' }],
      } as never,
    },
  ],
  near: [
    {
      name: 'its number is of a tax district that is no province',
      ...at(sale(), invoice({ number: '26952000000012345678' })),
    },
    {
      name: 'it was issued in another city of the province',
      ...at(sale({ shipFrom: '360100' }), invoice({ region: '360100' })),
    },
  ],
});
