import { dayOf, startOfDay } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, Instant } from '../facts/facts.js';
import { isWithin, type Period } from '../periods.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { inspectionsOf, saw } from '../readings/inspections.js';
import { isRunOf, scrapShare, SEPARATION_PROCESSES, sumReo } from '../readings/production.js';
import { hasQuota } from '../readings/quota.js';
import { isSale } from '../readings/sales.js';
import { defineRule, type Evidence } from '../rule.js';

/** Smelting or separation without a plan ("black factory"). Quota is permission here: readings K8. */
export default defineRule({
  code: 'SEP-01',
  kind: 'V',
  title: { zh: '无计划冶炼分离', en: 'Smelting or separation without a plan' },
  reading: {
    zh: '当年没有冶炼分离指标（当年指标对任何企业都尚未下达时，以上一年指标作为许可）而进行精矿分解或萃取分离的；冶炼企业购进精矿或富集物的；现场检查看到冶炼、分离活动的。投料全部源自废料的归 REC-04。每家企业每年一条，随产量更新。',
    en: 'An enterprise without a separation quota of the year (as long as nobody has one of that year, last year’s stands in) decomposes concentrate or separates; or, being a smelter, buys concentrate; or an inspection saw it smelting or separating. Runs fed with nothing but scrap by origin are REC-04’s case. One finding for each enterprise and year, its figures refreshed.',
  },
  severity: 'S4',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对无计划、超计划生产企业，立即责令停产',
        en: 'Enterprises that produce without or beyond a plan are ordered to stop at once',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(一)',
      quotation: {
        zh: '对无生产计划的“黑工厂”，立即责令停产',
        en: '“Black factories” without a production plan are ordered to stop at once',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '前言',
      quotation: {
        zh: '私挖盗采、无计划生产等黑稀土问题仍时有发生',
        en: 'Black rare earths, from illegal digging and production without a plan, still occur',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(一)',
      quotation: {
        zh: '对存在无计划、超计划生产……的企业，要立即责令停产',
        en: 'Enterprises that produce without or beyond a plan must be ordered to stop at once',
      },
    },
    {
      document: DOCUMENTS.quotaDraft,
      clause: '16',
      quotation: {
        zh: '存在超指标、无指标生产等违法违规行为的，按照相关法律法规追究相应责任',
        en: 'Production beyond or without a quota is held to account by law',
      },
    },
  ],
  consequence: {
    zh: '立即责令停产；不得申报国家相关资金支持项目；未缴税款由税务部门追缴；涉嫌犯罪的移送公安机关',
    en: 'Ordered to stop at once; no national funds; unpaid taxes are recovered; suspected crime goes to the police',
  },
  fine: { minCny: 2_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十二条' },
  absenceOf: ['quotas'],
  parameters: {},
  isRunningTotal: true,
  *onYear(uscc, year, facts) {
    const occasions = occasionsOf(uscc, year, facts);
    const [first] = occasions;
    if (!first) return;
    const [made, bought] = [sumReo(occasions.map(({ madeG }) => ({ reoG: madeG }))), sumReo(occasions.map(({ boughtG }) => ({ reoG: boughtG })))];
    yield {
      enterprise: uscc,
      period: year.label,
      at: first.at,
      amount: amountOfReo(made > 0 ? made : bought),
      evidence: {
        events: occasions.flatMap(({ event }) => event ?? []),
        lots: [...new Set(occasions.flatMap(({ lots }) => lots))],
        documents: occasions.flatMap(({ document }) => document ?? []),
        enterprises: [uscc],
        figures: [
          reoFigure('无指标产量', 'Made without a quota', made),
          reoFigure('无指标购进精矿', 'Concentrate bought without a quota', bought),
          reoFigure('冶炼分离指标', 'Separation quota', 0),
        ],
        note: noteOf(occasions),
      },
    };
  }, // prettier-ignore
});

/** Something that only an enterprise with a quota may do. */
interface Occasion {
  readonly at: Instant;
  readonly what: keyof typeof KINDS;
  readonly event?: string;
  readonly document?: string;
  readonly lots: readonly string[];
  readonly madeG: number;
  readonly boughtG: number;
}

const KINDS = {
  run: { zh: '生产', en: 'production' },
  purchase: { zh: '购进精矿', en: 'purchase of concentrate' },
  inspection: { zh: '现场检查', en: 'inspection' },
};

function occasionsOf(uscc: string, year: Period, facts: ChainFacts): Occasion[] {
  const all = [...runs(uscc, facts), ...purchases(uscc, facts), ...inspections(uscc, facts)];
  const unlawful = all.filter(({ at }) => isWithin(year, at) && !hasQuota(facts.registry, uscc, at, 'separation'));
  return unlawful.sort((a, b) => a.at - b.at);
}

/** Shares of origins are parts per billion, rounded. */
const ALL_SCRAP = 1 - 1e-6;

const runs = (uscc: string, facts: ChainFacts): Occasion[] =>
  facts
    .eventsOf(uscc)
    .filter(event => isRunOf(event, SEPARATION_PROCESSES) && scrapShare(event.draws) < ALL_SCRAP)
    .map(({ id, at, yields }) => ({
      at,
      what: 'run',
      event: id,
      lots: yields.map(({ lot }) => lot.key),
      madeG: sumReo(yields),
      boughtG: 0,
    }));

function purchases(uscc: string, facts: ChainFacts): Occasion[] {
  return facts.sentTo(uscc).flatMap(transfer => {
    const bought = transfer.parts.filter(({ lot }) => lot.product.stage === 'CONC');
    const isSmelter = facts.registry.at('enterprises', uscc, transfer.at)?.kinds.includes('smelter') ?? false;
    if (bought.length === 0 || !isSmelter || !isSale(transfer, facts)) return [];
    const boughtG = sumReo(bought.map(({ receivedReoG = 0 }) => ({ reoG: receivedReoG })));
    return { at: transfer.at, what: 'purchase' as const, event: transfer.dispatch.id, lots: bought.map(({ lot }) => lot.key), madeG: 0, boughtG };
  });
} // prettier-ignore

const inspections = (uscc: string, { registry, clock }: ChainFacts): Occasion[] =>
  inspectionsOf(uscc, registry, clock)
    .filter(inspection => saw(inspection, 'smelting', 'separation'))
    .map(({ number, date }) => ({
      at: startOfDay(date).getTime(),
      what: 'inspection',
      document: `inspections/${number}`,
      lots: [],
      madeG: 0,
      boughtG: 0,
    }));

function noteOf(occasions: readonly Occasion[]): Evidence['note'] {
  const counted = Object.entries(KINDS).flatMap(([kind, name]) => {
    const count = occasions.filter(({ what }) => what === kind).length;
    return count > 0 ? [{ zh: `${name.zh}${count}次`, en: `${name.en}: ${count}` }] : [];
  });
  const since = dayOf(new Date(occasions[0]!.at));
  return {
    zh: `自${since}起：${counted.map(({ zh }) => zh).join('，')}`,
    en: `Since ${since}: ${counted.map(({ en }) => en).join(', ')}`,
  };
}
