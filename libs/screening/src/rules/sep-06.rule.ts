import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, EventFacts, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { Ancestry } from '../readings/ancestry.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { invoiceKey, issuedAt, normalInvoices, standingInvoices } from '../readings/invoices.js';
import { productsNamed } from '../readings/item-names.js';
import { isOfKind } from '../readings/parties.js';
import { sumReo } from '../readings/production.js';
import { type Cause, defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  returnDays: {
    value: 60, min: 1, max: 3650, unit: 'd',
    meaning: { zh: '原料签收后产品返回供料方的期限', en: 'Time in which products go back to who supplied the feed' },
  },
  returnShare: {
    value: 80, min: 0, max: 100, unit: '%',
    meaning: { zh: '返回产品中源自该原料的稀土占比下限', en: 'Least share of the REO going back that traces to the feed' },
  },
  invoiceDays: {
    value: 30, min: 0, max: 3650, unit: 'd',
    meaning: { zh: '供料方开票的期限', en: 'Time in which the supplier of the feed invoices it' },
  },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** Toll processing: feed of others is processed without title passing. */
export default defineRule({
  code: 'SEP-06',
  kind: 'V',
  title: { zh: '稀土代加工', en: 'Toll processing' },
  reading: {
    zh: '三种情形之一：企业开具“稀土冶炼分离产品加工费”发票；冶炼企业按“来料加工”条款收进或发出稀土；签收某方原料后在期限内把主要源自该原料的产品发回该方，而该方未就原料向其开具正常发票（货权未转移）。双方按发票价格正常买卖的不计。',
    en: 'One of three: the enterprise invoices the tolling fee for separated products; a smelter receives or sends rare earths on terms `tolling`; or, within the time set, products that mostly trace to the feed of a party go back to it, and that party never invoiced the feed (title did not pass). Buying from and selling to the same party at invoiced prices is no case.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: { zh: '严禁开展代加工业务', en: 'Toll processing is strictly forbidden' },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(一)',
      quotation: { zh: '严禁开展代加工业务', en: 'Toll processing is strictly forbidden' },
    },
  ],
  consequence: { zh: '依法依规严肃处理', en: 'Dealt with severely by law' },
  parameters: PARAMETERS,
  *onEvent(event, facts) {
    const transfer = event.content.type === 'dispatch' ? facts.transfer(event.id) : undefined;
    const plant = transfer && tollingPlant(transfer, facts);
    if (transfer && plant !== undefined) yield tollingTransfer(plant, transfer);
  },
  *onEnterprise(uscc, facts, limits) {
    for (const invoice of tollingInvoices(uscc, facts)) yield tollingInvoice(uscc, invoice);
    for (const [supplier, feeds] of groupBy(feedsOf(uscc, facts), ({ from }) => from)) {
      const unpaid = withoutTitle(feeds, facts, limits);
      if (unpaid.length > 0) yield* returnsTo(supplier, uscc, unpaid, facts, limits);
    }
  },
}); // prettier-ignore

/** The smelter that works on goods sent on tolling terms: of two, the receiver of feed or the sender of what it made. */
function tollingPlant(transfer: TransferFact, facts: EventFacts): string | undefined {
  const { terms, state, from, to, at, parts } = transfer;
  if (terms !== 'tolling' || state === 'rejected' || parts.every(({ lot }) => lot.product.stage === 'WASTE')) return undefined;
  const [sends, receives] = [from, to].map(uscc => isOfKind(uscc, at, ['smelter'], facts));
  if (sends && receives) return parts.every(part => isMadeBy(from, part)) ? from : to;
  return sends ? from : receives ? to : undefined;
} // prettier-ignore

const isMadeBy = (uscc: string, { lot }: TransferFact['parts'][number]): boolean =>
  lot.declaredBy === uscc && lot.eventType === 'processing' && lot.product.stage === 'COMP_SEP';

const tollingTransfer = (plant: string, { dispatch, from, to, at, parts }: TransferFact): Cause => ({
  enterprise: plant,
  subject: dispatch.id,
  event: dispatch.id,
  at,
  amount: amountOfReo(sumReo(parts)),
  evidence: {
    events: [dispatch.id],
    lots: parts.map(({ lot }) => lot.key),
    enterprises: [from, to],
    figures: [reoFigure('来料加工条款下的稀土', 'REO on tolling terms', sumReo(parts))],
    note: { zh: '按来料加工条款发货', en: 'Dispatched on tolling terms' },
  },
});

