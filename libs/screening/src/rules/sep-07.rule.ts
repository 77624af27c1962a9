import { isRareEarthHsCode, type Product } from '#catalogue';
import { dayOf, kgToGrams } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { massFigure, percentFigure } from '../readings/figures.js';
import { isMineral } from '../readings/stages.js';
import { type Bilingual, defineRule } from '../rule.js';

/** One set of import papers stands for more than it is for. One event that is too heavy by itself is IMP-02's. */
export default defineRule({
  code: 'SEP-07',
  kind: 'V',
  title: { zh: '进口手续一证多用', en: 'One set of import papers used several times' },
  reading: {
    zh: '同一报关单两次以上进口的实物量合计超过申报量加容差；由报关单当事人以外的企业使用；进口早于申报日期；产品与申报的税号不符；发出或签收的矿产品引用该单号而其中没有该来源；或同一企业引用该单号发出的矿产品超过申报量加容差。逐级转售引用同一单号不计；单次进口超重归 IMP-02。',
    en: 'Two or more imports on a declaration exceed its mass and the tolerance; another enterprise than the declaration’s party uses it; goods came before its date; the product is of none of its tariff codes; ore is dispatched or accepted under its number and holds nothing of that source; or one enterprise’s dispatches of ore under its number exceed its mass and the tolerance. A chain of resales citing it is no case; one import that is too heavy by itself is IMP-02’s.',
  },
  severity: 'S4',
  authorities: ['customs', 'industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '对存在……进口手续一证多用等违法违规行为的企业，依法依规严肃处理',
        en: 'Enterprises that use one set of import papers several times are dealt with severely by law',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(一)',
      quotation: {
        zh: '对存在……进口手续一证多用……等违法违规行为的企业，要立即责令停产，依法依规严肃处理',
        en: 'Enterprises that use one set of import papers several times must be ordered to stop at once and dealt with severely',
      },
    },
  ],
  consequence: { zh: '立即责令停产，依法依规严肃处理', en: 'Ordered to stop at once and dealt with severely by law' },
  parameters: {
    massTolerance: {
      value: 0.5, min: 0, max: 100, unit: '%',
      meaning: { zh: '超出申报量的允许比例', en: 'How far masses may exceed what was declared' },
    },
  },
  *onEvent(event, facts, { massTolerance }) {
    const misuses = usesOf(event, facts).flatMap(use => misusesOf(use, facts, massTolerance));
    if (misuses.length === 0) return;
    const figures = misuses.flatMap(({ usedG, declaration }) =>
      usedG === undefined
        ? []
        : [massFigure('引用该单的实物量', 'Mass under this declaration', usedG), massFigure('申报实物量', 'Mass declared', declaredG(declaration))]);
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      evidence: {
        events: [...new Set([event.id, ...misuses.flatMap(({ others }) => others)])],
        lots: [...event.yields, ...event.draws].map(({ lot }) => lot.key),
        documents: [...new Set(misuses.map(({ declaration }) => `customs-declarations/${declaration.number}`))],
        enterprises: [...new Set([event.enterprise, ...misuses.map(({ declaration }) => declaration.party)])],
        sources: [...new Set(misuses.map(({ declaration }) => sourceOf(declaration)))],
        figures: figures.length > 0 ? [...figures, percentFigure('容差', 'Tolerance', massTolerance)] : [],
        note: joined(misuses.map(({ what }) => NOTES[what])),
      },
    };
  },
}); // prettier-ignore

const NOTES = {
  mass: { zh: '合计实物量超过申报量', en: 'Together more than was declared' },
  party: { zh: '使用者不是报关单当事人', en: 'Used by another than the party of the declaration' },
  date: { zh: '早于申报日期', en: 'Earlier than the declaration' },
  goods: { zh: '产品与申报税号不符', en: 'The product is of none of the tariff codes declared' },
  foreign: { zh: '货物不含该报关单的来源', en: 'The goods hold nothing of what was declared' },
} as const satisfies Record<string, Bilingual>;

type Declaration = RegistryItems['customs-declarations'];

interface Use {
  readonly event: EventFact;
  readonly declaration: Declaration;
}

interface Misuse {
  readonly what: keyof typeof NOTES;
  readonly declaration: Declaration;
  /** Mass under the declaration, where that is what is wrong. */
  readonly usedG?: number;
  /** Events that used it before. */
  readonly others: readonly string[];
}

/** Declarations an event uses that customs know; what nobody knows is unverified, not misused. */
function usesOf(event: EventFact, { registry }: EventFacts): Use[] {
  const { content } = event;
  const cited = (content.documents ?? []).filter(({ kind }) => kind === 'import-declaration').map(({ number }) => number);
  const numbers = content.type === 'import' ? [content.declaration] : cited;
  return [...new Set(numbers)].flatMap(number => {
    const declaration = registry.latest('customs-declarations', number);
    return declaration ? { event, declaration } : [];
  });
} // prettier-ignore

function misusesOf(use: Use, facts: EventFacts, tolerance: number): Misuse[] {
  const { content } = use.event;
  if (content.type === 'import') return [...wrongImport(use), ...heavyImports(use, facts, tolerance)];
  if (content.type === 'dispatch') return [...foreignGoods(use, facts), ...heavyDispatches(use, facts, tolerance)];
  return content.type === 'receipt' && 'dispatch' in content ? foreignGoods(use, facts) : [];
}

