import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFacts, OriginFact, TransferFact, TransferPart } from '../facts/facts.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { isOfKind, isShownByItself } from '../readings/parties.js';
import { isSale } from '../readings/sales.js';
import { isMineral } from '../readings/stages.js';
import { TAINT_PARAMETERS, type Taint, type TaintLimits, taintOf } from '../readings/taint.js';
import { type Cause, defineRule } from '../rule.js';

/** A smelter buys illegal ore. What nobody can explain is SEP-05's. */
export default defineRule({
  code: 'SEP-03',
  kind: 'V',
  title: { zh: '收购非法稀土矿产品', en: 'Buying illegal ore' },
  reading: {
    zh: '冶炼企业签收的原矿、精矿或富集物，非法来源占比和数量达到下限的；或者卖方不是矿山、进口商、冶炼企业，也不是所售矿产品仅源自矿山或进口的贸易商、集团的。来源不明的归 SEP-05。按签收的批次逐笔判断。',
    en: 'A smelter accepted ore, concentrate or enrichment of which the share and the amount from illegal sources reach the limits; or whose seller is neither mine, importer nor smelter, nor a trader or group whose minerals are from mines or imports alone. Sources nobody knows are SEP-05’s case. Judged receipt by receipt.',
  },
  severity: 'S4',
  authorities: ['industry', 'police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对收购非法稀土矿产品的，依法没收非法稀土矿产品及违法所得并予以处罚',
        en: 'From whoever buys illegal ore, the ore and the gains are confiscated, with a penalty',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '对存在收购、加工和倒卖非法稀土矿产品……等违法违规行为的企业，依法依规严肃处理',
        en: 'Enterprises that buy, process or resell illegal ore are dealt with severely by law',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(一)',
      quotation: {
        zh: '收购非法稀土矿产品销售谋利……的，及时上报省稀土办，由省稀土办责令停产',
        en: 'Who buys illegal ore to profit from its sale is reported to the province, which orders production stopped',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(一)',
      quotation: {
        zh: '收购、加工和倒卖非法稀土矿产品……要立即责令停产，依法依规严肃处理',
        en: 'Who buys, processes or resells illegal ore must be ordered to stop at once and dealt with severely',
      },
    },
  ],
  consequence: {
    zh: '没收非法稀土矿产品及违法所得并予以处罚；责令停产，核减计划',
    en: 'Ore and gains are confiscated, with a penalty; production is stopped, the plan cut',
  },
  fine: { minCny: 500_000, maxCny: 2_000_000, law: '《稀土管理条例》第二十三条' },
  parameters: TAINT_PARAMETERS,
  *onEvent(event, facts, limits) {
    const transfer = facts.transfer(event.id);
    if (transfer?.receipt?.id !== event.id || !isShownByItself(transfer)) return;
    yield* judge(transfer, facts, limits);
  },
  *onEnterprise(uscc, facts, limits) {
    for (const transfer of facts.sentTo(uscc).filter(each => !isShownByItself(each))) yield* judge(transfer, facts, limits);
  },
}); // prettier-ignore

function* judge(transfer: TransferFact, facts: EventFacts, limits: TaintLimits): Iterable<Cause> {
  if (!isOfKind(transfer.to, transfer.at, ['smelter'], facts) || !isSale(transfer, facts)) return;
  const parts = transfer.parts.filter(({ lot }) => isMineral(lot.product));
  if (parts.length === 0) return;
  const tainted = [...groupBy(parts, ({ lot }) => lot.key).values()].filter(each => taintOf(each, limits, facts).isTainted);
  const isForeign = !maySell(transfer, parts, facts);
  if (tainted.length > 0 || isForeign) yield causeOf(transfer, isForeign ? parts : tainted.flat(), isForeign, limits, facts);
} // prettier-ignore

/** Those who may have ore to sell (recovery is mining, too), and those who may deal in it. */
const SELLERS = ['mine', 'recovery', 'importer', 'smelter'] as const;
const DEALERS = ['trader', 'group'] as const;

function maySell({ from, at }: TransferFact, parts: readonly TransferPart[], facts: EventFacts): boolean {
  if (isOfKind(from, at, SELLERS, facts)) return true;
  return isOfKind(from, at, DEALERS, facts) && parts.every(({ origins }) => origins.every(isMinedOrUnknown));
}

/** Unknown sources are others' matter and never make a finding as grave as this. */
const isMinedOrUnknown = ({ source: { kind, status } }: OriginFact): boolean =>
  status !== 'legal' || kind === 'mine' || kind === 'import';

function causeOf(transfer: TransferFact, parts: readonly TransferPart[], isForeign: boolean, limits: TaintLimits, facts: EventFacts): Cause {
  const { dispatch, receipt, from, to } = transfer;
  const taint = taintOf(parts, limits, facts);
  const boughtG = parts.reduce((sum, { receivedReoG = 0 }) => sum + receivedReoG, 0);
  return {
    enterprise: to,
    subject: receipt!.id,
    event: receipt!.id,
    at: receipt!.at,
    amount: amountOfReo(isForeign ? boughtG : taint.reoG),
    evidence: {
      events: [dispatch.id, receipt!.id],
      lots: [...new Set(parts.map(({ lot }) => lot.key))],
      enterprises: [to, from],
      sources: taint.sources,
      documents: taint.findings.map(id => `findings/${id}`),
      figures: figuresOf(taint, boughtG, limits),
      note: isForeign
        ? { zh: '卖方不是矿山、进口商、冶炼企业或可说明矿源的贸易商', en: 'The seller is neither mine, importer, smelter nor a dealer in ore from these' }
        : { zh: '购进的矿产品含非法来源', en: 'The ore bought is from illegal sources' },
    },
  };
} // prettier-ignore

const figuresOf = (taint: Taint, boughtG: number, { minTaint, minTaintKgReo }: TaintLimits) => [
  reoFigure('购进矿产品', 'Ore bought', boughtG),
  reoFigure('其中非法来源(估计值)', 'Of which from illegal sources (estimate)', taint.reoG),
  shareFigure('非法来源占比(估计值)', 'Share from illegal sources (estimate)', taint.share),
  percentFigure('占比下限', 'Least share that counts', minTaint),
  reoFigure('数量下限', 'Least amount that counts', minTaintKgReo * 1000),
];
