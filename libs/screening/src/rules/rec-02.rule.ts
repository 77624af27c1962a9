import { assayToDistribution } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { isWithin, type Period } from '../periods.js';
import { assayedShare, isAssayed, meanDistribution } from '../readings/assay.js';
import { type Balance, balanceOf, exceeds, excessG, type RunFact, runsIn } from '../readings/balance.js';
import { feedOf } from '../readings/feed.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { type ForeignPart, foreignPart } from '../readings/foreign-profiles.js';
import { isOfKind } from '../readings/parties.js';
import { type Bilingual, defineRule, type Evidence, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  runExcess: {
    value: 2, min: 0, max: 100, unit: '%',
    meaning: { zh: '全月产出超过投入的允许比例', en: 'Excess of a month’s output over input let pass' },
  },
  foreignProfileShare: {
    value: 5, min: 0, max: 100, unit: '%',
    meaning: { zh: '产出或料液中原矿、离子矿配分的允许占比', en: 'Share of ore and ion-clay profiles in output or liquor let pass' },
  },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** Illegal ore processed under the name of recycling, by evidence of its own. */
export default defineRule({
  code: 'REC-02',
  kind: 'V',
  title: { zh: '以综合利用为名变相加工非法矿产品', en: 'Illegal ore processed under the name of recycling' },
  reading: {
    zh: '三项证据之一：一家企业当月废料回收的产出（含申报损耗）折 REO 超过投入 2% 以上；当月产出合计的配分，或料液槽样品的配分，经非负最小二乘分解后，有 5% 以上只能由原矿或离子矿的参考配分解释，而不能由所投原料解释。登记投入的矿产品归 REC-01，样品与原料配分不一致归 REC-03。',
    en: 'One of three: over a month, a plant’s recycling yields (declared losses with it) more REO than it drew by over 2 %; the distribution of the month’s yields together, or of a feed-liquor sample, taken apart by non-negative least squares, is to more than 5 % explained by reference profiles of ore or ion clay only and not by what was fed. Ore that is openly fed is REC-01’s case, a sample that differs from the feed REC-03’s.',
  },
  severity: 'S4',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(二)',
      quotation: {
        zh: '对以资源综合利用为名，收购加工非法稀土矿产品的企业，依法没收非法稀土矿产品及违法所得并予以处罚',
        en: 'From enterprises that buy and process illegal ore under the name of recycling, ore and gains are confiscated, with a penalty',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(二)',
      quotation: {
        zh: '坚决整治以“综合利用为名”变相加工非法矿产品',
        en: 'The processing of illegal ore in disguise, “under the name of recycling”, is resolutely rectified',
      },
    },
  ],
  consequence: {
    zh: '没收非法稀土矿产品及违法所得并予以处罚',
    en: 'Illegal ore and gains are confiscated, with a penalty',
  },
  fine: { minCny: 2_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十二条' },
  parameters: PARAMETERS,
  *onMonth(uscc, month, facts, limits) {
    const runs = runsIn(uscc, facts, month, true);
    const clues = [...balanceClue(runs, limits), ...outputClue(runs, month, facts, limits), ...sampleClues(uscc, month, facts, limits)];
    if (clues.length === 0) return;
    const excess = Math.max(0, excessG(balanceOf(runs)));
    const foreign = Math.max(...clues.map(({ foreignG }) => foreignG));
    yield {
      enterprise: uscc,
      period: month.label,
      at: runs.at(-1)?.at ?? clues[0]!.at,
      ...(excess + foreign > 0 ? { amount: amountOfReo(Math.round(Math.max(excess, foreign))) } : {}),
      evidence: evidenceOf(uscc, runs, clues),
    };
  },
}); // prettier-ignore

interface Clue {
  readonly at: number;
  readonly what: Bilingual;
  /** Grams of REO that ore profiles explain. */
  readonly foreignG: number;
  readonly documents: readonly string[];
  readonly figures: readonly Figure[];
}

/** Of a month that goes on, what has been recorded so far. */
function balanceClue(runs: readonly RunFact[], { runExcess }: Limits): Clue[] {
  const balance = balanceOf(runs);
  if (!exceeds(balance, runExcess)) return [];
  const what = { zh: '产出超过投入', en: 'Output beyond input' };
  return [{ at: runs.at(-1)!.at, what, foreignG: 0, documents: [], figures: balanceFigures(balance, runExcess) }];
}

const balanceFigures = (balance: Balance, limit: number): Figure[] => [
  reoFigure('投入', 'Drawn', balance.drawnG),
  reoFigure('产出', 'Yielded', balance.yieldedG),
  reoFigure('申报损耗', 'Declared losses', balance.lostG),
  percentFigure('允许超出', 'Excess let pass', limit),
];

/** How much of the yields must be assayed for their mixture to say anything. */
const ASSAYED_MIN = 0.95;

/** The yields of a month that has ended: a part of them may be a cut. */
function outputClue(runs: readonly RunFact[], month: Period, { clock }: ChainFacts, { foreignProfileShare }: Limits): Clue[] {
  const yields = runs.flatMap(run => run.yields).filter(({ lot }) => lot.product.stage !== 'WASTE');
  if (clock < month.until || assayedShare(yields) < ASSAYED_MIN) return [];
  const output = yields.filter(({ lot }) => isAssayed(lot));
  const foreign = foreignPart(meanDistribution(output), runs.flatMap(({ draws }) => draws));
  if (foreign.share * 100 <= foreignProfileShare) return [];
  const foreignG = output.reduce((sum, { reoG }) => sum + reoG, 0) * foreign.share;
  const what = { zh: '产出配分含矿产品特征', en: 'The output has the distribution of ore' };
  return [{ at: runs.at(-1)!.at, what, foreignG, documents: [], figures: foreignFigures(foreign, foreignProfileShare) }];
} // prettier-ignore

type Sample = RegistryItems['samples'];

/** Days before a sample that its feed may be of. */
const WINDOW_DAYS = 90;

/** Liquor of a plant that smelts as well may rightly hold ore. */
function sampleClues(uscc: string, month: Period, facts: ChainFacts, limits: Limits): Clue[] {
  return facts.registry
    .where('samples', 'enterprise', uscc)
    .map(sample => ({ sample, at: Date.parse(sample.takenAt) }))
    .filter(({ sample, at }) => sample.point === 'feed-liquor' && isWithin(month, at) && at <= facts.clock)
    .filter(({ at }) => isOfKind(uscc, at, ['recycler'], facts) && !isOfKind(uscc, at, ['smelter'], facts))
    .flatMap(({ sample, at }) => sampleClue(uscc, sample, at, facts, limits));
}

function sampleClue(uscc: string, { number, assay }: Sample, at: number, facts: ChainFacts, { foreignProfileShare }: Limits): Clue[] {
  const feed = feedOf(uscc, facts, { until: at, days: WINDOW_DAYS, processes: ['RECYCLING'] });
  const foreign = foreignPart(assayToDistribution(assay), feed);
  if (foreign.share * 100 <= foreignProfileShare) return [];
  const what = { zh: `样品 ${number} 的配分含矿产品特征`, en: `Sample ${number} has the distribution of ore` };
  return [{ at, what, foreignG: 0, documents: [`samples/${number}`], figures: foreignFigures(foreign, foreignProfileShare) }];
} // prettier-ignore

const foreignFigures = ({ share, profiles, residualPp }: ForeignPart, limit: number): Figure[] => [
  shareFigure(
    `矿产品配分占比（${profiles.join('、')}）`,
    `Share of profiles of deposits (${profiles.join(', ')})`,
    share,
  ),
  percentFigure('允许占比', 'Share let pass', limit),
  {
    name: { zh: '拟合残差', en: 'Residual of the fit' },
    value: Math.round(residualPp * 100) / 100,
    unit: 'pp',
  },
];

const evidenceOf = (uscc: string, runs: readonly RunFact[], clues: readonly Clue[]): Evidence => ({
  events: runs.map(({ id }) => id),
  lots: [...new Set(runs.flatMap(({ yields }) => yields.map(({ lot }) => lot.key)))],
  documents: clues.flatMap(({ documents }) => documents),
  enterprises: [uscc],
  figures: clues.flatMap(({ figures }) => figures),
  note: { zh: clues.map(({ what }) => what.zh).join('；'), en: clues.map(({ what }) => what.en).join('; ') },
});
