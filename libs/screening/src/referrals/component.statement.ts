import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import type { CitedDocument, ReferredTransfer } from './packages.js';

export interface TransferRow extends Omit<ReferredTransfer, 'lots' | 'documents' | 'illegalReoG'> {
  readonly illegalReoKg: number;
  readonly lots: ReferredTransfer['lots'] | null;
  readonly documents: readonly CitedDocument[] | null;
}

/** One for each transfer, or one without a transfer where there is none to be seen. */
export type ComponentRow = (TransferRow | { readonly dispatch: null }) & {
  /** Transfers of the whole component. */
  readonly total: number;
};

/**
 * Transfers of the component that a finding belongs to, the latest first: those of all findings of its rule that stand and
 * have its subject. Where both parties' findings speak of a transfer, what was checked last counts.
 */
export const componentStatement = (finding: string, rule: string, limit: number): Statement => ({
  name: 'referral-component',
  text: `
    WITH moved AS (
      SELECT m.dispatch, jsonb_object_agg(c.enterprise, c.id) AS findings,
             (array_agg(m."fromRegion" ORDER BY c.checked_seq DESC, c.no))[1] AS "fromRegion",
             (array_agg(m."toRegion" ORDER BY c.checked_seq DESC, c.no))[1] AS "toRegion",
             (array_agg(m."illegalReoKg" ORDER BY c.checked_seq DESC, c.no))[1] AS "illegalReoKg",
             (jsonb_agg(m.lots ORDER BY c.checked_seq DESC, c.no)) -> 0 AS lots
      FROM finding f JOIN finding c ON c.rule = f.rule AND c.subject = f.subject AND c.state IN ('open', 'in-progress', 'confirmed')
        CROSS JOIN LATERAL jsonb_to_recordset(c.evidence -> 'transfers')
          AS m (dispatch uuid, "fromRegion" text, "toRegion" text, "illegalReoKg" float8, lots jsonb)
      WHERE f.id = $1 AND f.rule = $2
      GROUP BY m.dispatch
    ), latest AS (
      SELECT e.no, e.id AS dispatch, e.occurred_at AS at, e.enterprise AS "from", e.counterparty AS "to", t.receipt_no,
             m."fromRegion", m."toRegion", m."illegalReoKg", m.lots, m.findings
      FROM moved m JOIN event e ON e.id = m.dispatch AND e.${CURRENT} JOIN transfer t ON t.dispatch_no = e.no
      ORDER BY e.occurred_at DESC, e.id LIMIT $3
    )
    SELECT s.dispatch, s.at, s."from", s."to", s."fromRegion", s."toRegion", s."illegalReoKg", s.findings, n.total,
      (SELECT json_agg(json_build_object('lot', x.lot, 'product', x.product, 'massG', x.mass_g) ORDER BY x.lot) FROM (
         SELECT l.declared_by || ':' || l.code AS lot, l.product, sum(h.mass_g)::bigint AS mass_g
         FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
         WHERE h.event_no = s.no AND h.in_transit AND h.${CURRENT} AND s.lots ? (l.declared_by || ':' || l.code)
         GROUP BY l.no, l.declared_by, l.code, l.product) x) AS lots,
      (SELECT json_agg(DISTINCT jsonb_strip_nulls(jsonb_build_object('kind', d.kind, 'number', d.number, 'code', d.code)))
       FROM document d WHERE d.event_no IN (s.no, s.receipt_no) AND d.${CURRENT}) AS documents
    FROM (SELECT count(*) AS total FROM moved) n LEFT JOIN latest s ON true ORDER BY s.at DESC, s.dispatch`,
  values: [finding, rule, limit],
});
