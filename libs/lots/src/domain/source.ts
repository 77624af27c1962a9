export type SourceKind = 'mine' | 'import' | 'scrap' | 'opening-stock' | 'undispatched' | 'surplus' | 'excess';

/** How a source is judged; the unexplained kinds are judged by being unexplained. */
export type SourceStatus = 'legal' | 'illegal' | 'unverified' | 'unexplained';

/**
 * An entry of the dictionary that compositions name: a source with one of its statuses, or a group of folded ones.
 * `enterprise`, `region` and `year` are those of the root event that first brought the entry in; they decide into
 * which group it folds.
 */
export interface SourceEntry {
  readonly no: number;
  readonly id: string;
  readonly status: SourceStatus;
  readonly kind: SourceKind;
  readonly enterprise?: string;
  readonly region?: string;
  readonly year?: number;
  readonly folded: boolean;
}

export type NewSource = Omit<SourceEntry, 'no'>;

/** Order of entries in a composition, and of ties in rounding: by id, then status. */
export function compareSources(a: SourceEntry, b: SourceEntry): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.status === b.status ? 0 : a.status < b.status ? -1 : 1;
}

/** The dictionary as a fold uses it: finds entries by number, and gives numbers to entries it has not seen. */
export interface SourceDictionary {
  get(no: number): SourceEntry;
  intern(source: NewSource): SourceEntry;
}
