import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, Instant } from '../facts/facts.js';
import { DAY_MS, endOfDay } from '../periods.js';
import { instantOf } from '../readings/days.js';
import { inspectionsOf, type InspectionItem } from '../readings/inspections.js';
import { defineRule } from '../rule.js';

/** Dynamic supervision of key areas (重点资源地和矿山动态督查): a duty of authorities, told with the site's owner. */
export default defineRule({
  code: 'MIN-15',
  kind: 'C',
  title: { zh: '重点资源地未按期督查', en: 'Key area not inspected in time' },
  reading: {
    zh: '列为重点监管的场所，最近一次检查之后的规定天数已过，或从未检查。只写企业、未写场所的检查也算。',
    en: 'A site under dynamic supervision has had no inspection in the days set, or none at all. Inspections that name the enterprise and no site count.',
  },
  severity: 'S1',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: {
        zh: '加大对重点资源地和矿山动态督查力度',
        en: 'Key resource areas and mines are supervised more intensely',
      },
    },
  ],
  absenceOf: ['inspections'],
  parameters: {
    inspectionDays: {
      value: 90,
      min: 1,
      max: 3650,
      unit: 'd',
      meaning: { zh: '两次检查之间最长天数', en: 'Longest time between two inspections' },
    },
  },
  *onEnterprise(uscc, facts, { inspectionDays }) {
    const { registry, clock } = facts;
    const general = inspectionsOf(uscc, registry, clock).filter(each => each.site === undefined);
    for (const site of registry.where('sites', 'enterprise', uscc).filter(({ keyArea }) => keyArea)) {
      const last = lastOf([...general, ...registry.where('inspections', 'site', site.code)], clock);
      const at = dueSince(last, inspectionDays, facts);
      if (at > clock) continue;
      yield {
        enterprise: uscc,
        subject: site.code,
        at,
        evidence: {
          documents: [`sites/${site.code}`, ...(last ? [`inspections/${last.number}`] : [])],
          regions: [site.region],
          figures: [{ name: { zh: '检查间隔上限', en: 'Longest time allowed' }, value: inspectionDays, unit: 'd' }],
          note: last
            ? { zh: `最近一次检查：${last.date}`, en: `Last inspection: ${last.date}` }
            : { zh: '没有检查记录', en: 'No inspection on record' },
        },
      };
    }
  },
});

const lastOf = (inspections: readonly InspectionItem[], clock: Instant): InspectionItem | undefined =>
  inspections
    .filter(({ date }) => instantOf(date) <= clock)
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);

/** A site that never was inspected is overdue at whatever time is asked about. */
function dueSince(last: InspectionItem | undefined, days: number, { clock, span }: ChainFacts): Instant {
  if (last) return endOfDay(last.date) + days * DAY_MS;
  return span ? Math.min(clock, span.until - 1) : clock;
}
