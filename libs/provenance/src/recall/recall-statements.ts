import type { Statement } from '#platform';
import { believed, joined, packed, packedDistributions } from '../engines/postgres/packed.js';

const NAMED = 'ANY ($2::bigint[])';

/** Numbers as one text that PostgreSQL reads as an array: the driver would write each of them for itself. */
const listed = (nos: readonly number[]): string => `{${nos.join(',')}}`;

/** Root events of a source, and the event that an unexplained source names. */
export const startsOf = (sourceId: string, eventId: string | undefined, position: number): Statement => ({
  name: 'recall-starts',
  text: `SELECT r.event_no AS "eventNo", true AS "isRoot", r.status FROM root r WHERE r.source_id = $2 AND ${believed('r', '$1')}
         UNION ALL
         SELECT e.no, false, 'unexplained' FROM event e WHERE e.id = $3::uuid AND NOT e.voided AND ${believed('e', '$1')}
         ORDER BY 1`,
  values: [position, sourceId, eventId ?? null],
});

/** Numbers under which compositions name a source, one per status. */
export const sourceNos = (sourceId: string): Statement => ({
  name: 'recall-source-nos',
  text: 'SELECT no FROM source WHERE id = $1 AND NOT folded',
  values: [sourceId],
});

export interface StepColumns {
  readonly nos: string | null;
}

/** Events that draw what events have yielded. */
export const eventsAfter = (eventNos: readonly number[], position: number): Statement => ({
  name: 'recall-events-after',
  text: `SELECT ${packed('DISTINCT d.event_no')} AS nos FROM draw d WHERE d.from_event_no = ${NAMED} AND ${believed('d', '$1')}`,
  values: [position, listed(eventNos)],
});

/** Events that draw from holdings. */
export const eventsDrawing = (holdingNos: readonly number[], position: number): Statement => ({
  name: 'recall-events-drawing',
  text: `SELECT ${packed('DISTINCT d.event_no')} AS nos FROM draw d WHERE d.holding_no = ${NAMED} AND ${believed('d', '$1')}`,
  values: [position, listed(holdingNos)],
});

/** Mass left in holdings, as parallel columns. */
export interface LeftColumns {
  readonly eventNos: string | null;
  readonly owners: string | null;
  readonly lotNos: string | null;
  readonly poolNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
  /** 1 in transit. */
  readonly transits: string | null;
}

const leftColumns = (massG: string, reoG: string): string =>
  `${packed('h.event_no')} AS "eventNos", ${joined('h.owner')} AS owners, ${packed('h.lot_no')} AS "lotNos",
   ${packed('h.pool_no')} AS "poolNos", ${packed(massG)} AS masses, ${packed(reoG)} AS reos,
   ${packed('h.in_transit::int')} AS transits`;

const OF_EVENTS_OR_NAMED = `(SELECT * FROM holding WHERE event_no = ${NAMED} UNION ALL
  SELECT * FROM holding WHERE no = ANY ($3::bigint[])) h`;

/** What is left now of the holdings that events yielded, and of further ones by number. */
export const leftNow = (eventNos: readonly number[], holdingNos: readonly number[], position: number): Statement => ({
  name: 'recall-left-now',
  text: `SELECT ${leftColumns('h.mass_g - h.drawn_g', 'h.reo_g - h.drawn_reo_g')}
         FROM ${OF_EVENTS_OR_NAMED} WHERE h.mass_g > h.drawn_g AND ${believed('h', '$1')}`,
  values: [position, listed(eventNos), listed(holdingNos)],
});

/** The same, as it was known at a position. */
export const leftThen = (eventNos: readonly number[], holdingNos: readonly number[], position: number): Statement => ({
  name: 'recall-left-then',
  text: `SELECT ${leftColumns('h.mass_g - h.drawn_g', 'h.reo_g - h.drawn_reo_g')}
         FROM (SELECT h.event_no, h.owner, h.lot_no, h.pool_no, h.in_transit, h.mass_g, h.reo_g, d.drawn_g, d.drawn_reo_g
               FROM ${OF_EVENTS_OR_NAMED} CROSS JOIN LATERAL (
                 SELECT COALESCE(sum(mass_g), 0)::bigint AS drawn_g, COALESCE(sum(reo_g), 0)::bigint AS drawn_reo_g
                 FROM draw WHERE holding_no = h.no AND seq_from <= $1 AND seq_to > $1) d
               WHERE ${believed('h', '$1')}) h
         WHERE h.mass_g > h.drawn_g`,
  values: [position, listed(eventNos), listed(holdingNos)],
});

