import { kgToGrams } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { MASS_TOLERANCE } from '../readings/invoice-parameters.js';
import { citedInvoices, findInvoice, fittingInvoices, invoiceKey, isNormal, issuedAt } from '../readings/invoices.js';
import { papersBegin } from '../readings/papers-begin.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { type Bilingual, defineRule } from '../rule.js';

/** Void, reversed, duplicate or fake invoice used as evidence (作废、红冲、重复、假票). */
export default defineRule({
  code: 'INV-05',
  kind: 'V',
  title: { zh: '以作废、红冲、假票作凭证', en: 'Void, reversed, reused or fake invoice used as evidence' },
  reading: {
    zh: '发货引用的发票已作废、红冲、为假票,或 30 日后仍查无此票,或引用同一发票的发货重量合计超过其数量 1% 以上的,对引用的销售方立一条。作废后 30 日内有相符的正常发票替代的不计。',
    en: 'A dispatch cites an invoice that is void, reversed or fake, or that nobody knows 30 days later, or more was dispatched on an invoice than it is for by over 1 %. Quiet where a normal one that fits took its place within 30 days. The finding is on the seller that cites it.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '如实开具稀土增值税专用发票', en: 'Special VAT invoices for rare earths are issued truthfully' } },
  ],
  parameters: {
    massTolerance: MASS_TOLERANCE,
    replaceDays: { value: 30, min: 0, max: 366, unit: 'd', meaning: { zh: '替代发票期限', en: 'Days in which another invoice may take its place' } },
  },
  *onEnterprise(uscc, facts, { massTolerance, replaceDays }) {
    for (const transfer of facts.sentBy(uscc)) {
      for (const document of citedInvoices(transfer)) {
        const invoice = findInvoice(document, uscc, facts.registry);
        const note = invoice ? faultOf(invoice, transfer, facts, massTolerance, replaceDays) : unknownFault(transfer, facts, replaceDays);
        if (!note) continue;
        yield {
          enterprise: uscc,
          subject: `${transfer.dispatch.id} ${document.number}`,
          event: transfer.dispatch.id,
          at: transfer.at,
          evidence: { events: [transfer.dispatch.id], documents: [`invoices/${invoice ? invoiceKey(invoice) : document.number}`], note },
        };
      }
    }
  },
}); // prettier-ignore

const NOTES = {
  state: { zh: '发票已作废、红冲或为假票', en: 'The invoice is void, reversed or fake' },
  mass: { zh: '同一发票引用重量超过其数量', en: 'More was dispatched on the invoice than it is for' },
  unknown: { zh: '查无此发票', en: 'Nobody knows the invoice' },
} as const satisfies Record<string, Bilingual>;

function faultOf(invoice: InvoiceItem, transfer: TransferFact, facts: ChainFacts, tolerance: number, replaceDays: number): Bilingual | undefined {
  if (!isNormal(invoice)) {
    const replaced = fittingInvoices(transfer, facts.registry).some(each => Math.abs(issuedAt(each) - issuedAt(invoice)) <= replaceDays * DAY_MS);
    return replaced || facts.clock < issuedAt(invoice) + replaceDays * DAY_MS ? undefined : NOTES.state;
  }
  return isOverdrawn(invoice, transfer, facts, tolerance) ? NOTES.mass : undefined;
} // prettier-ignore

function unknownFault(transfer: TransferFact, facts: ChainFacts, days: number): Bilingual | undefined {
  const begins = papersBegin(
    'invoices',
    provinceOfEnterprise(facts.registry, transfer.from, transfer.at),
    facts.registry,
  );
  return facts.clock >= transfer.at + days * DAY_MS && begins <= transfer.at ? NOTES.unknown : undefined;
}

/** By the basis of its lines: physical mass, or REO where all of them count REO. */
function isOverdrawn(invoice: InvoiceItem, transfer: TransferFact, facts: ChainFacts, tolerance: number): boolean {
  const byReo = invoice.lines.every(({ basis }) => basis === 'reo');
  const key = invoiceKey(invoice);
  const citing = facts.sentBy(transfer.from).filter(each => each.state !== 'rejected' && each.at <= transfer.at && citedInvoices(each).some(document => cites(document, key)));
  const usedG = citing.flatMap(({ parts }) => parts).reduce((sum, { massG, reoG }) => sum + (byReo ? reoG : massG), 0);
  const invoicedG = invoice.lines.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
  return usedG * 100 > invoicedG * (100 + tolerance);
} // prettier-ignore

const cites = ({ code, number }: { readonly code?: string; readonly number: string }, key: string): boolean =>
  invoiceKey(code === undefined ? { number } : { code, number }) === key ||
  (code === undefined && key.endsWith(`:${number}`));
