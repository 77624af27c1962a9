import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact } from '../facts/facts.js';
import { type Cause, defineRule } from '../rule.js';
import { amountOfReo } from '../readings/figures.js';
import { provincesOf } from '../readings/provinces.js';
import { causesOf, illegalReoBy, TAINT_PARAMETERS, type TaintLimits, taintOf } from '../readings/taint.js';

/** A transfer between provinces with what is illegal of it by one source. */
interface Link {
  readonly transfer: TransferFact;
  readonly from: string;
  readonly to: string;
  /** Id of the illegal source, or `findings/id` of what made the making of its goods unlawful. */
  readonly source: string;
  /** Keys of its lots that carried some. */
  readonly lots: readonly string[];
  readonly illegalG: number;
}

/** Illegal ore traded across provinces (非法矿产品跨地区买卖): both ends of each tainted transfer, once a source. */
export default defineRule({
  code: 'TRD-03',
  kind: 'V',
  title: { zh: '跨省买卖非法稀土产品', en: 'Illegal rare earths traded across provinces' },
  reading: {
    zh: '含非法来源的货物在两端处于不同省份的双方之间转移的,买卖双方各立一条,按非法来源归并。省内转移和合法货物的跨省转移不计。',
    en: 'Goods with mass of illegal sources went between parties whose ends lie in different provinces: each party has one finding for each illegal source. Transfers inside a province, and clean ones across, are no case.',
  },
  severity: 'S4',
  authorities: ['industry', 'police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(三)',
      quotation: {
        zh: '及时汇总报工业和信息化部,由稀有金属部际协调机制组织协调,反馈给相关省(区、市)查处',
        en: 'Leads are reported to the ministry, coordinated between the departments and handed to the provinces concerned',
      },
    },
  ],
  consequence: { zh: '没收非法所得,移交相关省份查处', en: 'Confiscation; referral to the provinces concerned' },
  parameters: TAINT_PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    const links = [...facts.sentBy(uscc), ...facts.sentTo(uscc)].flatMap(transfer => linksOf(transfer, facts, limits));
    for (const [source, own] of groupBy(links, link => link.source)) yield causeOf(uscc, source, own);
  },
});

/** What a transfer carried of illegal mass from one province to another; one sent back unaccepted carried none. */
function linksOf(transfer: TransferFact, facts: ChainFacts, limits: TaintLimits): Link[] {
  if (transfer.state === 'rejected') return [];
  const { from, to } = provincesOf(transfer, facts.registry);
  const taint = taintOf(transfer.parts, limits, facts);
  if (!from || !to || from === to || !taint.isTainted) return [];
  return causesOf(taint).map(source => {
    const parts = transfer.parts.filter(part => illegalReoBy(source, [part], facts) > 0);
    const lots = [...new Set(parts.map(({ lot }) => lot.key))];
    return { transfer, from, to, source, lots, illegalG: Math.round(illegalReoBy(source, parts, facts)) };
  });
}

function causeOf(uscc: string, source: string, links: readonly Link[]): Cause {
  const { transfer } = links.reduce((a, b) => (a.transfer.at > b.transfer.at ? a : b));
  return {
    enterprise: uscc,
    subject: source,
    event: transfer.dispatch.id,
    at: transfer.at,
    amount: amountOfReo(links.reduce((sum, { illegalG }) => sum + illegalG, 0)),
    evidence: evidenceOf(source, links),
  };
}

const evidenceOf = (source: string, links: readonly Link[]): Cause['evidence'] => ({
  events: links.map(({ transfer }) => transfer.dispatch.id),
  lots: [...new Set(links.flatMap(({ lots }) => lots))],
  enterprises: [...new Set(links.flatMap(({ transfer }) => [transfer.from, transfer.to]))],
  regions: [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort(),
  ...(source.startsWith('findings/') ? { documents: [source] } : { sources: [source] }),
  transfers: links.map(({ transfer, from, to, lots, illegalG }) => ({
    dispatch: transfer.dispatch.id,
    fromRegion: from,
    toRegion: to,
    lots,
    illegalReoKg: illegalG / 1000,
  })),
});
