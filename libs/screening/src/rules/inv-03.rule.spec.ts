import { day, dispatch, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import {
  BUYER,
  citing,
  ELSEWHERE,
  invoice,
  invoiceNumber,
  line,
  papers,
  sales,
  SELLER,
  sold,
  stock,
} from '../invoice-cases.contract.js';
import rule from './inv-03.rule.js';

const later = day(40);

/** Ten tonnes from the seller to the buyer, on to a third, and back. */
const hop = (from: string, to: string, on: number, massKg = 10_000) =>
  dispatch({ enterprise: from, to, occurredAt: day(on), draws: [{ lot: `${SELLER}:LA`, massKg }] });
const round = [hop(SELLER, BUYER, 2), hop(BUYER, ELSEWHERE, 12), hop(ELSEWHERE, SELLER, 22)];
const slow = [hop(SELLER, BUYER, 2), hop(BUYER, ELSEWHERE, 12), hop(ELSEWHERE, SELLER, 63)];
const small = [hop(SELLER, BUYER, 2), hop(BUYER, ELSEWHERE, 12, 9_400), hop(ELSEWHERE, SELLER, 22, 9_400)];
const pingPong = [hop(SELLER, BUYER, 2), hop(BUYER, SELLER, 12)];

const events = (hops: typeof round) => [stock, ...hops.flatMap(each => [each, receipt(each)])];
const invoicesOf = (hops: typeof round) =>
  hops.map(({ enterprise, to, occurredAt, draws }, n) =>
    invoice(n, { seller: enterprise, buyer: to, issuedAt: occurredAt, lines: [line({ massKg: draws[0]!.massKg })] }),
  );
const clock = day(100);

describeRule(rule, {
  fires: [
    {
      name: 'an invoice has no dispatch after 30 days',
      events: [stock],
      registry: papers(invoice(1, { issuedAt: day(5) })),
      clock: later,
      finds: [{ enterprise: SELLER, subject: `invoices/${invoiceNumber(1)}`, amount: { value: 40_000, unit: 'CNY' } }],
    },
    { name: 'a shell company that never recorded anything invoices', events: [stock], registry: papers(invoice(1, { seller: ELSEWHERE })), clock: later, finds: [{ enterprise: ELSEWHERE }] },
    { name: 'the dispatch was of another product', events: sales(sold), registry: papers(invoice(1, { lines: [line({ item: '氧化镝' })] })), clock: later, finds: [{}] },
    { name: 'two invoices are for one dispatch', events: sales(sold), registry: papers(invoice(1), invoice(2, { issuedAt: day(3) })), clock: later, finds: [{ subject: `invoices/${invoiceNumber(2)}` }] },
    {
      name: 'the same goods went round three parties, each hop invoiced',
      events: events(round),
      registry: papers(...invoicesOf(round)),
      clock,
      finds: [SELLER, BUYER, ELSEWHERE].map(enterprise => ({ enterprise, subject: `${SELLER}:LA`, amount: { value: 10_000, unit: 'kg' } })),
    },
  ],
  quiet: [
    { name: 'the dispatch cites it, whatever the quantity', events: sales({ ...sold, ...citing(invoiceNumber(1)) }), registry: papers(invoice(1, { lines: [line({ massKg: 50_000 })] })), clock: later },
    { name: 'the dispatch fits', events: sales(sold), registry: papers(invoice(1)), clock: later },
    { name: 'it is void', events: [stock], registry: papers(invoice(1, { state: 'void' })), clock: later },
    { name: 'it is for tolling', events: [stock], registry: papers(invoice(1, { lines: [line({ item: '*稀土产品*稀土冶炼分离产品加工费' })] })), clock: later },
    { name: 'it is for something else', events: [stock], registry: papers(invoice(1, { lines: [line({ item: '钢材' })] })), clock: later },
    { name: 'it is from before the seller recorded anything', events: [stock], registry: papers(invoice(1, { issuedAt: day(-1) })), clock: later },
    { name: 'the goods were rejected', events: [stock, sold, receipt(sold, { outcome: 'rejected' })], registry: papers(invoice(1)), clock: later },
    { name: 'one hop of the ring has a red invoice', events: events(round), registry: papers(...invoicesOf(round).map((each, n) => (n === 1 ? { ...each, state: 'red' as const } : each))), clock },
    { name: 'the goods came back from the buyer', events: events(pingPong), registry: papers(...invoicesOf(pingPong)), clock },
  ],
  near: [
    { name: 'it is the thirtieth day', events: [stock], registry: papers(invoice(1, { issuedAt: day(10) })), clock: later },
    { name: 'the dispatch comes 30 days later with one percent less', events: sales({ ...sold, draws: [{ lot: 'LA', massKg: 9_900 }], occurredAt: day(32) }), registry: papers(invoice(1)), clock: later },
    { name: 'the ring closes on the 61st day', events: events(slow), registry: papers(...invoicesOf(slow)), clock },
    { name: 'less than 95 percent comes back', events: events(small), registry: papers(...invoicesOf(small)), clock },
  ],
}); // prettier-ignore
