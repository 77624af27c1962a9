import type { Context } from '#kernel';
import type { Database, Transaction } from '#platform';

/** Where a follower is, and where the ledger is. */
export interface FollowerPlace {
  readonly seq: number;
  readonly head: number;
}

/** Reads a follower's place without taking it; 0 for one that has never moved. */
export async function readPlace(database: Database, context: Context, name: string): Promise<FollowerPlace> {
  const [place] = await database.read<FollowerPlace>(
    context,
    `SELECT COALESCE(f.seq, 0) AS seq, h.seq AS head
     FROM ledger_head h LEFT JOIN ledger_follower f ON f.name = $1`,
    [name],
    'ledger-follower-place',
  );
  return place!;
}

/** Takes a follower's place for the rest of the transaction: of one name one range is handled at a time, anywhere. */
export async function takePlace(tx: Transaction, name: string): Promise<number> {
  const [, rows] = await tx.pipeline([
    { text: 'INSERT INTO ledger_follower (name) VALUES ($1) ON CONFLICT DO NOTHING', values: [name] },
    { text: 'SELECT seq FROM ledger_follower WHERE name = $1 FOR UPDATE', values: [name] },
  ]);
  return (rows as { seq: number }[])[0]!.seq;
}

export async function movePlace(tx: Transaction, name: string, seq: number): Promise<void> {
  await tx.query('UPDATE ledger_follower SET seq = $2, moved_at = clock_timestamp() WHERE name = $1', [name, seq]);
}
