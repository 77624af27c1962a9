import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { DAY_MS, type Period } from '../periods.js';
import { firstAsked } from '../readings/asked.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { overPlan } from '../readings/over-plan.js';
import { type Made, madeUnder, totalReoG } from '../readings/production.js';
import { quotaG, type QuotaKind } from '../readings/quota.js';
import { type Bilingual, type Cause, defineRule, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  warnShare: {
    value: 90, min: 1, max: 100, unit: '%',
    meaning: { zh: '达到指标该比例时预警', en: 'Share of the quota at which a warning is given' },
  },
  forecastFactor: {
    value: 1.05, min: 1, max: 10, unit: '×',
    meaning: { zh: '按已过天数推算的全年产量超过指标的倍数', en: 'Multiple of the quota that the year’s production, projected by days, must exceed' },
  },
  forecastFromDay: {
    value: 180, min: 1, max: 366, unit: 'd',
    meaning: { zh: '该天数之后才作推算', en: 'Day of the year after which it is projected' },
  },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

const TITLES = {
  over: { zh: '超指标开采', en: 'Mining beyond the quota' },
  warning: { zh: '开采量接近指标', en: 'Mining nears the quota' },
  forecast: { zh: '开采量预计将超指标', en: 'Mining is on the way beyond the quota' },
} as const satisfies Record<string, Bilingual>;

/** Over-quota mining (超指标开采), per kind of quota. Mining without any quota is MIN-13's. */
export default defineRule({
  code: 'MIN-03',
  kind: 'V',
  title: TITLES.over,
  reading: {
    zh: '产量按首次产出的稀土精矿、富集物折 REO 计，加上未经加工即发出的原矿；已备案承包人开采的计入持证人。指标为当年各批之和，按岩矿型、离子型分别比较；指标为零的归 MIN-13。超过指标为 S4，达到预警比例、或一定天数后推算全年将超出的为 S1。',
    en: 'Production is the REO of concentrates and enrichments first yielded, with ore that is dispatched unprocessed; what a filed contractor digs counts for the holder. The quota is the sum of all batches of the year, rock and ion apart; none at all is MIN-13’s case. More than the quota is S4; at the warning share, or where the days gone by project more than the quota, S1.',
  },
  severity: 'S4',
  authorities: ['resources', 'industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: { zh: '严厉查处……超指标开采', en: 'Mining beyond the quota is strictly prosecuted' },
    },
    {
      document: DOCUMENTS.miit2014,
      clause: '附表3',
      quotation: { zh: '是否存在非法、超指标开采', en: 'Whether there is illegal mining or mining beyond the quota' },
    },
    {
      document: DOCUMENTS.quotaDraft,
      clause: '16',
      quotation: {
        zh: '存在超指标生产等违法违规行为的，核减下一年度稀土指标',
        en: 'Whoever produces beyond the quota has the next year’s quota cut',
      },
    },
  ],
  consequence: {
    zh: '没收矿产品及违法所得；情节严重的责令停产停业；核减下一年度稀土指标',
    en: 'Products and gains are confiscated; in serious cases production is stopped; the next year’s quota is cut',
  },
  fine: { minCny: 1_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十一条' },
  parameters: PARAMETERS,
  isRunningTotal: true,
  *onYear(uscc, year, facts, limits) {
    for (const kind of ['mining-rock', 'mining-ion'] as const) {
      const quota = quotaG(facts.registry, uscc, year.year, kind);
      if (quota === 0) continue;
      const until = Math.min(year.until, facts.clock);
      const made = madeUnder(kind, uscc, facts, { from: year.from, until }).sort((a, b) => a.at - b.at);
      const state = stateOf({ made, quota, days: (until - year.from) / DAY_MS }, limits);
      if (state) yield causeOf(uscc, kind, year, { made, quota, state, limits }, facts);
    }
  },
});

type State = keyof typeof TITLES;

/** Exact in grams. A year that is over projects nothing. */
function stateOf({ made, quota, days }: { made: readonly Made[]; quota: number; days: number }, limits: Limits): State | undefined {
  const total = totalReoG(made);
  if (total > quota) return 'over';
  if (total * 100 >= quota * limits.warnShare) return 'warning';
  const isForecast = days > limits.forecastFromDay && total * 365 > limits.forecastFactor * quota * days;
  return isForecast ? 'forecast' : undefined;
} // prettier-ignore

interface Found {
  readonly made: readonly Made[];
  readonly quota: number;
  readonly state: State;
  readonly limits: Limits;
}

function causeOf(uscc: string, kind: QuotaKind, { label, year }: Period, found: Found, facts: ChainFacts): Cause {
  const { made, quota, state } = found;
  const over = overPlan(made, quota);
  const quotas = facts.registry.where('quotas', 'holder', uscc).filter(row => row.year === year && row.kind === kind);
  return {
    enterprise: uscc,
    subject: kind,
    period: label,
    at: firstAsked(over?.made ?? made, facts)!.at,
    severity: over ? 'S4' : 'S1',
    title: TITLES[state],
    amount: amountOfReo(over?.excessG ?? totalReoG(made)),
    evidence: {
      ...over?.evidence,
      enterprises: [uscc],
      documents: quotas.map(({ batch }) => `quotas/${year}:${batch}:${kind}:${uscc}`),
      figures: figuresOf(found),
    },
  };
}

const figuresOf = ({ made, quota, limits }: Found): Figure[] => [
  reoFigure('累计产量', 'Production so far', totalReoG(made)),
  reoFigure('年度指标', 'Quota of the year', quota),
  shareFigure('完成率', 'Share of the quota', totalReoG(made) / quota),
  percentFigure('预警比例', 'Warning share', limits.warnShare),
  { name: { zh: '推算倍数', en: 'Factor of the projection' }, value: limits.forecastFactor, unit: '×' },
];
