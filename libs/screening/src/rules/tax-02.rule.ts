import { kgToGrams, provinceOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts, SourceFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { DAY_MS, type Period } from '../periods.js';
import { massFigure } from '../readings/figures.js';
import { isOfKind } from '../readings/parties.js';
import { type Certificate, ownOre, sumMass, type TaxCoverage, taxCoverage } from '../readings/resource-tax.js';
import { isMineral } from '../readings/stages.js';
import { type Bilingual, type Cause, defineRule } from '../rule.js';

const GRACE_DAYS = 15;

/** Resource tax unpaid, or its certificate used for other ore (资源税未足额缴纳、完税证明不符). */
export default defineRule({
  code: 'TAX-02',
  kind: 'V',
  title: { zh: '资源税未足额缴纳或完税证明不符', en: 'Resource tax unpaid or certificate wrong' },
  reading: {
    zh: '(一)矿山某季度某产品的完税证明数量不足当季首次销售(被接收发货)的 99%,季度结束 15 日后按季立一条;(二)发货引用的完税证明,其纳税人不是该批次来源中的矿山(或其许可证持有人),或其地区不是该矿山所在省份的,对引用方立一条;(三)首次销售发货引用同一证明的数量合计超过其数量的 1.005 倍的,对销售方立一条。进口、期初库存、自用除外;该省完税数据接入之前的销售不追究。',
    en: '(a) A mine whose certificates of a quarter cover less than 99 % of what it sold first of a product in that quarter, 15 days after it; sales from before certificates of the province were supplied are left alone. (b) A dispatch cites a certificate whose taxpayer is none of the mines its lots are from, or of another province than that mine: the citer. (c) First sales citing a certificate sum to more than 1.005 times its mass: the seller. Imports, opening stock and own use are exempt.',
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
    const short = taxCoverage(uscc, quarter, facts).filter(({ soldG, paidG }) => paidG * 100 < soldG * coverage);
    if (short.length > 0) yield shortfall(uscc, quarter, short);
  },
}); // prettier-ignore

const NOTES = {
  taxpayer: { zh: '纳税人不是货物来源的矿山', en: 'The taxpayer is none of the mines the goods are from' },
  region: { zh: '地区与矿山省份不符', en: 'Of another province than the mine' },
  mass: { zh: '重复使用超过证明数量', en: 'Used for more than its mass' },
} as const satisfies Record<string, Bilingual>;

function shortfall(uscc: string, quarter: Period, short: readonly TaxCoverage[]): Cause {
  const soldG = short.reduce((sum, each) => sum + each.soldG, 0);
  const paidG = short.reduce((sum, each) => sum + each.paidG, 0);
  return {
    enterprise: uscc,
    period: quarter.label,
    at: quarter.until - 1,
    amount: { value: Math.round(soldG - paidG) / 1000, unit: 'kg' },
    evidence: {
      events: [...new Set(short.flatMap(({ sales }) => sales.map(({ dispatch }) => dispatch)))],
      lots: [...new Set(short.flatMap(({ sales }) => sales.map(({ part }) => part.lot.key)))],
      documents: short.flatMap(({ certificates }) => certificates.map(({ number }) => `resource-tax-certificates/${number}`)),
      figures: [massFigure('首次销售量', 'Sold first', Math.round(soldG)), massFigure('完税数量', 'Tax paid for', paidG)],
    },
  };
} // prettier-ignore

const citedCertificates = ({ content }: EventFact, { registry }: EventFacts): Certificate[] =>
  (content.documents ?? []).flatMap(({ kind, number }) =>
    kind === 'resource-tax-certificate' ? (registry.latest('resource-tax-certificates', number) ?? []) : [],
  );
// prettier-ignore

/**
 * The taxpayer has to be a mine among the sources of the ore, or hold its licence, and the certificate of a province where
 * it is or mines. What was there at the start, and sources that are not told apart, may be anybody's.
 */
function wrongUse({ draws }: EventFact, { taxpayer, region }: Certificate, { registry }: EventFacts): Bilingual | undefined {
  const ore = draws.filter(({ lot }) => isMineral(lot.product));
  const sources = ore.flatMap(({ origins }) => origins.map(({ source }) => source));
  if (ore.length === 0 || sources.some(isAnybodys)) return undefined;
  const own = sources.filter(({ kind, id, enterprise }) => kind === 'mine' && (enterprise === taxpayer || holderOf(id, registry) === taxpayer));
  if (own.length === 0) return NOTES.taxpayer;
  const sites = registry.where('sites', 'enterprise', taxpayer).filter(({ kind }) => kind === 'mine' || kind === 'recovery');
  const regions = [registry.latest('enterprises', taxpayer)?.region, ...own.map(source => source.region), ...sites.map(site => site.region)];
  const provinces = regions.flatMap(each => (each ? [provinceOf(each)] : []));
  return provinces.length > 0 && !provinces.includes(provinceOf(region)) ? NOTES.region : undefined;
} // prettier-ignore

const isAnybodys = ({ kind, enterprise }: SourceFact): boolean =>
  kind === 'opening-stock' || (kind === 'mine' && enterprise === undefined);

/** Who holds the licence that a source is named after. */
const holderOf = (source: string, registry: RegistryFacts): string | undefined =>
  registry.where('permits', 'number', source.split(':')[1] ?? '')[0]?.holder;

/**
 * First sales up to this one that cite the certificate, less what their other certificates may be for; resales citing the
 * same are none.
 */
function overuse(event: EventFact, { number, massKg }: Certificate, facts: EventFacts, reuse: number): Bilingual | undefined {
  const citing = facts.citing('resource-tax-certificate', number).filter(each => each.content.type === 'dispatch' && facts.transfer(each.id)?.state !== 'rejected');
  const first = citing.filter(each => ownOre(each.draws, each.enterprise).length > 0);
  const index = first.findIndex(({ id }) => id === event.id);
  const usedG = first.slice(0, index + 1).reduce((sum, each) => sum + neededOf(each, number, facts), 0);
  return index >= 0 && usedG * 100 > kgToGrams(massKg) * (100 + reuse) ? NOTES.mass : undefined;
} // prettier-ignore

/** What a dispatch needs of a certificate at least, in grams. */
function neededOf(event: EventFact, number: string, facts: EventFacts): number {
  const others = citedCertificates(event, facts).filter(each => each.number !== number);
  return Math.max(0, sumMass(ownOre(event.draws, event.enterprise)) - others.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0));
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
