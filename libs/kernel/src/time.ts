/** The one zone of days, months, quarters and years (China has no summer time since 1991). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** An instant as answers write it: ISO 8601 with +08:00, milliseconds only where there are any. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${local.replace(/\.000Z$|Z$/, '')}+08:00`;
}

/** The calendar day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => formatInstant(instant).slice(0, 10);

export const yearOf = (instant: Date): number => new Date(instant.getTime() + SHANGHAI_OFFSET_MS).getUTCFullYear();

/** Midnight in Asia/Shanghai at which a calendar day begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** Behind the calendar day. */
const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Parses ISO 8601 date and time with an offset, or `undefined` where the text is none (or names a day that is none). */
export function parseInstant(text: string): Date | undefined {
  if (!TIME.test(text.slice(10)) || !isCalendarDay(text.slice(0, 10))) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** True for `YYYY-MM-DD` that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= 28 || day <= lastDayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Calendars repeat every 400 years; `Date.UTC` takes years below 100 for those of the twentieth century. */
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
