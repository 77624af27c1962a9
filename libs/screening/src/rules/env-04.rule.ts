import { dayOf, startOfDay } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import { DAY_MS } from '../periods.js';
import { firstAsked } from '../readings/asked.js';
import { type Reading, readingFigures, readingsOf } from '../readings/monitoring.js';
import { defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  count: {
    value: 2, min: 1, max: 1000, unit: 'd',
    meaning: { zh: '超标的天数', en: 'Days with an exceedance' },
  },
  days: {
    value: 90, min: 1, max: 3650, unit: 'd',
    meaning: { zh: '计算超标天数的期间', en: 'Time within which they lie' },
  },
} as const; // prettier-ignore

/** Pollutants not stably within limits (污染物不能稳定达标排放). */
export default defineRule({
  code: 'ENV-04',
  kind: 'V',
  title: { zh: '污染物不能稳定达标排放', en: 'Pollutants not stably within limits' },
  reading: {
    zh: '规定期间内至少有规定天数的监测值高于限值，参数、点位不限；同一天的多次超标只算一天。相隔不超过该期间的超标合为一条。',
    en: 'On as many different days as set, within the time set, a reading was above its limit, whatever the parameter and point; several on a day count once. Exceedances no further apart than that time make one finding.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对污染物不能稳定达标排放的，要限期整改并依法追缴排污费',
        en: 'Who does not keep pollutants stably within limits must put it right in time and pays the discharge fees',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '超标排放的企业，依法依规处理处罚到位',
        en: 'Enterprises that discharge beyond limits are dealt with and fined',
      },
    },
  ],
  consequence: {
    zh: '限期整改并依法追缴排污费',
    en: 'To be put right by a date set; discharge fees are collected',
  },
  parameters: PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    const beyond = readingsOf(uscc, facts.registry, facts.clock).filter(({ value, limit }) => value > limit);
    for (const episode of episodesOf(beyond, limits)) {
      const reached = episode.filter((_, index) => isReached(episode.slice(0, index + 1), limits));
      if (reached.length === 0) continue;
      const shown = firstAsked(reached, facts)!;
      yield {
        enterprise: uscc,
        subject: `monitoring/${episode[0]!.number}`,
        at: shown.at,
        amount: { value: daysOf(episode).length, unit: 'd' },
        evidence: {
          documents: episode.map(({ number }) => `monitoring/${number}`),
          figures: episode.flatMap(readingFigures),
        },
      };
    }
  },
});

type Limits = Values<typeof PARAMETERS>;

/** Exceedances, each no further than the time set behind the one before. */
function episodesOf(beyond: readonly Reading[], { days }: Limits): Reading[][] {
  const episodes: Reading[][] = [];
  for (const reading of beyond) {
    const last = episodes.at(-1);
    if (last && daysBetween(last.at(-1)!, reading) <= days) last.push(reading);
    else episodes.push([reading]);
  }
  return episodes;
}

/** With the last of these readings, are there enough different days within the time? */
function isReached(upTo: readonly Reading[], { count, days }: Limits): boolean {
  const last = upTo.at(-1)!;
  return daysOf(upTo.filter(reading => daysBetween(reading, last) <= days)).length >= count;
}

const dayOfReading = ({ at }: Reading): string => dayOf(new Date(at));
const daysOf = (readings: readonly Reading[]): string[] => [...new Set(readings.map(dayOfReading))];

const daysBetween = (earlier: Reading, later: Reading): number =>
  (startOfDay(dayOfReading(later)).getTime() - startOfDay(dayOfReading(earlier)).getTime()) / DAY_MS;
