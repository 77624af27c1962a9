import { CURRENT } from '../storage/lots.migration.js';
import type { Reader } from './ledger-reader.js';

/** What must not be found among what is stored. `at` is what it is about, mostly the id of an event. */
export interface Violation {
  readonly rule: ViolatedRule;
  readonly at: string;
}

/** Content of an event's current version as the ledger has it: that of the correction which put it there, or its own. */
const CONTENT = `
  SELECT e.no, e.id, e.type, CASE WHEN e.version > 1 THEN l.body -> 'replacement' ELSE l.body END AS body
  FROM event e JOIN ledger_entry l ON l.seq = e.seq_from WHERE e.${CURRENT} AND NOT e.voided AND e.type <> 'correction'`;

const grams = (list: string, field: string): string =>
  `(SELECT COALESCE(sum(round((item ->> '${field}')::numeric * 1000)), 0) FROM jsonb_array_elements(${list}) item)`;

const STATEMENTS = {
  'positions-not-dense': `
    SELECT h.seq AS at FROM ledger_head h
    WHERE h.seq <> COALESCE((SELECT max(seq) FROM ledger_entry), 0) OR h.seq <> (SELECT count(*) FROM ledger_entry)`,
  'ledger-and-events-differ': `
    SELECT COALESCE(l.subject, e.id::text) AS at
    FROM (SELECT seq, subject FROM ledger_entry WHERE kind = 'event') l
      FULL JOIN (SELECT no, id, first_seq FROM event WHERE ${CURRENT}) e ON e.id::text = l.subject AND e.first_seq = l.seq
    WHERE l.seq IS NULL OR e.no IS NULL`,
  'drawn-differs-from-draws': `
    SELECT h.id AS at FROM holding h LEFT JOIN draw d ON d.holding_no = h.no AND d.${CURRENT} WHERE h.${CURRENT}
    GROUP BY h.id, h.drawn_g, h.drawn_reo_g, h.mass_g, h.reo_g
    HAVING h.drawn_g <> COALESCE(sum(d.mass_g), 0) OR h.drawn_reo_g <> COALESCE(sum(d.reo_g), 0)
      OR h.drawn_g < 0 OR h.drawn_g > h.mass_g OR h.drawn_reo_g > h.reo_g
      OR (h.drawn_g = h.mass_g AND h.drawn_reo_g <> h.reo_g)`,
  'draw-of-nothing': `
    SELECT e.id AS at FROM draw d LEFT JOIN event e ON e.no = d.event_no AND e.${CURRENT} AND NOT e.voided
      LEFT JOIN holding h ON h.no = d.holding_no AND h.${CURRENT}
    WHERE d.${CURRENT} AND (h.no IS NULL OR e.no IS NULL)`,
  'yielded-otherwise': `
    SELECT c.id AS at FROM (${CONTENT}) c WHERE c.body ? 'yields'
      AND (SELECT COALESCE(sum(mass_g), 0) FROM holding WHERE event_no = c.no AND ${CURRENT})
        <> ${grams(`c.body -> 'yields'`, 'massKg')}`,
  'drew-otherwise': `
    SELECT c.id AS at FROM (${CONTENT}) c WHERE c.type IN ('processing', 'dispatch', 'export')
      AND (SELECT COALESCE(sum(mass_g), 0) FROM draw WHERE event_no = c.no AND ${CURRENT})
        <> ${grams(`COALESCE(c.body -> 'draws', c.body -> 'items')`, 'massKg')}`,
  'counted-otherwise': `
    SELECT c.id AS at FROM (${CONTENT}) c WHERE c.type = 'stocktake'
      AND (SELECT COALESCE(sum(mass_g), 0) FROM holding WHERE event_no = c.no AND ${CURRENT})
        <> ${grams(`c.body -> 'counts'`, 'countedKg')}`,
  'transfer-half-done': `
    SELECT c.id AS at FROM (${CONTENT}) c LEFT JOIN transfer t ON t.dispatch_no = c.no OR t.receipt_no = c.no
    WHERE (c.type = 'dispatch' OR (c.type = 'receipt' AND c.body ? 'dispatch'))
      AND (t.dispatch_no IS NULL OR (t.state = 'in-transit') <> (t.receipt_no IS NULL)
        OR (t.receipt_no IS NOT NULL AND EXISTS (
          SELECT FROM holding h WHERE h.event_no = t.dispatch_no AND h.${CURRENT} AND h.drawn_g < h.mass_g)))`,
  'holding-without-lot-or-pool': `
    SELECT h.id AS at FROM holding h LEFT JOIN lot l ON l.no = h.lot_no AND l.${CURRENT} LEFT JOIN pool p ON p.no = h.pool_no
    WHERE h.${CURRENT} AND (l.no IS NULL OR p.no IS NULL)`,
  'root-and-pool-differ': `
    SELECT e.id AS at FROM root r JOIN event e ON e.no = r.event_no AND e.${CURRENT}
      LEFT JOIN pool p ON p.event_no = r.event_no AND p.key = 'root' LEFT JOIN source s ON s.no = p.source_no
    WHERE r.${CURRENT} AND (s.id IS DISTINCT FROM r.source_id OR s.status IS DISTINCT FROM r.status)`,
  'order-broken': `
    SELECT e.id AS at FROM draw d JOIN event e ON e.no = d.event_no AND e.${CURRENT}
      JOIN event f ON f.no = d.from_event_no AND f.${CURRENT}
    WHERE d.${CURRENT} AND e.rank <= f.rank
    UNION ALL
    SELECT e.id FROM holding h JOIN event e ON e.no = h.event_no AND e.type = 'stocktake' AND e.${CURRENT}
      JOIN lot l ON l.no = h.lot_no AND l.${CURRENT} JOIN event f ON f.no = l.event_no AND f.${CURRENT}
    WHERE h.${CURRENT} AND e.rank <= f.rank`,
  recomputing: 'SELECT no AS at FROM pool WHERE dirty',
} as const; // prettier-ignore

export type ViolatedRule = keyof typeof STATEMENTS;

/** Of each rule at most as many are named. */
const NAMED_MAX = 100;

/** Looks for what must not be there, by sums over what is stored. */
export async function findViolations(reader: Reader): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const rule of Object.keys(STATEMENTS) as ViolatedRule[]) {
    const rows = await reader.query<{ at: unknown }>(`${STATEMENTS[rule]} LIMIT ${NAMED_MAX}`);
    found.push(...rows.map(({ at }) => ({ rule, at: String(at) })));
  }
  return found;
}
