import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact, TransferPart } from '../facts/facts.js';
import { DAY_MS } from '../periods.js';
import { MASS_TOLERANCE } from '../readings/invoice-parameters.js';
import { citedInvoices, linkInvoices, type LinkedInvoice } from '../readings/invoices.js';
import { isNameOf } from '../readings/item-names.js';
import { papersBegin } from '../readings/papers-begin.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { isSale } from '../readings/sales.js';
import { type Cause, defineRule } from '../rule.js';

const PARAMETERS = {
  invoiceDays: {
    value: 30, min: 0, max: 366, unit: 'd',
    meaning: { zh: '发货后开具发票的期限', en: 'Days after the dispatch in which it is to be invoiced' },
  },
  massTolerance: MASS_TOLERANCE,
} as const; // prettier-ignore

/** Sale without an invoice (不开发票). An invoice that is cited but worth nothing is INV-05's. */
export default defineRule({
  code: 'INV-02',
  kind: 'V',
  title: { zh: '销售未开具发票', en: 'Sale without an invoice' },
  reading: {
    zh: '已被接收的销售发货在期限届满后，既未引用发票，也没有买卖双方、品名、数量、日期相符而未被占用的正常发票。同一批发货可合并开票。含放射性废渣等废物不算销售；该省发票数据接入之前的发货不追究；引用了无效发票的归 INV-05。',
    en: 'An accepted sale cites no invoice, and none that stands and is not taken fits by parties, item, quantity and date once the days to invoice it are over. Several dispatches may share an invoice. Waste is no sale; dispatches from before invoices of the province were supplied are left alone; a cited invoice that is worth nothing is INV-05’s.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: {
        zh: '不开或虚开稀土增值税专用发票的企业，依法依规予以处理',
        en: 'Enterprises that issue no or false special VAT invoices for rare earths are dealt with by law',
      },
    },
  ],
  parameters: PARAMETERS,
  *onEnterprise(uscc, facts, { invoiceDays, massTolerance }) {
    const links = linkInvoices(uscc, facts, { massTolerance, matchDays: invoiceDays });
    for (const transfer of salesOverdue(uscc, facts, invoiceDays)) {
      const parts = uninvoiced(transfer, links.get(transfer.dispatch.id)!);
      if (parts.length > 0) yield causeOf(transfer, parts, facts.clock);
    }
  },
});

/** Sales whose days for an invoice are over, from the time on that invoices of the seller's province were supplied. */
function salesOverdue(uscc: string, facts: ChainFacts, invoiceDays: number): TransferFact[] {
  const { registry, clock } = facts;
  const due = facts.sentBy(uscc).filter(transfer => transfer.at + invoiceDays * DAY_MS < clock && isSale(transfer, facts));
  const provinceAt = (at: number): string | undefined => provinceOfEnterprise(registry, uscc, at);
  return [...groupBy(due, ({ at }) => provinceAt(at))].flatMap(([province, transfers]) => {
    const begin = papersBegin('invoices', province, registry);
    return transfers.filter(({ at }) => begin <= at);
  });
} // prettier-ignore

/** Goods that no invoice is for; none where the dispatch cites one, whatever it is worth. */
function uninvoiced(transfer: TransferFact, links: readonly LinkedInvoice[]): TransferPart[] {
  if (citedInvoices(transfer).length > 0) return [];
  const items = links.flatMap(({ invoice }) => invoice.lines.map(({ item }) => item));
  return transfer.parts.filter(({ lot: { product } }) => product.stage !== 'WASTE' && !items.some(item => isNameOf(item, product)));
} // prettier-ignore

function causeOf({ dispatch, receipt, from, to, at }: TransferFact, parts: readonly TransferPart[], clock: number): Cause {
  const kg = parts.reduce((sum, { receivedG, massG }) => sum + (receivedG ?? massG), 0) / 1000;
  return {
    enterprise: from,
    subject: dispatch.id,
    event: dispatch.id,
    at,
    amount: { value: kg, unit: 'kg' },
    evidence: {
      events: [dispatch.id, ...(receipt ? [receipt.id] : [])],
      lots: [...new Set(parts.map(({ lot }) => lot.key))],
      enterprises: [to],
      figures: [
        { name: { zh: '未开票货物', en: 'Goods not invoiced' }, value: kg, unit: 'kg' },
        { name: { zh: '发货已过天数', en: 'Days since the dispatch' }, value: Math.floor((clock - at) / DAY_MS), unit: 'd' },
      ],
    },
  };
} // prettier-ignore
