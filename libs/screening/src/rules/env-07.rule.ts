import { dayOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, Instant } from '../facts/facts.js';
import { DAY_MS, endOfDay } from '../periods.js';
import { permitKey, permitsFor } from '../readings/permits.js';
import { productionSites, siteCause } from '../readings/production-sites.js';
import { defineRule } from '../rule.js';

/** Completion not accepted ("三同时"、竣工验收). Trial production is needed to be accepted, hence the days. */
export default defineRule({
  code: 'ENV-07',
  kind: 'V',
  title: { zh: '未执行“三同时”和竣工验收', en: 'Completion of environmental facilities not accepted' },
  reading: {
    zh: '某场所首次生产之后规定的试生产天数已过，而没有在该日之前生效的竣工验收（验收未注明场所的，按持有人）。每一企业每一场所一条；期满后、验收前的生产列为证据。',
    en: 'The days of trial production after the first production at a site are over, and no acceptance of the site, or of the holder where it names none, began by then. One finding per enterprise and site; production after those days and before an acceptance is its evidence.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '督促企业严格执行环评审批……和环保设施竣工验收制度',
        en: 'Enterprises are made to keep strictly to environmental approval and the acceptance of completed facilities',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '三(五)',
      quotation: {
        zh: '落实建设项目环境保护“三同时”制度',
        en: 'Environmental facilities are designed, built and put to use at the same time',
      },
    },
  ],
  absenceOf: ['permits/acceptance'],
  parameters: {
    trialDays: {
      value: 90,
      min: 0,
      max: 3650,
      unit: 'd',
      meaning: { zh: '试生产天数', en: 'Days of trial production' },
    },
  },
  *onEnterprise(uscc, facts, { trialDays }) {
    for (const place of productionSites(uscc, facts)) {
      const first = place.events[0]!;
      const lastDay = dayOf(new Date(first.at + trialDays * DAY_MS));
      const acceptances = permitsFor(facts.registry, 'acceptance', place).filter(({ status }) => status === 'valid');
      if (facts.clock < endOfDay(lastDay) || acceptances.some(({ from }) => from <= lastDay)) continue;
      const late = place.events.filter(event => isUnaccepted(event, endOfDay(lastDay), acceptances));
      yield {
        ...siteCause(place, [first, ...late.filter(event => event !== first)], facts, {
          documents: acceptances.map(permitKey),
          figures: [{ name: { zh: '试生产天数', en: 'Days of trial production' }, value: trialDays, unit: 'd' }],
          note: { zh: `应于 ${lastDay} 前验收`, en: `Acceptance was due by ${lastDay}` },
        }),
        at: endOfDay(lastDay),
      };
    }
  },
});

/** Production when the trial was over and nothing accepted yet. */
const isUnaccepted = ({ at }: EventFact, due: Instant, acceptances: readonly { readonly from: string }[]): boolean =>
  at >= due && !acceptances.some(({ from }) => from <= dayOf(new Date(at)));
