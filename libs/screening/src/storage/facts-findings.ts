import type { Statement } from '#platform';
import type { KnownFinding } from '../facts/facts.js';

export interface FindingRow extends Omit<KnownFinding, 'enterprise' | 'period' | 'raisedAt' | 'at' | 'events' | 'shares'> {
  readonly enterprise: string | null;
  readonly period: string | null;
  readonly raisedAt: Date;
  readonly at: Date;
  readonly events: readonly string[] | null;
  readonly shares: Readonly<Record<string, number>> | null;
} // prettier-ignore

const COLUMNS = `f.id, f.rule, f.severity, f.state, f.enterprise, f.period, f.raised_at AS "raisedAt", f.at,
  f.evidence -> 'events' AS events, f.evidence -> 'shares' AS shares`;

/** Findings on enterprises whose cause has not gone. */
export const findingsOn = (usccs: readonly string[]): Statement => ({
  name: 'facts-findings',
  text: `SELECT ${COLUMNS} FROM unnest($1::text[]) AS q (uscc)
           CROSS JOIN LATERAL (SELECT * FROM finding WHERE enterprise = q.uscc AND state <> 'closed' OFFSET 0) f
         ORDER BY f.no`,
  values: [usccs],
});

/** Findings on no enterprise: on regions and feeds. */
export const findingsOnNobody: Statement = {
  text: `SELECT ${COLUMNS} FROM finding f WHERE enterprise IS NULL AND state <> 'closed' ORDER BY f.no`,
};

/** A finding with the export whose chain it lies on. */
export interface ChainFindingRow extends FindingRow {
  readonly exportId: string;
}

/** Findings that stand and lie on the chains of exports. */
export const findingsOnChains = (exports: readonly { readonly no: number; readonly id: string }[]): Statement => ({
  name: 'facts-chain-findings',
  text: `SELECT ${COLUMNS}, q.id AS "exportId" FROM unnest($1::bigint[], $2::text[]) AS q (no, id)
           CROSS JOIN LATERAL (SELECT finding_no FROM chain_finding WHERE export_no = q.no OFFSET 0) c
           CROSS JOIN LATERAL (
             SELECT * FROM finding WHERE no = c.finding_no AND state IN ('open', 'in-progress', 'confirmed') OFFSET 0) f
         ORDER BY f.no`,
  values: [exports.map(({ no }) => no), exports.map(({ id }) => id)],
});

export const findingOf = (row: FindingRow): KnownFinding => ({
  id: row.id,
  rule: row.rule,
  severity: row.severity,
  state: row.state,
  ...(row.enterprise === null ? {} : { enterprise: row.enterprise }),
  ...(row.period === null ? {} : { period: row.period }),
  raisedAt: row.raisedAt.getTime(),
  at: row.at.getTime(),
  events: row.events ?? [],
  ...(row.shares === null ? {} : { shares: row.shares }),
});