const isFee = ({ item }: InvoiceItem['lines'][number]): boolean =>
  productsNamed(item).some(({ code }) => code === 'SRV-TOLL');

const tollingInvoices = (uscc: string, { registry, clock }: ChainFacts): InvoiceItem[] =>
  normalInvoices(uscc, registry).filter(invoice => issuedAt(invoice) <= clock && invoice.lines.some(isFee));

function tollingInvoice(uscc: string, invoice: InvoiceItem): Cause {
  const fee = invoice.lines.filter(isFee).reduce((sum, { amount }) => sum + amount, 0);
  const document = `invoices/${invoiceKey(invoice)}`;
  return {
    enterprise: uscc,
    subject: document,
    at: issuedAt(invoice),
    amount: { value: fee, unit: 'CNY' },
    evidence: {
      documents: [document],
      enterprises: [uscc, invoice.buyer],
      figures: [{ name: { zh: '加工费(不含税)', en: 'Tolling fee without VAT' }, value: fee, unit: 'CNY' }],
      note: { zh: '开具加工费发票', en: 'A tolling fee was invoiced' },
    },
  };
}

/** What a smelter accepted on other terms than tolling. */
const feedsOf = (uscc: string, facts: ChainFacts): TransferFact[] =>
  facts
    .sentTo(uscc)
    .filter(
      ({ state, terms, at }) => state === 'accepted' && terms !== 'tolling' && isOfKind(uscc, at, ['smelter'], facts),
    );
// prettier-ignore

/** Feeds that their supplier did not invoice in time, the time being over. */
function withoutTitle(feeds: readonly TransferFact[], facts: ChainFacts, { invoiceDays }: Limits): TransferFact[] {
  return feeds.filter(feed => {
    const due = feed.at + invoiceDays * DAY_MS;
    const isPaid = standingInvoices(feed, facts).some(({ buyer, ...each }) => buyer === feed.to && issuedAt(each) <= due);
    return facts.clock > due && !isPaid;
  });
} // prettier-ignore

/** Dispatches of products back to a supplier that mostly trace to its feed. */
function* returnsTo(supplier: string, uscc: string, feeds: readonly TransferFact[], facts: ChainFacts, { returnDays, returnShare }: Limits): Iterable<Cause> {
  for (const back of facts.sentBy(uscc)) {
    if (back.to !== supplier || back.state === 'rejected' || back.terms === 'tolling') continue;
    const products = back.parts.filter(({ lot }) => lot.declaredBy === uscc && lot.eventType === 'processing');
    const recent = feeds.filter(({ receipt }) => receipt!.at <= back.at && back.at - receipt!.at <= returnDays * DAY_MS);
    const receipts = new Set(recent.map(({ receipt }) => receipt!.id));
    const share = new Ancestry(facts, ({ from }) => receipts.has(from)).shareOf(products);
    if (share * 100 >= returnShare && receipts.size > 0) yield returned(back, products, recent, share, returnShare);
  }
} // prettier-ignore

function returned(
  back: TransferFact,
  products: TransferFact['parts'],
  feeds: readonly TransferFact[],
  share: number,
  least: number,
): Cause {
  const reoG = sumReo(products);
  const events: EventFact[] = [...feeds.flatMap(({ dispatch, receipt }) => [dispatch, receipt!]), back.dispatch];
  return {
    enterprise: back.from,
    subject: back.dispatch.id,
    event: back.dispatch.id,
    at: back.at,
    amount: amountOfReo(reoG),
    evidence: {
      events: events.map(({ id }) => id),
      lots: products.map(({ lot }) => lot.key),
      enterprises: [back.from, back.to],
      figures: [
        reoFigure('发回的产品', 'Products that went back', reoG),
        shareFigure('源自该方原料的占比', 'Share that traces to the party’s feed', share),
        percentFigure('占比下限', 'Least share that counts', least),
      ],
      note: {
        zh: '原料未开票，产品发回供料方',
        en: 'The feed was not invoiced; its products went back to who supplied it',
      },
    },
  };
}
