import { provinceOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import { mustReport, isReportingFed, REPORT_PARAMETERS, reportsMissedFrom, reportsOf } from '../readings/reports.js';
import { defineRule } from '../rule.js';

/** Monthly report missing (未按月报送). Two months in a row are REP-03. */
export default defineRule({
  code: 'REP-01',
  kind: 'D',
  title: { zh: '未按月报送生产数据', en: 'Monthly report missing' },
  reading: {
    zh: '当年有指标的企业,次月 10 日(宽限 3 日)仍无上月任何产品月报的,立一条。全部为零的月报也是月报;该省尚无任何企业月报的不计。',
    en: 'An enterprise with a quota has no report of any product for the month when the 10th of the next and three days of grace are over. Reports of nothing are reports; a province from which nobody has reported yet is no case.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '每月向所在地省级工业和信息化主管部门报送上月生产数据和指标完成情况', en: 'Production data and completion of the quota of the month before are reported every month to the provincial industry authority' } },
  ],
  parameters: REPORT_PARAMETERS,
  *onMonth(uscc, month, facts, { dueDay, graceDays }) {
    const due = reportsMissedFrom(month, dueDay, graceDays);
    if (facts.clock < due || !mustReport(uscc, month, facts) || reportsOf(uscc, month, facts).length > 0) return;
    const region = facts.registry.at('enterprises', uscc, month.until - 1)?.region;
    if (!isReportingFed(region && provinceOf(region), month, facts)) return;
    yield { enterprise: uscc, period: month.label, at: month.until - 1, evidence: { enterprises: [uscc] } };
  },
}); // prettier-ignore
