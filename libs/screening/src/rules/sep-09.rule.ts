import { findProcess } from '#catalogue';
import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { type Period, periodOf, previousPeriod } from '../periods.js';
import {
  type Balance,
  balanceOf,
  type ElementExcess,
  elementExcesses,
  exceeds,
  excessG,
  type RunFact,
  runsIn,
} from '../readings/balance.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { type Cause, defineRule, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  runExcess: { value: 2, min: 0, max: 100, unit: '%', meaning: { zh: '单次产出超过投入的允许比例', en: 'Excess of output over input let pass, of a run' } },
  monthExcess: { value: 1, min: 0, max: 100, unit: '%', meaning: { zh: '全月产出超过投入的允许比例', en: 'The same, of a plant’s month' } },
  yearExcess: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '全年产出超过投入的允许比例', en: 'The same, of a plant’s year' } },
  yieldSlack: { value: 1, min: 0, max: 100, unit: 'pp', meaning: { zh: '收率低于下限的允许百分点', en: 'How far a yield may lie below its lower bound' } },
  elementExcess: { value: 2, min: 0, max: 100, unit: '%', meaning: { zh: '单一元素产出超过投入的允许比例', en: 'Excess of an element let pass, of what was drawn of it' } },
  elementFloor: { value: 0.05, min: 0, max: 100, unit: '%', meaning: { zh: '单一元素允许差额占总投入的比例', en: 'Excess of an element always let pass, of all REO drawn' } },
  minAssayed: { value: 95, min: 0, max: 100, unit: '%', meaning: { zh: '按元素判断所需的化验覆盖率', en: 'How much of an element must be assayed to judge it' } },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** Mass-balance break of a plant. RECYCLING is REC-02's. */
export default defineRule({
  code: 'SEP-09',
  kind: 'V',
  title: { zh: '投入产出不平衡', en: 'Mass balance broken' },
  reading: {
    zh: '除废料回收外的全部加工：产出（含申报损耗）折 REO 超过投入，单次超 2%、全月超 1%、全年超 0.5% 的，说明有未申报的原料；某元素的产出超过投入 2% 且超过总投入的 0.05%（两侧化验覆盖 95% 以上才判断）的同样。某工序一季度产出（含在制品，不含损耗）与投入之比低于收率下限 1 个百分点以上的，说明有未申报的产出。全年按未单独成立的月份计算。',
    en: 'All processing but recycling: where output, declared losses with it, is beyond input by more than 2 % of a run, 1 % of a plant’s month or 0.5 % of its year, feed was not declared; so where a run yields more of an element than it drew by 2 % of it and 0.05 % of all, judged only where 95 % of the element is assayed on both sides. Where the yield of a process over a quarter, work in progress with it, losses without, lies more than a point below its lower bound, output was not declared. The year is judged on the months that are no case by themselves.',
  },
  severity: 'S3',
  authorities: ['industry', 'tax'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '在稀土产品追溯系统中如实填报原材料采购（含进口矿采购数量）、实际产量、销售量、库存等信息',
        en: 'Purchases of raw material (imported ore with them), actual production, sales and stock are truthfully entered in the traceability system',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(一)',
      quotation: {
        zh: '核实矿产品来源、实际生产量和销售量',
        en: 'The source of ore, actual production and sales are verified',
      },
    },
    { document: DOCUMENTS.design, clause: 'SEP-09', quotation: { zh: '投入产出物料平衡', en: 'Balance of input and output' } },
  ],
  consequence: { zh: '核实矿产品来源和实际产量；未缴税款追缴', en: 'Source and actual production are verified; unpaid taxes recovered' },
  fine: { minCny: 50_000, maxCny: 200_000, law: '《稀土管理条例》第二十五条' },
  parameters: PARAMETERS,
  *onMonth(uscc, month, facts, limits) {
    const found = excessIn(uscc, month, facts, limits);
    if (found) yield excessCause(uscc, month.label, found, limits);
  },
  *onQuarter(uscc, quarter, facts, limits) {
    if (facts.clock < quarter.until) return;
    const label = previousPeriod(periodOf('month', quarter.year, quarter.month + 3)).label;
    for (const [process, runs] of groupBy(runsIn(uscc, facts, quarter, false), run => run.content.process)) {
      const bound = findProcess(process)?.yield.min;
      const balance = balanceOf(runs);
      const least = bound === undefined ? 0 : bound - limits.yieldSlack / 100;
      if (balance.yieldedG < balance.drawnG * least) yield lowYieldCause(uscc, label, process, runs, least, limits);
    }
  },
  *onYear(uscc, year, facts, limits) {
    if (facts.clock < year.until) return;
    const runs = monthsOf(year).filter(month => !excessIn(uscc, month, facts, limits)).flatMap(month => runsIn(uscc, facts, month, false));
    const balance = balanceOf(runs);
    if (!exceeds(balance, limits.yearExcess)) return;
    yield { ...excessCause(uscc, `${year.label}-12`, { balance, culprits: runs, elements: [], limit: limits.yearExcess }, limits), subject: year.label };
  },
}); // prettier-ignore

