import { DOCUMENTS } from '../documents.js';
import { instantOf, isPast } from '../readings/days.js';
import { defineRule } from '../rule.js';

/** Cross-province lead not reported or acknowledged in time (跨省线索上报或反馈逾期). */
export default defineRule({
  code: 'GOV-10',
  kind: 'D',
  title: { zh: '跨省线索上报或反馈逾期', en: 'Cross-province lead not reported or acknowledged in time' },
  reading: {
    zh: '发现跨省线索 10 日内未上报的,对案件所在地区立一条;送达 15 日内未确认的,对未确认的地区各立一条。',
    en: "A cross-province link was found and not reported within 10 days (region of the case); or a region told has not acknowledged within 15 days (that region).",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(三)',
      quotation: { zh: '及时汇总报工业和信息化部,由稀有金属部际协调机制组织协调,反馈给相关省(区、市)查处', en: 'Reported to the ministry in time, coordinated between the departments, and handed to the provinces concerned' },
    },
  ],
  parameters: {
    reportDays: { value: 10, min: 0, max: 365, unit: 'd', meaning: { zh: '上报期限', en: 'Days to report' } },
    acknowledgeDays: { value: 15, min: 0, max: 365, unit: 'd', meaning: { zh: '确认期限', en: 'Days to acknowledge' } },
  },
  *onRegistry({ registry, clock }, { reportDays, acknowledgeDays }) {
    for (const { number, region, crossProvince } of registry.all('cases')) {
      if (!crossProvince) continue;
      const { foundAt, reportedAt, acknowledgements = [] } = crossProvince;
      const evidence = { documents: [`cases/${number}`] };
      if (reportedAt === undefined && isPast(foundAt, clock, reportDays)) yield { region, subject: number, at: instantOf(foundAt), evidence };
      for (const { region: told, sentAt, acknowledgedAt } of acknowledgements) {
        if (acknowledgedAt !== undefined || !isPast(sentAt, clock, acknowledgeDays)) continue;
        yield { region: told, subject: `${number} ${told}`, at: instantOf(sentAt), evidence: { ...evidence, regions: [region, told] } };
      }
    }
  },
}); // prettier-ignore
