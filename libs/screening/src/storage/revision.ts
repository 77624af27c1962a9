import type { Database } from '#platform';
import { readSettled, SCREENER } from './screening-state.js';

/** Names the state of all findings by their history; `undefined` while something recorded is still to be screened. */
export async function readRevision(database: Database): Promise<string | undefined> {
  const { seq, head } = await readSettled(database);
  if (seq < head) return undefined;
  const [row] = await database.read<{ no: number | null }>(SCREENER, 'SELECT max(no) AS no FROM finding_history');
  return String(row?.no ?? 0);
}
