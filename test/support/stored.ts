import { FOREVER_SEQ } from '#lots';
import { type Database, enqueueStatement } from '#platform';
import { TESTER } from '#testing';
import type { Sent } from './capture-load.js';
import { until } from './server-process.js';

const NOW = `seq_to = ${FOREVER_SEQ}`;

/** Statements that find what must not be there, in a ledger without corrections. */
const VIOLATIONS: Readonly<Record<string, string>> = {
  'positions are not dense': `
    SELECT h.seq AS at FROM ledger_head h
    WHERE h.seq IS DISTINCT FROM (SELECT max(seq) FROM ledger_entry)
       OR h.seq IS DISTINCT FROM (SELECT count(*) FROM ledger_entry)`,
  'ledger and events differ': `
    SELECT COALESCE(l.subject, e.id::text) AS at
    FROM (SELECT seq, subject FROM ledger_entry WHERE kind = 'event') l
    FULL JOIN event e ON e.id::text = l.subject AND e.first_seq = l.seq WHERE l.seq IS NULL OR e.no IS NULL`,
  'numbers have gaps': `
    SELECT name AS at FROM lots_counter, LATERAL (VALUES
      ('event', event_no, (SELECT count(DISTINCT no) FROM event), (SELECT max(no) FROM event)),
      ('lot', lot_no, (SELECT count(DISTINCT no) FROM lot), (SELECT max(no) FROM lot)),
      ('holding', holding_no, (SELECT count(DISTINCT no) FROM holding), (SELECT max(no) FROM holding)),
      ('pool', pool_no, (SELECT count(*) FROM pool), (SELECT max(no) FROM pool)),
      ('source', source_no, (SELECT count(*) FROM source), (SELECT max(no) FROM source))) v (name, given, number, last)
    WHERE given <> number OR given <> last`,
  'a holding disagrees with what was drawn from it': `
    SELECT h.no AS at FROM holding h LEFT JOIN draw d ON d.holding_no = h.no AND d.${NOW} WHERE h.${NOW}
    GROUP BY h.no, h.drawn_g, h.drawn_reo_g, h.mass_g, h.reo_g
    HAVING h.drawn_g <> COALESCE(sum(d.mass_g), 0) OR h.drawn_reo_g <> COALESCE(sum(d.reo_g), 0)
       OR h.drawn_g > h.mass_g OR (h.drawn_g = h.mass_g AND h.drawn_reo_g <> h.reo_g)`,
  'an event yielded other than it says': `
    SELECT e.id AS at FROM event e JOIN ledger_entry l ON l.seq = e.first_seq
    WHERE l.body ? 'yields' AND (SELECT (count(*), sum(mass_g)) FROM holding WHERE event_no = e.no) IS DISTINCT FROM
      (SELECT (count(*), sum((y ->> 'massKg')::numeric * 1000)) FROM jsonb_array_elements(l.body -> 'yields') y)`,
  'an event drew other than it says': `
    SELECT e.id AS at FROM event e JOIN ledger_entry l ON l.seq = e.first_seq
    WHERE e.type IN ('processing', 'dispatch', 'export')
      AND (SELECT sum(mass_g) FROM draw WHERE event_no = e.no) IS DISTINCT FROM
        (SELECT sum((d ->> 'massKg')::numeric * 1000)
         FROM jsonb_array_elements(COALESCE(l.body -> 'draws', l.body -> 'items')) d)`,
  'a dispatch sent other than it drew': `
    SELECT e.id AS at FROM event e WHERE e.type = 'dispatch'
      AND (SELECT (sum(mass_g), sum(reo_g)) FROM draw WHERE event_no = e.no)
        IS DISTINCT FROM (SELECT (sum(mass_g), sum(reo_g)) FROM holding WHERE event_no = e.no)`,
  'a transfer is half done': `
    SELECT e.id AS at FROM event e LEFT JOIN transfer t ON t.dispatch_no = e.no
    WHERE e.type = 'dispatch' AND (t.state IS NULL OR (t.state = 'in-transit') <> (t.receipt_no IS NULL)
      OR (t.receipt_no IS NOT NULL AND EXISTS (SELECT FROM holding h WHERE h.event_no = e.no AND h.drawn_g < h.mass_g)))
    UNION ALL
    SELECT e.id FROM event e LEFT JOIN transfer t ON t.receipt_no = e.no WHERE e.type = 'receipt' AND t.state IS NULL`,
  'a count yielded other than it says': `
    SELECT e.id AS at FROM event e JOIN ledger_entry l ON l.seq = e.first_seq WHERE e.type = 'stocktake'
      AND (SELECT sum(mass_g) FROM holding WHERE event_no = e.no) IS DISTINCT FROM
        (SELECT sum((c ->> 'countedKg')::numeric * 1000) FROM jsonb_array_elements(l.body -> 'counts') c)`,
  'a holding has no lot or no pool': `
    SELECT h.no AS at FROM holding h
    LEFT JOIN lot l ON l.no = h.lot_no AND l.${NOW} LEFT JOIN pool p ON p.no = h.pool_no
    WHERE h.${NOW} AND (l.no IS NULL OR p.no IS NULL)`,
  'a pool is empty or dirty': `
    SELECT p.no AS at FROM pool p LEFT JOIN source s ON s.no = p.source_no
    WHERE p.dirty OR (s.no IS NULL AND length(p.composition) IS NOT DISTINCT FROM 0) OR (s.no IS NULL AND p.composition IS NULL)`,
  'a root or a run has no pool': `
    SELECT e.id AS at FROM event e LEFT JOIN root r ON r.event_no = e.no AND r.${NOW}
    WHERE e.type IN ('mining', 'opening-stock', 'processing')
      AND (NOT EXISTS (SELECT FROM pool p WHERE p.event_no = e.no) OR (e.type <> 'processing') <> (r.event_no IS NOT NULL))`,
}; // prettier-ignore

