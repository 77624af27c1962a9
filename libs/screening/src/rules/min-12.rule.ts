import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import type { Period } from '../periods.js';
import { productsNamed } from '../readings/item-names.js';
import { isMineral } from '../readings/stages.js';
import { taxShortfall } from '../readings/tax.js';
import { type Cause, defineRule } from '../rule.js';

/** Mine taxes not paid in full (未足额缴纳税费): VAT by month, resource tax by quarter. */
export default defineRule({
  code: 'MIN-12',
  kind: 'V',
  title: { zh: '矿山税费未足额缴纳', en: 'Mine taxes not paid in full' },
  reading: {
    zh: '矿山企业的增值税（按月）或资源税（按季）申报中，已缴低于应纳，或计税金额低于正常发票上矿产品行的金额，超过允许偏差；或已开具矿产品发票而期满后 15 日内没有申报。应纳税额以申报为准，不另行套用税率。该省首次报入申报数据之前的缺报不判断。',
    en: 'In a mine’s returns of VAT (by month) or resource tax (by quarter) less was paid than due, or less taxed than the mineral lines of its NORMAL invoices, by more than the tolerance; or minerals were invoiced and no return was filed within 15 days after the period. The tax due is the return’s own: no rate is applied. Returns missing from before the province’s first are left alone.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: {
        zh: '追缴矿山开采企业未足额缴纳的稀土增值税、矿产资源税及补偿费等税费',
        en: 'VAT, mineral resource tax, compensation and other fees that mines have not paid in full are collected',
      },
    },
  ],
  consequence: { zh: '追缴税费', en: 'Taxes and fees are collected' },
  parameters: {
    tolerance: {
      value: 2,
      min: 0,
      max: 100,
      unit: '%',
      meaning: { zh: '少缴、少计的允许偏差', en: 'By how much a payment or an amount taxed may fall short' },
    },
  },
  *onMonth(uscc, month, facts, { tolerance }) {
    yield* judge('vat', uscc, month, facts, tolerance);
  },
  *onQuarter(uscc, quarter, facts, { tolerance }) {
    yield* judge('resource', uscc, quarter, facts, tolerance);
  },
});

function* judge(tax: 'vat' | 'resource', taxpayer: string, period: Period, facts: ChainFacts, tolerance: number): Iterable<Cause> {
  if (!facts.registry.at('enterprises', taxpayer, period.until - 1)?.kinds.includes('mine')) return;
  const cause = taxShortfall({ taxpayer, tax, period, tolerance, isTaxed: isMineralLine }, facts);
  if (cause) yield cause;
} // prettier-ignore

const isMineralLine = ({ item }: InvoiceItem['lines'][number]): boolean => productsNamed(item).some(isMineral);
