import { dayOf, startOfDay } from '#kernel';
import { DAY_MS, endOfDay } from '../periods.js';

/** Has a calendar day, and so many days behind it, passed at an instant? */
export const isPast = (day: string, clock: number, days = 0): boolean => clock >= endOfDay(day) + days * DAY_MS;

/** The beginning of a calendar day as an instant. */
export const instantOf = (day: string): number => startOfDay(day).getTime();

/** The day so many working days (Monday to Friday; public holidays are not known) behind an instant. */
export function workingDaysAfter(instant: number, days: number): number {
  let at = instant;
  for (let left = days; left > 0;) {
    at += DAY_MS;
    const weekday = new Date(`${dayOf(new Date(at))}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}
