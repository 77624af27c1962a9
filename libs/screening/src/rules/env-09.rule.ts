import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import { firstAsked } from '../readings/asked.js';
import { type Reading, readingFigures, readingsOf } from '../readings/monitoring.js';
import { defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  readings: {
    value: 3, min: 2, max: 100, unit: '',
    meaning: { zh: '连续上升的读数个数', en: 'Readings that rise one after the other' },
  },
  share: {
    value: 80, min: 0, max: 100, unit: '%',
    meaning: { zh: '末次读数超过限值的比例', en: 'Share of its limit that the last must exceed' },
  },
} as const; // prettier-ignore

/** Readings on the way to their limit (氨氮、废气趋势). Beyond the limit is ENV-04's. */
export default defineRule({
  code: 'ENV-09',
  kind: 'C',
  title: { zh: '监测值持续上升', en: 'Readings rise towards their limit' },
  reading: {
    zh: '同一点位同一参数的连续读数逐次上升，达到规定个数，且末次高于限值的规定比例、不高于限值。一段连续上升为一条预警，随新读数更新。高于限值的归 ENV-04。',
    en: 'Readings of one point and parameter rise one after the other, as many as set, and the last lies above the share set of its limit and not above the limit. One rise is one warning, refreshed by new readings. Above the limit is ENV-04’s case.',
  },
  severity: 'S1',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '严控氨氮对地下水的污染……加强火法冶炼和稀土烘干焙烧、烧结等工艺环节废气治理',
        en: 'Pollution of groundwater by ammonia nitrogen is strictly controlled, waste gas of smelting, drying, roasting and sintering treated better',
      },
    },
  ],
  parameters: PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    const series = groupBy(readingsOf(uscc, facts.registry, facts.clock), ({ site = '', point, parameter }) => `${site} ${point} ${parameter}`); // prettier-ignore
    for (const rise of [...series.values()].flatMap(risesOf)) {
      const alarms = rise.slice(limits.readings - 1).filter(reading => isNear(reading, limits));
      if (alarms.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: `monitoring/${alarms[0]!.number}`,
        at: firstAsked(alarms, facts)!.at,
        evidence: {
          documents: rise.map(({ number }) => `monitoring/${number}`),
          figures: rise.flatMap(readingFigures),
        },
      };
    }
  },
});

/** Readings in order, cut wherever one does not exceed the one before. */
function risesOf(readings: readonly Reading[]): Reading[][] {
  const rises: Reading[][] = [];
  for (const reading of readings) {
    const last = rises.at(-1);
    if (last && last.at(-1)!.value < reading.value) last.push(reading);
    else rises.push([reading]);
  }
  return rises;
}

const isNear = ({ value, limit }: Reading, { share }: Values<typeof PARAMETERS>): boolean =>
  value * 100 > limit * share && value <= limit;
