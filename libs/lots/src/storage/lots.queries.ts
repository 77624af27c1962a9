import type { Context } from '#kernel';
import type { Database } from '#platform';
import { joinContent } from '../domain/content.js';
import { LOT_COLUMNS, type LotRow } from './rows.js';
import { CURRENT, FOREVER_SEQ } from './lots.migration.js';

/** A version of an event as the ledger tells it. */
export interface EventVersionRow {
  readonly id: string;
  readonly no: number;
  readonly version: number;
  readonly seq: number;
  readonly recordedAt: Date;
  readonly voided: boolean;
  readonly reason: string | null;
  readonly event: Record<string, unknown> | null;
}

interface RawVersion extends Omit<EventVersionRow, 'event'> {
  readonly subject: string;
  readonly body: Record<string, unknown>;
  readonly personal: Record<string, unknown> | null;
}

const VERSION_COLUMNS = `e.id, e.no, e.version, e.seq_from AS seq, l.recorded_at AS "recordedAt", e.voided, e.reason, l.subject,
  l.body, p.body AS personal`;
const VERSION_JOINS = `JOIN ledger_entry l ON l.seq = e.seq_from LEFT JOIN ledger_personal p ON p.seq = e.seq_from`;

/** Content of a version: its own entry, or the replacement of the correction that made it. */
function readVersion({ subject, body, personal, ...row }: RawVersion): EventVersionRow {
  const content = joinContent({ body, personal });
  if (row.voided) return { ...row, event: null };
  if (subject === row.id) return { ...row, event: content };
  return { ...row, event: { id: row.id, ...(content['replacement'] as Record<string, unknown>) } };
}

export async function eventVersions(database: Database, context: Context, id: string): Promise<EventVersionRow[]> {
  const rows = await database.read<RawVersion>(
    context,
    `SELECT ${VERSION_COLUMNS} FROM event e ${VERSION_JOINS} WHERE e.no = (SELECT no FROM event WHERE id = $1::uuid AND ${CURRENT})
     ORDER BY e.version`,
    [id],
  );
  return rows.map(readVersion);
}

export interface EventFilter {
  readonly enterprise?: string;
  readonly type?: string;
  readonly lotNo?: number;
  readonly since?: Date;
  readonly until?: Date;
}

/** Where a page of a list begins: behind this row. */
export interface EventPlace {
  readonly seq: number;
  readonly no: number;
}

/** Current versions of events, void ones too, by position descending. */
export async function listEvents(
  database: Database,
  context: Context,
  filter: EventFilter,
  after: EventPlace | undefined,
  limit: number,
): Promise<EventVersionRow[]> {
  const { values, where } = conditions({
    'e.enterprise = ?': filter.enterprise,
    'e.type = ?': filter.type,
    'e.occurred_at >= ?': filter.since,
    'e.occurred_at < ?': filter.until,
    [EVENTS_OF_LOT]: filter.lotNo,
  });
  const place = after ? `AND (e.seq_from, e.no) < ($${values.push(after.seq)}, $${values.push(after.no)})` : '';
  const rows = await database.read<RawVersion>(
    context,
    `SELECT ${VERSION_COLUMNS} FROM event e ${VERSION_JOINS} WHERE e.${CURRENT} ${where} ${place}
     ORDER BY e.seq_from DESC, e.no DESC LIMIT $${values.push(limit)}`,
    values,
  );
  return rows.map(readVersion);
}

/** Events that make, move, count or use a lot; a void one does nothing of it any more. */
const EVENTS_OF_LOT = `e.no IN (SELECT event_no FROM holding WHERE lot_no = ? AND ${CURRENT}
  UNION SELECT d.event_no FROM holding h JOIN draw d ON d.holding_no = h.no AND d.${CURRENT}
  WHERE h.lot_no = ? AND h.${CURRENT})`;

/** Conditions whose value is given, joined by AND; `?` in their text becomes the value's number. */
function conditions(parts: Readonly<Record<string, unknown>>): { values: unknown[]; where: string } {
  const values: unknown[] = [];
  const texts = Object.entries(parts).flatMap(([text, value]) => {
    if (value === undefined) return [];
    const number = values.push(value);
    return [`AND ${text.replaceAll('?', `$${number}`)}`];
  });
  return { values, where: texts.join(' ') };
}

export interface LotAnswerRow extends LotRow {
  readonly eventId: string;
}

/** Lots that a text can name, at a position or as believed now: by code, or by `USCC:code`. */
export function lotsNamed(
  database: Database,
  context: Context,
  text: string,
  seq = FOREVER_SEQ - 1,
): Promise<LotAnswerRow[]> {
  return database.read<LotAnswerRow>(
    context,
    `SELECT ${LOT_COLUMNS}, e.id AS "eventId"
     FROM lot l JOIN event e ON e.no = l.event_no AND e.version = 1
     WHERE (l.code = $1 OR (l.code = substr($1, 20) AND l.declared_by = left($1, 18) AND substr($1, 19, 1) = ':'))
       AND l.seq_from <= $2 AND l.seq_to > $2
     ORDER BY l.declared_by, l.code`,
    [text, seq],
    'lots-named',
  );
}

export interface HoldingFilter {
  readonly enterprise?: string;
  readonly lotNo?: number;
}

export interface HoldingAnswerRow {
  readonly no: number;
  readonly id: string;
  readonly owner: string;
  readonly code: string;
  readonly declaredBy: string;
  readonly product: string;
  readonly massG: number;
  readonly reoG: number;
  readonly eventId: string;
  readonly site: string | null;
  readonly inTransit: boolean;
  readonly to: string | null;
}

