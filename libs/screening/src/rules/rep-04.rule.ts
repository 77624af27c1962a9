import { DOCUMENTS } from '../documents.js';
import { isFinal, madeByProduct, reportKey, ownReportsOf } from '../readings/reports.js';
import { defineRule } from '../rule.js';

/** Overstated production (虚报): more is reported than the ledger saw made. */
export default defineRule({
  code: 'REP-04',
  kind: 'V',
  title: { zh: '虚报产量', en: 'Production overstated' },
  reading: {
    zh: '自次月 13 日起,某产品月报产量(折 REO)超过追溯系统中该产品当月各工序产出量的 1.03 倍加 0.5 吨的,立一条。',
    en: 'From the 13th of the next month: the production reported of a product exceeds 1.03 times what the ledger saw made of it in the month, by any process, by more than 0.5 t REO.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '不得拒报、虚报、瞒报和随意更改数据', en: 'Data must not be refused, overstated, concealed or altered at will' } },
  ],
  parameters: {
    share: { value: 3, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
    floorT: { value: 0.5, min: 0, max: 1e6, unit: 't', meaning: { zh: '允许差下限', en: 'Tonnes that may differ in any case' } },
  },
  *onMonth(uscc, month, facts, { share, floorT }) {
    if (!isFinal(month, facts.clock)) return;
    const made = madeByProduct(uscc, month, facts);
    for (const report of ownReportsOf(uscc, month, facts)) {
      const madeT = (made.get(report.product)?.reoG ?? 0) / 1e6;
      if (report.producedReoT <= madeT * (1 + share / 100) + floorT) continue;
      yield {
        enterprise: uscc,
        subject: report.product,
        period: month.label,
        at: month.until - 1,
        amount: { value: report.producedReoT - madeT, unit: 't REO' },
        evidence: {
          documents: [reportKey(report)],
          figures: [
            { name: { zh: '月报产量', en: 'Production reported' }, value: report.producedReoT, unit: 't REO' },
            { name: { zh: '追溯系统产量', en: 'Production by the ledger' }, value: madeT, unit: 't REO' },
          ],
        },
      };
    }
  },
}); // prettier-ignore
