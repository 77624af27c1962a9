import { CURRENT } from '#lots';
import { type Database, enqueueStatement, type Statement, type Transaction } from '#platform';
import { SCREENER } from './screening-state.js';

/** Kind of operation that judges what has become due. */
export const DUE = 'screening-due';

/** Has what has become due judged. */
export const judgeDue = (): Statement => enqueueStatement(SCREENER, DUE, {}, { key: 'due' });

/** Stands for what is no enterprise's among those due. */
export const NOBODY = '-';

/**
 * How an enterprise that is due already becomes due again; awaited or not are two matters. The mark always changes, also at
 * a position where the ledger stands still: whoever judges it now does not forget it then.
 */
export const AGAIN = `ON CONFLICT (uscc, (awaited IS NOT NULL))
  DO UPDATE SET touched = greatest(EXCLUDED.touched, screening_due_enterprise.touched + 1)`;

/** How an event that is due already becomes due again: since the position it was due first. */
export const ONCE_MORE = 'ON CONFLICT (event_no) DO UPDATE SET times = screening_due_event.times + 1';

/** Makes enterprises due for being judged again; with `awaited` verdicts wait until they have been. */
export const dueEnterprises = (usccs: Iterable<string>, seq: number, awaited: boolean): Statement => ({
  text: `INSERT INTO screening_due_enterprise (uscc, touched, awaited)
         SELECT uscc, $2, $3 FROM unnest($1::text[]) AS t (uscc) ${AGAIN}`,
  values: [[...new Set(usccs)].sort(), seq, awaited ? seq : null],
});

/** Members of registry items that name enterprises. */
const PARTIES = [
  'uscc',
  'enterprise',
  'holder',
  'party',
  'seller',
  'buyer',
  'taxpayer',
  'group',
  'parent',
  'successor',
];

/**
 * Makes enterprises due that registry items are about which were stated at positions in (after, upTo], though the items do
 * not name them: those whose events cite them, and those they named before.
 */
export const dueByItems = (
  items: readonly string[],
  numbers: readonly string[],
  after: number,
  upTo: number,
): Statement => ({
  text: `
    INSERT INTO screening_due_enterprise (uscc, touched, awaited)
    SELECT x.uscc, $4::bigint, $4::bigint FROM (
      SELECT e.enterprise FROM (
        SELECT d.event_no FROM unnest($2::text[]) AS q (number)
          CROSS JOIN LATERAL (SELECT event_no FROM document WHERE number = q.number AND ${CURRENT} OFFSET 0) d
        UNION
        SELECT r.event_no FROM unnest($2::text[]) AS q (number)
          CROSS JOIN unnest(ARRAY['mine', 'import']) AS k (kind)
          CROSS JOIN LATERAL (SELECT event_no FROM root WHERE kind = k.kind AND reference = q.number AND ${CURRENT} OFFSET 0) r
      ) cited CROSS JOIN LATERAL (SELECT enterprise FROM event WHERE no = cited.event_no AND ${CURRENT} OFFSET 0) e
      UNION
      SELECT t.value FROM unnest($1::text[]) AS q (item)
        CROSS JOIN LATERAL (SELECT body FROM registry_version
          WHERE collection = split_part(q.item, '/', 1) AND key = substr(q.item, strpos(q.item, '/') + 1) AND seq_from <= $3 OFFSET 0) v
        CROSS JOIN LATERAL jsonb_each_text(v.body) t (name, value)
      WHERE t.name = ANY ($5::text[])
    ) x (uscc)
    ${AGAIN}`,
  values: [items, numbers, after, upTo, PARTIES],
});

/**
 * Makes everything downstream of sources due, with the enterprises there, whose status was judged otherwise at positions
 * in (after, upTo]. Roots that are new there have nothing downstream that was judged before.
 */
