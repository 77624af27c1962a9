import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFacts } from '../facts/facts.js';
import { type Period, previousPeriod } from '../periods.js';
import { type Cause, defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  factor: {
    value: 2,
    min: 1,
    max: 100,
    unit: '×',
    meaning: { zh: '对前期均值的倍数', en: 'Multiple of the mean of the months before' },
  },
  sigmas: {
    value: 3,
    min: 0,
    max: 100,
    unit: 'σ',
    meaning: { zh: '高于均值的标准差倍数', en: 'Standard deviations above the mean' },
  },
  minKg: {
    value: 5000,
    min: 0,
    max: 1e12,
    unit: 'kg',
    meaning: { zh: '当月出口量下限', en: 'Least mass of the month' },
  },
  historyMin: {
    value: 6,
    min: 1,
    max: 60,
    unit: 'months',
    meaning: { zh: '前期月数下限', en: 'Months before that must be known' },
  },
  historyMax: {
    value: 12,
    min: 1,
    max: 60,
    unit: 'months',
    meaning: { zh: '前期月数上限', en: 'Months before that are looked at' },
  },
  newMonths: {
    value: 6,
    min: 0,
    max: 60,
    unit: 'months',
    meaning: { zh: '新出口企业月数', en: 'Months for which an exporter is new' },
  },
  newKg: {
    value: 20000,
    min: 0,
    max: 1e12,
    unit: 'kg',
    meaning: { zh: '新出口企业月出口量上限', en: 'Mass a new exporter may take out in a month' },
  },
  shareFrom: {
    value: 3,
    min: 2,
    max: 1000,
    unit: 'exporters',
    meaning: { zh: '按份额检验所需出口企业数', en: 'Exporters from which on shares are tested too' },
  },
} as const;

/** Abnormal growth of exports (出口异常增长), by exporter and eight-digit code. */
export default defineRule({
  code: 'EXP-02',
  kind: 'V',
  title: { zh: '出口量异常增长', en: 'Abnormal growth of exports' },
  reading: {
    zh: '按报关单的申报企业、8 位税号和月份统计:当月量超过前 12 个月(至少 6 个月,含零)均值的 2 倍且超过均值加 3 倍标准差、不少于 5 吨;该税号有 3 家以上出口企业时,其占当月总量的份额也须同样异常。首次出口不满 6 个月的企业当月超过 20 吨的,同样成立。8505 不计。',
    en: 'By exporter, eight-digit code and month of the declarations: more than twice the mean of the twelve months before (at least six, zeros included), more than the mean and three standard deviations, and at least 5 t; where three or more export the code, the share of the month must be as unusual. An exporter of less than six months with more than 20 t in a month as well. Heading 8505 is left out.',
  },
  severity: 'S2',
  authorities: ['commerce', 'customs', 'industry'],
  basis: [
    { document: DOCUMENTS.weihai2020, clause: '一(四)', quotation: { zh: '出口中出现异常增长的企业', en: 'Enterprises whose exports grow abnormally' } },
  ],
  consequence: { zh: '核查产品来源,直至矿产品源头', en: 'The source of the goods is traced back to the ore' },
  parameters: PARAMETERS,
  *onMarketMonth(month, facts, limits) {
    if (facts.clock < month.until) return;
    for (const [code, series] of seriesByCode(facts)) {
      for (const [party, masses] of series) {
        const cause = causeOf({ party, code, month, masses, series }, limits);
        if (cause) yield cause;
      }
    }
  },
}); // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** Kilograms by month. */
type Series = ReadonlyMap<string, number>;

interface Look {
  readonly party: string;
  readonly code: string;
  readonly month: Period;
  readonly masses: Series;
  readonly series: ReadonlyMap<string, Series>;
}

/** What each exporter took out of each code, month by month. */
function seriesByCode({ registry }: EventFacts): Map<string, Map<string, Map<string, number>>> {
  const exported = registry.where('customs-declarations', 'direction', 'export').flatMap(({ party, date, lines }) =>
    lines.filter(({ hsCode }) => !hsCode.startsWith('8505')).map(({ hsCode, massKg }) => ({ party, massKg, code: hsCode.slice(0, 8), month: date.slice(0, 7) })),
  );
  return new Map([...groupBy(exported, ({ code }) => code)].map(([code, own]) => [code, byParty(own)]));
} // prettier-ignore

interface Exported {
  readonly party: string;
  readonly month: string;
  readonly massKg: number;
}

function byParty(lines: readonly Exported[]): Map<string, Map<string, number>> {
  const parties = new Map<string, Map<string, number>>();
  for (const { party, month, massKg } of lines) {
    const series = parties.get(party) ?? new Map<string, number>();
    parties.set(party, series.set(month, (series.get(month) ?? 0) + massKg));
  }
  return parties;
}

function causeOf({ party, code, month, masses, series }: Look, limits: Limits): Cause | undefined {
  const now = masses.get(month.label) ?? 0;
  const first = [...masses.keys()].sort()[0]!;
  const before = monthsBefore(month, limits.historyMax).filter(label => label >= first);
  const isNew = before.length < limits.newMonths && now > limits.newKg;
  if (!isNew && !(before.length >= limits.historyMin && isUnusual({ now, before, masses, series, month }, limits))) return undefined;
  return {
    enterprise: party,
    subject: code,
    period: month.label,
    at: month.until - 1,
    amount: { value: now, unit: 'kg' },
    evidence: {
      figures: [
        { name: { zh: '当月出口量', en: 'Exported in the month' }, value: now, unit: 'kg' },
        { name: { zh: '前期月均', en: 'Mean of the months before' }, value: meanOf(before.map(label => masses.get(label) ?? 0)), unit: 'kg' },
      ],
      note: { zh: `税号 ${code}`, en: `Code ${code}` },
    },
  };
} // prettier-ignore

interface Test extends Pick<Look, 'masses' | 'series' | 'month'> {
  readonly now: number;
  readonly before: readonly string[];
}

function isUnusual({ now, before, masses, series, month }: Test, limits: Limits): boolean {
  if (now < limits.minKg || !isAbove(now, before.map(label => masses.get(label) ?? 0), limits)) return false;
  const totalOf = (label: string): number => [...series.values()].reduce((sum, each) => sum + (each.get(label) ?? 0), 0);
  const shareOf = (label: string): number => (masses.get(label) ?? 0) / (totalOf(label) || 1);
  const exporters = [...series.values()].filter(each => each.has(month.label)).length;
  return exporters < limits.shareFrom || isAbove(shareOf(month.label), before.map(shareOf), limits);
} // prettier-ignore

function isAbove(now: number, before: readonly number[], { factor, sigmas }: Limits): boolean {
  const mean = meanOf(before);
  const deviation = Math.sqrt(
    before.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, before.length - 1),
  );
  return now > factor * mean && now > mean + sigmas * deviation;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

/** Labels of so many months before a month, latest first. */
function monthsBefore(month: Period, count: number): string[] {
  const labels: string[] = [];
  for (let each = previousPeriod(month); labels.length < count; each = previousPeriod(each)) labels.push(each.label);
  return labels;
}
