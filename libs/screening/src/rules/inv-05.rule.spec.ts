import { day, dispatch, openingStock } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import {
  BUYER,
  citing,
  earlier,
  ELSEWHERE,
  invoice,
  invoiceNumber,
  line,
  papers,
  sales,
  SELLER,
  sold,
} from '../invoice-cases.contract.js';
import rule from './inv-05.rule.js';

const cited = { ...sold, ...citing(invoiceNumber(1)) };
const again = { ...cited, id: dispatch({ draws: [] }).id, occurredAt: day(3) };
const both = { ...sold, ...citing(invoiceNumber(1), invoiceNumber(2)) };
const half = [line({ massKg: 5_000 })];
const later = day(50);

const mixed = openingStock({
  enterprise: SELLER,
  yields: [{ lot: 'ND', product: 'OX-Nd', massKg: 3_000, reoPercent: 99 }],
});
const twoProducts = {
  ...both,
  draws: [
    { lot: 'LA', massKg: 10_000 },
    { lot: 'ND', massKg: 3_000 },
  ],
};
const neodymium = [line({ item: '氧化钕', massKg: 2_970, basis: 'reo' })];

describeRule(rule, {
  fires: [
    { name: 'the invoice cited is void', events: sales(cited), registry: papers(invoice(1, { state: 'void' })), clock: later, finds: [{ enterprise: SELLER, event: sold.id }] },
    { name: 'it was reversed, and what might replace it is another dispatch’s', events: sales(cited, { ...again, ...citing(invoiceNumber(2)) }), registry: papers(invoice(1, { state: 'red' }), invoice(2)), clock: later, finds: [{ event: sold.id }] },
    { name: 'it is fake: at once', events: sales(cited), registry: papers(invoice(1, { state: 'fake' })), finds: [{ enterprise: SELLER }] },
    { name: 'nobody knows it after thirty days', events: sales(cited), registry: papers(earlier), clock: later, finds: [{ enterprise: SELLER, subject: `${sold.id} ${invoiceNumber(1)}` }] },
    { name: 'it cannot be a number: at once', events: sales({ ...sold, ...citing('12345') }), registry: papers(), finds: [{}] },
    { name: 'it is for half of the goods', events: sales(cited), registry: papers(invoice(1, { lines: half })), finds: [{ enterprise: SELLER, amount: { value: 4_950, unit: 'kg' } }] },
    { name: 'two dispatches cite it in full', events: sales(cited, again), registry: papers(invoice(1)), clock: later, finds: [{ event: again.id }] },
  ],
  quiet: [
    { name: 'it stands', events: sales(cited), registry: papers(invoice(1)), clock: later },
    { name: 'another took its place', events: sales(cited), registry: papers(invoice(1, { state: 'void' }), invoice(2, { issuedAt: day(12) })), clock: later },
    { name: 'it was voided on day 60 and another issued on day 65', events: sales(cited), registry: papers(invoice(1), { ...invoice(1, { state: 'void' }), validFrom: day(60) }, invoice(2, { issuedAt: day(65) })), clock: day(100) },
    { name: 'no invoices of the province are supplied yet', events: sales(cited), registry: papers(), clock: later },
    { name: 'two invoices are for half of the goods each', events: sales(both), registry: papers(invoice(1, { lines: half }), invoice(2, { lines: half })), clock: later },
    { name: 'each of two products has an invoice, one of them in REO', events: [mixed, ...sales(twoProducts)], registry: papers(invoice(1), invoice(2, { lines: neodymium })), clock: later },
    { name: 'the invoice is another seller’s', events: sales(cited), registry: papers(invoice(1, { seller: ELSEWHERE, buyer: BUYER, lines: half })), clock: later },
  ],
  near: [
    { name: 'it is for just one per cent less', events: sales(cited), registry: papers(invoice(1, { lines: [line({ massKg: 9_901 })] })), clock: later },
    { name: 'the thirty days for it to become known are not over', events: sales(cited), registry: papers(earlier), clock: day(31.9) },
    { name: 'the thirty days to replace it are not over', events: sales(cited), registry: papers(invoice(1), { ...invoice(1, { state: 'void' }), validFrom: day(10) }), clock: day(39.9) },
    { name: 'the old number is cited without its code', events: sales({ ...sold, ...citing('12345678') }), registry: papers(invoice(1, { code: '3600201130', number: '12345678', type: 'special' })), clock: later },
  ],
}); // prettier-ignore
