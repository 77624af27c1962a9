import { DOCUMENTS } from '../documents.js';
import { endOfDay } from '../periods.js';
import { isPast } from '../readings/days.js';
import { inspectionCause, inspectionsOf, isClosed } from '../readings/inspections.js';
import { defineRule } from '../rule.js';

/** A safety violation not put right in time (安全生产违法行为). */
export default defineRule({
  code: 'ENV-10',
  kind: 'V',
  title: { zh: '安全生产违法行为逾期未改', en: 'Safety violation not put right in time' },
  reading: {
    zh: '安全检查结论为不合格，整改期限已过（期限当日不算），尚未销号。',
    en: 'A safety inspection was failed, the day by which it had to be put right is over, and it has not been closed.',
  },
  severity: 'S3',
  authorities: ['emergency'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '三(一)',
      quotation: { zh: '安监部门负责整治安全生产问题', en: 'The safety authorities put an end to safety problems' },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '三(一)',
      quotation: {
        zh: '应急管理部门负责依法查处稀土开采、冶炼分离（含综合利用）安全生产违法行为',
        en: 'The emergency authorities prosecute safety violations in mining, smelting, separation and recycling',
      },
    },
  ],
  parameters: {},
  *onEnterprise(uscc, { registry, clock }) {
    for (const inspection of inspectionsOf(uscc, registry, clock)) {
      const { kind, result, dueAt } = inspection;
      if (kind !== 'safety' || result !== 'fail' || dueAt === undefined) continue;
      if (!isPast(dueAt, clock) || isClosed(inspection, clock)) continue;
      const note = { zh: `应于 ${dueAt} 前整改`, en: `To be put right by ${dueAt}` };
      yield { ...inspectionCause(uscc, inspection, { note }), at: endOfDay(dueAt) };
    }
  },
});
