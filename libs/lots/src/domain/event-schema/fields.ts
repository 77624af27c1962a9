import { REGIONS } from '#catalogue';
import { Type, type TString, type TUnsafe } from '@sinclair/typebox';

/** Instant, ISO 8601 with an offset. */
export const instant = (description: string): TString =>
  Type.String({ format: 'instant', description, examples: ['2026-03-31T18:00:00+08:00'] });

/** Unified social credit code whose check character fits. */
export const uscc = (description: string): TString =>
  Type.String({ format: 'uscc', description, examples: ['91360728MA35BAYA0U'] });

export const uuid = (description: string): TString =>
  Type.String({ format: 'uuid', description, examples: ['7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10'] });

export const declaration = (description: string): TString =>
  Type.String({ format: 'declaration', description, examples: ['422020260000012345'] });

/** Identifying code of something other than a lot: licence, site, document. 1 to 64 printable characters. */
export const code = (description: string, ...examples: string[]): TString =>
  Type.String({ format: 'code', description, examples });

const PROVINCES = REGIONS.filter(({ level }) => level === 'province').map(({ code: each }) => each.slice(0, 2));

/** Six-digit region of GB/T 2260; the lower four digits are not looked up. */
export const region = (description: string): TString =>
  Type.String({
    pattern: `^(?:${PROVINCES.join('|')})\\d{4}$`,
    description: `${description}; six digits of GB/T 2260, the first two a province`,
    examples: ['360728'],
  });

/** ISO 3166-1 country, alpha-2 (alpha-3 accepted). */
export const country = (description: string): TString =>
  Type.String({ format: 'country', description, examples: ['MM'] });

/** Free text that is not empty. */
export const text = (description: string, maxLength: number, ...examples: string[]): TString =>
  Type.String({ minLength: 1, maxLength, description, examples });

/** One of several words. */
export const oneOf = <const Word extends string>(words: readonly Word[], description: string): TUnsafe<Word> =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], description, examples: [words[0]] });

const MASS_MAX_KG = 1e9;

/** Physical mass in kilograms, more than nothing. */
export const massKg = (description: string) =>
  Type.Number({
    minimum: 0.001,
    maximum: MASS_MAX_KG,
    decimals: 3,
    description: `${description}; kg`,
    examples: [1250.5],
  });

/** Physical mass in kilograms that may be nothing: counts, weighed goods, losses. */
export const massOrNothingKg = (description: string) =>
  Type.Number({ minimum: 0, maximum: MASS_MAX_KG, decimals: 3, description: `${description}; kg`, examples: [1249.8] });

/** Percentage with at most six decimals. */
export const percent = (description: string, maximum: number, example: number) =>
  Type.Number({ minimum: 0, maximum, decimals: 6, description: `${description}; %`, examples: [example] });

export const price = (description: string, example: number) =>
  Type.Number({ minimum: 0, maximum: 1e12, description, examples: [example] });
