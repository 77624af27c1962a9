import type { Context } from '#kernel';
import type { Head } from '#ledger';
import type { Transaction } from '#platform';
import type { Change } from './domain/decide.js';

/**
 * Told of changes inside the transaction that writes them, after the rows are written: what throws here undoes the
 * slice. A listener may write rows of its own but takes no ledger positions. `head` is the position of the newest
 * change and the instant they are recorded at.
 */
export interface RegistryListener {
  changed(tx: Transaction, context: Context, changes: readonly Change[], head: Head): Promise<void>;
}
