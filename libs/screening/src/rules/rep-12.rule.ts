import { DOCUMENTS } from '../documents.js';
import { groupBy } from '#kernel';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import { massFigure } from '../readings/figures.js';
import { isFinal, reportKey, ownReportsOf } from '../readings/reports.js';
import { stockAt } from '../readings/stock.js';
import { type Cause, defineRule } from '../rule.js';

const G_PER_T = 1_000_000;

/** Stock that differs from the books (库存不符). Counts of recyclers are REC-07's, of traders TRD-05's. */
export default defineRule({
  code: 'REP-12',
  kind: 'C',
  title: { zh: '库存与账面不符', en: 'Stock differs from the books' },
  reading: {
    zh: '(一)自次月 13 日起,某产品月报库存与追溯系统月末持有量(实物量,不含在途)相差超过 0.5 吨与 1% 的较大者;(二)回收企业、贸易企业以外的盘点与该产品账面相差超过同一限度。',
    en: 'From the 13th of the next month: the stock reported of a product differs from what the ledger says it held at the end of the month (physical, without what is in transit) by more than the larger of 0.5 t and 1 %. Or a stocktake, of others than recyclers and traders, differs likewise from the book of the product.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(二)', quotation: { zh: '如实填报原材料采购、实际产量、销售量、库存等信息', en: 'Purchases, actual production, sales and stock are reported truthfully' } },
  ],
  parameters: {
    floorT: { value: 0.5, min: 0, max: 1e6, unit: 't', meaning: { zh: '允许差下限', en: 'Tonnes that may differ in any case' } },
    share: { value: 1, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
  },
  *onEvent(event, facts, { floorT, share }) {
    if (event.content.type !== 'stocktake') return;
    const kinds = facts.registry.at('enterprises', event.enterprise, event.at)?.kinds ?? [];
    if (kinds.includes('recycler') || kinds.includes('trader')) return;
    for (const { product, countedG, bookG } of countsOf(event)) {
      if (Math.abs(countedG - bookG) <= Math.max(floorT * G_PER_T, (bookG * share) / 100)) continue;
      yield { ...causeOf(event.enterprise, `${event.id} ${product}`, event.at, bookG, countedG), event: event.id };
    }
  },
  *onMonth(uscc, month, facts, { floorT, share }) {
    if (!isFinal(month, facts.clock)) return;
    const held = stockAt(uscc, month.until, facts);
    for (const report of ownReportsOf(uscc, month, facts)) {
      const bookG = held.get(report.product)?.massG ?? 0;
      const statedG = report.stockT * G_PER_T;
      if (Math.abs(statedG - bookG) <= Math.max(floorT * G_PER_T, (bookG * share) / 100)) continue;
      const cause = causeOf(uscc, report.product, month.until - 1, bookG, statedG);
      yield { ...cause, period: month.label, evidence: { ...cause.evidence, documents: [reportKey(report)] } };
    }
  },
}); // prettier-ignore

/** What a stocktake found of each product, and what the books had said. */
function countsOf({ draws, yields }: EventFact): { product: string; countedG: number; bookG: number }[] {
  const massOf = (parts: EventFact['draws'] | EventFact['yields'], product: string): number =>
    parts.filter(({ lot }) => lot.product.code === product).reduce((sum, { massG }) => sum + massG, 0);
  const products = [...groupBy([...draws, ...yields], ({ lot }) => lot.product.code).keys()];
  return products.map(product => ({ product, countedG: massOf(yields, product), bookG: massOf(draws, product) }));
}

const causeOf = (enterprise: string, subject: string, at: ChainFacts['clock'], bookG: number, foundG: number): Cause => ({
  enterprise,
  subject,
  at,
  amount: { value: (foundG - bookG) / 1000, unit: 'kg' },
  evidence: { figures: [massFigure('账面', 'By the books', bookG), massFigure('申报或盘点', 'Stated or counted', foundG)] },
}); // prettier-ignore
