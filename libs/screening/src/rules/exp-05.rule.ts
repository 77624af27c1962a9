import { DOCUMENTS } from '../documents.js';
import { groupBy, kgToGrams, startOfDay } from '#kernel';
import { countryCode, isSingleElement } from '#catalogue';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { isInspected, isPermitFed } from '../readings/customs.js';
import { isValidAt, permitKey } from '../readings/permits.js';
import { type Bilingual, defineRule } from '../rule.js';

/** Elements whose items need a dual-use licence, and the day from which they do (announcement 2025 No. 18). */
const CONTROLLED = { elements: ['Sm', 'Gd', 'Tb', 'Dy', 'Lu', 'Sc', 'Y'], from: '2025-04-04' } as const;

/** Export licence missing, expired, over-drawn, or for other goods, customs or destination (出口许可证). */
export default defineRule({
  code: 'EXP-05',
  kind: 'V',
  title: { zh: '出口许可证缺失、过期、超量或不符', en: 'Export licence missing, expired, exceeded or for something else' },
  reading: {
    zh: '出口 3 日后,与法定检验同税目的货物:须有出口企业当日有效、税号一致(8 位证按前缀)、目的国一致、关区前两位一致的出口许可证(引用的,未引用的任一),引用合计不超过证面数量的 1.005 倍。2025 年 4 月 4 日起,钐、钆、铽、镝、镥、钪、钇的单一元素产品还须有两用物项许可证。',
    en: 'Three days after an export of goods under the headings of inspection: the exporter holds an export licence, cited or any, that is valid that day for the same code (a prefix where the licence has eight digits), destination and customs area (first two digits), and what left on it is not more than 1.005 times its quantity. Goods of one of Sm, Gd, Tb, Dy, Lu, Sc, Y need a dual-use licence as well since 4 April 2025.',
  },
  severity: 'S3',
  authorities: ['commerce', 'customs'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '严格稀土出口许可证管理', en: 'Export licences of rare earths are administered strictly' } },
    { document: DOCUMENTS.weihai2020, clause: '三(一)', quotation: { zh: '整治稀土外贸企业进出口许可证的违法违规行为', en: 'Violations with import and export licences are put right' } },
  ],
  parameters: {
    massTolerance: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '重量容差', en: 'Tolerance of masses' } },
    feedGraceDays: { value: 3, min: 0, max: 365, unit: 'd', meaning: { zh: '数据到达宽限天数', en: 'Days a licence may come late' } },
  },
  *onEnterprise(uscc, facts, { massTolerance, feedGraceDays }) {
    const exports = facts.eventsOf(uscc).filter(event => event.content.type === 'export' && facts.clock >= event.at + feedGraceDays * DAY_MS);
    for (const event of exports) {
      const lacking = [...lackOf('export-licence', event, exports, facts, massTolerance), ...(isControlled(event) ? lackOf('dual-use-licence', event, exports, facts, massTolerance) : [])];
      if (lacking.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: event.id,
        event: event.id,
        at: event.at,
        evidence: {
          events: [event.id],
          documents: facts.registry.where('permits', 'holder', uscc).filter(({ kind }) => kind === 'export-licence' || kind === 'dual-use-licence').map(permitKey).slice(0, 50),
          note: { zh: lacking.map(({ zh }) => zh).join(';'), en: lacking.map(({ en }) => en).join('; ') },
        },
      };
    }
  },
}); // prettier-ignore

type LicenceKind = 'export-licence' | 'dual-use-licence';

const NAMES: Readonly<Record<LicenceKind, Bilingual>> = {
  'export-licence': { zh: '出口许可证', en: 'export licence' },
  'dual-use-licence': { zh: '两用物项出口许可证', en: 'dual-use licence' },
};

const isControlled = ({ at, draws }: EventFact): boolean =>
  at >= startOfDay(CONTROLLED.from).getTime() &&
  draws.some(
    ({ lot }) =>
      isSingleElement(lot.product.code) && CONTROLLED.elements.some(element => lot.product.elements.includes(element)),
  );
// prettier-ignore

