import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { isWithin, type Period } from '../periods.js';
import { isNameOf } from '../readings/item-names.js';
import { isFinal, madeByProduct, reportKey, ownReportsOf, type Report } from '../readings/reports.js';
import { type Bilingual, type Cause, defineRule } from '../rule.js';

/** Concealment (瞒报): less is reported than was made, invoiced or exported. */
export default defineRule({
  code: 'REP-05',
  kind: 'V',
  title: { zh: '瞒报产量或销量', en: 'Production or sales concealed' },
  reading: {
    zh: '自次月 13 日起,某产品月报产量、销量或出口量的 1.03 倍加 0.5 吨低于追溯系统产量、正常发票销量或海关出口量的,立一条。未填报的产品按零计;当月完全未报的归 REP-03。',
    en: 'From the 13th of the next month: 1.03 times what is reported of a product as made, sold or exported, and 0.5 t, are less than the ledger saw made, than normal invoices sold, or than customs saw exported. A product left out counts as nothing; a month without any report is REP-03’s.',
  },
  severity: 'S3',
  authorities: ['industry', 'tax', 'customs'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '不得拒报、虚报、瞒报和随意更改数据', en: 'Data must not be refused, overstated, concealed or altered at will' } },
  ],
  parameters: {
    share: { value: 3, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
    floorT: { value: 0.5, min: 0, max: 1e6, unit: 't', meaning: { zh: '允许差下限', en: 'Tonnes that may differ in any case' } },
  },
  *onMonth(uscc, month, facts, { share, floorT }) {
    const reports = ownReportsOf(uscc, month, facts);
    if (!isFinal(month, facts.clock) || reports.length === 0) return;
    const known = [...madeOf(uscc, month, facts), ...invoicedOf(uscc, month, reports, facts), ...exportedOf(uscc, month, reports, facts)];
    for (const { product, tonnes, name, documents, field } of known) {
      const report = reports.find(row => row.product === product);
      const stated = report?.[field] ?? 0;
      if (stated * (1 + share / 100) + floorT >= tonnes) continue;
      yield causeOf(uscc, month, { product, tonnes, name, documents, stated, report });
    }
  },
}); // prettier-ignore

interface Known {
  readonly product: string;
  readonly field: 'producedReoT' | 'soldT' | 'exportedT';
  readonly tonnes: number;
  readonly name: Bilingual;
  readonly documents: readonly string[];
}

const madeOf = (uscc: string, month: Period, facts: ChainFacts): Known[] =>
  [...madeByProduct(uscc, month, facts)].map(([product, { reoG }]) => ({
    ...{ product, field: 'producedReoT', tonnes: reoG / 1e6, documents: [] },
    name: { zh: '追溯系统产量(折 REO)', en: 'Production by the ledger, REO' },
  }));

/** Physical tonnes that normal invoices of the month sold of the products reported. */
function invoicedOf(uscc: string, month: Period, reports: readonly Report[], { registry }: ChainFacts): Known[] {
  const invoices = registry
    .where('invoices', 'seller', uscc)
    .filter(({ state, issuedAt }) => state === 'normal' && isWithin(month, Date.parse(issuedAt)));
  return reports.map(({ product }) => {
    const lines = invoices.flatMap(invoice => invoice.lines.filter(({ item, basis }) => basis === 'physical' && isNameOf(item, { code: product })));
    return {
      ...{ product, field: 'soldT', tonnes: lines.reduce((sum, { massKg }) => sum + massKg, 0) / 1000 },
      name: { zh: '正常发票销量', en: 'Sold by normal invoices' },
      documents: invoices.map(({ code, number }) => `invoices/${code === undefined ? '' : `${code}:`}${number}`),
    };
  });
} // prettier-ignore

/** Physical tonnes the ledger's exports took out under declarations that customs hold. */
function exportedOf(uscc: string, month: Period, reports: readonly Report[], facts: ChainFacts): Known[] {
  const exports = facts.eventsOf(uscc).filter(({ content, at }) => content.type === 'export' && isWithin(month, at) && isKnownToCustoms(content.declaration, facts));
  return reports.map(({ product }) => {
    const draws = exports.flatMap(event => event.draws.filter(({ lot }) => lot.product.code === product));
    return {
      ...{ product, field: 'exportedT', tonnes: draws.reduce((sum, { massG }) => sum + massG, 0) / 1e6 },
      name: { zh: '海关出口量', en: 'Exported by customs declarations' },
      documents: exports.flatMap(({ content }) => (content.type === 'export' ? [`customs-declarations/${content.declaration}`] : [])),
    };
  });
} // prettier-ignore

const isKnownToCustoms = (declaration: string, { registry }: ChainFacts): boolean =>
  registry.latest('customs-declarations', declaration)?.direction === 'export';

interface Concealed extends Omit<Known, 'field'> {
  readonly stated: number;
  readonly report: Report | undefined;
}

const causeOf = (uscc: string, month: Period, { product, tonnes, name, documents, stated, report }: Concealed): Cause => ({
  enterprise: uscc,
  subject: `${product} ${name.en}`,
  period: month.label,
  at: month.until - 1,
  amount: { value: tonnes - stated, unit: 't' },
  evidence: {
    documents: [...(report ? [reportKey(report)] : []), ...documents],
    figures: [
      { name: { zh: '月报数', en: 'Reported' }, value: stated, unit: 't' },
      { name, value: tonnes, unit: 't' },
    ],
  },
}); // prettier-ignore
