import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { DAY_MS, isWithin, periodAt, type Period } from '../periods.js';
import { movementsOf, type MovementKind } from '../readings/stock.js';
import { isMineral } from '../readings/stages.js';
import { defineRule } from '../rule.js';

/** Days behind the end of the year: the archive is looked at from 31 January on. */
const FROM_DAYS = 30;
const ACTIVE_MONTHS_MIN = 3;

/** Operating archive with parts missing for a whole year (经营档案不完整). */
export default defineRule({
  code: 'REP-09',
  kind: 'R',
  title: { zh: '生产经营档案不完整', en: 'Operating archive incomplete' },
  reading: {
    zh: '次年 1 月 31 日起,全年至少三个月有事件的企业,缺少全年某一部分的:矿山为生产、销售或库存报表;冶炼分离企业为矿产品购入、生产、销售或出口;贸易企业为购入、销售;并均须有至少一份月报。',
    en: 'From 31 January of the next year, of an enterprise with events in at least three months of the year, a part is missing for the whole year: of a mine production, and sales or a stock report; of a smelter ore purchase, production, and sale or export; of a trader purchase and sale; of each at least one monthly report.',
  },
  severity: 'S1',
  authorities: ['industry', 'resources', 'tax', 'market'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '一(六)', quotation: { zh: '建立稀土企业生产经营档案,及时掌握企业买卖稀土矿产品、加工销售、税费缴纳、贸易对象等信息', en: 'An archive of operations of each enterprise is kept: purchases and sales of ore, processing and sales, taxes, trading partners' } },
  ],
  parameters: {},
  *onYear(uscc, year, facts) {
    if (facts.clock < year.until + FROM_DAYS * DAY_MS || activeMonths(uscc, year, facts) < ACTIVE_MONTHS_MIN) return;
    const missing = missingParts(uscc, year, facts);
    if (missing.length === 0) return;
    yield {
      enterprise: uscc,
      period: year.label,
      at: year.until - 1,
      evidence: { note: { zh: missing.map(part => PARTS[part]).join('、'), en: missing.join(', ') } },
    };
  },
}); // prettier-ignore

const PARTS = {
  production: '生产',
  purchase: '购入',
  sale: '销售',
  'ore purchase': '矿产品购入',
  report: '月报',
} as const;
type PartName = keyof typeof PARTS;

const activeMonths = (uscc: string, year: Period, facts: ChainFacts): number =>
  new Set(facts.eventsOf(uscc).filter(({ at }) => isWithin(year, at)).map(({ at }) => periodAt('month', at).label)).size; // prettier-ignore

function missingParts(uscc: string, year: Period, facts: ChainFacts): PartName[] {
  const movements = movementsOf(uscc, facts).filter(({ at }) => isWithin(year, at));
  const has = (...kinds: MovementKind[]): boolean => movements.some(({ kind }) => kinds.includes(kind));
  const reports = facts.registry.where('monthly-reports', 'enterprise', uscc).filter(({ month }) => month.startsWith(year.label));
  const kinds = facts.registry.at('enterprises', uscc, year.until - 1)?.kinds ?? [];
  const oreBought = movements.some(({ kind, lot }) => (kind === 'purchased' || kind === 'imported') && isMineral(lot.product));
  const parts: [PartName, boolean][] = [];
  if (kinds.includes('mine')) parts.push(['production', has('mined', 'made')], ['sale', has('sold', 'exported') || reports.some(({ stockT }) => stockT > 0)]);
  if (kinds.includes('smelter')) parts.push(['ore purchase', oreBought || kinds.includes('mine')], ['production', has('made')], ['sale', has('sold', 'exported')]);
  if (kinds.includes('trader')) parts.push(['purchase', has('purchased', 'imported', 'undispatched')], ['sale', has('sold', 'exported')]);
  if (parts.length > 0) parts.push(['report', reports.length > 0]);
  return [...new Set(parts.filter(([, isThere]) => !isThere).map(([part]) => part))];
} // prettier-ignore
