import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact } from '../facts/facts.js';
import { defineRule } from '../rule.js';
import { provincesOf } from '../readings/provinces.js';
import { TAINT_PARAMETERS, type Taint, type TaintLimits, taintOf } from '../readings/taint.js';

interface Link {
  readonly transfer: TransferFact;
  readonly from: string;
  readonly to: string;
  readonly taint: Taint;
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
    const links = [...facts.sentBy(uscc), ...facts.sentTo(uscc)].flatMap(transfer => linkOf(transfer, facts, limits));
    for (const source of new Set(links.flatMap(({ taint }) => causesOf(taint)))) {
      const own = links.filter(({ taint }) => causesOf(taint).includes(source));
      const last = own.reduce((a, b) => (a.transfer.at > b.transfer.at ? a : b));
      yield {
        enterprise: uscc,
        subject: source,
        event: last.transfer.dispatch.id,
        at: last.transfer.at,
        amount: { value: own.reduce((sum, { taint }) => sum + taint.reoG, 0) / 1000, unit: 'kg REO' },
        evidence: evidenceOf(source, own),
      };
    }
  },
});

/** Illegal sources, and findings by which making it was unlawful. */
const causesOf = ({ sources, findings }: Taint): string[] => [...sources, ...findings.map(id => `findings/${id}`)];

/** A transfer that carried illegal mass from one province to another; one sent back unaccepted carried none. */
function linkOf(transfer: TransferFact, facts: ChainFacts, limits: TaintLimits): Link[] {
  if (transfer.state === 'rejected') return [];
  const { from, to } = provincesOf(transfer, facts.registry);
  const taint = taintOf(transfer.parts, limits, facts);
  return from && to && from !== to && taint.isTainted ? [{ transfer, from, to, taint }] : [];
}

const evidenceOf = (source: string, links: readonly Link[]) => ({
  events: links.map(({ transfer }) => transfer.dispatch.id),
  lots: [...new Set(links.flatMap(({ transfer }) => transfer.parts.map(({ lot }) => lot.key)))],
  enterprises: [...new Set(links.flatMap(({ transfer }) => [transfer.from, transfer.to]))],
  regions: [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort(),
  ...(source.startsWith('findings/') ? { documents: [source] } : { sources: [source] }),
  figures: links.map(({ transfer, from, to, taint }) => ({
    name: { zh: `${from}→${to} ${transfer.dispatch.id} 非法来源稀土量`, en: `REO of illegal sources, ${from} to ${to}, ${transfer.dispatch.id}` },
    value: taint.reoG / 1000,
    unit: 'kg REO',
  })),
}); // prettier-ignore
