import type { Statement } from '#platform';
import { believed, joined, numbers, packed, packedDistributions } from './packed.js';

const NAMED = 'ANY ($2::bigint[])';

/**
 * Numbers of the events upstream of some, themselves included, step by step: each is visited once, and reading stops with
 * the limit.
 */
export const reachOf = (eventNos: readonly number[], position: number, limit: number): Statement => ({
  name: 'provenance-reach',
  text: `WITH RECURSIVE up (no) AS (
           SELECT unnest($2::bigint[])
           UNION
           SELECT d.from_event_no FROM up JOIN draw d ON d.event_no = up.no AND ${believed('d', '$1')}
         ) SELECT ${packed('u.no')} AS nos FROM (SELECT no FROM up LIMIT $3) u`,
  values: [position, numbers(eventNos), limit],
});

/** Draws of events, the edges a walk follows, as parallel columns. */
export interface DrawColumns {
  readonly eventNos: string | null;
  readonly holdingNos: string | null;
  readonly fromNos: string | null;
  /** 0 where mass is only moved. */
  readonly poolNos: string | null;
  /** Of draws that feed a pool only, in the same order. */
  readonly fedReo: string | null;
}

export const drawsOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-draws',
  text: `SELECT ${packed('d.event_no')} AS "eventNos", ${packed('d.holding_no')} AS "holdingNos",
                ${packed('d.from_event_no')} AS "fromNos", ${packed('COALESCE(d.pool_no, 0)')} AS "poolNos",
                ${packed('d.reo_g', 'd.pool_no IS NOT NULL')} AS "fedReo"
         FROM draw d WHERE d.event_no = ${NAMED} AND ${believed('d', '$1')}`,
  values: [position, numbers(eventNos)],
});

export interface UnitColumns {
  readonly nos: string | null;
  readonly lotNos: string | null;
  readonly poolNos: string | null;
}

/** What holdings are of. */
export const unitsOf = (holdingNos: readonly number[], position: number): Statement => ({
  name: 'provenance-units',
  text: `SELECT ${packed('h.no')} AS nos, ${packed('h.lot_no')} AS "lotNos", ${packed('h.pool_no')} AS "poolNos"
         FROM holding h WHERE h.no = ${NAMED} AND ${believed('h', '$1')}`,
  values: [position, numbers(holdingNos)],
});

export interface EventColumns {
  readonly nos: string | null;
  readonly types: string | null;
  readonly enterprises: string | null;
  readonly times: string | null;
  readonly places: readonly PlaceRow[] | null;
}

export type PlaceRow = readonly [no: number, site: string | null, shipFrom: string | null, shipTo: string | null];

export const eventsOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-events',
  text: `SELECT ${packed('e.no')} AS nos, ${joined('e.type')} AS types, ${joined('e.enterprise')} AS enterprises,
                ${packed(`round(date_part('epoch', e.occurred_at) * 1000)::bigint`)} AS times,
                json_agg(json_build_array(e.no, e.site, e.ship_from, e.ship_to)) FILTER (
                  WHERE e.type IN ('dispatch', 'receipt') AND COALESCE(e.site, e.ship_from, e.ship_to) IS NOT NULL) AS places
         FROM event e WHERE e.no = ${NAMED} AND ${believed('e', '$1')}`,
  values: [position, numbers(eventNos)],
});

/** Lots, those with equal distributions together. */
export interface LotColumns {
  readonly nos: string | null;
  readonly eventNos: string | null;
  readonly masses: string | null;
  readonly grades: string | null;
  readonly bases: string | null;
  readonly products: string | null;
  /** One per group, and how many lots share it. */
  readonly distributions: Buffer | null;
  readonly sizes: string | null;
}

const lots = (column: 'event_no' | 'no', nos: readonly number[], position: number): Statement => ({
  name: `provenance-lots-by-${column}`,
  text: `SELECT ${joined('g.nos')} AS nos, ${joined('g.event_nos')} AS "eventNos", ${joined('g.masses')} AS masses,
                ${joined('g.grades')} AS grades, ${joined('g.bases')} AS bases, ${joined('g.products')} AS products,
                ${packedDistributions('g.distribution')} AS distributions, ${joined('g.size::text')} AS sizes
         FROM (SELECT l.distribution, count(*) AS size, ${joined('l.no::text')} AS nos,
                      ${joined('l.event_no::text')} AS event_nos, ${joined('l.mass_g::text')} AS masses,
                      ${joined('l.grade::text')} AS grades, ${joined('l.basis')} AS bases, ${joined('l.product')} AS products
               FROM lot l WHERE l.${column} = ${NAMED} AND ${believed('l', '$1')} GROUP BY l.distribution) g`,
  values: [position, numbers(nos)],
});

/** Lots that events declared. */
export const lotsOf = (eventNos: readonly number[], position: number): Statement =>
  lots('event_no', eventNos, position);

export const lotsByNo = (lotNos: readonly number[], position: number): Statement => lots('no', lotNos, position);

export interface RootRow {
  readonly eventNo: number;
  readonly sourceId: string;
  readonly status: string;
  readonly kind: string;
  readonly enterprise: string;
  readonly region: string | null;
  readonly year: number;
}

export const rootsOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-roots',
  text: `SELECT r.event_no AS "eventNo", r.source_id AS "sourceId", r.status, r.kind, r.enterprise, r.region, r.year
         FROM root r WHERE r.event_no = ${NAMED} AND ${believed('r', '$1')}`,
  values: [position, numbers(eventNos)],
});

export interface CountedRow {
  readonly poolNo: number;
  readonly eventNo: number;
  readonly lotNo: number;
  readonly reoG: number;
  readonly surplusReoG: number;
}

/** What counts made, and receipts that weighed more than was sent. */
export const countedOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-counted',
  text: `SELECT h.pool_no AS "poolNo", h.event_no AS "eventNo", h.lot_no AS "lotNo", h.reo_g AS "reoG",
                h.surplus_reo_g AS "surplusReoG"
         FROM holding h JOIN event e ON e.no = h.event_no AND ${believed('e', '$1')}
         WHERE h.event_no = ${NAMED} AND ${believed('h', '$1')} AND (e.type = 'stocktake' OR h.surplus_reo_g > 0)`,
  values: [position, numbers(eventNos)],
});

export interface YieldRow {
  readonly eventNo: number;
  readonly lotNo: number;
  readonly reoG: number;
}

/** Yields of runs, in order. */
export const yieldsOf = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-yields',
  text: `SELECT h.event_no AS "eventNo", h.lot_no AS "lotNo", h.reo_g AS "reoG"
         FROM holding h WHERE h.event_no = ${NAMED} AND ${believed('h', '$1')} ORDER BY h.event_no, h.ordinal`,
  values: [position, numbers(eventNos)],
});
