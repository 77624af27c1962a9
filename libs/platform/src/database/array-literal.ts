/** Characters that end a quoted element of an array. */
const SPECIAL = /["\\]/;
const EACH_SPECIAL = /["\\]/g;

/**
 * A list as PostgreSQL reads arrays: `{1,2,NULL}`. The driver does this too, but quotes numbers and searches every text
 * twice, and statements that write a thousand events carry some ten thousand elements.
 */
export function arrayLiteral(list: readonly unknown[]): string {
  return `{${(list.every(isNumber) ? list : list.map(elementText)).join(',')}}`;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

function elementText(value: unknown): string {
  if (typeof value === 'string') return `"${SPECIAL.test(value) ? value.replace(EACH_SPECIAL, '\\$&') : value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`an array for PostgreSQL cannot hold a ${typeof value}`);
}
