import type { Statement } from '#platform';
import type { SourceKey } from '../../provenance-store.js';
import { believed, numbers, packed } from './packed.js';

/** Of each source with a status, the root event that happened last. */
export const latestRoots = (sources: readonly SourceKey[], position: number): Statement => ({
  name: 'provenance-latest-roots',
  text: `SELECT s.id, s.status, r.enterprise, r.region
         FROM unnest($2::text[], $3::text[]) AS s (id, status) CROSS JOIN LATERAL (
           SELECT r.enterprise, r.region FROM root r
           WHERE r.source_id = s.id AND r.status = s.status AND ${believed('r', '$1')}
           ORDER BY r.occurred_at DESC, r.first_seq DESC LIMIT 1) r`,
  values: [position, sources.map(({ id }) => id), sources.map(({ status }) => status)],
});

export interface SentRow {
  readonly dispatchNo: number;
  readonly massG: number;
  readonly reoG: number;
  readonly poolNos: string;
  readonly lotNos: string;
}

/** What dispatches put on the way. */
export const sentBy = (dispatchNos: readonly number[], position: number): Statement => ({
  name: 'provenance-sent',
  text: `SELECT t.event_no AS "dispatchNo", sum(t.mass_g)::bigint AS "massG", sum(t.reo_g)::bigint AS "reoG",
                ${packed('t.pool_no')} AS "poolNos", ${packed('t.lot_no')} AS "lotNos"
         FROM holding t WHERE t.event_no = ANY ($2::bigint[]) AND t.in_transit AND ${believed('t', '$1')}
         GROUP BY t.event_no ORDER BY t.event_no`,
  values: [position, numbers(dispatchNos)],
});

export interface OwnerRow {
  readonly eventNo: number;
  readonly owner: string;
}

/** Who had what events yielded. */
export const ownersAfter = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-owners',
  text: `SELECT DISTINCT h.event_no AS "eventNo", h.owner FROM holding h
         WHERE h.event_no = ANY ($2::bigint[]) AND ${believed('h', '$1')}`,
  values: [position, numbers(eventNos)],
});

/** Names of events; the process of a run stands in the ledger only. */
export const eventLabels = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-event-labels',
  text: `SELECT e.no, e.id, e.site, COALESCE(l.body ->> 'process', l.body -> 'replacement' ->> 'process') AS process
         FROM event e LEFT JOIN ledger_entry l ON e.type = 'processing' AND l.seq = e.seq_from
         WHERE e.no = ANY ($2::bigint[]) AND ${believed('e', '$1')}`,
  values: [position, numbers(eventNos)],
});

export const holdingLabels = (holdingNos: readonly number[], position: number): Statement => ({
  name: 'provenance-holding-labels',
  text: `SELECT h.no, h.id, h.owner, l.code AS lot, l.declared_by AS "declaredBy", l.product, l.basis, h.mass_g AS "massG",
                h.reo_g AS "reoG", h.in_transit AS "inTransit"
         FROM holding h JOIN lot l ON l.no = h.lot_no AND ${believed('l', '$1')}
         WHERE h.no = ANY ($2::bigint[]) AND ${believed('h', '$1')}`,
  values: [position, numbers(holdingNos)],
});

export const drawLabels = (eventNos: readonly number[], position: number): Statement => ({
  name: 'provenance-draw-labels',
  text: `SELECT d.event_no AS "eventNo", d.holding_no AS "holdingNo", sum(d.mass_g)::bigint AS "massG",
                sum(d.reo_g)::bigint AS "reoG"
         FROM draw d WHERE d.event_no = ANY ($2::bigint[]) AND ${believed('d', '$1')}
         GROUP BY d.event_no, d.holding_no ORDER BY d.event_no, d.holding_no`,
  values: [position, numbers(eventNos)],
});

export const eventIds = (eventNos: readonly number[]): Statement => ({
  name: 'provenance-event-ids',
  text: 'SELECT DISTINCT no, id FROM event WHERE no = ANY ($1::bigint[])',
  values: [numbers(eventNos)],
});
