import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { Period } from '../periods.js';
import { isFinal, reportKey, reportsOf, type Report } from '../readings/reports.js';
import { defineRule } from '../rule.js';

/** A group's report that is not the sum of its subsidiaries' (集团汇总不符). */
export default defineRule({
  code: 'REP-02',
  kind: 'D',
  title: { zh: '集团月报与子企业合计不符', en: 'Group report is not the sum of its subsidiaries' },
  reading: {
    zh: '自次月 13 日起,集团某产品月报产量与所属企业月报产量之和相差超过 0.1% 的,立一条。集团未报的不计。',
    en: 'From the 13th of the next month: the production a group reports of a product differs from the sum of its subsidiaries by more than 0.1 %. A group that does not report is no case here.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '稀土集团应每月向工业和信息化部汇总报送', en: 'Groups consolidate and report every month to the ministry' } },
  ],
  parameters: {
    share: { value: 0.1, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
  },
  *onMonth(uscc, month, facts, { share }) {
    const isGroup = facts.registry.latest('enterprises', uscc)?.kinds.includes('group') ?? false;
    if (!isGroup || !isFinal(month, facts.clock)) return;
    const parts = subsidiaryReports(uscc, month, facts);
    for (const report of reportsOf(uscc, month, facts)) {
      const own = parts.filter(({ product }) => product === report.product);
      const sum = own.reduce((total, { producedReoT }) => total + producedReoT, 0);
      if (Math.abs(sum - report.producedReoT) * 100 <= share * Math.max(sum, report.producedReoT)) continue;
      yield {
        enterprise: uscc,
        subject: report.product,
        period: month.label,
        at: month.until - 1,
        amount: { value: Math.abs(sum - report.producedReoT), unit: 't REO' },
        evidence: {
          documents: [report, ...own].map(reportKey),
          figures: [
            { name: { zh: '集团月报', en: 'Reported by the group' }, value: report.producedReoT, unit: 't REO' },
            { name: { zh: '所属企业合计', en: 'Sum of its subsidiaries' }, value: sum, unit: 't REO' },
          ],
        },
      };
    }
  },
}); // prettier-ignore

const subsidiaryReports = (group: string, month: Period, facts: ChainFacts): Report[] =>
  facts.registry
    .where('enterprises', 'group', group)
    .filter(({ uscc }) => uscc !== group)
    .flatMap(({ uscc }) => reportsOf(uscc, month, facts));
