import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, Instant } from '../facts/facts.js';
import { DAY_MS } from '../periods.js';
import { type MonitoringItem, recordsOf } from '../readings/monitoring.js';
import { isProduction } from '../readings/production-sites.js';
import { defineRule } from '../rule.js';

/** Treatment facilities long out of operation while production went on (处理设施运行长期不正常). */
export default defineRule({
  code: 'ENV-05',
  kind: 'V',
  title: { zh: '污染物处理设施运行长期不正常', en: 'Treatment facilities long out of operation' },
  reading: {
    zh: '处理设施停运记录（参数 treatment-outage）的起止超过规定天数，并与该场所的生产（加工的起止，或开采）时间重叠；未结束的停运计到当前。停运未注明场所的，按该企业任一场所；生产未注明场所的，仅在企业只有一个场所时计入。',
    en: 'A record of a treatment outage lasts longer than the days set and overlaps production at that site (a run from its beginning to its end, or mining); an outage without end lasts until now. One that names no site is held against any site of the enterprise; production that names none counts only where the enterprise has one site at most.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '对……污染物处理设施运行长期不正常……的企业，依法依规处理处罚到位',
        en: 'Enterprises whose treatment facilities are long out of normal operation are dealt with and fined',
      },
    },
  ],
  parameters: {
    outageDays: {
      value: 7,
      min: 0,
      max: 3650,
      unit: 'd',
      meaning: { zh: '停运超过该天数', en: 'Days that an outage must exceed' },
    },
  },
  *onEnterprise(uscc, facts, { outageDays }) {
    const outages = recordsOf(uscc, facts.registry, facts.clock).filter(
      ({ parameter }) => parameter === 'treatment-outage',
    );
    for (const outage of outages) {
      const { from, until } = spanOf(outage, facts.clock);
      const limit = from + outageDays * DAY_MS;
      const runs = until > limit ? runsDuring(outage, uscc, facts) : [];
      if (runs.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: `monitoring/${outage.number}`,
        ...(runs.length === 1 ? { event: runs[0]!.id } : {}),
        at: limit,
        amount: { value: Math.round(((until - from) / DAY_MS) * 10) / 10, unit: 'd' },
        evidence: {
          events: runs.map(({ id }) => id),
          documents: [`monitoring/${outage.number}`],
          figures: [{ name: { zh: '停运上限', en: 'Longest outage allowed' }, value: outageDays, unit: 'd' }],
        },
      };
    }
  },
});

interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

const spanOf = ({ from, to }: MonitoringItem, clock: Instant): Stretch => ({
  from: Date.parse(from),
  until: to === undefined ? clock : Math.min(Date.parse(to), clock),
});

function runsDuring(outage: MonitoringItem, uscc: string, facts: ChainFacts): EventFact[] {
  const { from, until } = spanOf(outage, facts.clock);
  const hasOneSite = facts.registry.where('sites', 'enterprise', uscc).length <= 1;
  const isThere = ({ content: { site } }: EventFact): boolean =>
    outage.site === undefined || site === outage.site || (site === undefined && hasOneSite);
  return facts.eventsOf(uscc).filter(event => isProduction(event) && isThere(event) && beginOf(event) < until && event.at > from); // prettier-ignore
}

function beginOf({ content, at }: EventFact): Instant {
  const from = content.type === 'processing' || content.type === 'mining' ? content.from : undefined;
  return from === undefined ? at : Date.parse(from);
}
