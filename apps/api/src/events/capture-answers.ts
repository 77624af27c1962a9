import { Refused, type Locale } from '#kernel';
import type { CaptureItem, CaptureOutcome, CaptureResult } from '#lots';
import { problemOf, type Problem } from '#platform';

/** One event's result as clients read it. */
export interface ResultAnswer extends Omit<CaptureResult, 'faults'> {
  readonly problem?: Problem;
}

/** How many results of a request are of each kind. */
export interface Summary {
  readonly recorded: number;
  readonly duplicate: number;
  readonly refused: number;
}

export const NOTHING: Summary = { recorded: 0, duplicate: 0, refused: 0 };

/** The results of items as clients read them, refusals as problems in their language. */
export function resultAnswers(
  items: readonly CaptureItem[],
  { results }: CaptureOutcome,
  locale: Locale,
): ResultAnswer[] {
  return results.map((outcome, place) => {
    if (!outcome.faults) return outcome;
    const { faults, ...result } = outcome;
    const item = items[place];
    const cut = item && 'faults' in item && item.truncated ? { truncated: true as const } : {};
    return { ...result, problem: { ...problemOf(new Refused(faults), locale), ...cut } };
  });
}

export function summarize(results: readonly CaptureResult[], before: Summary = NOTHING): Summary {
  const counts = { ...before };
  for (const { status } of results) counts[status]++;
  return counts;
}

export const checkpoint = (seq: number) => ({ checkpoint: { seq } });

/** One JSON value a line. */
export const toLines = (values: readonly unknown[]): string =>
  values.map(value => `${JSON.stringify(value)}\n`).join('');
