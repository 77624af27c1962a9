import { REGIONS } from '#catalogue';
import { ELEMENTS, type Element } from '#kernel';
import { Type, type TNumber, type TOptional, type TString, type TUnsafe } from '@sinclair/typebox';

/** Unified social credit code whose check character fits. */
export const uscc = (description: string): TString =>
  Type.String({ format: 'uscc', description, examples: ['91360728MA35BAYA0U'] });

/** Number of a customs declaration, 18 digits. */
export const declaration = (description: string): TString =>
  Type.String({ format: 'declaration', description, examples: ['422020260000012345'] });

/** Identifying code or number: 1 to 64 printable characters. */
export const code = (description: string, ...examples: string[]): TString =>
  Type.String({ format: 'code', description, examples });

/** Lot code, or `USCC:code` where two enterprises declared the same. */
export const lotReference = (description: string): TString =>
  Type.String({ format: 'lot-ref', description, examples: ['LN-2026-03-C01'] });

const PROVINCES = REGIONS.filter(({ level }) => level === 'province').map(({ code }) => code.slice(0, 2));

const regionLike = (description: string, prefixes: readonly string[]): TString =>
  Type.String({
    pattern: `^(?:${prefixes.join('|')})\\d{4}$`,
    description: `${description}; six digits of GB/T 2260, the first two a province`,
    examples: ['360728'],
  });

/** Six-digit region of GB/T 2260; the lower four digits are not looked up. */
export const region = (description: string): TString => regionLike(description, PROVINCES);

/** As {@link region}, or the nation: `000000`, as issuing authority also `100000`. */
export const regionOrNation = (description: string): TString =>
  regionLike(`${description}; 000000 or 100000: the nation`, [...PROVINCES, '00', '10']);

/** ISO 3166-1 country, alpha-2 (alpha-3 accepted). */
export const country = (description: string): TString =>
  Type.String({ format: 'country', description, examples: ['MM'] });

/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = (description: string): TString =>
  Type.String({ format: 'day', description, examples: ['2026-03-31'] });

/** Instant, ISO 8601 with an offset. */
export const instant = (description: string): TString =>
  Type.String({ format: 'instant', description, examples: ['2026-03-31T18:00:00+08:00'] });

/** Calendar month, `YYYY-MM`. */
export const month = (description: string): TString =>
  Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
    description: `${description}; a month YYYY-MM`,
    examples: ['2026-10'],
  });

/** Month or quarter: `2026-10`, `2026-Q4`. */
export const monthOrQuarter = (description: string): TString =>
  Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2]|Q[1-4])$',
    description: `${description}; a month 2026-10 or quarter 2026-Q4`,
    examples: ['2026-Q4'],
  });

/** Year, quarter or month: `2026`, `2026-Q4`, `2026-10`. */
export const period = (description: string): TString =>
  Type.String({
    pattern: '^\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$',
    description: `${description}; a year 2026, quarter 2026-Q4 or month 2026-10`,
    examples: ['2026-10'],
  });

/** Calendar year. */
export const year = (description: string) =>
  Type.Integer({ minimum: 1950, maximum: 2200, description, examples: [2026] });

/** Code of the customs tariff, 4 to 10 digits. */
export const hsCode = (description: string): TString =>
  Type.String({ pattern: '^\\d{4,10}$', description: `${description}; 4 to 10 digits`, examples: ['2846901930'] });

/** Customs district, four digits. */
export const customsDistrict = (description: string): TString =>
  Type.String({ pattern: '^\\d{4}$', description: `${description}; four digits`, examples: ['4220'] });

/** Free text that is not empty. */
export const text = (description: string, maxLength: number, ...examples: string[]): TString =>
  Type.String({ minLength: 1, maxLength, description, examples });

/** One of several words. */
export const oneOf = <const Word extends string>(words: readonly Word[], description: string): TUnsafe<Word> =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], description, examples: [words[0]] });

/** Mass in kilograms, more than nothing, at most three decimals. */
export const massKg = (description: string) =>
  Type.Number({ minimum: 0.001, maximum: 1e9, decimals: 3, description: `${description}; kg`, examples: [1250.5] });

/** Amount that is nothing or more, in the unit named. */
export const amount = (description: string, unit: string, example: number) =>
  Type.Number({ minimum: 0, maximum: 1e12, description: `${description}; ${unit}`, examples: [example] });

/** Money that may be negative, as on reversed invoices and refunds. */
export const signedAmount = (description: string, unit: string, example: number) =>
  Type.Number({ minimum: -1e12, maximum: 1e12, description: `${description}; ${unit}`, examples: [example] });

/** Most entries of a list inside one item. */
const MAX_ENTRIES = 1_000;

export const maxEntries = { maxItems: MAX_ENTRIES };

/** Assay of a sample: element to % of total REO. A laboratory may report some elements only, so no sum is asked. */
export const assay = (description: string) =>
  Type.Object(
    Object.fromEntries(
      ELEMENTS.map(element => [
        element,
        Type.Optional(
          Type.Number({ minimum: 0, maximum: 100, decimals: 6, description: `${element}; % of total REO`, examples: [4.2] }),
        ),
      ]),
    ) as Record<Element, TOptional<TNumber>>,
    { additionalProperties: false, description, examples: [{ Pr: 5.5, Nd: 19.5 }] },
  ); // prettier-ignore

/** A place on the map, degrees. */
export const point = (description: string) =>
  Type.Object(
    {
      lat: Type.Number({ minimum: -90, maximum: 90, description: 'Latitude, CGCS2000; degrees', examples: [24.91] }),
      lon: Type.Number({
        minimum: -180,
        maximum: 180,
        description: 'Longitude, CGCS2000; degrees',
        examples: [114.79],
      }),
    },
    { additionalProperties: false, description },
  );

/** Area as GeoJSON; its rings are looked at by {@link polygonFaults}. */
export const polygon = (description: string) =>
  Type.Object(
    {
      type: oneOf(['Polygon', 'MultiPolygon'], 'Kind of GeoJSON geometry'),
      coordinates: Type.Array(Type.Unknown(), {
        minItems: 1,
        ...maxEntries,
        description: 'Rings of [longitude, latitude], CGCS2000 degrees, each closed; a MultiPolygon has one list more',
      }),
    },
    {
      additionalProperties: false,
      description,
      examples: [
        { type: 'Polygon', coordinates: [[[114.7, 24.9], [114.8, 24.9], [114.8, 25.0], [114.7, 24.9]]] },
      ],
    },
  ); // prettier-ignore
