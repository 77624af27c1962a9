import { DOCUMENTS } from '../documents.js';
import { isOfKind } from '../readings/parties.js';
import { taxShortfall } from '../readings/tax.js';
import { defineRule } from '../rule.js';

/** Value-added tax unpaid (未缴纳增值税). Mines are MIN-12's. */
export default defineRule({
  code: 'TAX-01',
  kind: 'V',
  title: { zh: '未足额缴纳增值税', en: 'Value-added tax unpaid' },
  reading: {
    zh: '矿山以外的企业,某月增值税申报已缴低于应缴的 98%,或计税金额低于当月正常发票金额的 98%,或已开票而次月 15 日前未申报的,立一条。',
    en: 'Of an enterprise other than a mine, in a month: VAT paid is less than 98 % of what is due, the amount taxed less than 98 % of its normal invoices, or invoices were issued and no return is there by the 15th of the next month.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '未缴纳增值税的,应补缴增值税,并按相关规定缴纳滞纳金及罚款',
        en: 'Unpaid VAT is to be paid with late fees and fines',
      },
    },
  ],
  consequence: { zh: '补缴增值税,缴纳滞纳金及罚款', en: 'VAT is paid with late fees and fines' },
  parameters: {
    tolerance: {
      value: 2,
      min: 0,
      max: 100,
      unit: '%',
      meaning: { zh: '允许差占比', en: 'Share that may be missing' },
    },
  },
  *onMonth(uscc, month, facts, { tolerance }) {
    if (isOfKind(uscc, month.until - 1, ['mine'], facts)) return;
    const cause = taxShortfall({ taxpayer: uscc, tax: 'vat', period: month, tolerance, isTaxed: () => true }, facts);
    if (cause) yield cause;
  },
});
