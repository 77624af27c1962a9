import type { Context } from '#kernel';

/** A finding as a search shows it. */
export interface FoundFinding {
  readonly id: string;
  /** Code of the rule. */
  readonly rule: string;
  readonly severity: 'S1' | 'S2' | 'S3' | 'S4';
  readonly enterprise?: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Where searches look for what screening found. */
export interface FindingSearch {
  /**
   * Findings whose id or rule's code begins with a key, or whose rule's title contains it, the newest first; of those
   * raised by a position, where one is given.
   */
  find(context: Context, key: string, limit: number, seq: number | undefined): Promise<readonly FoundFinding[]>;
}

/** For installations without screening. */
export const NO_FINDING_SEARCH: FindingSearch = { find: () => Promise.resolve([]) };
