import { isRegionCode } from '#catalogue';
import { provinceOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, LotFact, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { invoiceKey, issuedAt, linkInvoices, normalInvoices } from '../readings/invoices.js';
import { provinceOfEnterprise, provincesOf } from '../readings/provinces.js';
import { isCompound, isMineral } from '../readings/stages.js';
import { type Bilingual, defineRule } from '../rule.js';

const DIGITAL_LENGTH = 20;

/** Invoice issued elsewhere than where the goods come from (异地开票). */
export default defineRule({
  code: 'INV-04',
  kind: 'V',
  title: { zh: '非法产品异地开票', en: 'Invoice issued elsewhere' },
  reading: {
    zh: '(一)发票开具地(及数电票号码第 3、4 位)省份与销售方登记省份不同;(二)发货引用的发票销售方不是发货方;(三)矿产品、化合物发货的起运地省份既不是销售方所在省、其登记场所所在省,也不是其收到该批货物的省份。对销售方立一条。',
    en: '(a) The province of issue (and digits 3 and 4 of a 20-digit number) is not that of the seller; (b) a dispatch cites an invoice of another seller than the dispatcher; (c) ore or compounds leave from a province that is neither the seller’s, nor of one of its sites, nor where it received the lot. The finding is on the seller.',
  },
  severity: 'S3',
  authorities: ['tax', 'industry'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '一', quotation: { zh: '非法产品异地开票', en: 'Invoices for illegal goods issued elsewhere' } },
  ],
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const invoice of normalInvoices(uscc, facts.registry)) {
      if (!isElsewhere(invoice, facts)) continue;
      yield { enterprise: uscc, subject: invoiceKey(invoice), at: issuedAt(invoice), evidence: { documents: [`invoices/${invoiceKey(invoice)}`], note: NOTES.issued } };
    }
    const links = linkInvoices(uscc, facts);
    for (const transfer of facts.sentBy(uscc)) {
      const foreign = (links.get(transfer.dispatch.id) ?? []).filter(({ invoice, cited }) => cited && invoice.seller !== uscc);
      const note = foreign.length > 0 ? NOTES.seller : isShippedElsewhere(transfer, facts) ? NOTES.shipped : undefined;
      if (!note) continue;
      yield {
        enterprise: uscc,
        subject: transfer.dispatch.id,
        event: transfer.dispatch.id,
        at: transfer.at,
        evidence: {
          events: [transfer.dispatch.id],
          documents: foreign.map(({ invoice }) => `invoices/${invoiceKey(invoice)}`),
          enterprises: foreign.map(({ invoice }) => invoice.seller),
          note,
        },
      };
    }
  },
}); // prettier-ignore

const NOTES = {
  issued: { zh: '开具地与销售方登记地不同', en: 'Issued in another province than the seller’s' },
  seller: { zh: '发票销售方不是发货方', en: 'The seller on the invoice is not the dispatcher' },
  shipped: { zh: '起运地与销售方无关', en: 'Leaves from a province that is nothing to the seller' },
} as const satisfies Record<string, Bilingual>;

/** By the place of issue, or by the province in the number of a fully digital one; tax districts that are no province are not told. */
function isElsewhere({ seller, region, number, ...invoice }: InvoiceItem, { registry }: ChainFacts): boolean {
  const own = provinceOfEnterprise(registry, seller, issuedAt(invoice));
  const inNumber = number.length === DIGITAL_LENGTH ? `${number.slice(2, 4)}0000` : '';
  const provinces = [provinceOf(region), inNumber].filter(isRegionCode);
  return own !== undefined && provinces.some(province => province !== own);
}

/** Drop shipment from where the lot was received is honest. */
function isShippedElsewhere({ dispatch, from, at, parts }: TransferFact, facts: ChainFacts): boolean {
  const { shipFrom } = dispatch.content;
  const goods = parts.filter(({ lot }) => isMineral(lot.product) || isCompound(lot.product));
  if (shipFrom === undefined || goods.length === 0) return false;
  const province = provinceOf(shipFrom);
  const sites = facts.registry.where('sites', 'enterprise', from).map(({ region }) => provinceOf(region));
  if (province === provinceOfEnterprise(facts.registry, from, at) || sites.includes(province)) return false;
  return goods.some(({ lot }) => !isOwnImport(lot, from) && !receivedIn(from, lot.key, facts).includes(province));
}

/** Where goods came into the country is not known by province. */
const isOwnImport = ({ eventType, declaredBy }: LotFact, uscc: string): boolean =>
  eventType === 'import' && declaredBy === uscc;

/** Provinces that a lot came from, or was to go to, when the seller got it. */
const receivedIn = (uscc: string, lotKey: string, facts: ChainFacts): string[] =>
  facts
    .sentTo(uscc)
    .filter(({ parts }) => parts.some(({ lot }) => lot.key === lotKey))
    .flatMap(transfer => Object.values(provincesOf(transfer, facts.registry)).flatMap(each => each ?? []));
