import type { Context } from '#kernel';
import type { Database } from '#platform';

const SETTLED = 'SELECT seq FROM ledger_head WHERE NOT EXISTS (SELECT FROM pool WHERE dirty)';

/** How far the state that answers are given from follows the ledger. */
export class Knowledge {
  constructor(private readonly database: Database) {}

  /** The newest ledger position, where everything that follows from it has been worked in; else `undefined`. */
  async settledPosition(context: Context): Promise<number | undefined> {
    const everything: Context = { ...context, scope: { kind: 'all' } };
    const [head] = await this.database.read<{ seq: number }>(everything, SETTLED, [], 'knowledge-settled');
    return head?.seq;
  }
}
