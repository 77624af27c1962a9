import { kgToGrams, provinceOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, DrawFact, EventFact, EventFacts, TransferFact } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { DAY_MS, isWithin, parsePeriod, type Period } from '../periods.js';
import { massFigure } from '../readings/figures.js';
import { papersBegin } from '../readings/papers-begin.js';
import { isOfKind } from '../readings/parties.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { isMineral } from '../readings/stages.js';
import { type Bilingual, type Cause, defineRule } from '../rule.js';

type Certificate = RegistryItems['resource-tax-certificates'];

const GRACE_DAYS = 15;

/** Resource tax unpaid, or its certificate used for other ore (资源税未足额缴纳、完税证明不符). */
export default defineRule({
  code: 'TAX-02',
  kind: 'V',
  title: { zh: '资源税未足额缴纳或完税证明不符', en: 'Resource tax unpaid or certificate wrong' },
  reading: {
    zh: '(一)矿山某季度完税证明数量不足当季首次销售矿产品(被接收发货)的 99%,季度结束 15 日后立一条;(二)发货引用的完税证明,其纳税人不是该批次来源中的矿山,或其地区与该矿山省份不符的,对引用方立一条;(三)首次销售发货引用同一证明的数量合计超过其数量的 1.005 倍的,对销售方立一条。进口、期初库存、自用除外。',
    en: '(a) A mine whose certificates of a quarter cover less than 99 % of the ore it sold first in that quarter, 15 days after it. (b) A dispatch cites a certificate whose taxpayer is none of the mines its lots are from, or of another province than that mine: the citer. (c) First sales citing a certificate sum to more than 1.005 times its mass: the seller. Imports, opening stock and own use are exempt.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(二)', quotation: { zh: '资源税完税证明', en: 'Proof of payment of resource tax' } },
    { document: DOCUMENTS.miit2014, clause: '一(二)', quotation: { zh: '要求企业提供稀土矿产资源税足额缴纳证明,不能提供的由税务部门追缴', en: 'Proof that resource tax was paid in full is demanded; otherwise the tax departments recover it' } },
  ],
  consequence: { zh: '由税务部门追缴', en: 'Recovered by the tax departments' },
  parameters: {
    coverage: { value: 99, min: 0, max: 100, unit: '%', meaning: { zh: '完税覆盖率下限', en: 'Least part of the sales that certificates cover' } },
    reuse: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '重复使用容差', en: 'Tolerance of masses that cite a certificate' } },
  },
  *onEvent(event, facts, { reuse }) {
    if (event.content.type !== 'dispatch') return;
    for (const certificate of citedCertificates(event, facts)) {
      const wrong = wrongUse(event, certificate, facts) ?? overuse(event, certificate, facts, reuse);
      if (wrong) yield citedCause(event, certificate, wrong);
    }
  },
  *onQuarter(uscc, quarter, facts, { coverage }) {
    if (facts.clock < quarter.until + GRACE_DAYS * DAY_MS || !isOfKind(uscc, quarter.until - 1, ['mine'], facts)) return;
    const sales = firstSales(uscc, quarter, facts);
    const soldG = sumMass(sales.flatMap(({ parts }) => ownOre(parts, uscc)));
    const certificates = certificatesOf(uscc, quarter, facts);
    const paidG = certificates.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
    const begins = papersBegin('resource-tax-certificates', provinceOfEnterprise(facts.registry, uscc, quarter.from), facts.registry);
    if (soldG === 0 || begins >= quarter.until || paidG * 100 >= soldG * coverage) return;
    yield {
      enterprise: uscc,
      period: quarter.label,
      at: quarter.until - 1,
      amount: { value: (soldG - paidG) / 1000, unit: 'kg' },
      evidence: {
        events: sales.map(({ dispatch }) => dispatch.id),
        documents: certificates.map(({ number }) => `resource-tax-certificates/${number}`),
        figures: [massFigure('首次销售量', 'Sold first', soldG), massFigure('完税数量', 'Tax paid for', paidG)],
      },
    };
  },
}); // prettier-ignore

