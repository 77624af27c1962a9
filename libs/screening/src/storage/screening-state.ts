import { type Context, SYSTEM } from '#kernel';
import type { Database, Transaction } from '#platform';

/** Name of the follower that screens what is recorded. */
export const SCREENING = 'screening';

/** How far screening has settled: verdicts up to there are final. */
export interface Settled {
  readonly seq: number;
  readonly head: number;
}

/**
 * Up to the follower's place, but not past an event that is still to be judged again,
 * or an enterprise whose papers changed. An empty ledger is settled.
 */
export async function readSettled(database: Database): Promise<Settled> {
  const [row] = await database.read<Settled>(SYSTEM, SETTLED, [SCREENING], 'screening-settled');
  return row!;
}

const SETTLED = `
  SELECT h.seq AS head, least(coalesce((SELECT seq FROM ledger_follower WHERE name = $1), 0),
                              (SELECT min(seq) - 1 FROM screening_due_event),
                              (SELECT min(awaited) - 1 FROM screening_due_enterprise)) AS seq
  FROM ledger_head h`;

/**
 * Is everything settled that could weigh on a chain whose own last event was recorded at `chainSeq`? What is recorded later
 * lies on other chains, unless it corrects, decides or restates something.
 */
export async function isChainSettled(database: Database, chainSeq: number, seq: number): Promise<boolean> {
  const { seq: settled } = await readSettled(database);
  if (settled >= seq) return true;
  if (settled < chainSeq) return false;
  const [row] = await database.read<{ moved: boolean }>(SYSTEM, MOVED, [settled, seq], 'screening-moved');
  return !row!.moved;
}

const MOVED = `
  SELECT EXISTS (SELECT FROM registry_version WHERE seq_from > $1 AND seq_from <= $2)
      OR EXISTS (SELECT FROM source_decision WHERE seq > $1 AND seq <= $2)
      OR EXISTS (SELECT FROM event WHERE type = 'correction' AND seq_from > $1 AND seq_from <= $2) AS moved`;

/**
 * Takes screening's place for the rest of the transaction: what is written about findings is written by one at a time.
 * Answers the first position that no answer has been given for yet: for what verdicts wait for, behind what has settled;
 * for what they do not, behind the head of the ledger, as chains that nothing moved on are answered for without waiting.
 */
export async function takeTurn(tx: Transaction, { isAwaited = true } = {}): Promise<number> {
  const [, , rows] = await tx.pipeline([
    { text: 'INSERT INTO ledger_follower (name) VALUES ($1) ON CONFLICT DO NOTHING', values: [SCREENING] },
    { text: 'SELECT seq FROM ledger_follower WHERE name = $1 FOR UPDATE', values: [SCREENING] },
    { text: SETTLED, values: [SCREENING] },
  ]);
  const [{ seq, head }] = rows as unknown as [Settled];
  return (isAwaited ? seq : head) + 1;
}

/** Screening sees everything, whoever's it is. */
export const SCREENER: Context = { ...SYSTEM, actor: SCREENING, channel: SCREENING };
