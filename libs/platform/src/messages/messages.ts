import type { Locale } from '#kernel';
import { en } from './en.js';
import { zh } from './zh.js';

export type MessageKey = keyof typeof en;

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, zh };

/** A message in a language, its `{name}` places filled in; `undefined` for a key no catalogue has. */
export function message(
  locale: Locale,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const template = Object.hasOwn(en, key) ? CATALOGUES[locale][key as MessageKey] : undefined;
  return template?.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const LANGUAGE_RANGE = /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i;

/** The language of `Accept-Language` that is served best: the highest weight, ties to the earlier; English otherwise. */
export function chooseLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').slice(0, 1_000).split(',').flatMap(languageRange);
  return wanted.reduce<{ locale: Locale; weight: number }>(
    (best, range) => (range.weight > best.weight ? range : best),
    { locale: 'en', weight: 0 },
  ).locale;
}

function languageRange(text: string): { locale: Locale; weight: number }[] {
  const match = LANGUAGE_RANGE.exec(text);
  const language = match?.[1]?.toLowerCase().split('-')[0];
  if (language !== 'zh' && language !== 'en') return [];
  return [{ locale: language, weight: match?.[2] === undefined ? 1 : Number(match[2]) }];
}
