import { findProduct } from '#catalogue';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { parsePeriod, type Period } from '../periods.js';
import { firstAsked } from '../readings/asked.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { overPlan, type OverPlan } from '../readings/over-plan.js';
import { madeUnder, totalReoG } from '../readings/production.js';
import { quotaG } from '../readings/quota.js';
import { type Cause, defineRule, type Evidence } from '../rule.js';

/** Smelting and separation beyond the plan; without any quota it is SEP-01's. */
export default defineRule({
  code: 'SEP-02',
  kind: 'V',
  title: { zh: '超计划冶炼分离', en: 'Smelting and separation beyond the plan' },
  reading: {
    zh: '年度产量按精矿分解、萃取分离产出的化合物折 REO 减去投入的化合物计，按比例扣除源自废料的部分；与当年各批冶炼分离指标之和按克比较。企业月报中分离产品产量之和超过指标的，同样成立。没有指标的归 SEP-01；发票数据的核对归 SEP-13。',
    en: 'Production of the year is the REO of compounds that decomposition and separation yielded, less the compounds they drew, without the part that is scrap by origin; it is compared to the gram with the sum of all batches of the separation quota. So is what the enterprise itself reports to have made of separated products. Without a quota it is SEP-01’s case; invoices are compared by SEP-13.',
  },
  severity: 'S4',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对无计划、超计划生产企业，立即责令停产，相关企业不得申报国家相关资金支持项目，减少下一年度计划',
        en: 'Enterprises that produce without or beyond a plan are ordered to stop at once, may not apply for national funds and have the next year’s plan reduced',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '对存在……超计划生产……等违法违规行为的企业，依法依规严肃处理',
        en: 'Enterprises that produce beyond the plan are dealt with severely by law',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(一)',
      quotation: {
        zh: '超计划生产的，及时上报省稀土办，由省稀土办责令停产，予以警告，并建议工信部核减本年度或下年度生产计划',
        en: 'Production beyond the plan is reported to the province, which orders it stopped, warns, and proposes to cut this or the next year’s plan',
      },
    },
    {
      document: DOCUMENTS.quotaDraft,
      clause: '10',
      quotation: {
        zh: '应按照获得的稀土指标进行生产活动',
        en: 'Production must keep to the quota obtained',
      },
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
    zh: '责令停产，予以警告；核减本年度或下年度计划；不得申报国家相关资金支持项目',
    en: 'Ordered to stop, warned; this or the next year’s plan is cut; no national funds',
  },
  fine: { minCny: 1_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十一条' },
  parameters: {},
  isRunningTotal: true,
  *onYear(uscc, year, facts) {
    const quota = quotaG(facts.registry, uscc, year.year, 'separation');
    if (quota === 0) return;
    const made = madeUnder('separation', uscc, facts, year);
    const reports = reportsOf(uscc, year, facts);
    const reportedG = reports.reduce((sum, { producedReoT }) => sum + Math.round(producedReoT * 1e6), 0);
    const over = overPlan(made, quota);
    if (over || reportedG > quota) yield causeOf(uscc, year, { quota, madeG: Math.max(0, totalReoG(made)), reportedG, over, reports }, facts);
  }, // prettier-ignore
});

type Report = RegistryItems['monthly-reports'];

/** Latest reports of separated products for the months of the year that have ended. */
function reportsOf(uscc: string, year: Period, { registry, clock }: ChainFacts): Report[] {
  return registry.where('monthly-reports', 'enterprise', uscc).filter(({ month, product }) => {
    const period = parsePeriod(month);
    return period?.year === year.year && period.until <= clock && findProduct(product)?.stage === 'COMP_SEP';
  });
}

interface Found {
  readonly quota: number;
  readonly madeG: number;
  readonly reportedG: number;
  readonly over: OverPlan | undefined;
  readonly reports: readonly Report[];
}

function causeOf(uscc: string, year: Period, found: Found, facts: ChainFacts): Cause {
  const { quota, madeG, reportedG, over } = found;
  return {
    enterprise: uscc,
    period: year.label,
    at: over ? firstAsked(over.made, facts)!.at : Math.min(facts.clock, year.until - 1),
    amount: amountOfReo(Math.max(madeG, reportedG) - quota),
    evidence: { ...over?.evidence, enterprises: [uscc], documents: documentsOf(uscc, year, found, facts), ...figuresOf(found) },
  };
} // prettier-ignore

function documentsOf(uscc: string, { year }: Period, { reports, reportedG, quota }: Found, facts: ChainFacts): string[] {
  const quotas = facts.registry.where('quotas', 'holder', uscc).filter(row => row.year === year && row.kind === 'separation');
  const cited = reportedG > quota ? reports : [];
  return [
    ...quotas.map(({ batch }) => `quotas/${year}:${batch}:separation:${uscc}`),
    ...cited.map(({ month, product }) => `monthly-reports/${uscc}:${month}:${product}`),
  ];
} // prettier-ignore

const figuresOf = ({ quota, madeG, reportedG }: Found): Pick<Evidence, 'figures'> => ({
  figures: [
    reoFigure('年度冶炼分离指标', 'Separation quota of the year', quota),
    reoFigure('追溯系统累计产量', 'Production so far by the ledger', madeG),
    reoFigure('月报累计产量（分离产品）', 'Production so far by monthly reports, separated products', reportedG),
  ],
});
