import type { Context } from '#kernel';

/** A finding that lies on a chain, as answers show it. */
export interface ChainFinding {
  readonly id: string;
  /** Code of the rule. */
  readonly rule: string;
  readonly severity: 'S1' | 'S2' | 'S3' | 'S4';
  readonly enterprise?: string;
  readonly event?: string;
  readonly title: { readonly zh: string; readonly en: string };
  /**
   * What it means for a verdict: an open finding of severity S3 or S4, a party under a sanction, a rule that failed, or
   * nothing.
   */
  readonly weight: 'finding' | 'sanction' | 'failure' | 'none';
}

/** A department's feed that is overdue: what it would have told is not known. */
export interface StaleFeed {
  /** Id of the finding that says so. */
  readonly id: string;
  /** Region it tells of, six digits; the whole country without one. */
  readonly region?: string;
}

export interface OnChain {
  readonly findings: readonly ChainFinding[];
  /** Feeds that were overdue at the position, wherever they tell of. */
  readonly staleFeeds: readonly StaleFeed[];
  /** False while what was recorded up to the position asked about has not been screened. */
  readonly settled: boolean;
}

/**
 * Where verdicts learn what screening found. Answers wait a moment for screening to catch up with the position; the same
 * position has the same answer for ever once it is settled. No finding is cut off.
 */
export interface ChainFindings {
  /** Findings on the chains of export events now, by number of the event: without a walk. */
  ofExports(context: Context, exportNos: readonly number[], seq: number): Promise<ReadonlyMap<number, OnChain>>;
  /** Findings on events and everything upstream of them, as known at a position, or now that the ledger has come to it. */
  ofChain(context: Context, eventNos: readonly number[], seq: number, isNow: boolean): Promise<OnChain>;
}

/** For installations without screening, such as benchmarks of the walks alone. */
export const NO_FINDINGS: ChainFindings = {
  ofExports: (_, exportNos) => Promise.resolve(new Map(exportNos.map(no => [no, NOTHING]))),
  ofChain: () => Promise.resolve(NOTHING),
};

const NOTHING: OnChain = { findings: [], staleFeeds: [], settled: true };
