import { DOCUMENTS } from '../documents.js';
import { groupBy } from '#kernel';
import type { ChainFacts, LotFact, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { invoiceKey, issuedAt, linkInvoices } from '../readings/invoices.js';
import { isNameOf } from '../readings/item-names.js';
import { type Bilingual, defineRule } from '../rule.js';

const SPECIAL: readonly string[] = ['special', 'digital-special'];
const UNITS: readonly string[] = ['吨', '公斤', '千克', 't', 'kg'];
const STAGES: readonly string[] = ['ORE', 'CONC', 'COMP_MIX', 'COMP_SEP', 'METAL'];

/** Ordinary invoice, wrong unit or wrong basis instead of the rare-earth special invoice (未按规定开具稀土专用发票). */
export default defineRule({
  code: 'INV-06',
  kind: 'V',
  title: { zh: '未按规定开具稀土专用发票', en: 'No rare-earth special invoice as prescribed' },
  reading: {
    zh: '与矿产品、化合物、金属发货关联的发票为普通发票,或单位不是吨、公斤(千克),或品位低于 90% 的离子型稀土以实物量开具的,对销售方立一条。合金、磁材、废料、出口不计。',
    en: 'An invoice linked to a dispatch of ore, compounds or metal is an ordinary one, is in another unit than tonnes or kilograms, or counts ion-adsorption enrichment of less than 90 % REO by its physical mass. Alloys, magnets, scrap and exports are exempt. The finding is on the seller.',
  },
  severity: 'S2',
  authorities: ['tax'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '稀土专用发票产品目录', en: 'Catalogue of products of the rare-earth special invoice' } },
  ],
  parameters: {
    reoBasisBelow: { value: 90, min: 0, max: 155, unit: '%', meaning: { zh: '须折 REO 开具的品位上限', en: 'REO content below which REO must be invoiced' } },
  },
  *onEnterprise(uscc, facts, { reoBasisBelow }) {
    for (const [invoice, transfers] of linkedTransfers(uscc, facts)) {
      const notes = faultsOf(invoice, transfers, reoBasisBelow);
      if (notes.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: invoiceKey(invoice),
        at: issuedAt(invoice),
        evidence: {
          events: transfers.map(({ dispatch }) => dispatch.id),
          documents: [`invoices/${invoiceKey(invoice)}`],
          note: { zh: notes.map(({ zh }) => zh).join(';'), en: notes.map(({ en }) => en).join('; ') },
        },
      };
    }
  },
}); // prettier-ignore

const NOTES = {
  type: { zh: '普通发票', en: 'An ordinary invoice' },
  unit: { zh: '计量单位不符', en: 'Another unit' },
  basis: { zh: '应折 REO 开具', en: 'REO should be invoiced' },
} as const satisfies Record<string, Bilingual>;

/** Invoices of the seller with the dispatches of goods that need a special one. */
function linkedTransfers(uscc: string, facts: ChainFacts): Map<InvoiceItem, TransferFact[]> {
  const links = linkInvoices(uscc, facts);
  const pairs = facts.sentBy(uscc).flatMap(transfer => {
    const isMeant = transfer.parts.some(({ lot }) => STAGES.includes(lot.product.stage));
    const own = (links.get(transfer.dispatch.id) ?? []).filter(({ invoice }) => invoice.seller === uscc && invoice.state === 'normal');
    return isMeant ? own.map(({ invoice }) => ({ invoice, transfer })) : [];
  });
  return new Map([...groupBy(pairs, ({ invoice }) => invoice)].map(([invoice, own]) => [invoice, own.map(({ transfer }) => transfer)]));
} // prettier-ignore

/** Only lines for goods that need it count; what else stands on the invoice does not. */
function faultsOf({ type, lines }: InvoiceItem, transfers: readonly TransferFact[], reoBasisBelow: number): Bilingual[] {
  const lots = transfers.flatMap(({ parts }) => parts.map(({ lot }) => lot)).filter(({ product }) => STAGES.includes(product.stage));
  const ion = lots.filter(({ product, reoPercent }) => product.code.startsWith('ENR-ION') && reoPercent < reoBasisBelow);
  const isFor = (item: string, some: readonly LotFact[]): boolean => some.some(({ product }) => isNameOf(item, product));
  return [
    ...(SPECIAL.includes(type) ? [] : [NOTES.type]),
    ...(lines.some(({ item, unit }) => isFor(item, lots) && !isUsual(unit)) ? [NOTES.unit] : []),
    ...(lines.some(({ item, basis }) => basis === 'physical' && isFor(item, ion)) ? [NOTES.basis] : []),
  ];
} // prettier-ignore

const isUsual = (unit = '吨'): boolean => UNITS.includes(unit.normalize('NFKC').trim().toLowerCase());
