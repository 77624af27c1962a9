import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { invoiceRingsThrough, type Ring } from '../readings/invoice-rings.js';
import { MASS_TOLERANCE } from '../readings/invoice-parameters.js';
import { invoiceKey, invoicesWithoutDispatch, issuedAt } from '../readings/invoices.js';
import { productsNamed } from '../readings/item-names.js';
import { type Cause, defineRule } from '../rule.js';

/** Stages of the tax catalogue's goods (稀土产品目录): minerals, compounds and metals. */
const CATALOGUE_STAGES: readonly string[] = ['ORE', 'CONC', 'COMP_MIX', 'COMP_SEP', 'METAL'];

const PARAMETERS = {
  matchDays: {
    value: 30, min: 0, max: 366, unit: 'd',
    meaning: { zh: '开票与发货相隔的最长时间', en: 'Days that an invoice and its dispatch may lie apart' },
  },
  massTolerance: MASS_TOLERANCE,
  ringDays: {
    value: 60, min: 1, max: 366, unit: 'd',
    meaning: { zh: '环开的最长时间', en: 'Days in which a ring of invoices closes' },
  },
  ringShare: {
    value: 95, min: 0, max: 100, unit: '%',
    meaning: { zh: '回到起点的货物占比下限', en: 'Least share of the goods that comes back to where it began' },
  },
} as const; // prettier-ignore

/** Falsely issued invoice (虚开发票): one without goods, or a ring of invoices for goods that end where they began. */
export default defineRule({
  code: 'INV-03',
  kind: 'V',
  title: { zh: '虚开稀土增值税专用发票', en: 'Falsely issued invoice' },
  reading: {
    zh: '(一)目录内货物(加工费除外)的正常发票，开具后经过期限仍没有对应的发货(被引用，或买方、品名、数量、日期相符)，由开票方负责；企业首次在系统中登记之前开具的不计。(二)环开：同一批次的货物未经加工，在期限内经过至少两个其他持有人后，绝大部分回到原持有人，且每一环都开有正常发票，环中每个开票方各立一条。双方之间的退货不是环开。',
    en: 'First, a standing invoice for goods of the catalogue (the tolling fee left out) has no dispatch, cited or fitting by buyer, item, quantity and date, once the days for it are over; invoices from before the seller’s first event are left alone. Second, a ring: nearly all of a lot comes back unprocessed to a former holder through at least two others within the days, each hop with a standing invoice: every issuer in it. Goods returned between two parties are no ring.',
  },
  severity: 'S4',
  authorities: ['tax', 'police'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: {
        zh: '不开或虚开稀土增值税专用发票的企业，依法依规予以处理',
        en: 'Enterprises that issue no or false special VAT invoices for rare earths are dealt with by law',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(三)',
      quotation: {
        zh: '对发现虚开增值税发票问题的，由税务部门依法查处，达到刑事立案标准的按相关规定依法移交公安机关办理',
        en: 'False invoices are prosecuted by the tax authority and handed to the police where the threshold of a crime is reached',
      },
    },
  ],
  consequence: {
    zh: '由税务部门依法查处，达到刑事立案标准的移交公安机关',
    en: 'Prosecuted by the tax authority; handed to the police where it is a crime',
  },
  parameters: PARAMETERS,
  *onEnterprise(uscc, facts, values) {
    const orphans = invoicesWithoutDispatch(uscc, facts, values).filter(invoice => isOverdue(invoice, uscc, facts, values.matchDays));
    for (const invoice of orphans) yield causeOfOrphan(invoice, values.matchDays);
    for (const ring of invoiceRingsThrough(uscc, facts, values)) yield* causesOfRing(ring);
  },
}); // prettier-ignore

/** For goods of the catalogue, since the seller records, and old enough for its dispatch to be there. */
function isOverdue(invoice: InvoiceItem, uscc: string, facts: ChainFacts, matchDays: number): boolean {
  const [first] = facts.eventsOf(uscc);
  const at = issuedAt(invoice);
  return (first?.at ?? -Infinity) <= at && at + matchDays * DAY_MS < facts.clock && invoice.lines.some(isOfCatalogue);
}

const isOfCatalogue = ({ item }: InvoiceItem['lines'][number]): boolean =>
  productsNamed(item).some(({ stage }) => CATALOGUE_STAGES.includes(stage));

function causeOfOrphan(invoice: InvoiceItem, matchDays: number): Cause {
  const lines = invoice.lines.filter(isOfCatalogue);
  const kg = lines.reduce((sum, { massKg }) => sum + massKg, 0);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    enterprise: invoice.seller,
    subject: `invoices/${invoiceKey(invoice)}`,
    at: issuedAt(invoice),
    amount: { value: amount, unit: 'CNY' },
    evidence: {
      documents: [`invoices/${invoiceKey(invoice)}`],
      enterprises: [invoice.buyer],
      figures: [
        { name: { zh: '开票数量', en: 'Quantity invoiced' }, value: kg, unit: lines.some(({ basis }) => basis === 'reo') ? 'kg REO' : 'kg' },
        { name: { zh: '开票金额(不含税)', en: 'Amount without VAT' }, value: amount, unit: 'CNY' },
        { name: { zh: '匹配期限', en: 'Days to match' }, value: matchDays, unit: 'd' },
      ],
    },
  };
} // prettier-ignore

function* causesOfRing({ lot, hops }: Ring): Generator<Cause> {
  const [first] = hops;
  const last = hops.at(-1)!;
  for (const issuer of new Set(hops.map(({ transfer }) => transfer.from))) {
    yield {
      enterprise: issuer,
      subject: lot,
      event: hops.find(({ transfer }) => transfer.from === issuer)!.transfer.dispatch.id,
      at: last.transfer.at,
      title: { zh: '环开稀土增值税专用发票', en: 'Ring of invoices' },
      amount: { value: first!.massG / 1000, unit: 'kg' },
      evidence: {
        events: hops.map(({ transfer }) => transfer.dispatch.id),
        lots: [lot],
        documents: hops.flatMap(({ invoices }) => invoices.map(invoice => `invoices/${invoiceKey(invoice)}`)),
        enterprises: hops.map(({ transfer }) => transfer.from),
        figures: [
          { name: { zh: '发出数量', en: 'Mass that left' }, value: first!.massG / 1000, unit: 'kg' },
          { name: { zh: '回到起点的数量', en: 'Mass that came back' }, value: last.massG / 1000, unit: 'kg' },
        ],
      },
    };
  }
}
