import { isRareEarthHsCode, type Product } from '#catalogue';
import { kgToGrams } from '#kernel';
import type { EventFact, Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem, RegistryItems } from '../facts/registry-items.js';
import { instantOf } from './days.js';
import { provinceOfEnterprise } from './provinces.js';

export type Declaration = RegistryItems['customs-declarations'];

/** Is a product declared under one of the codes? By the first eight digits, as far as both go; one without a code of its own is not judged. */
export function isDeclaredAs({ hs }: Pick<Product, 'hs'>, codes: readonly string[]): boolean {
  const heads = codes.map(code => code.slice(0, 8));
  const own = hs.map(code => code.slice(0, 8));
  return own.length === 0 || own.some(code => heads.some(head => head.startsWith(code) || code.startsWith(head)));
}

/** Grams of the lines with rare-earth codes; of all lines where none has one. */
export function declaredG({ lines }: Declaration): number {
  const rareEarths = lines.filter(({ hsCode }) => isRareEarthHsCode(hsCode));
  return (rareEarths.length > 0 ? rareEarths : lines).reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
}

/** Codes under which rare earths pass at all: those of nothing else, and the wider ones of alloys (reading EXP-07). */
const CHAPTERS: readonly string[] = ['253090', '2612', '280530', '2846', '7202', '8505', '8104', '2805'];

export const passesRareEarths = (code: string): boolean => CHAPTERS.some(head => code.startsWith(head));

/** Exports that statutory inspection is for (reading EXP-04). */
export const isInspected = (code: string): boolean =>
  ['280530', '2846', '253090', '2612'].some(head => code.startsWith(head));

/** Tariff codes of what an export took out: the items' own, else those customs hold for the declaration. */
export function codesOf(event: EventFact, registry: RegistryFacts): readonly string[] {
  if (event.content.type !== 'export') return [];
  const { items, declaration } = event.content;
  const own = items.flatMap(({ hsCode }) => hsCode ?? []);
  return own.length > 0 ? own : (registry.latest('customs-declarations', declaration)?.lines.map(({ hsCode }) => hsCode) ?? []);
} // prettier-ignore

const firsts = new WeakMap<RegistryFacts, Map<string, number>>();

/** The first instant that papers of a sort are known of; Infinity where there are none (reading K4). */
function firstOf(registry: RegistryFacts, sort: string, find: () => readonly Instant[]): Instant {
  const known = firsts.get(registry) ?? new Map<string, number>();
  firsts.set(registry, known);
  const first = known.get(sort) ?? find().reduce((least, at) => Math.min(least, at), Infinity);
  known.set(sort, first);
  return first;
}

/** Can it be held against anybody that there is no certificate for what happened at an instant? */
export const areCertificatesFed = (at: Instant, registry: RegistryFacts): boolean =>
  firstOf(registry, 'certificates', () => registry.all('inspection-certificates').map(({ date }) => instantOf(date))) <=
  at;

/**
 * Can it be held against anybody of a province that customs know no export declaration of what happened at an instant? A
 * number that is built like an import's shows no feed of exports.
 */
export const areExportsFed = (province: string | undefined, at: Instant, registry: RegistryFacts): boolean =>
  firstOf(registry, `exports ${province}`, () =>
    registry
      .where('customs-declarations', 'direction', 'export')
      .filter(({ number, party }) => number.charAt(8) === EXPORT_DIGIT && provinceOfEnterprise(registry, party, at) === province)
      .map(({ date }) => instantOf(date)),
  ) <= at; // prettier-ignore

/** Ninth digit of the number of an export declaration. */
const EXPORT_DIGIT = '0';

export const isPermitFed = (kind: PermitItem['kind'], at: Instant, registry: RegistryFacts): boolean =>
  firstOf(registry, kind, () => registry.where('permits', 'kind', kind).map(({ from }) => instantOf(from))) <= at;