export const dueDownstream = (after: number, upTo: number): Statement => ({
  text: `
    WITH RECURSIVE down (no) AS (
      SELECT event_no FROM root WHERE seq_from > $1 AND seq_from <= $2 AND first_seq <= $1
      UNION
      SELECT d.event_no FROM down
        CROSS JOIN LATERAL (SELECT event_no FROM draw WHERE from_event_no = down.no AND ${CURRENT} OFFSET 0) d
    )
    , due AS (
      INSERT INTO screening_due_event (event_no, seq) SELECT no, $2 FROM down ${ONCE_MORE}
    )
    INSERT INTO screening_due_enterprise (uscc, touched, awaited)
    SELECT DISTINCT e.enterprise, $2::bigint, $2::bigint FROM down
      CROSS JOIN LATERAL (SELECT enterprise FROM event WHERE no = down.no AND ${CURRENT} AND NOT voided OFFSET 0) e
    ${AGAIN}`,
  values: [after, upTo],
});

/** Makes events due that were judged on origins about to change. */
export const dueAgain = (ids: Iterable<string>, seq: number): Statement => ({
  text: `INSERT INTO screening_due_event (event_no, seq)
         SELECT e.no, $2 FROM unnest($1::uuid[]) AS t (id)
           CROSS JOIN LATERAL (SELECT no FROM event WHERE id = t.id AND ${CURRENT} OFFSET 0) e
         ${ONCE_MORE}`,
  values: [[...new Set(ids)], seq],
});

/** An event that is due; a void one has no id. */
export interface DueEvent {
  readonly eventNo: number;
  readonly times: number;
  readonly id: string | null;
}

/** The oldest events due, at most `limit`; void ones have nothing left to judge and come without an id. */
export const takeDueEvents = (tx: Transaction, limit: number): Promise<DueEvent[]> =>
  tx.query(
    `SELECT due.event_no AS "eventNo", due.times, e.id FROM (SELECT event_no, times FROM screening_due_event ORDER BY seq, event_no LIMIT $1) due
       LEFT JOIN LATERAL (SELECT id FROM event WHERE no = due.event_no AND ${CURRENT} AND NOT voided) e ON true`,
    [limit],
  );

/** What has become due again since it was taken stays. */
export const forgetDueEvents = (due: readonly DueEvent[]): Statement => ({
  text: `DELETE FROM screening_due_event d USING unnest($1::bigint[], $2::int[]) AS t (event_no, times)
         WHERE d.event_no = t.event_no AND d.times = t.times`,
  values: [due.map(({ eventNo }) => eventNo), due.map(({ times }) => times)],
});

/** Is something due that verdicts wait for? */
export async function isAwaited(database: Database): Promise<boolean> {
  const [row] = await database.read<{ is: boolean }>(SCREENER, AWAITED, [], 'screening-awaited');
  return row!.is;
}

const AWAITED = `
  SELECT EXISTS (SELECT FROM screening_due_event)
      OR EXISTS (SELECT FROM screening_due_enterprise WHERE awaited IS NOT NULL) AS is`;

/** A reason why an enterprise is due; `awaited` where verdicts wait for it. One may have both kinds. */
export interface DueEnterprise {
  readonly uscc: string;
  readonly touched: number;
  readonly awaited: number | null;
}

/** Those that verdicts wait for first, at most `limit` enterprises with all their reasons. */
export const takeDueEnterprises = (tx: Transaction, limit: number): Promise<DueEnterprise[]> =>
  tx.query(
    `SELECT uscc, touched, awaited FROM screening_due_enterprise
     WHERE uscc IN (SELECT uscc FROM screening_due_enterprise ORDER BY awaited, touched, uscc LIMIT $1)
     ORDER BY awaited, touched, uscc`,
    [limit],
  );

/** What has become due again since it was taken stays. */
export const forgetDueEnterprises = (due: readonly DueEnterprise[]): Statement => ({
  text: `DELETE FROM screening_due_enterprise d USING unnest($1::text[], $2::bigint[], $3::boolean[]) AS t (uscc, touched, is_awaited)
         WHERE d.uscc = t.uscc AND d.touched = t.touched AND (d.awaited IS NOT NULL) = t.is_awaited`,
  values: [due.map(({ uscc }) => uscc), due.map(({ touched }) => touched), due.map(({ awaited }) => awaited !== null)],
});
