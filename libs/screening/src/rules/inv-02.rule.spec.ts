import { day, dispatch, enterprise, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import {
  BUYER,
  citing,
  earlier,
  invoice,
  invoiceNumber,
  line,
  papers,
  parties,
  sales,
  SELLER,
  sold,
  stock,
} from '../invoice-cases.contract.js';
import rule from './inv-02.rule.js';

const later = day(40);
const half = { ...sold, draws: [{ lot: 'LA', massKg: 5_000 }] };
const otherHalf = { ...half, id: dispatch({ draws: [] }).id, occurredAt: day(4) };
const ofGroup = (uscc: string) => ({ ...enterprise(uscc, ['smelter']), group: SELLER });
const groups = [ofGroup(SELLER), ofGroup(BUYER)];

describeRule(rule, {
  fires: [
    {
      name: 'no invoice has come in 30 days',
      events: sales(sold),
      registry: papers(earlier),
      clock: later,
      finds: [{ enterprise: SELLER, subject: sold.id, event: sold.id, amount: { value: 10_000, unit: 'kg' } }],
    },
    { name: 'the invoice is for another product', events: sales(sold), registry: papers(earlier, invoice(1, { lines: [line({ item: '氧化铈' })] })), clock: later, finds: [{}] },
    { name: 'the invoice is for two percent more', events: sales(sold), registry: papers(earlier, invoice(1, { lines: [line({ massKg: 10_200 })] })), clock: later, finds: [{}] },
    { name: 'the invoice is void', events: sales(sold), registry: papers(earlier, invoice(1, { state: 'void' })), clock: later, finds: [{}] },
    { name: 'one invoice would have to serve twice', events: sales(sold, { ...sold, id: dispatch({ draws: [] }).id, occurredAt: day(3) }), registry: papers(earlier, invoice(1)), clock: later, finds: [{ subject: dispatch({ draws: [] }).id }] },
    { name: 'the terms say internal, between strangers', events: sales({ ...sold, terms: 'internal' }), registry: papers(earlier), clock: later, finds: [{}] },
    { name: 'the invoice was issued 31 days after', events: sales(sold), registry: papers(earlier, invoice(1, { issuedAt: day(33) })), clock: later, finds: [{}] },
  ],
  quiet: [
    { name: 'a fitting invoice exists', events: sales(sold), registry: papers(earlier, invoice(1)), clock: later },
    { name: 'an invoice is cited that nobody knows', events: sales({ ...sold, ...citing(invoiceNumber(7)) }), registry: papers(earlier), clock: later },
    { name: 'invoices of the province were not supplied yet', events: sales(sold), registry: papers({ ...earlier, issuedAt: day(5) }), clock: later },
    { name: 'the goods were rejected', events: [stock, sold, receipt(sold, { outcome: 'rejected' })], registry: papers(earlier), clock: later },
    { name: 'it moves inside a group', events: sales({ ...sold, terms: 'internal' }), registry: { ...papers(earlier), enterprises: groups as unknown as typeof parties }, clock: later },
    { name: 'one invoice is for two dispatches together', events: sales(half, otherHalf), registry: papers(earlier, invoice(1)), clock: later },
    { name: 'the invoice counts REO', events: sales(sold), registry: papers(earlier, invoice(1, { lines: [line({ basis: 'reo', massKg: 9_900 })] })), clock: later },
  ],
  near: [
    { name: 'it is the thirtieth day', events: sales(sold), registry: papers(earlier), clock: day(32) },
    { name: 'the invoice is for one percent less, and thirty days late', events: sales(sold), registry: papers(earlier, invoice(1, { issuedAt: day(32), lines: [line({ massKg: 9_901 })] })), clock: later },
  ],
}); // prettier-ignore
