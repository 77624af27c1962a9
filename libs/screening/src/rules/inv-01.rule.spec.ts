import { day, dispatch, openingStock, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { BUYER, citing, invoice, invoiceNumber, line, papers, sales, SELLER, sold } from '../invoice-cases.contract.js';
import rule from './inv-01.rule.js';

const cited = { ...sold, ...citing(invoiceNumber(1)) };
const named = (...items: readonly string[]) => papers(invoice(1, { lines: items.map(item => line({ item })) }));

const cerium = openingStock({
  enterprise: SELLER,
  yields: [{ lot: 'X', product: 'OX-La', massKg: 10_000, reoPercent: 99, assay: { La: 30, Ce: 70 } }],
});
const cerous = dispatch({ enterprise: SELLER, to: BUYER, occurredAt: day(2), draws: [{ lot: 'X', massKg: 10_000 }] });
const waste = openingStock({
  enterprise: SELLER,
  yields: [{ lot: 'W', product: 'WST-RAD', massKg: 10_000, reoPercent: 1 }],
});
const dumped = { ...cerous, draws: [{ lot: 'W', massKg: 10_000 }], ...citing(invoiceNumber(1)) };

describeRule(rule, {
  fires: [
    {
      name: 'the goods are invoiced as another oxide',
      events: sales(cited),
      registry: named('氧化铈'),
      finds: [{ enterprise: SELLER, subject: `invoices/${invoiceNumber(1)}`, event: sold.id, amount: { value: 10_000, unit: 'kg' } }],
    },
    {
      name: 'they are invoiced as no rare earth at all, once for two dispatches',
      events: sales(cited, { ...cited, id: dispatch({ draws: [] }).id, occurredAt: day(3) }),
      registry: named('*化工产品*抛光材料'),
      finds: [{ enterprise: SELLER, event: sold.id }],
    },
    {
      name: 'the element named is not the largest of the assay, though nobody cites the invoice',
      events: [cerium, cerous, receipt(cerous)],
      registry: named('氧化镧'),
      finds: [{ subject: `invoices/${invoiceNumber(1)}` }],
    },
  ],
  quiet: [
    { name: 'the name is the catalogue’s', events: sales(cited), registry: named('氧化镧') },
    {
      name: 'the invoice is void',
      events: sales(cited),
      registry: papers(invoice(1, { state: 'void', lines: [line({ item: '氧化铈' })] })),
    },
    { name: 'another’s invoice is cited', events: sales(cited), registry: papers(invoice(1, { seller: BUYER, lines: [line({ item: '氧化铈' })] })) },
    { name: 'it is waste', events: [waste, dumped, receipt(dumped)], registry: named('固体废物处置费') },
    {
      name: 'another invoice of the dispatch names the goods',
      events: sales({ ...sold, ...citing(invoiceNumber(1), invoiceNumber(2)) }),
      registry: papers(invoice(1), invoice(2, { lines: [line({ item: '运输费' })] })),
    },
  ],
  near: [
    { name: 'category, width, blanks and purity are all that differs', events: sales(cited), registry: named('＊稀土产品＊ 氧化镧（ＴＲＥＯ≥99%）99.99%') },
    { name: 'a line for something else stands beside the right one', events: sales(cited), registry: named('氧化镧', '包装物') },
  ],
}); // prettier-ignore
