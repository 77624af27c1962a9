import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import type { Finding, FindingDetail, FindingState, HistoryEntry } from '../finding.js';
import type { Severity } from '../rule.js';

/** What a list of findings may be narrowed to. */
export interface FindingFilter {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly enterprise?: string;
  /** Six digits; trailing zeros stand for everything below: a province, a prefecture. */
  readonly region?: string;
  readonly state?: FindingState;
  readonly period?: string;
  /** Raised at or after. */
  readonly since?: Date;
}

export type FindingRow = {
  readonly [Name in Exclude<keyof FindingDetail, 'history'>]: Exclude<FindingDetail[Name], undefined> | null;
} & { readonly history?: readonly (Omit<HistoryEntry, 'at' | 'note'> & { at: string; note: string | null })[] };

const COLUMNS = `f.no, f.id, f.rule, f.severity, f.state, f.enterprise, f.region, f.subject, f.period, f.event, f.at, f.title,
  f.amount, f.raised_at AS "raisedAt"`;

export function listStatement(filter: FindingFilter, limit: number, before: number | undefined): Statement {
  const { rule, severity, enterprise, region, state, period, since } = filter;
  const prefix = region?.replace(/(?:00)+$/, '');
  return {
    text: `SELECT ${COLUMNS} FROM finding f
           WHERE ($1::text IS NULL OR rule = $1) AND ($2::text IS NULL OR severity = $2)
             AND ($3::text IS NULL OR enterprise = $3) AND ($4::text IS NULL OR region LIKE $4 || '%')
             AND ($5::text IS NULL OR state = $5) AND ($6::text IS NULL OR period = $6)
             AND ($7::timestamptz IS NULL OR raised_at >= $7) AND ($8::bigint IS NULL OR no < $8)
           ORDER BY no DESC LIMIT $9`,
    values: [rule, severity, enterprise, prefix, state, period, since, before, limit].map(value => value ?? null),
  };
}

export const detailStatement = (id: string): Statement => ({
  text: `SELECT ${COLUMNS}, f.evidence, f.parameters,
           (SELECT json_agg(json_build_object('state', h.state, 'at', h.at, 'actor', h.actor, 'note', h.note) ORDER BY h.no)
            FROM finding_history h WHERE h.finding_no = f.no) AS history
         FROM finding f WHERE f.id = $1`,
  values: [id],
});

/** First and last id of a range, 32 hexadecimal digits. */
export interface IdRange {
  readonly from: string;
  readonly to: string;
}

/** Findings of rules, and those with ids in a range, the newest first; raised by a position, where one is given. */
export const foundStatement = (
  rules: readonly string[],
  ids: IdRange | undefined,
  limit: number,
  seq: number | undefined,
): Statement => ({
  name: 'findings-found',
  text: `
    WITH found AS (
      SELECT x.no FROM unnest($1::text[]) AS r (rule) CROSS JOIN LATERAL (
        SELECT f.no FROM finding f WHERE f.rule = r.rule AND ${RAISED} ORDER BY f.no DESC LIMIT $4) x
      UNION
      (SELECT f.no FROM finding f WHERE f.id BETWEEN $2::uuid AND $3::uuid AND ${RAISED} ORDER BY f.no DESC LIMIT $4)
    )
    SELECT f.id, f.rule, f.severity, f.enterprise, f.title FROM found JOIN finding f ON f.no = found.no
    ORDER BY f.no DESC LIMIT $4`,
  values: [rules, ids?.from ?? null, ids?.to ?? null, limit, seq ?? null],
});

/** By a position: then what it is shown with was recorded as well. */
const RAISED = `($5::bigint IS NULL OR (
    EXISTS (SELECT FROM finding_span s WHERE s.finding_no = f.no AND s.seq_from <= $5)
    AND (f.event IS NULL OR EXISTS (SELECT FROM event e WHERE e.id = f.event AND e.${CURRENT} AND e.first_seq <= $5))))`;

const present = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;

export const findingOf = (row: FindingRow): Finding => {
  const { history: _, evidence: __, parameters: ___, ...finding } = present(row);
  return finding as unknown as Finding;
};

export const historyOf = (row: FindingRow): Pick<FindingDetail, 'evidence' | 'parameters' | 'history'> => ({
  evidence: row.evidence ?? {},
  parameters: row.parameters ?? {},
  history: (row.history ?? []).map(entry => ({ ...present(entry), at: new Date(entry.at) }) as HistoryEntry),
});