const monthsOf = ({ year }: Period): Period[] => Array.from({ length: 12 }, (_, n) => periodOf('month', year, n + 1));

interface Excess {
  readonly balance: Balance;
  /** The runs that are beyond by themselves; all of the month where only together. */
  readonly culprits: readonly RunFact[];
  readonly elements: readonly ElementExcess[];
  /** Percent that the balance is held to. */
  readonly limit: number;
}

/** Runs speak at once, the month when it has ended. */
function excessIn(uscc: string, month: Period, facts: ChainFacts, limits: Limits): Excess | undefined {
  const runs = runsIn(uscc, facts, month, false);
  const heavy = runs.filter(run => exceeds(balanceOf([run]), limits.runExcess));
  const elements = runs.map(run => ({ run, excesses: elementExcesses(run, limits) })).filter(({ excesses }) => excesses.length > 0);
  const culprits = [...new Set([...heavy, ...elements.map(({ run }) => run)])];
  const found = elements.flatMap(({ excesses }) => excesses);
  if (culprits.length > 0) return { balance: balanceOf(culprits), culprits, elements: found, limit: limits.runExcess };
  const balance = balanceOf(runs);
  const isOver = facts.clock >= month.until && exceeds(balance, limits.monthExcess);
  return isOver ? { balance, culprits: runs, elements: [], limit: limits.monthExcess } : undefined;
} // prettier-ignore

function excessCause(uscc: string, period: string, { balance, culprits, elements, limit }: Excess, limits: Limits): Cause {
  const ofElements = elements.reduce((sum, { drawnG, yieldedG }) => sum + yieldedG - drawnG, 0);
  return {
    enterprise: uscc,
    period,
    at: culprits.at(-1)!.at,
    amount: amountOfReo(Math.round(Math.max(excessG(balance), ofElements))),
    evidence: {
      ...evidenceOf(uscc, culprits),
      figures: [...figuresOf(balance), percentFigure('允许超出', 'Excess let pass', limit), ...elements.flatMap(elementFigures), ...elementLimits(elements, limits)],
      note: elements.length > 0
        ? { zh: `元素产出超过投入：${elements.map(({ element }) => element).join('、')}`, en: `Elements beyond input: ${elements.map(({ element }) => element).join(', ')}` }
        : { zh: '产出超过投入，有未申报的原料', en: 'Output beyond input: feed was not declared' },
    },
  };
} // prettier-ignore

const evidenceOf = (uscc: string, runs: readonly RunFact[]) => ({
  events: runs.map(({ id }) => id),
  lots: [...new Set(runs.flatMap(({ yields }) => yields.map(({ lot }) => lot.key)))],
  enterprises: [uscc],
});

const figuresOf = (balance: Balance): Figure[] => [
  reoFigure('投入', 'Drawn', balance.drawnG),
  reoFigure('产出', 'Yielded', balance.yieldedG),
  reoFigure('申报损耗', 'Declared losses', balance.lostG),
  reoFigure('产出(含损耗)减投入', 'Output with losses, less input', excessG(balance)),
];

const elementFigures = ({ element, drawnG, yieldedG }: ElementExcess): Figure[] => [
  reoFigure(`${element} 投入`, `${element} drawn`, Math.round(drawnG)),
  reoFigure(`${element} 产出`, `${element} yielded`, Math.round(yieldedG)),
];

const elementLimits = (elements: readonly ElementExcess[], { elementExcess, elementFloor }: Limits): Figure[] =>
  elements.length === 0
    ? []
    : [
        percentFigure('单一元素允许超出', 'Excess of an element let pass', elementExcess),
        percentFigure('单一元素允许差额占总投入', 'The same, of all REO drawn', elementFloor),
      ];

function lowYieldCause(uscc: string, period: string, process: string, runs: readonly RunFact[], least: number, { yieldSlack }: Limits): Cause {
  const balance = balanceOf(runs);
  return {
    enterprise: uscc,
    subject: process,
    period,
    at: runs.at(-1)!.at,
    title: { zh: '收率过低', en: 'Yield too low' },
    amount: amountOfReo(Math.round(balance.drawnG * least - balance.yieldedG)),
    evidence: {
      ...evidenceOf(uscc, runs),
      figures: [
        ...figuresOf(balance),
        shareFigure('收率', 'Yield', balance.yieldedG / balance.drawnG),
        shareFigure('收率下限', 'Lower bound of the yield', least + yieldSlack / 100),
        { name: { zh: '允许低于下限', en: 'Slack below the bound' }, value: yieldSlack, unit: 'pp' },
      ],
      note: { zh: `工序 ${process} 一季度的收率低于下限，有未申报的产出`, en: `The quarter’s yield of ${process} lies below its bound: output was not declared` },
    },
  };
} // prettier-ignore
