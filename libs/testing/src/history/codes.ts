import { createHash } from 'node:crypto';
import { usccCheckCharacter } from '#kernel';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * An invented unified social credit code, always the same for the same number (up to 999,999) and region of
 * registration; both check characters fit (GB 32100-2015, GB 11714).
 */
export function uscc(n: number, region = '360700'): string {
  const organisation = `MA${String(n).padStart(6, '0')}`;
  const first17 = `91${region}${organisation}${organisationCheck(organisation)}`;
  return first17 + usccCheckCharacter(first17);
}

function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * parseInt(first8.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** A UUID that is always the same for the same number. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A UUID that is always the same for the same content. */
export function uuidOf(content: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An 18-digit customs declaration number. */
export const declarationNumber = (n: number, direction: 'import' | 'export', year = 2026): string =>
  `4220${year}${direction === 'import' ? 1 : 0}${String(n).padStart(9, '0')}`;

/** A mining-licence number of the unified form. */
export const licenceNumber = (n: number): string => `C3600002010125${String(n).padStart(9, '0')}`;

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-01-01T08:00:00+08:00');

/** An instant that many hours after eight in the morning of 1 January 2026 in Shanghai; hours may be negative. */
export const hour = (n: number): string =>
  new Date(START_MS + n * HOUR_MS + 8 * HOUR_MS).toISOString().replace('.000Z', '+08:00');

/** An instant that many days after 1 January 2026. */
export const day = (n: number): string => hour(24 * n);
