import type { Context } from '#kernel';
import { CURRENT } from '#lots';
import type { Database } from '#platform';
import type { Finding } from './finding.js';

/** Rules that say that what a root event brought in is illegal. */
const ILLEGAL_SOURCE_RULES: readonly string[] = [
  'MIN-01',
  'MIN-02',
  'MIN-04',
  'MIN-05',
  'MIN-08',
  'MIN-09',
  'SEP-07',
  'IMP-02',
];

export interface IllegalRoot {
  readonly source: string;
  /** The root event's instant, and the millisecond behind it: the decision is about this event alone. */
  readonly from: Date;
  readonly to: Date;
}

/** Sources that are illegal once a finding is confirmed: of the root event it is about. */
export async function decidedSources(database: Database, context: Context, finding: Finding): Promise<IllegalRoot[]> {
  if (!ILLEGAL_SOURCE_RULES.includes(finding.rule) || finding.event === undefined) return [];
  const roots = await database.read<{ source: string; at: Date }>(
    context,
    `SELECT r.source_id AS source, r.occurred_at AS at
     FROM event e JOIN root r ON r.event_no = e.no AND r.${CURRENT}
     WHERE e.id = $1 AND e.${CURRENT} AND r.kind IN ('mine', 'import')`,
    [finding.event],
  );
  return roots.map(({ source, at }) => ({ source, from: at, to: new Date(at.getTime() + 1) }));
}
