import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFacts, TransferFact, TransferPart } from '../facts/facts.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { isOfKind, isShownByItself } from '../readings/parties.js';
import { hasQuota } from '../readings/quota.js';
import { isSale, sameGroup } from '../readings/sales.js';
import { isMineral } from '../readings/stages.js';
import { TAINT_PARAMETERS, type TaintLimits, taintOf } from '../readings/taint.js';
import { type Cause, defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  returnDays: {
    value: 60, min: 1, max: 3650, unit: 'd',
    meaning: { zh: '退回原供货方的期限', en: 'Time in which goods may be sent back to whom they came from' },
  },
  ...TAINT_PARAMETERS,
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** A smelter sells ore it did not make. */
export default defineRule({
  code: 'SEP-10',
  kind: 'V',
  title: { zh: '冶炼企业倒卖矿产品', en: 'Resale of ore by a smelter' },
  reading: {
    zh: '冶炼企业把并非自产的原矿、精矿或富集物卖给他人并经签收的，逐笔成立；含非法来源达到下限的为 S4。在期限内退回原供货方的、卖给同一集团有冶炼分离指标的冶炼企业的，以及同时登记为贸易商、集团或自行进口的不计。',
    en: 'A smelter sold ore, concentrate or enrichment that it did not make, and the buyer accepted it; S4 where the part from illegal sources reaches the limits. Goods sent back in time to whom they came from, sales to a smelter of the same group with a separation quota, and dealers and importers of the goods that are smelters besides are no case.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '对存在收购、加工和倒卖非法稀土矿产品……等违法违规行为的企业，依法依规严肃处理',
        en: 'Enterprises that buy, process or resell illegal ore are dealt with severely by law',
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
    zh: '立即责令停产，依法依规严肃处理；非法的没收产品及违法所得',
    en: 'Ordered to stop at once; where illegal, goods and gains are confiscated',
  },
  fine: { minCny: 500_000, maxCny: 2_000_000, law: '《稀土管理条例》第二十三条' },
  parameters: PARAMETERS,
  *onEvent(event, facts, limits) {
    const transfer = event.content.type === 'dispatch' ? facts.transfer(event.id) : undefined;
    if (transfer && isShownByItself(transfer)) yield* judge(transfer, facts, limits);
  },
  *onEnterprise(uscc, facts, limits) {
    for (const transfer of facts.sentBy(uscc).filter(each => !isShownByItself(each))) yield* judge(transfer, facts, limits);
  },
}); // prettier-ignore

function* judge(transfer: TransferFact, facts: EventFacts | ChainFacts, limits: Limits): Iterable<Cause> {
  if (!isOfKind(transfer.from, transfer.at, ['smelter'], facts) || !isSale(transfer, facts, limits.returnDays)) return;
  const parts = transfer.parts.filter(part => isResold(part, transfer, facts));
  if (parts.length > 0 && !isWithinGroup(transfer, facts)) yield causeOf(transfer, parts, facts, limits);
}

/** Ore that the seller neither made nor, as an importer, brought in, nor deals in besides smelting. */
function isResold({ lot }: TransferPart, { from, at }: TransferFact, facts: EventFacts): boolean {
  if (!isMineral(lot.product) || isOfKind(from, at, ['trader', 'group'], facts)) return false;
  if (lot.declaredBy !== from) return true;
  if (lot.eventType === 'import') return !isOfKind(from, at, ['importer'], facts);
  return lot.eventType !== 'mining' && lot.eventType !== 'processing';
}

const isWithinGroup = (transfer: TransferFact, facts: EventFacts): boolean =>
  sameGroup(transfer, facts) &&
  isOfKind(transfer.to, transfer.at, ['smelter'], facts) &&
  hasQuota(facts.registry, transfer.to, transfer.at, 'separation');

function causeOf({ dispatch, from, to, at }: TransferFact, parts: readonly TransferPart[], facts: EventFacts, limits: TaintLimits): Cause {
  const taint = taintOf(parts, limits, facts);
  const soldG = parts.reduce((sum, { receivedReoG = 0 }) => sum + receivedReoG, 0);
  return {
    enterprise: from,
    subject: dispatch.id,
    event: dispatch.id,
    at,
    ...(taint.isTainted ? { severity: 'S4' as const } : {}),
    amount: amountOfReo(soldG),
    evidence: {
      events: [dispatch.id],
      lots: [...new Set(parts.map(({ lot }) => lot.key))],
      enterprises: [from, to],
      sources: taint.sources,
      documents: taint.findings.map(id => `findings/${id}`),
      figures: [
        reoFigure('售出的非自产矿产品', 'Ore sold that it did not make', soldG),
        reoFigure('其中非法来源(估计值)', 'Of which from illegal sources (estimate)', taint.reoG),
      ],
    },
  };
} // prettier-ignore
