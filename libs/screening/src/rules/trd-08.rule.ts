import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, Instant } from '../facts/facts.js';
import { isWithin } from '../periods.js';
import { invoiceKey } from '../readings/invoices.js';
import { defineRule } from '../rule.js';

/** Trade objects that nobody can name (贸易对象不明): one finding an enterprise and month. */
export default defineRule({
  code: 'TRD-08',
  kind: 'C',
  title: { zh: '贸易对象不明', en: 'Trade partners unknown' },
  reading: {
    zh: '当月存在未提供统一社会信用代码的废料供应方或无人发货的来货方、无收货人的出口、对方未登记的发货或发票的,对填报该对象的企业每月立一条。',
    en: 'In a month a supplier of scrap or a sender of goods nobody dispatched has no code, an export has no consignee, or the other party of a dispatch or invoice is not registered. One finding a month, on the enterprise that named it.',
  },
  severity: 'S1',
  authorities: ['industry', 'tax', 'market'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '一(六)', quotation: { zh: '贸易对象等信息', en: 'Trading partners and other information' } },
  ],
  parameters: {},
  *onMonth(uscc, month, facts) {
    const events = facts.eventsOf(uscc).filter(({ at, ...event }) => isWithin(month, at) && isUnknown(event, at, facts));
    const invoices = facts.registry.where('invoices', 'seller', uscc).filter(({ buyer, issuedAt }) => isWithin(month, Date.parse(issuedAt)) && !isRegistered(buyer, Date.parse(issuedAt), facts));
    if (events.length + invoices.length === 0) return;
    yield {
      enterprise: uscc,
      period: month.label,
      at: month.until - 1,
      evidence: { events: events.map(({ id }) => id), documents: invoices.map(invoice => `invoices/${invoiceKey(invoice)}`) },
    };
  },
}); // prettier-ignore

function isUnknown({ content }: Pick<EventFact, 'content'>, at: Instant, facts: ChainFacts): boolean {
  switch (content.type) {
    case 'scrap-intake':
      return content.supplier.uscc === undefined || !isRegistered(content.supplier.uscc, at, facts);
    case 'receipt':
      return 'from' in content && (content.from.uscc === undefined || !isRegistered(content.from.uscc, at, facts));
    case 'export':
      return content.consignee === undefined;
    case 'dispatch':
      return !isRegistered(content.to, at, facts);
    case 'mining':
    case 'import':
    case 'opening-stock':
    case 'processing':
    case 'stocktake':
      return false;
    default:
      return content satisfies never;
  }
}

const isRegistered = (uscc: string, at: Instant, { registry }: ChainFacts): boolean =>
  (registry.at('enterprises', uscc, at) ?? registry.latest('enterprises', uscc)) !== undefined;
