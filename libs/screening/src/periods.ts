import { formatInstant, startOfDay } from '#kernel';

/** Half-open stretch of time in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export type PeriodKind = 'month' | 'quarter' | 'year';

/** A month, quarter or year of Asia/Shanghai. */
export interface Period extends Span {
  readonly kind: PeriodKind;
  /** `2026-10`, `2026-Q4` or `2026`. */
  readonly label: string;
  readonly year: number;
  /** Number of its first month, 1 to 12. */
  readonly month: number;
}

export const DAY_MS = 86_400_000;

const LABEL = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Reads `2026`, `2026-Q3` or `2026-10`; `undefined` where the text is none of them. */
export function parsePeriod(label: string): Period | undefined {
  const match = LABEL.exec(label);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return periodOf('quarter', year, 3 * Number(match[2]) - 2);
  return match[3] ? periodOf('month', year, Number(match[3])) : periodOf('year', year, 1);
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The period of a kind that begins with a month (1 to 12) of a year. */
export function periodOf(kind: PeriodKind, year: number, month: number): Period {
  const label =
    kind === 'year' ? `${year}` : kind === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${two(month)}`;
  const end = month + MONTHS[kind];
  return { kind, label, year, month, from: startOfMonth(year, month), until: startOfMonth(year, end) };
}

/** The period of a kind that an instant lies in. */
export function periodAt(kind: PeriodKind, instant: number): Period {
  const day = formatInstant(new Date(instant));
  const month = Number(day.slice(5, 7));
  return periodOf(kind, Number(day.slice(0, 4)), month - ((month - 1) % MONTHS[kind]));
}

export const nextPeriod = ({ kind, until }: Period): Period => periodAt(kind, until);
export const previousPeriod = ({ kind, from }: Period): Period => periodAt(kind, from - 1);

/** Midnight of a day of the month behind the period: `dayAfter(october, 13)` is 13 November, 00:00. */
export const dayAfter = ({ until }: Period, day: number): number => until + (day - 1) * DAY_MS;

export const isWithin = (span: Span, instant: number): boolean => span.from <= instant && instant < span.until;

/** The end of a calendar day (`YYYY-MM-DD`). */
export const endOfDay = (day: string): number => startOfDay(day).getTime() + DAY_MS;

/** Month 13 is January of the next year. */
function startOfMonth(year: number, month: number): number {
  const over = Math.floor((month - 1) / 12);
  return startOfDay(`${year + over}-${two(month - 12 * over)}-01`).getTime();
}

const two = (n: number): string => String(n).padStart(2, '0');