function wrongImport({ event, declaration }: Use): Misuse[] {
  const what = [
    ...(declaration.party === event.enterprise ? [] : ['party' as const]),
    ...(dayOf(new Date(event.at)) < declaration.date ? ['date' as const] : []),
    ...(event.yields.every(({ lot }) => isDeclaredAs(lot.product, declaration)) ? [] : ['goods' as const]),
  ];
  return what.map(each => ({ what: each, declaration, others: [] }));
}

/** By the first eight digits, as far as both codes go; a product without a code of its own is not judged. */
function isDeclaredAs({ hs }: Product, { lines }: Declaration): boolean {
  const heads = lines.map(({ hsCode }) => hsCode.slice(0, 8));
  const own = hs.map(code => code.slice(0, 8));
  return own.length === 0 || own.some(code => heads.some(head => head.startsWith(code) || code.startsWith(head)));
}

/** From the second import on: the first alone is IMP-02's. */
function heavyImports({ event, declaration }: Use, facts: EventFacts, tolerance: number): Misuse[] {
  const imports = facts.importsOn(declaration.number);
  const before = imports.slice(
    0,
    imports.findIndex(({ id }) => id === event.id),
  );
  const usedG = sumMass([...before, event].flatMap(({ yields }) => yields));
  const isHeavy = before.length > 0 && isBeyond(usedG, declaration, tolerance);
  return isHeavy ? [{ what: 'mass', declaration, usedG, others: before.map(({ id }) => id) }] : [];
}

/** Ore under a number without anything of that source. Who accepts it as the dispatch says is not held to it. */
function foreignGoods({ event, declaration }: Use, facts: EventFacts): Misuse[] {
  const transfer = facts.transfer(event.id);
  const isRepeated = transfer !== undefined && transfer.dispatch.id !== event.id && cites(transfer.dispatch, declaration);
  const ore = (transfer?.parts ?? []).filter(({ lot }) => isMineral(lot.product));
  if (isRepeated || ore.length === 0 || ore.some(({ origins }) => shareOf(declaration, origins) > 0)) return [];
  return [{ what: 'foreign', declaration, others: [] }];
} // prettier-ignore

/** Small legal imports may be folded into a group in a large mixture: then nothing can be said. */
const shareOf = (declaration: Declaration, origins: EventFact['draws'][number]['origins']): number =>
  origins
    .filter(({ source }) => source.id === sourceOf(declaration) || (source.kind === 'import' && !source.id.startsWith('import:')))
    .reduce((sum, { reoG }) => sum + reoG, 0); // prettier-ignore

const sourceOf = ({ number }: Declaration): string => `import:${number}`;

/** What one enterprise dispatched under a number up to this dispatch; what was sent back to it does not count. */
function heavyDispatches({ event, declaration }: Use, facts: EventFacts, tolerance: number): Misuse[] {
  const own = facts
    .citing('import-declaration', declaration.number)
    .filter(each => each.enterprise === event.enterprise && each.content.type === 'dispatch' && each.content.terms !== 'return')
    .filter(each => facts.transfer(each.id)?.state !== 'rejected');
  const index = own.findIndex(({ id }) => id === event.id);
  const usedG = own.slice(0, index + 1).reduce((sum, each) => sum + oreUnder(declaration, each), 0);
  const isHeavy = index >= 0 && isBeyond(usedG, declaration, tolerance);
  return isHeavy ? [{ what: 'mass', declaration, usedG, others: own.slice(0, index).map(({ id }) => id) }] : [];
} // prettier-ignore

/** All ore of a dispatch that cites no other paper for its origin; else the part that is from this one. */
function oreUnder(declaration: Declaration, { content, draws }: EventFact): number {
  const ore = draws.filter(({ lot }) => isMineral(lot.product));
  const papers = (content.documents ?? []).filter(({ kind }) => ORIGIN_PAPERS.includes(kind));
  if (new Set(papers.map(({ number }) => number)).size === 1) return sumMass(ore);
  return ore.reduce((sum, { massG, reoG, origins }) => sum + (massG * shareOf(declaration, origins)) / reoG, 0);
}

const ORIGIN_PAPERS: readonly string[] = ['import-declaration', 'resource-tax-certificate'];

const cites = ({ content }: EventFact, { number }: Declaration): boolean =>
  (content.documents ?? []).some(each => each.kind === 'import-declaration' && each.number === number);

const sumMass = (parts: readonly { readonly massG: number }[]): number =>
  parts.reduce((sum, { massG }) => sum + massG, 0);

const isBeyond = (usedG: number, declaration: Declaration, tolerance: number): boolean =>
  usedG * 100 > declaredG(declaration) * (100 + tolerance);

/** Sum of the lines with rare-earth codes; of all lines where none has one. */
function declaredG({ lines }: Declaration): number {
  const rareEarths = lines.filter(({ hsCode }) => isRareEarthHsCode(hsCode));
  return (rareEarths.length > 0 ? rareEarths : lines).reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
}

const joined = (notes: readonly Bilingual[]): Bilingual => ({
  zh: [...new Set(notes.map(({ zh }) => zh))].join('；'),
  en: [...new Set(notes.map(({ en }) => en))].join('; '),
});
