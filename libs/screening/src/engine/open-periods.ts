import type { Database } from '#platform';
import { parsePeriod, type Period } from '../periods.js';
import { SCREENER } from '../storage/screening-state.js';

/** Periods for which enterprises have findings that may close: judged again when something about them changes. */
export async function openPeriods(database: Database, usccs: readonly string[]): Promise<Period[]> {
  const rows = await database.read<{ period: string }>(
    SCREENER,
    `SELECT DISTINCT period FROM finding
     WHERE enterprise = ANY ($1::text[]) AND period IS NOT NULL AND state IN ('open', 'in-progress')`,
    [usccs],
  );
  return rows.flatMap(({ period }) => parsePeriod(period) ?? []);
}
