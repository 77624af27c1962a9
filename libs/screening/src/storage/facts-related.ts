import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import { numbers } from './facts-packed.js';
import type { Papers } from './facts-papers.js';

/**
 * An event that facts are of. The statements look up by laterals with `OFFSET 0`: one by one through an index, also while
 * a young table has no statistics.
 */
export interface NoRow {
  readonly no: number;
}

const STANDING = `${CURRENT} AND NOT voided AND type <> 'correction'`;

/** Events of the relation `base (no)`, and the other halves of their transfers. */
const WITH_HALVES = `
  SELECT no FROM base
  UNION
  SELECT t.receipt_no FROM base
    CROSS JOIN LATERAL (SELECT receipt_no FROM transfer WHERE dispatch_no = base.no AND receipt_no IS NOT NULL OFFSET 0) t
  UNION
  SELECT d.from_event_no FROM base
    CROSS JOIN LATERAL (SELECT no, type, seq_to FROM event WHERE no = base.no OFFSET 0) e
    CROSS JOIN LATERAL (SELECT from_event_no, seq_to FROM draw WHERE event_no = e.no OFFSET 0) d
  WHERE e.type = 'receipt' AND e.${CURRENT} AND d.${CURRENT}`;

/** Events by id, with the other halves of their transfers. */
export const namedEvents = (ids: readonly string[]): Statement => ({
  name: 'facts-named-events',
  text: `WITH base AS MATERIALIZED (
           SELECT e.no FROM unnest($1::uuid[]) AS q (id)
             CROSS JOIN LATERAL (SELECT no FROM event WHERE id = q.id AND ${STANDING} OFFSET 0) e
         ) ${WITH_HALVES}`,
  values: [ids],
});

/** All events of enterprises and all dispatches to them, with the other halves of their transfers. */
export const eventsOfEnterprises = (usccs: readonly string[]): Statement => ({
  text: `WITH base AS MATERIALIZED (
           SELECT e.no FROM unnest($1::text[]) AS q (uscc)
             CROSS JOIN LATERAL (SELECT no FROM event WHERE enterprise = q.uscc AND ${STANDING} OFFSET 0) e
           UNION
           SELECT t.dispatch_no FROM unnest($1::text[]) AS q (uscc)
             CROSS JOIN LATERAL (SELECT dispatch_no FROM transfer WHERE receiver = q.uscc OFFSET 0) t
         ) ${WITH_HALVES}`,
  values: [usccs],
});

/** Which of some enterprises have at least so many events and draws: one `{ uscc }` each. */
export const tooLarge = (usccs: readonly string[], parts: number): Statement => ({
  text: `SELECT q.uscc FROM unnest($1::text[]) AS q (uscc)
           CROSS JOIN LATERAL (
             SELECT count(*) AS count FROM (
               SELECT FROM (SELECT no FROM event WHERE enterprise = q.uscc AND ${STANDING} OFFSET 0) e
                 LEFT JOIN LATERAL (SELECT FROM draw WHERE event_no = e.no AND ${CURRENT} OFFSET 0) d ON true
               LIMIT $2
             ) part
           ) parts
         WHERE parts.count >= $2`,
  values: [usccs, parts],
});

/** All events that cite papers, dig under them or declare on them, with the other halves of their transfers. */
export function eventsOnPapers({
  documents,
  permits,
  declarations,
}: Pick<Papers, 'documents' | 'permits' | 'declarations'>): Statement {
  const cited = [...documents].map(key => key.split(/ (.*)/s) as [string, string]);
  const declared = [...declarations];
  return {
    name: 'facts-events-on-papers',
    text: `WITH base AS MATERIALIZED (
             SELECT d.no FROM unnest($1::text[], $2::text[]) AS p (kind, number)
               CROSS JOIN LATERAL (
                 SELECT event_no AS no FROM document WHERE number = p.number AND kind = p.kind AND ${CURRENT} OFFSET 0) d
             UNION
             SELECT r.no FROM unnest($3::text[], $4::text[]) AS p (kind, reference)
               CROSS JOIN LATERAL (
                 SELECT event_no AS no FROM root WHERE kind = p.kind AND reference = p.reference AND ${CURRENT} OFFSET 0) r
           ) ${WITH_HALVES}`,
    values: [
      [...cited.map(([kind]) => kind), ...declared.map(() => 'export')],
      [...cited.map(([, number]) => number), ...declared],
      [...[...permits].map(() => 'mine'), ...declared.map(() => 'import')],
      [...permits, ...declared],
    ],
  };
}

/** All dispatches of lots, with their receipts. */
export const movesOfLots = (lotNos: Iterable<number>): Statement => ({
  name: 'facts-moves-of-lots',
  text: `WITH base AS MATERIALIZED (
           SELECT DISTINCT h.event_no AS no FROM unnest($1::bigint[]) AS q (no)
             CROSS JOIN LATERAL (SELECT event_no, in_transit, seq_to FROM holding WHERE lot_no = q.no OFFSET 0) h
           WHERE h.in_transit AND h.${CURRENT}
         ) ${WITH_HALVES}`,
  values: [numbers(lotNos)],
});

export interface VoidedRow {
  readonly no: number;
  readonly id: string;
  readonly enterprise: string;
  readonly at: Date;
}

/** Events of enterprises that are void now. */
export const voidedEvents = (usccs: readonly string[]): Statement => ({
  text: `SELECT e.no, e.id, e.enterprise, e.occurred_at AS at FROM unnest($1::text[]) AS q (uscc)
           CROSS JOIN LATERAL (
             SELECT * FROM event WHERE enterprise = q.uscc AND ${CURRENT} AND voided OFFSET 0) e
         ORDER BY e.occurred_at, e.first_seq`,
  values: [usccs],
});

export interface ProductionRow {
  readonly site: string;
  readonly at: Date;
}

/** When something was first mined or processed at sites, up to an instant. */
export const firstProductionAt = (sites: readonly string[], until: Date | 'infinity'): Statement => ({
  name: 'facts-first-production',
  text: `SELECT q.site, e.at FROM unnest($1::text[]) AS q (site)
           CROSS JOIN LATERAL (
             SELECT occurred_at AS at FROM event
             WHERE site = q.site AND occurred_at <= $2 AND ${CURRENT} AND NOT voided AND type IN ('mining', 'processing')
             ORDER BY occurred_at LIMIT 1) e`,
  values: [sites, until],
});

/** Events above some, nearest first and at most so many, with the other halves of their transfers. */
export const upstreamOf = (nos: readonly number[], limit: number): Statement => ({
  name: 'facts-upstream',
  text: `WITH RECURSIVE up (no) AS (
           SELECT unnest($1::bigint[])
           UNION
           SELECT d.from_event_no FROM up
             CROSS JOIN LATERAL (SELECT from_event_no, seq_to FROM draw WHERE event_no = up.no OFFSET 0) d
           WHERE d.${CURRENT}
         ), base AS MATERIALIZED (SELECT no FROM up LIMIT $2) ${WITH_HALVES}`,
  values: [nos, limit],
});