/** What is wrong with what is stored. */
export async function violations(database: Database): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(VIOLATIONS).map(async ([what, statement]) => {
      const rows = await database.read<{ at: unknown }>(TESTER, `${statement} LIMIT 5`);
      return rows.map(row => `${what}: ${String(row.at)}`);
    }),
  );
  return found.flat();
}

/** Acknowledged events that are not there, and batches of which a part is. */
export async function lost(database: Database, requests: readonly Sent[]): Promise<string[]> {
  const ids = requests.flatMap(request => request.events.map(event => event.id));
  const recorded = await there(database, ids);
  return requests.flatMap(({ kind, client, events, seqs }) => {
    const found = events.filter(event => recorded.has(event.id)).length;
    const isFine = kind === 'doomed' ? found === 0 : seqs ? found === events.length : found === 0 || found === events.length; // prettier-ignore
    return isFine
      ? []
      : [`${kind} of ${client}: ${found} of ${events.length} events, ${seqs ? 'acknowledged' : 'open'}`];
  });
}

/** Which of the events are recorded. */
export async function there(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database.read<{ id: string }>(TESTER, 'SELECT id FROM event WHERE id = ANY ($1::uuid[])', [ids]);
  return new Set(rows.map(row => row.id));
}

/**
 * Wipes the compositions of all blended pools whose events lie behind a ledger position and has the service compute them
 * again; answers the pools that came out other than they were.
 */
export async function recomputedOtherwise(database: Database, behind: number): Promise<number[]> {
  const before = await compositions(database, behind);
  if (before.size === 0) throw new Error(`no pool was blended behind position ${behind}`);
  await database.write(TESTER, async tx => {
    await tx.query(
      `UPDATE pool p SET dirty = true, composition = '' FROM event e
       WHERE e.no = p.event_no AND e.first_seq > $1 AND p.source_no IS NULL`,
      [behind],
    );
    const { text, values = [] } = enqueueStatement(TESTER, 'recompute-pools', {}, { key: 'all' });
    await tx.query(text, values);
  });
  await until(
    async () => (await dirty(database)) === 0,
    60_000,
    () => 'the pools are not recomputed',
  );
  const after = await compositions(database, behind);
  return [...before].filter(([no, digest]) => after.get(no) !== digest).map(([no]) => no);
}

/** Position of the newest fact. */
export async function headOf(database: Database): Promise<number> {
  const [row] = await database.read<{ seq: number }>(TESTER, 'SELECT seq FROM ledger_head');
  return row!.seq;
}

/** Digests of what pools consist of, and of what lots without an assay took over from them. */
async function compositions(database: Database, behind: number): Promise<Map<number, string>> {
  const rows = await database.read<{ no: number; digest: string }>(
    TESTER,
    `SELECT p.no, md5(p.composition) || COALESCE((
       SELECT md5(string_agg(l.distribution::text, ' ' ORDER BY l.no)) FROM lot l WHERE l.event_no = p.event_no AND l.${NOW}
     ), '') AS digest
     FROM pool p JOIN event e ON e.no = p.event_no WHERE e.first_seq > $1 AND p.source_no IS NULL`,
    [behind],
  );
  return new Map(rows.map(row => [row.no, row.digest]));
}

async function dirty(database: Database): Promise<number> {
  const [row] = await database.read<{ count: number }>(TESTER, 'SELECT count(*) AS count FROM pool WHERE dirty');
  return row!.count;
}
