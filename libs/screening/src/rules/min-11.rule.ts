import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact, TransferPart } from '../facts/facts.js';
import { amountOfReo } from '../readings/figures.js';
import { hasQuota } from '../readings/quota.js';
import { isSale, sameGroup } from '../readings/sales.js';
import { isMineral } from '../readings/stages.js';
import { type Cause, defineRule } from '../rule.js';

/** A mine sells mineral products to an enterprise without plan (将矿产品销售给无计划企业). The published list is SEP-11's. */
export default defineRule({
  code: 'MIN-11',
  kind: 'V',
  title: { zh: '将矿产品销售给无计划企业', en: 'Mine sells minerals to an enterprise without plan' },
  reading: {
    zh: '矿山企业销售（对方已接收的发货）原矿、精矿或富集物，买方不是冶炼分离企业，或当年没有冶炼分离指标（当年指标尚未下达的看上年）。卖给其他矿山，或卖给同一集团的贸易、集团企业的除外。结论针对矿山。',
    en: 'A mine sells ore, concentrate or enrichment (a dispatch that was accepted) to one that is no smelter, or to a smelter without separation quota for the year (for the year before, while none is out). Sales to another mine, or to a trader or group enterprise of its own group, are in order. The finding is on the mine.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '附表3',
      quotation: {
        zh: '是否将矿产品销售给无计划企业',
        en: 'Whether mineral products are sold to enterprises without plan',
      },
    },
  ],
  absenceOf: ['quotas'],
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const transfer of facts.sentBy(uscc)) {
      const minerals = transfer.parts.filter(({ lot, receivedG = 0 }) => isMineral(lot.product) && receivedG > 0);
      if (minerals.length === 0 || !isOf('mine', transfer.from, transfer, facts)) continue;
      if (isSale(transfer, facts) && !mayBuy(transfer, facts)) yield causeOf(transfer, minerals, facts);
    }
  },
});

type Kind = 'mine' | 'smelter' | 'trader' | 'group';

const isOf = (kind: Kind, uscc: string, { at }: TransferFact, { registry }: ChainFacts): boolean =>
  registry.at('enterprises', uscc, at)?.kinds.includes(kind) ?? false;

function mayBuy(transfer: TransferFact, facts: ChainFacts): boolean {
  const { to, at } = transfer;
  if (isOf('smelter', to, transfer, facts) && hasQuota(facts.registry, to, at, 'separation')) return true;
  if (isOf('mine', to, transfer, facts)) return true;
  const isGroupTrader = isOf('trader', to, transfer, facts) || isOf('group', to, transfer, facts);
  return isGroupTrader && sameGroup(transfer, facts);
}

function causeOf(transfer: TransferFact, minerals: readonly TransferPart[], facts: ChainFacts): Cause {
  const { dispatch, receipt, from, to, at } = transfer;
  const isSmelter = isOf('smelter', to, transfer, facts);
  return {
    enterprise: from,
    subject: dispatch.id,
    event: dispatch.id,
    at,
    amount: amountOfReo(minerals.reduce((sum, { receivedReoG = 0 }) => sum + receivedReoG, 0)),
    evidence: {
      events: [dispatch.id, ...(receipt ? [receipt.id] : [])],
      lots: [...new Set(minerals.map(({ lot }) => lot.key))],
      enterprises: [from, to],
      note: isSmelter
        ? { zh: '买方当年没有冶炼分离指标', en: 'The buyer has no separation quota for the year' }
        : { zh: '买方不是冶炼分离企业', en: 'The buyer is no smelter' },
    },
  };
}
