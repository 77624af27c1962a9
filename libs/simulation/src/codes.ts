import { type Dice, usccCheckCharacter } from '#kernel';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** An invented unified social credit code with fitting check characters, for a number below 1,000,000 and a region. */
export function uscc(n: number, region: string): string {
  const organisation = `MA${String(n).padStart(6, '0')}`;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * parseInt(organisation.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  const first17 = `91${region}${organisation}${check === 10 ? 'X' : check % 11}`;
  return first17 + usccCheckCharacter(first17);
}

/** A random UUID of version 4. */
export function uuid(dice: Dice): string {
  const hex = Array.from({ length: 4 }, () => dice.between(0, 0xffffffff).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** A mining licence of the unified form, issued in September 2013. */
export const licenceNumber = (region: string, n: number): string => `C${region}201309${padded(n, 10)}`;

/** A customs declaration accepted by a district (four digits). */
export const declarationNumber = (customs: string, year: number, direction: 'import' | 'export', n: number): string =>
  `${customs}${year}${direction === 'import' ? 1 : 0}${padded(n, 9)}`;

/** A fully digital invoice issued in a province. */
export const invoiceNumber = (year: number, region: string, n: number): string =>
  `${padded(year % 100, 2)}${region.slice(0, 2)}1${padded(n, 15)}`;

export const exportLicenceNumber = (year: number, n: number): string => `${padded(year % 100, 2)}-AA-${padded(n, 6)}`;

export const numbered = (prefix: string, year: number, n: number): string => `${prefix}${year}-${padded(n, 7)}`;
