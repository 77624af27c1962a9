import { assayToDistribution, type Distribution, formatInstant } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, Instant } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import {
  assayedShare,
  isAssayed,
  l1Distance,
  type LotReo,
  type MarkerOff,
  markersOff,
  meanDistribution,
  percentOf,
} from '../readings/assay.js';
import { feedOf } from '../readings/feed.js';
import { percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { isOfKind } from '../readings/parties.js';
import { isRunOf, SEPARATION_PROCESSES, sumReo } from '../readings/production.js';
import { type Cause, defineRule, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  windowDays: { value: 90, min: 1, max: 3650, unit: 'd', meaning: { zh: '取样前计入原料的天数', en: 'Days before the sample whose feed counts' } },
  l1: { value: 10, min: 0, max: 200, unit: 'pp', meaning: { zh: '配分差异总和的允许百分点', en: 'Sum of all differences of elements let pass' } },
  markerRelative: { value: 30, min: 0, max: 1000, unit: '%', meaning: { zh: '标志元素的相对偏差允许值', en: 'Relative difference of a marker let pass' } },
  markerFloorPp: { value: 0.5, min: 0, max: 100, unit: 'pp', meaning: { zh: '标志元素的绝对偏差允许值', en: 'Absolute difference of a marker let pass' } },
  minAssayed: { value: 80, min: 0, max: 100, unit: '%', meaning: { zh: '原料的最低化验覆盖率', en: 'How much of the feed must be assayed to compare' } },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** The liquor of a plant's line is not what its feed would make. */
export default defineRule({
  code: 'REC-03',
  kind: 'V',
  title: { zh: '生产线槽液配分与采购原料不一致', en: 'Tank liquor differs from the feed purchased' },
  reading: {
    zh: '仅以料液槽样品比较。预期配分为取样前 90 日时持有和此后购进、进口、收进、期初的原料批次按 REO 加权的平均；自产产品和在制品不是原料。全部元素差异之和超过 10 个百分点，或 Y、Eu、Gd、Sm、La+Ce 之一相对偏差超过 30% 且超过 0.5 个百分点的成立；综合利用企业 S4，冶炼企业 S2。原料化验覆盖不足 80% 的记为无法比较（S1）。',
    en: 'Only samples of feed liquor are compared. What is expected is the mean, weighted by REO, of the feed lots held 90 days before the sample and acquired since; own products and work in progress are no feed. It is a case where all differences together exceed 10 points, or one of Y, Eu, Gd, Sm, La+Ce differs by more than 30 % of it and 0.5 points: S4 for recyclers, S2 for smelters. Where less than 80 % of the feed is assayed they cannot be compared (S1).',
  },
  severity: 'S4',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(二)',
      quotation: {
        zh: '现场抽取企业生产线槽液样品进行检验，配分与采购原料不一致的，视为收购加工非法稀土矿产品',
        en: 'Samples of tank liquor are taken on site from the production line and tested; where the distribution differs from the feed purchased, illegal ore is deemed to have been bought and processed',
      },
    },
  ],
  consequence: {
    zh: '及时上报省稀土办，由省稀土办责令停产，依法予以处罚',
    en: 'Reported to the province, which orders production stopped; penalty by law',
  },
  fine: { minCny: 2_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十二条' },
  parameters: PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    for (const sample of facts.registry.where('samples', 'enterprise', uscc)) {
      if (sample.point === 'feed-liquor' && Date.parse(sample.takenAt) <= facts.clock) yield* judge(uscc, sample, facts, limits);
    }
  },
}); // prettier-ignore

type Sample = RegistryItems['samples'];

interface Context {
  readonly feed: readonly LotReo[];
  /** What was going on when the sample was taken. */
  readonly runs: readonly EventFact[];
}

