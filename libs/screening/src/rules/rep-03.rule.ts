import { provinceOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import { previousPeriod } from '../periods.js';
import { isReportingFed, mustReport, REPORT_PARAMETERS, reportsMissedFrom, reportsOf } from '../readings/reports.js';
import { defineRule } from '../rule.js';

/** Refusal to report (拒报): two months in a row without any report. */
export default defineRule({
  code: 'REP-03',
  kind: 'V',
  title: { zh: '拒报生产数据', en: 'Refusal to report' },
  reading: {
    zh: '当年有指标的企业,连续两个月均无任何产品月报,且第二个月的截止日(宽限 3 日)已过的,记在第二个月。提醒为系统就第一个月发出的 REP-01。',
    en: 'An enterprise with a quota has no report of any product for two months in a row, and the due day of the second with its grace is over; the period is the second month. The reminder is the system’s own REP-01 of the first.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '不得拒报、虚报、瞒报和随意更改数据', en: 'Data must not be refused, overstated, concealed or altered at will' } },
  ],
  parameters: {
    ...REPORT_PARAMETERS,
    months: { value: 2, min: 2, max: 12, unit: 'months', meaning: { zh: '连续缺报月数', en: 'Months in a row without a report' } },
  },
  *onMonth(uscc, month, facts, { dueDay, graceDays, months }) {
    if (facts.clock < reportsMissedFrom(month, dueDay, graceDays)) return;
    const asked = Array.from({ length: months - 1 }).reduce<(typeof month)[]>(list => [...list, previousPeriod(list.at(-1)!)], [month]);
    const isSilent = asked.every(each => mustReport(uscc, each, facts) && reportsOf(uscc, each, facts).length === 0);
    const region = facts.registry.at('enterprises', uscc, month.until - 1)?.region;
    if (!isSilent || !isReportingFed(region && provinceOf(region), asked.at(-1)!, facts)) return;
    yield {
      enterprise: uscc,
      period: month.label,
      at: month.until - 1,
      evidence: { enterprises: [uscc], note: { zh: asked.map(({ label }) => label).join('、'), en: asked.map(({ label }) => label).join(', ') } },
    };
  },
}); // prettier-ignore
