import type { Context } from '#kernel';

/** Knows enterprises that others name: buyers, suppliers, senders. The registry may never have heard of them. */
export interface PartyFinder {
  /** Whether what is recorded up to a ledger position names this enterprise. */
  names(context: Context, uscc: string, seq: number): Promise<boolean>;
}
