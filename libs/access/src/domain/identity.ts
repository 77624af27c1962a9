import type { Scope } from '#kernel';
import type { Need } from './need.js';

/** Who a key belongs to, and what it opens. */
export interface Identity {
  /** Id of the key, as the ledger and the audit record name it. */
  readonly actor: string;
  /** Role as in the contract. */
  readonly role: string;
  readonly scope: Scope;
  /** True for the administrator's key until setup is completed: it records for everybody and sees everything. */
  readonly setupMode: boolean;
}

/** The identity of the administrator's key in setup mode. */
export const SETUP_ADMINISTRATOR: Identity = {
  actor: 'administrator',
  role: 'administrator',
  scope: { kind: 'all' },
  setupMode: true,
};

/** True where the caller may do what a route needs. Without an identity only what is public is open. */
export const permits = (identity: Identity | undefined, need: Need): boolean =>
  need === 'public' || identity?.setupMode === true;
