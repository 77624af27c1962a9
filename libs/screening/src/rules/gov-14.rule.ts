import { DOCUMENTS } from '../documents.js';
import { provinceOf } from '#kernel';
import type { EventFacts } from '../facts/facts.js';
import { isWithin, nextPeriod, type Period } from '../periods.js';
import { instantOf } from '../readings/days.js';
import { defineRule } from '../rule.js';

/** Monthly review missing (月度调度检查缺失). */
export default defineRule({
  code: 'GOV-14',
  kind: 'C',
  title: { zh: '月度调度检查缺失', en: 'Monthly review missing' },
  reading: {
    zh: '有当年指标持有企业的省份,次月内未登记上月的月度检查,且该省此前已有此类记录的,次月结束后立一条。',
    en: "A province with a quota holder of the year has no inspection of kind monthly-review dated in the month behind, once that month is over; only from the first such record of the province on.",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.quotaDraft,
      clause: '14',
      quotation: { zh: '按月调度检查', en: 'Monthly dispatch and inspection' },
    },
  ],
  parameters: {
  },
  *onMarketMonth(month, facts) {
    const behind = nextPeriod(month);
    if (facts.clock < behind.until) return;
    const reviews = facts.registry.where('inspections', 'kind', 'monthly-review');
    for (const province of provincesWithQuota(month, facts)) {
      const own = reviews.filter(({ region }) => provinceOf(region) === province).map(({ date }) => instantOf(date));
      if (!own.some(at => at < behind.from) || own.some(at => isWithin(behind, at))) continue;
      yield { region: province, period: month.label, at: month.until - 1, evidence: { regions: [province] } };
    }
  },
}); // prettier-ignore

function provincesWithQuota({ year, until }: Period, { registry }: EventFacts): string[] {
  const holders = new Set(registry.where('quotas', 'year', year).map(({ holder }) => holder));
  const regions = [...holders].flatMap(holder => registry.at('enterprises', holder, until - 1)?.region ?? []);
  return [...new Set(regions.map(provinceOf))].sort();
}
