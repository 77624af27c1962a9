import { CURRENT, type MaterialEvent } from '#lots';
import type { Statement } from '#platform';
import { joined, millis, numbers, packed, packedDistributions } from './facts-packed.js';

/** Numbers to look up one by one, `q (no)`. */
const ASKED = 'unnest($1::bigint[]) AS q (no)';

/**
 * Rows of a key, whatever their versions. Which of them is believed is asked outside: without statistics PostgreSQL takes
 * that for so rare that it would read all of another index for it, key by key.
 */
const lookUp = (columns: string, table: string, key: string): string =>
  `CROSS JOIN LATERAL (SELECT ${columns} FROM ${table} WHERE ${key} OFFSET 0)`;

/** An event as it stands, without what is about persons. */
export interface EventRow {
  readonly no: number;
  readonly id: string;
  readonly enterprise: string;
  readonly at: number;
  readonly seq: number;
  readonly version: number;
  readonly recordedAt: number;
  readonly content: MaterialEvent & { readonly id?: string };
}

/** Who an export goes to is personal and stands apart; facts only tell whether somebody was named. */
const CONSIGNEE = `COALESCE((SELECT jsonb_build_object('consignee', '-') FROM ledger_personal
  WHERE e.type = 'export' AND seq = e.seq_from AND (body ? 'consignee' OR body -> 'replacement' ? 'consignee')), '{}')`;

/** Events as they stand, up to an instant. A version's content is its own entry, or what the correction put in its place. */
export const eventRows = (nos: readonly number[], until: Date | 'infinity'): Statement => ({
  name: 'facts-events',
  text: `SELECT e.no, e.id, e.enterprise, ${millis('e.occurred_at')} AS at, e.first_seq AS seq, e.version,
                ${millis('l.recorded_at')} AS "recordedAt",
                CASE WHEN l.subject = e.id::text THEN l.body ELSE l.body -> 'replacement' END || ${CONSIGNEE} AS content
         FROM ${ASKED}
           ${lookUp('*', 'event', 'no = q.no')} e
           ${lookUp('subject, recorded_at, body', 'ledger_entry', 'seq = e.seq_from')} l
         WHERE e.occurred_at <= $2 AND e.${CURRENT} AND NOT e.voided`,
  values: [numbers(nos), until],
});

export interface VersionRow {
  readonly no: number;
  readonly version: number;
  readonly id: string;
  readonly seq: number;
  readonly enteredAt: string | null;
  readonly recordedAt: number;
  readonly approvedBy: string | null;
  readonly voided: boolean;
}

/** All versions of events, with what the entry that made each says of itself. */
export const versionRows = (nos: readonly number[]): Statement => ({
  name: 'facts-versions',
  text: `SELECT e.no, e.version, l.subject AS id, e.seq_from AS seq, l.body ->> 'enteredAt' AS "enteredAt",
                ${millis('l.recorded_at')} AS "recordedAt", l.body ->> 'approvedBy' AS "approvedBy", e.voided
         FROM ${ASKED}
           ${lookUp('*', 'event', 'no = q.no')} e
           ${lookUp('subject, recorded_at, body', 'ledger_entry', 'seq = e.seq_from')} l
         ORDER BY e.no, e.version`,
  values: [numbers(nos)],
});

export interface DrawColumns {
  readonly eventNos: string | null;
  readonly ordinals: string | null;
  readonly holdingNos: string | null;
  readonly fromNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
}

/** What events drew. */
export const drawColumns = (nos: readonly number[]): Statement => ({
  name: 'facts-draws',
  text: `SELECT ${packed('d.event_no')} AS "eventNos", ${packed('d.ordinal')} AS ordinals,
                ${packed('d.holding_no')} AS "holdingNos", ${packed('d.from_event_no')} AS "fromNos",
                ${packed('d.mass_g')} AS masses, ${packed('d.reo_g')} AS reos
         FROM ${ASKED} ${lookUp('*', 'draw', 'event_no = q.no')} d WHERE d.${CURRENT}`,
  values: [numbers(nos)],
});