/** Goods of one tariff code in an export; of no code where nobody tells one. */
interface Line {
  readonly code: string | undefined;
  readonly massG: number;
}

/** What is wrong with the licences of a kind for an export; nothing where they are in order or nobody's are known yet. */
function lackOf(
  kind: LicenceKind,
  event: EventFact,
  exports: readonly EventFact[],
  facts: ChainFacts,
  tolerance: number,
): Bilingual[] {
  if (!isPermitFed(kind, event.at, facts.registry)) return [];
  const upTo = exports.slice(0, exports.indexOf(event) + 1);
  const licensed = linesOf(event, facts).filter(({ code }) => code === undefined || isInspected(code));
  const lacks = licensed.map(line => lackOfLine(kind, event, line, upTo, facts, tolerance));
  return [...new Map(lacks.flatMap(lack => (lack ? [[lack.en, lack] as const] : []))).values()];
}

function lackOfLine(kind: LicenceKind, event: EventFact, line: Line, upTo: readonly EventFact[], facts: ChainFacts, tolerance: number): Bilingual | undefined {
  const fitting = licencesFor(kind, event, line, facts);
  if (fitting.length === 0) return { zh: `无有效且相符的${NAMES[kind].zh}`, en: `no valid ${NAMES[kind].en} that fits` };
  if (fitting.some(({ quantityKg }) => quantityKg === undefined)) return undefined;
  const numbers = new Set(fitting.map(({ number }) => number));
  const used = upTo.flatMap(each => linesOf(each, facts).filter(own => licencesFor(kind, each, own, facts).some(({ number }) => numbers.has(number))));
  const usedG = used.reduce((sum, { massG }) => sum + massG, 0);
  const allowedG = fitting.reduce((sum, { quantityKg = 0 }) => sum + kgToGrams(quantityKg), 0);
  return usedG * 100 <= allowedG * (100 + tolerance) ? undefined : { zh: `${NAMES[kind].zh}超量`, en: `${NAMES[kind].en} exceeded` };
} // prettier-ignore

/** By the codes of the items, else as customs hold the declaration; inside a code masses are summed. */
function linesOf({ content, draws }: EventFact, { registry }: ChainFacts): Line[] {
  if (content.type !== 'export') return [];
  const declared = registry.latest('customs-declarations', content.declaration)?.lines ?? [];
  const items = content.items.map(({ hsCode, massKg }) => ({ code: hsCode, massG: kgToGrams(massKg) }));
  if (items.every(({ code }) => code !== undefined)) return summed(items);
  if (declared.length > 0) return summed(declared.map(({ hsCode, massKg }) => ({ code: hsCode, massG: kgToGrams(massKg) })));
  return [{ code: undefined, massG: draws.reduce((sum, { massG }) => sum + massG, 0) }];
} // prettier-ignore

const summed = (lines: readonly Line[]): Line[] =>
  [...groupBy(lines, ({ code }) => code)].map(([code, own]) => ({
    code,
    massG: own.reduce((sum, { massG }) => sum + massG, 0),
  }));
// prettier-ignore

/** Licences of the exporter that hold that day and fit the goods, the destination and the customs area; the cited ones where it cites any. */
function licencesFor(kind: LicenceKind, { content, enterprise, at }: EventFact, { code }: Line, { registry }: ChainFacts): PermitItem[] {
  if (content.type !== 'export') return [];
  const { destination, declaration, documents = [] } = content;
  const cited = documents.filter(document => document.kind === kind).map(({ number }) => number);
  const customs = registry.latest('customs-declarations', declaration)?.customs ?? declaration.slice(0, 4);
  return registry.whereAt('permits', 'holder', enterprise, at).filter(
    permit =>
      permit.kind === kind &&
      (cited.length === 0 || cited.includes(permit.number)) &&
      isValidAt(permit, at) &&
      (permit.hsCode === undefined || code === undefined || isOneCode(code, permit.hsCode)) &&
      (permit.destination === undefined || countryCode(permit.destination) === countryCode(destination)) &&
      (permit.customs === undefined || permit.customs.slice(0, 2) === customs.slice(0, 2)),
  );
} // prettier-ignore

/** As far as both go. */
const isOneCode = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
