import { isCalendarDay, isDeclarationNumber, isUscc, isUuid, parseInstant } from '#kernel';
import { isAsOf } from './as-of.js';

export interface Format {
  readonly test: (text: string) => boolean;
  /** Fault code of a string that does not fit. */
  readonly code: string;
  readonly expected: string;
  /** How the OpenAPI document says it, where JSON Schema has a word for it. */
  readonly openApi?: Readonly<Record<string, string>>;
}

const format = (test: Format['test'], expected: string, openApi?: Format['openApi']): Format => ({
  test,
  code: 'bad-format',
  expected,
  ...(openApi ? { openApi } : {}),
});

const LOT_CODE = 'a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end';

/** The formats that schemas may name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  instant: format(isInstant, 'an ISO 8601 instant with offset, from the year 1900 on', { format: 'date-time' }),
  day: format(isCalendarDay, 'a calendar day YYYY-MM-DD', { format: 'date' }),
  'day-or-instant': format(
    isDayOrInstant,
    'a calendar day YYYY-MM-DD or an ISO 8601 instant with offset, from the year 1900 on',
  ),
  uuid: format(isUuid, 'a UUID', { format: 'uuid' }),
  uscc: {
    test: isUscc,
    code: 'invalid-uscc',
    expected: 'a unified social credit code: 18 characters whose check character fits',
    openApi: { pattern: '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$' },
  },
  declaration: {
    test: isDeclarationNumber,
    code: 'invalid-declaration-number',
    expected: 'an 18-digit customs declaration number: district, year, direction 0 or 1, sequence',
    openApi: { pattern: '^[0-9]{18}$' },
  },
  code: format(isCode, '1 to 64 printable characters, NFC, no blank at either end'),
  'lot-code': format(isLotCode, LOT_CODE),
  'lot-ref': format(isLotReference, `${LOT_CODE}, optionally with "USCC:" before it`),
  country: format(text => /^[A-Z]{2,3}$/.test(text), 'an ISO 3166-1 country code', { pattern: '^[A-Z]{2,3}$' }),
  region: format(text => /^[0-9]{6}$/.test(text), 'a six-digit GB/T 2260 region', { pattern: '^[0-9]{6}$' }),
  'as-of': format(isAsOf, 'a ledger position or an ISO 8601 instant with offset'),
};

const PLAIN = /^[!-~](?:[ -~]{0,62}[!-~])?$/;
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]{1,64}$/u;

/** 1 to 64 printable code points (no Unicode category C, Zl, Zp), NFC, no blank at either end. */
export function isCode(text: string): boolean {
  if (PLAIN.test(text)) return true;
  return text.length <= 128 && PRINTABLE.test(text) && text.trim() === text && text.normalize('NFC') === text;
}

export function isLotCode(text: string): boolean {
  return isCode(text) && !text.includes('/');
}

function isLotReference(text: string): boolean {
  return isLotCode(text) || (text.charAt(18) === ':' && isUscc(text.slice(0, 18)) && isLotCode(text.slice(19)));
}

function isDayOrInstant(text: string): boolean {
  return isInstant(isCalendarDay(text) ? `${text}T00:00:00Z` : text);
}

/** The bounds keep every instant writable as a four-digit year in any zone. */
function isInstant(text: string): boolean {
  const year = parseInstant(text)?.getUTCFullYear();
  return year !== undefined && year >= 1900 && year <= 9998;
}
