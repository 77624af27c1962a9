import type { Fault } from '#kernel';
import { provinceOf } from '#kernel';

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Code of the ministry as issuing authority. */
const MINISTRY = '100000';

const FIRST_UNIFIED_YEAR = 2008;

const MINING_LICENCE = /^C(\d{6})(\d{4})(0[1-9]|1[0-2])\d{10}$/;
const EXPLORATION_LICENCE = /^T\d{22}$|^T(\d{2})\d\d{4}(0[1-9]|1[0-2])(0[1-4])\d{6}$/;
const EXPORT_LICENCE = /^\d{2}-[0-9A-Z]{2}-\d{6}$/;

const isAuthority = (code: string): boolean => code === MINISTRY || PROVINCES.has(provinceOf(code).slice(0, 2));

/**
 * Does the number of a permit have the usual build of its kind? The coding rules (annex A of DZ/T 0443-2023) could
 * not be read, so whoever asks warns and never refuses. Kinds without a known build are usual.
 */
export function isUsualPermitNumber(kind: string, number: string): boolean {
  if (kind === 'mining-licence') {
    const [, authority, year] = MINING_LICENCE.exec(number) ?? [];
    return authority !== undefined && isAuthority(authority) && Number(year) >= FIRST_UNIFIED_YEAR;
  }
  if (kind === 'exploration-licence') return EXPLORATION_LICENCE.test(number);
  return kind === 'export-licence' ? EXPORT_LICENCE.test(number) : true;
}

/**
 * Can an invoice have this code and number? Paper and electronic ones have a code of 10 or 12 digits and a number of
 * 8, fully digital ones a number of 20 digits and no code.
 */
export function isInvoiceNumber(code: string | undefined, number: string): boolean {
  return code === undefined ? /^\d{20}$/.test(number) : /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number);
}

/** A remark on a number that is taken although it looks odd. */
export const unusualNumber = (value: string, expected: string): Fault => ({
  code: 'unusual-number',
  pointer: '/number',
  value,
  expected,
});
