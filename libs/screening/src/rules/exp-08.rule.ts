import { DOCUMENTS } from '../documents.js';
import type { EventFacts, KnownFinding } from '../facts/facts.js';
import { DAY_MS, type Period, previousPeriod } from '../periods.js';
import { ABNORMAL_EXPORT_RULES } from '../readings/abnormal-exports.js';
import { defineRule } from '../rule.js';

/** Watch-list of exporters with abnormal exports (出口异常企业重点关注). */
export default defineRule({
  code: 'EXP-08',
  kind: 'C',
  title: { zh: '出口异常企业列入重点关注', en: 'Exporter on the watch-list for abnormal exports' },
  reading: {
    zh: '连续 6 个月内有 2 个以上月份存在 EXP-02 或 EXP-03 问题(未排除),或有一条提出 30 日后仍未处理的,列入。',
    en: 'Two or more of six months in a row have a finding of EXP-02 or EXP-03 that was not dismissed, or one is still open 30 days after it was raised.',
  },
  severity: 'S1',
  authorities: ['commerce'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '重点关注出口异常企业', en: 'Enterprises with abnormal exports get particular attention' } },
  ],
  parameters: {
    months: { value: 2, min: 1, max: 12, unit: 'months', meaning: { zh: '异常月数', en: 'Months with a finding' } },
    within: { value: 6, min: 1, max: 60, unit: 'months', meaning: { zh: '观察月数', en: 'Months looked at' } },
    openDays: { value: 30, min: 0, max: 3650, unit: 'd', meaning: { zh: '未处理天数', en: 'Days a finding may stay open' } },
  },
  *onMonth(uscc, month, facts, { months, within, openDays }) {
    const findings = findingsOf(uscc, lastMonths(month, within), facts);
    const abnormal = new Set(findings.map(({ period }) => period));
    const stale = findings.filter(({ state, raisedAt }) => state === 'open' && facts.clock >= raisedAt + openDays * DAY_MS);
    if (!abnormal.has(month.label) || (abnormal.size < months && stale.length === 0)) return;
    yield {
      enterprise: uscc,
      period: month.label,
      at: month.until - 1,
      evidence: { documents: findings.map(({ id }) => `findings/${id}`) },
    };
  },
}); // prettier-ignore

const findingsOf = (uscc: string, labels: readonly string[], facts: EventFacts): KnownFinding[] =>
  ABNORMAL_EXPORT_RULES.flatMap(rule => facts.findings(rule, uscc)).filter(
    ({ state, period }) => state !== 'dismissed' && state !== 'closed' && labels.includes(period ?? ''),
  );

function lastMonths(month: Period, count: number): string[] {
  const labels = [month.label];
  for (let each = previousPeriod(month); labels.length < count; each = previousPeriod(each)) labels.push(each.label);
  return labels;
}
