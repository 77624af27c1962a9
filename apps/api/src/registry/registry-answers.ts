import { formatInstant, Refused, type Locale } from '#kernel';
import { problemOf, type Page, type Problem } from '#platform';
import type { History, ItemResult, ListedItem } from '#registry';

/** One item's result as clients read it. */
export interface ItemAnswer {
  readonly key?: string;
  readonly status: ItemResult['status'];
  readonly seq?: number;
  readonly problem?: Problem;
}

/** The result of an item as clients read it, a refusal as a problem in their language. */
export function itemAnswer(result: ItemResult, locale: Locale): ItemAnswer {
  const { key, ...rest } = result;
  const named = key === '' ? {} : { key };
  if (!('faults' in rest)) return { ...named, ...rest };
  return { ...named, status: rest.status, problem: problemOf(new Refused(rest.faults), locale) };
}

/** How many results of a request are of each kind. */
export type RegistrySummary = Readonly<Record<ItemResult['status'], number>>;

export const NO_RESULTS: RegistrySummary = { created: 0, updated: 0, unchanged: 0, refused: 0 };

export function summarize(results: readonly ItemResult[], before: RegistrySummary): RegistrySummary {
  const counts = { ...before };
  for (const { status } of results) counts[status]++;
  return counts;
}

const listedAnswer = ({ recordedAt, ...item }: ListedItem) => ({ ...item, recordedAt: formatInstant(recordedAt) });

export const pageAnswer = ({ items, ...page }: Page<ListedItem>): Page<object> => ({
  items: items.map(item => listedAnswer(item)),
  ...page,
});

export const historyAnswer = ({ asOf, versions, ...history }: History): object => ({
  ...history,
  asOf: { seq: asOf.seq, at: formatInstant(asOf.recordedAt) },
  versions: versions.map(({ supersededAt, ...version }) => ({
    ...listedAnswer(version),
    ...(supersededAt ? { supersededAt: formatInstant(supersededAt) } : {}),
  })),
});
