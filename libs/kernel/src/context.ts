export type Locale = 'zh' | 'en';

/** What a caller may see: everything (the administrator in setup mode), or the rows of the named enterprises. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'enterprises'; readonly usccs: readonly string[] };

/** Who asks, what he may see, and why: handed to every use case. */
export interface Context {
  /** Id of the key or user that acts. */
  readonly actor: string;
  /** Role of the actor, as in the contract. */
  readonly role: string;
  /** How the request came in: `api`, `cli`, `demo`. */
  readonly channel: string;
  readonly scope: Scope;
  /** The official reason given in the header `OreTrail-Purpose`. */
  readonly purpose?: string;
  readonly requestId: string;
  readonly locale: Locale;
  /**
   * Aborted, with the refusal, once the caller has been told that there will be no answer: what has not begun need not
   * begin any more. Absent where the caller waits as long as it takes.
   */
  readonly answered?: AbortSignal | undefined;
}

/** The service itself, where nobody asks or whoever asked has been checked before: balances need every row. */
export const SYSTEM: Context = {
  actor: 'oretrail',
  role: 'system',
  channel: 'internal',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};
