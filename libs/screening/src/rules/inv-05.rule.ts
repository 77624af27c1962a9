import { groupBy } from '#kernel';
import type { DocumentRef } from '#lots';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { massFigure } from '../readings/figures.js';
import { MASS_TOLERANCE } from '../readings/invoice-parameters.js';
import { type Overdraft, overdrafts } from '../readings/invoice-use.js';
import { citedInvoices, findInvoice, invoiceKey, isNormal, linkInvoices, voidedAt } from '../readings/invoices.js';
import { papersBegin } from '../readings/papers-begin.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { type Bilingual, type Cause, defineRule } from '../rule.js';

/** Void, reversed, duplicate or fake invoice used as evidence (作废、红冲、重复、假票). */
export default defineRule({
  code: 'INV-05',
  kind: 'V',
  title: { zh: '以作废、红冲、假票作凭证', en: 'Void, reversed, reused or fake invoice used as evidence' },
  reading: {
    zh: '发货引用的发票为假票或号码不合规则的，立即立一条；已作废、红冲且 30 日内没有相符的正常发票替代的，发货 30 日后仍查无此票的，各立一条；引用发票的发货按先后占用其数量(按品名、计量口径，允差 1%)，不够的立一条。对引用的销售方立。该省发票数据接入之前的发货不追究查无此票。',
    en: 'A dispatch cites an invoice that is fake or whose number cannot be one: at once. One that is void or reversed and has had no fitting standing one in its place for 30 days, or one that nobody knows 30 days after the dispatch. Dispatches use up the quantity of the invoices they cite one after the other, by item and basis, within 1 %: whichever finds too little left. The finding is on the seller that cites. Unknown invoices are let pass from before invoices of the province were supplied.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: { zh: '如实开具稀土增值税专用发票', en: 'Special VAT invoices for rare earths are issued truthfully' },
    },
  ],
  parameters: {
    massTolerance: MASS_TOLERANCE,
    replaceDays: {
      value: 30, min: 0, max: 366, unit: 'd',
      meaning: { zh: '替代发票或发票到达的期限', en: 'Days in which another invoice may take its place, or the invoice become known' },
    },
  },
  *onEnterprise(uscc, facts, { massTolerance, replaceDays }) {
    for (const citation of citations(uscc, facts)) {
      const note = faultOf(citation, facts, replaceDays);
      if (note) yield causeOf(citation, { documents: [`invoices/${keyOf(citation)}`], note });
    }
    for (const overdraft of overdrafts(uscc, facts, massTolerance)) yield overdrawn(overdraft);
  },
}); // prettier-ignore

const NOTES = {
  fake: { zh: '假发票', en: 'The invoice is fake' },
  number: { zh: '发票代码、号码不合编码规则', en: 'Code and number cannot be those of an invoice' },
  state: { zh: '发票已作废或红冲，且未见替代发票', en: 'The invoice is void or reversed and none took its place' },
  unknown: { zh: '查无此发票', en: 'Nobody knows the invoice' },
  mass: { zh: '引用发票的货物超过其数量', en: 'More was dispatched on the invoices than they are for' },
} as const satisfies Record<string, Bilingual>;

interface Citation {
  readonly transfer: TransferFact;
  readonly document: DocumentRef;
  readonly invoice: InvoiceItem | undefined;
  /** Does a standing invoice of the seller belong to the dispatch besides? */
  readonly isReplaced: boolean;
}

function citations(uscc: string, facts: ChainFacts): Citation[] {
  const links = linkInvoices(uscc, facts);
  return facts.sentBy(uscc).flatMap(transfer => {
    const isReplaced = links.get(transfer.dispatch.id)!.some(({ invoice }) => isNormal(invoice) && invoice.seller === uscc);
    const documents = [...groupBy(citedInvoices(transfer), invoiceKey).values()].map(([first]) => first!);
    return documents.map(document => ({ transfer, document, invoice: findInvoice(document, uscc, facts.registry), isReplaced }));
  });
} // prettier-ignore

function faultOf({ transfer, document, invoice, isReplaced }: Citation, facts: ChainFacts, replaceDays: number): Bilingual | undefined {
  const isOver = (since: number): boolean => facts.clock >= since + replaceDays * DAY_MS;
  if (!invoice && !isPossible(document)) return NOTES.number;
  if (!invoice) return isOver(transfer.at) && areInvoicesFed(transfer, facts) ? NOTES.unknown : undefined;
  if (isNormal(invoice)) return undefined;
  if (invoice.state === 'fake') return NOTES.fake;
  return !isReplaced && isOver(voidedAt(invoice, facts.registry)) ? NOTES.state : undefined;
} // prettier-ignore

/** Of an old invoice the code may be left out. */
const isPossible = ({ code, number }: DocumentRef): boolean =>
  code === undefined ? /^(\d{8}|\d{20})$/.test(number) : /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number);

const areInvoicesFed = ({ from, at }: TransferFact, { registry }: ChainFacts): boolean =>
  papersBegin('invoices', provinceOfEnterprise(registry, from, at), registry) <= at;

const keyOf = ({ invoice, document }: Citation): string => invoiceKey(invoice ?? document);

const causeOf = (citation: Citation, evidence: Cause['evidence']): Cause => ({
  enterprise: citation.transfer.from,
  subject: `${citation.transfer.dispatch.id} ${keyOf(citation)}`,
  event: citation.transfer.dispatch.id,
  at: citation.transfer.at,
  evidence: { events: [citation.transfer.dispatch.id], enterprises: [citation.transfer.to], ...evidence },
});

const overdrawn = ({ transfer, invoices, massG }: Overdraft): Cause => ({
  enterprise: transfer.from,
  subject: `${transfer.dispatch.id} ${invoices.map(invoiceKey).join(' ')}`,
  event: transfer.dispatch.id,
  at: transfer.at,
  amount: { value: Math.round(massG) / 1000, unit: 'kg' },
  evidence: {
    events: [transfer.dispatch.id],
    lots: [...new Set(transfer.parts.map(({ lot }) => lot.key))],
    documents: invoices.map(invoice => `invoices/${invoiceKey(invoice)}`),
    enterprises: [transfer.to],
    figures: [
      massFigure('发货数量', 'Dispatched', transfer.parts.reduce((sum, part) => sum + part.massG, 0)),
      massFigure('发票不足的数量', 'More than is left on the invoices', Math.round(massG)),
    ],
    note: NOTES.mass,
  },
}); // prettier-ignore