/** Holdings with mass left at a position, newest first; `before` is the number of the last one shown. */
export function listHoldings(
  database: Database,
  context: Context,
  filter: HoldingFilter,
  seq: number,
  before: number,
  limit: number,
): Promise<HoldingAnswerRow[]> {
  const { values, where } = conditions({
    'h.owner = ?': filter.enterprise,
    'h.lot_no = ?': filter.lotNo,
    'h.no < ?': before,
  });
  const at = values.push(seq);
  return database.read<HoldingAnswerRow>(
    context,
    `SELECT h.no, h.id, h.owner, l.code, l.declared_by AS "declaredBy", l.product, h.mass_g - d.mass_g AS "massG",
            h.reo_g - d.reo_g AS "reoG", e.id AS "eventId", h.site, h.in_transit AS "inTransit", e.counterparty AS "to"
     FROM holding h
       JOIN lot l ON l.no = h.lot_no AND l.seq_from <= $${at} AND l.seq_to > $${at}
       JOIN event e ON e.no = h.event_no AND e.seq_from <= $${at} AND e.seq_to > $${at}
       CROSS JOIN LATERAL (SELECT COALESCE(sum(mass_g), 0)::bigint AS mass_g, COALESCE(sum(reo_g), 0)::bigint AS reo_g
                           FROM draw WHERE holding_no = h.no AND seq_from <= $${at} AND seq_to > $${at}) d
     WHERE h.seq_from <= $${at} AND h.seq_to > $${at} AND h.mass_g > d.mass_g ${where}
     ORDER BY h.no DESC LIMIT $${values.push(limit)}`,
    values,
  );
}

export interface TransferFilter {
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly document?: string;
  readonly since?: Date;
  readonly until?: Date;
}

export interface TransferRow {
  readonly no: number;
  readonly dispatch: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly dispatchedAt: Date;
  readonly terms: string;
  readonly receipt: string | null;
  readonly documents: unknown;
  readonly items: readonly {
    readonly lot: string;
    readonly declaredBy: string;
    readonly product: string;
    readonly massG: number;
    readonly receivedG: number | null;
  }[];
}

/** Dispatches and what became of them, newest first; `before` is the number of the last one shown. */
export function listTransfers(
  database: Database,
  context: Context,
  filter: TransferFilter,
  before: number,
  limit: number,
): Promise<TransferRow[]> {
  const { values, where } = conditions({
    't.sender = ?': filter.from,
    't.receiver = ?': filter.to,
    't.state = ?': filter.state,
    [`EXISTS (SELECT FROM document c WHERE c.event_no = t.dispatch_no AND c.number = ? AND c.${CURRENT})`]:
      filter.document,
    't.dispatched_at >= ?': filter.since,
    't.dispatched_at < ?': filter.until,
    't.dispatch_no < ?': before,
  });
  return database.read<TransferRow>(
    context,
    `SELECT t.dispatch_no AS no, e.id AS dispatch, t.sender AS "from", t.receiver AS "to", t.state,
            t.dispatched_at AS "dispatchedAt", t.terms, r.id AS receipt,
            CASE WHEN b.subject = e.id::text THEN b.body -> 'documents' ELSE b.body -> 'replacement' -> 'documents' END AS documents,
            i.items
     FROM transfer t
       JOIN event e ON e.no = t.dispatch_no AND e.${CURRENT}
       JOIN ledger_entry b ON b.seq = e.seq_from
       LEFT JOIN event r ON r.no = t.receipt_no AND r.${CURRENT}
       CROSS JOIN LATERAL (
         SELECT COALESCE(json_agg(json_build_object('lot', code, 'declaredBy', declared_by, 'product', product,
                                                    'massG', mass_g, 'receivedG', received_g) ORDER BY first), '[]') AS items
         FROM (SELECT l.code, l.declared_by, l.product, sum(h.mass_g) AS mass_g, min(h.ordinal) AS first,
                      CASE WHEN t.state = 'accepted' THEN COALESCE(sum(g.mass_g), 0) END AS received_g
               FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
                 LEFT JOIN holding g ON g.event_no = t.receipt_no AND g.from_holding_no = h.no AND g.${CURRENT}
               WHERE h.event_no = t.dispatch_no AND h.${CURRENT}
               GROUP BY l.no, l.code, l.declared_by, l.product) x) i
     WHERE true ${where} ORDER BY t.dispatch_no DESC LIMIT $${values.push(limit)}`,
    values,
  );
}

const NAMED = `
  SELECT FROM transfer WHERE receiver = $1 AND first_seq <= $2
  UNION ALL SELECT FROM root WHERE kind = 'scrap' AND reference = $1 AND first_seq <= $2 AND ${CURRENT}
  UNION ALL SELECT FROM root r JOIN event e ON e.no = r.event_no AND e.${CURRENT}
    WHERE r.kind = 'undispatched' AND e.counterparty = $1 AND r.first_seq <= $2 AND r.${CURRENT}`;

/** Whether a dispatch is addressed to an enterprise, or scrap or goods that nobody dispatched came from it. */
export async function isNamed(database: Database, context: Context, uscc: string, seq: number): Promise<boolean> {
  return (await database.read(context, `${NAMED} LIMIT 1`, [uscc, seq])).length > 0;
}
