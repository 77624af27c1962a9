/** The one zone of days, months, quarters and years (China has no summer time since 1991). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** An instant as answers write it: ISO 8601 with +08:00, milliseconds only where there are any. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${local.replace(/\.000Z$|Z$/, '')}+08:00`;
}

/** The calendar day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => formatInstant(instant).slice(0, 10);

export const yearOf = (instant: Date): number => Number(dayOf(instant).slice(0, 4));

/** Midnight in Asia/Shanghai at which a calendar day begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Parses ISO 8601 date and time with an offset, or `undefined` where the text is none (or names a day that is none). */
export function parseInstant(text: string): Date | undefined {
  const match = INSTANT.exec(text);
  if (!match || !isCalendarDay(`${match[1]}-${match[2]}-${match[3]}`)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** True for `YYYY-MM-DD` that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