function* judge(uscc: string, sample: Sample, facts: ChainFacts, limits: Limits): Iterable<Cause> {
  const at = Date.parse(sample.takenAt);
  const [isSmelter, isRecycler] = (['smelter', 'recycler'] as const).map(kind => isOfKind(uscc, at, [kind], facts));
  if (!isSmelter && !isRecycler) return;
  const processes = [...(isSmelter ? SEPARATION_PROCESSES : []), ...(isRecycler ? ['RECYCLING'] : [])];
  const feed = feedOf(uscc, facts, { until: at, days: limits.windowDays, processes });
  if (assayedShare(feed) * 100 < limits.minAssayed) {
    yield causeOf(uscc, sample, { feed, runs: runsAt(uscc, processes, at, facts) }, limits, { severity: 'S1', title: { zh: '槽液配分无法与原料比较', en: 'Tank liquor cannot be compared with the feed' } }, []);
    return;
  }
  const expected = meanDistribution(feed.filter(({ lot }) => isAssayed(lot)));
  const comparison = compare(assayToDistribution(sample.assay), expected, limits);
  if (comparison.isOff) yield causeOf(uscc, sample, { feed, runs: runsAt(uscc, processes, at, facts) }, limits, { severity: isSmelter ? 'S2' : 'S4' }, comparison.figures);
} // prettier-ignore

/** Runs that were going on; if none was, the last before. */
function runsAt(uscc: string, processes: readonly string[], at: Instant, facts: ChainFacts): EventFact[] {
  const runs = facts.eventsOf(uscc).filter(event => isRunOf(event, processes));
  const going = runs.filter(run => Date.parse(run.content.from) <= at && at <= run.at);
  return going.length > 0 ? going : runs.filter(run => run.at < at).slice(-1);
}

function compare(found: Distribution, expected: Distribution, limits: Limits): { isOff: boolean; figures: Figure[] } {
  const distance = l1Distance(found, expected);
  const markers = markersOff(found, expected, { relative: limits.markerRelative, floorPp: limits.markerFloorPp });
  const figures = [
    points('配分差异总和', 'Sum of all differences', distance),
    points('允许值', 'Let pass', limits.l1),
    ...markers.flatMap(markerFigures),
    ...ratioFigures(found, expected),
  ];
  return { isOff: distance > limits.l1 || markers.length > 0, figures };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

const points = (zh: string, en: string, value: number): Figure => ({
  name: { zh, en },
  value: rounded(value),
  unit: 'pp',
});

function markerFigures({ elements, found, expected }: MarkerOff): Figure[] {
  const name = elements.join('+');
  return [
    percentFigure(`${name} 样品`, `${name} in the sample`, rounded(found)),
    percentFigure(`${name} 预期`, `${name} expected`, rounded(expected)),
  ];
}

/** Shown as evidence, not decided by: the ratio of neodymium to praseodymium tells added separated products. */
const ratioFigures = (found: Distribution, expected: Distribution): Figure[] =>
  [found, expected].flatMap((distribution, index) => {
    const pr = percentOf(distribution, 'Pr');
    const [zh, en] = index === 0 ? ['样品', 'in the sample'] : ['预期', 'expected'];
    return pr > 0
      ? [{ name: { zh: `Nd/Pr ${zh}`, en: `Nd/Pr ${en}` }, value: rounded(percentOf(distribution, 'Nd') / pr), unit: '1' }]
      : [];
  }); // prettier-ignore

function causeOf(uscc: string, sample: Sample, { feed, runs }: Context, limits: Limits, how: Pick<Cause, 'severity' | 'title'>, figures: readonly Figure[]): Cause {
  const at = Date.parse(sample.takenAt);
  const document = `samples/${sample.number}`;
  const since = formatInstant(new Date(at - limits.windowDays * DAY_MS)).slice(0, 10);
  return {
    enterprise: uscc,
    subject: document,
    at,
    ...how,
    evidence: {
      documents: [document],
      enterprises: [uscc],
      events: runs.map(({ id }) => id),
      lots: feed.map(({ lot }) => lot.key),
      figures: [
        ...figures,
        reoFigure('原料(窗口期内)', 'Feed in the window', sumReo(feed)),
        shareFigure('其中有化验的占比', 'Of which assayed', assayedShare(feed)),
        percentFigure('化验覆盖下限', 'Least part assayed', limits.minAssayed),
      ],
      note: { zh: `原料窗口自 ${since} 起`, en: `Feed counted from ${since} on` },
    },
  };
} // prettier-ignore