const NOTES = {
  taxpayer: { zh: '纳税人不是货物来源的矿山', en: 'The taxpayer is none of the mines the goods are from' },
  region: { zh: '地区与矿山省份不符', en: 'Of another province than the mine' },
  mass: { zh: '重复使用超过证明数量', en: 'Used for more than its mass' },
} as const satisfies Record<string, Bilingual>;

const sumMass = (parts: readonly { readonly massG: number }[]): number =>
  parts.reduce((sum, { massG }) => sum + massG, 0);

/** Ore that the enterprise itself mined or made of its ore: its first sale. */
const ownOre = <Part extends DrawFact>(parts: readonly Part[], uscc: string): Part[] =>
  parts.filter(
    ({ lot }) =>
      isMineral(lot.product) &&
      lot.declaredBy === uscc &&
      lot.eventType !== 'import' &&
      lot.eventType !== 'opening-stock',
  );
// prettier-ignore

const firstSales = (uscc: string, quarter: Period, facts: ChainFacts): TransferFact[] =>
  facts.sentBy(uscc).filter(({ at, state, parts }) => isWithin(quarter, at) && state === 'accepted' && ownOre(parts, uscc).length > 0);
// prettier-ignore

const certificatesOf = (uscc: string, quarter: Period, { registry }: ChainFacts): Certificate[] =>
  registry.where('resource-tax-certificates', 'taxpayer', uscc).filter(({ period }) => {
    const span = parsePeriod(period);
    return span !== undefined && quarter.from <= span.from && span.until <= quarter.until;
  }); // prettier-ignore

const citedCertificates = ({ content }: EventFact, { registry }: EventFacts): Certificate[] =>
  (content.documents ?? []).flatMap(({ kind, number }) =>
    kind === 'resource-tax-certificate' ? (registry.latest('resource-tax-certificates', number) ?? []) : [],
  );
// prettier-ignore

/** The taxpayer has to be a mine among the sources of the ore, in the province the certificate is of. */
function wrongUse({ draws }: EventFact, { taxpayer, region }: Certificate, { registry }: EventFacts): Bilingual | undefined {
  const ore = draws.filter(({ lot }) => isMineral(lot.product));
  const mines = new Set(ore.flatMap(({ origins }) => origins.flatMap(({ source }) => (source.kind === 'mine' ? (source.enterprise ?? []) : []))));
  if (mines.size === 0) return ore.length > 0 ? NOTES.taxpayer : undefined;
  if (!mines.has(taxpayer)) return NOTES.taxpayer;
  const province = registry.latest('enterprises', taxpayer)?.region;
  return province !== undefined && provinceOf(province) !== provinceOf(region) ? NOTES.region : undefined;
} // prettier-ignore

/** First sales up to this one that cite the certificate; resales citing the same are none. */
function overuse(event: EventFact, { number, massKg }: Certificate, facts: EventFacts, reuse: number): Bilingual | undefined {
  const first = facts.citing('resource-tax-certificate', number).filter(each => each.content.type === 'dispatch' && facts.transfer(each.id)?.state !== 'rejected' && ownOre(each.draws, each.enterprise).length > 0);
  const index = first.findIndex(({ id }) => id === event.id);
  const usedG = sumMass(first.slice(0, index + 1).flatMap(each => ownOre(each.draws, each.enterprise)));
  return index >= 0 && usedG * 100 > kgToGrams(massKg) * (100 + reuse) ? NOTES.mass : undefined;
} // prettier-ignore

const citedCause = (event: EventFact, { number }: Certificate, note: Bilingual): Cause => ({
  enterprise: event.enterprise,
  subject: `${event.id} ${number}`,
  event: event.id,
  at: event.at,
  evidence: {
    events: [event.id],
    lots: event.draws.map(({ lot }) => lot.key),
    documents: [`resource-tax-certificates/${number}`],
    note,
  },
}); // prettier-ignore