/** Declarations under which events exported something. */
export const declarationsOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'recall-declarations',
  text: `SELECT DISTINCT x.number FROM document x
         WHERE x.event_no = ${NAMED} AND x.kind = 'export' AND ${believed('x', '$1')} ORDER BY 1`,
  values: [position, listed(eventNos)],
});

/** Parts of shipments, as parallel columns. */
export interface ShippedColumns {
  readonly declarations: string | null;
  readonly lotNos: string | null;
  readonly poolNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
}

/** All that was exported under declarations. */
export const shippedUnder = (declarations: readonly string[], position: number): Statement => ({
  name: 'recall-shipped',
  text: `SELECT ${joined('x.number')} AS declarations, ${packed('h.lot_no')} AS "lotNos", ${packed('h.pool_no')} AS "poolNos",
                ${packed('d.mass_g')} AS masses, ${packed('d.reo_g')} AS reos
         FROM document x JOIN draw d ON d.event_no = x.event_no AND ${believed('d', '$1')}
           JOIN holding h ON h.no = d.holding_no AND ${believed('h', '$1')}
         WHERE x.kind = 'export' AND x.number = ANY ($2::text[]) AND ${believed('x', '$1')}`,
  values: [position, declarations],
});

export interface LotColumns {
  readonly nos: string | null;
  readonly products: string | null;
  readonly bases: string | null;
  readonly distributions: Buffer | null;
}

/** Chemistry of lots. */
export const lotsByNo = (lotNos: readonly number[], position: number): Statement => ({
  name: 'recall-lots',
  text: `SELECT ${packed('l.no')} AS nos, ${joined('l.product')} AS products, ${joined('l.basis')} AS bases,
                ${packedDistributions('l.distribution')} AS distributions
         FROM lot l WHERE l.no = ${NAMED} AND ${believed('l', '$1')}`,
  values: [position, listed(lotNos)],
});

/** Names of lots. */
export const lotNames = (lotNos: readonly number[], position: number): Statement => ({
  name: 'recall-lot-names',
  text: `SELECT l.no, l.code, l.declared_by AS "declaredBy" FROM lot l WHERE l.no = ${NAMED} AND ${believed('l', '$1')}`,
  values: [position, listed(lotNos)],
});

/** Dispatches by number, with their addressees. */
export const dispatchNames = (eventNos: readonly number[], position: number): Statement => ({
  name: 'recall-dispatches',
  text: `SELECT e.no, e.id, e.counterparty AS "to" FROM event e WHERE e.no = ${NAMED} AND ${believed('e', '$1')}`,
  values: [position, listed(eventNos)],
});

export interface PoolRow {
  readonly no: number;
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
  readonly dirty: boolean;
}

/** Pools that may hold one of the sources, by the bytes of its number; pools to be recomputed in any case. */
export const poolsHolding = (poolNos: readonly number[], nos: readonly number[]): Statement => ({
  name: 'recall-pools',
  text: `SELECT p.no, p.source_no AS "sourceNo", p.composition, p.dirty FROM pool p
         WHERE p.no = ANY ($1::bigint[]) AND (p.source_no = ANY ($2::bigint[]) OR p.dirty OR EXISTS (
           SELECT FROM unnest($2::bigint[]) s (no) WHERE position(int4send(s.no::int) IN p.composition) > 0))`,
  values: [listed(poolNos), nos],
});

export interface YieldColumns {
  readonly nos: string | null;
  readonly eventNos: string | null;
  readonly lotNos: string | null;
  readonly poolNos: string | null;
  readonly masses: string | null;
  readonly reos: string | null;
  readonly surpluses: string | null;
}

/** What events yielded, in order. */
export const yieldsOf = (eventNos: readonly number[], position: number): Statement => {
  const column = (name: string): string => packed(`h.${name} ORDER BY h.event_no, h.ordinal, h.no`);
  return {
    name: 'recall-yields',
    text: `SELECT ${column('no')} AS nos, ${column('event_no')} AS "eventNos", ${column('lot_no')} AS "lotNos",
                  ${column('pool_no')} AS "poolNos", ${column('mass_g')} AS masses, ${column('reo_g')} AS reos,
                  ${column('surplus_reo_g')} AS surpluses
           FROM holding h WHERE h.event_no = ${NAMED} AND ${believed('h', '$1')}`,
    values: [position, listed(eventNos)],
  };
};

/** Which of the events are runs. */
export const runsAmong = (eventNos: readonly number[], position: number): Statement => ({
  name: 'recall-runs',
  text: `SELECT ${packed('e.no')} AS nos FROM event e
         WHERE e.no = ${NAMED} AND e.type = 'processing' AND ${believed('e', '$1')}`,
  values: [position, listed(eventNos)],
});