export interface UnitColumns {
  readonly nos: string | null;
  readonly ids: string | null;
  readonly lotNos: string | null;
  readonly poolNos: string | null;
}

const UNIT_COLUMNS = `${packed('h.no')} AS nos, ${joined('h.id::text')} AS ids, ${packed('h.lot_no')} AS "lotNos",
  ${packed('h.pool_no')} AS "poolNos"`;

/** What holdings are of. */
export const unitColumns = (nos: readonly number[]): Statement => ({
  name: 'facts-units',
  text: `SELECT ${UNIT_COLUMNS} FROM ${ASKED} ${lookUp('*', 'holding', 'no = q.no')} h WHERE h.${CURRENT}`,
  values: [numbers(nos)],
});

export interface YieldColumns extends UnitColumns {
  readonly eventNos: string | null;
  readonly ordinals: string | null;
  readonly owners: string | null;
  readonly fromNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
  readonly surpluses: string | null;
  readonly sites: string | null;
}

/** What events yielded. */
export const yieldColumns = (nos: readonly number[]): Statement => ({
  name: 'facts-yields',
  text: `SELECT ${UNIT_COLUMNS}, ${packed('h.event_no')} AS "eventNos", ${packed('h.ordinal')} AS ordinals,
                ${joined('h.owner')} AS owners, ${packed('COALESCE(h.from_holding_no, 0)')} AS "fromNos",
                ${packed('h.mass_g')} AS masses, ${packed('h.reo_g')} AS reos, ${packed('h.surplus_reo_g')} AS surpluses,
                ${joined('h.site')} AS sites
         FROM ${ASKED} ${lookUp('*', 'holding', 'event_no = q.no')} h WHERE h.${CURRENT}`,
  values: [numbers(nos)],
});

export interface LotColumns {
  readonly nos: string | null;
  readonly codes: string | null;
  readonly declarers: string | null;
  readonly eventNos: string | null;
  readonly products: string | null;
  readonly grades: string | null;
  readonly bases: string | null;
  readonly readyAt: string | null;
  readonly distributions: Buffer | null;
}

export const lotColumns = (nos: readonly number[]): Statement => ({
  name: 'facts-lots',
  text: `SELECT ${packed('l.no')} AS nos, ${joined('l.code')} AS codes, ${joined('l.declared_by')} AS declarers,
                ${packed('l.event_no')} AS "eventNos", ${joined('l.product')} AS products, ${packed('l.grade')} AS grades,
                ${joined('l.basis')} AS bases, ${packed(millis('l.ready_at'))} AS "readyAt",
                ${packedDistributions('l.distribution')} AS distributions
         FROM ${ASKED} ${lookUp('*', 'lot', 'no = q.no')} l WHERE l.${CURRENT}`,
  values: [numbers(nos)],
});

export interface LabelColumns {
  readonly nos: string | null;
  readonly ids: string | null;
  readonly types: string | null;
}

/** Ids and types of events. */
export const labelColumns = (nos: readonly number[]): Statement => ({
  name: 'facts-labels',
  text: `SELECT ${packed('e.no')} AS nos, ${joined('e.id::text')} AS ids, ${joined('e.type')} AS types
         FROM ${ASKED} ${lookUp('*', 'event', 'no = q.no')} e WHERE e.${CURRENT}`,
  values: [numbers(nos)],
});

export interface PoolRow {
  readonly no: number;
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
  readonly dirty: boolean;
}

export const poolRows = (nos: readonly number[]): Statement => ({
  name: 'facts-pools',
  text: `SELECT p.no, p.source_no AS "sourceNo", p.composition, p.dirty
         FROM ${ASKED} ${lookUp('*', 'pool', 'no = q.no')} p`,
  values: [numbers(nos)],
});
