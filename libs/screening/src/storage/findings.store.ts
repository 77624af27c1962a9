import { FOREVER_SEQ } from '#lots';
import type { Statement, Transaction } from '#platform';
import { causeKey, eventsOnChain, findingId, type FindingState, type FoundCause, isStanding } from '../finding.js';
import { consequencesOf } from './consequences.js';
import { linkChains, type ChainLink } from './chain-links.js';

/** What was judged, on which facts. */
export interface Judged {
  readonly rules: readonly string[];
  readonly scopes: readonly string[];
  readonly found: readonly FoundCause[];
  /** Head of the ledger that the facts were loaded at: findings checked on newer facts are left alone. */
  readonly checkedSeq: number;
  /** First position at which what is written here stands: behind everything that was answered for. */
  readonly fromSeq: number;
  /** Only causes of this time were asked for; others are left alone. */
  readonly span?: { readonly from: number; readonly until: number };
  /** `rule scope` of what could not be judged: findings there are left alone. */
  readonly failed: ReadonlySet<string>;
}

export interface Saved {
  readonly raised: number;
  readonly closed: number;
}

interface KnownRow {
  readonly no: number;
  readonly rule: string;
  readonly scope: string;
  readonly cause: string;
  readonly state: FindingState;
  readonly checkedSeq: number;
  readonly at: Date;
}

/** Who writes the history of what screening does by itself. */
const SCREENING = 'screening';

/**
 * Brings the findings of the scopes judged into line with what was found: new causes are raised, known ones refreshed,
 * those that closed raised again, and causes that have gone close. What a person decided stays.
 */
export async function saveJudged(tx: Transaction, judged: Judged): Promise<Saved> {
  const found = new Map(judged.found.map(each => [causeKey(each), each]));
  const known = await loadKnown(tx, judged, [...found.keys()]);
  const nos = new Map(known.map(({ cause, no }) => [cause, no]));
  const fresh = [...found].filter(([cause]) => !nos.has(cause));
  const again = [...found].flatMap(([cause, each]) => (nos.has(cause) ? [{ no: nos.get(cause)!, each }] : []));
  const reopened = known.filter(({ cause, state }) => found.has(cause) && state === 'closed').map(({ no }) => no);
  const gone = known.filter(row => !found.has(row.cause) && isGone(row, judged)).map(({ no }) => no);
  const raised = await insert(tx, fresh, judged);
  const changed = await refresh(tx, again, judged);
  await changeState(tx, reopened, { state: 'open', actor: SCREENING, note: 'cause-found-again', seq: judged.fromSeq });
  await changeState(tx, gone, { state: 'closed', actor: SCREENING, note: 'cause-gone', seq: judged.fromSeq });
  const links = [...raised, ...changed].flatMap(({ no, cause }) => linksOf(no, found.get(cause)!));
  const written = [...raised, ...changed].map(({ no }) => no);
  await linkChains(tx, written, links, judged.fromSeq);
  await tx.pipeline(consequencesOf([...written, ...reopened, ...gone], judged.fromSeq));
  return { raised: fresh.length + reopened.length, closed: gone.length };
}

/** A person decided to confirm or dismiss it, or it was judged on newer facts: not gone. */
function isGone({ state, rule, scope, checkedSeq, at }: KnownRow, { checkedSeq: now, span, failed }: Judged): boolean {
  if ((state !== 'open' && state !== 'in-progress') || failed.has(`${rule} ${scope}`)) return false;
  return checkedSeq <= now && (!span || (span.from <= at.getTime() && at.getTime() < span.until));
}

const linksOf = (findingNo: number, { cause }: FoundCause): ChainLink[] =>
  eventsOnChain(cause).map(event => ({ findingNo, event }));

async function loadKnown(tx: Transaction, { rules, scopes }: Judged, causes: readonly string[]): Promise<KnownRow[]> {
  return tx.query<KnownRow>(
    `SELECT no, rule, scope, cause, state, checked_seq AS "checkedSeq", at FROM finding WHERE no IN (
       SELECT no FROM finding WHERE cause = ANY ($1::text[])
       UNION SELECT no FROM finding WHERE scope = ANY ($2::text[]) AND rule = ANY ($3::text[]))
     ORDER BY no FOR UPDATE`,
    [causes, scopes, rules],
  );
}

/** Columns of a cause, as one JSON object each. */
const COLUMNS = `id uuid, cause text, rule text, scope text, tenant text, enterprise text, region text, subject text, period text,
  event uuid, at timestamptz, severity text, title jsonb, amount jsonb, evidence jsonb, parameters jsonb`;
const NAMES = COLUMNS.replaceAll(/ (text|uuid|timestamptz|jsonb)/g, '');

type Kept = { readonly no: number; readonly cause: string };

async function insert(
  tx: Transaction,
  fresh: readonly (readonly [string, FoundCause])[],
  { checkedSeq, fromSeq }: Judged,
): Promise<Kept[]> {
  if (fresh.length === 0) return [];
  const raised = await tx.query<Kept>(
    `INSERT INTO finding (${NAMES}, state, checked_seq)
     SELECT ${NAMES}, 'open', $2 FROM jsonb_to_recordset($1::jsonb) AS t (${COLUMNS}) RETURNING no, cause`,
    [JSON.stringify(fresh.map(([cause, each]) => rowOf(cause, each))), checkedSeq],
  );
  const nos = raised.map(({ no }) => no);
  await tx.pipeline([
    {
      text: `INSERT INTO finding_history (finding_no, tenant, state, actor)
             SELECT no, tenant, 'open', $2 FROM finding WHERE no = ANY ($1::bigint[])`,
      values: [nos, SCREENING],
    },
    {
      text: `INSERT INTO finding_span (finding_no, tenant, seq_from)
             SELECT no, tenant, $2 FROM finding WHERE no = ANY ($1::bigint[])`,
      values: [nos, fromSeq],
    },
  ]);
  for (const { no, ...decided } of await decidedBefore(tx, nos))
    await changeState(tx, [no], { ...decided, seq: fromSeq });
  return raised;
}

/** What was decided on findings before they were raised: in a ledger that is recorded again. */
const decidedBefore = (
  tx: Transaction,
  nos: readonly number[],
): Promise<(Omit<StateChange, 'seq'> & { no: number })[]> =>
  tx.query(
    `SELECT DISTINCT ON (f.no) f.no, d.state, d.actor, coalesce(d.note, '') AS note
     FROM finding f JOIN finding_decision d ON d.finding_id = f.id
     WHERE f.no = ANY ($1::bigint[]) ORDER BY f.no, d.seq DESC`,
    [nos],
  );

function rowOf(key: string, { rule, scope, severity, title, parameters, cause }: FoundCause): Record<string, unknown> {
  const { enterprise, region, subject, period, event, at, amount, evidence } = cause;
  const who = { enterprise, region, subject, period, event };
  return {
    ...{
      id: findingId(key),
      cause: key,
      rule,
      scope,
      tenant: enterprise ?? '-',
      ...who,
      at: storedInstant(at),
    },
    ...{ severity: cause.severity ?? severity, title: cause.title ?? title, amount, evidence, parameters },
  };
}

const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/** Papers of the year 1 or 9999, with deadlines before and behind them, are within what a timestamp is written as. */
const storedInstant = (at: number): string =>
  new Date(Math.min(LAST_INSTANT, Math.max(FIRST_INSTANT, at))).toISOString();

/** Writes figures that have changed; answers the findings that did. */
async function refresh(
  tx: Transaction,
  again: readonly { readonly no: number; readonly each: FoundCause }[],
  { checkedSeq }: Judged,
): Promise<Kept[]> {
  if (again.length === 0) return [];
  await tx.query('UPDATE finding SET checked_seq = greatest(checked_seq, $2) WHERE no = ANY ($1::bigint[])', [
    again.map(({ no }) => no),
    checkedSeq,
  ]);
  return tx.query<Kept>(
    `UPDATE finding f SET scope = t.scope, region = t.region, event = t.event, at = t.at, severity = t.severity,
       title = t.title, amount = t.amount, evidence = t.evidence, parameters = t.parameters
     FROM jsonb_to_recordset($1::jsonb) AS t (${COLUMNS})
     WHERE f.cause = t.cause AND (f.scope, f.region, f.event, f.at, f.severity, f.title, f.amount, f.evidence, f.parameters)
       IS DISTINCT FROM (t.scope, t.region, t.event, t.at, t.severity, t.title, t.amount, t.evidence, t.parameters)
     RETURNING f.no, f.cause`,
    [JSON.stringify(again.map(({ each }) => rowOf(causeKey(each), each)))],
  );
}

/** Keeps what a person decided at a position. */
export const decisionStatement = (id: string, { state, actor, note, seq }: StateChange): Statement => ({
  text: `INSERT INTO finding_decision (finding_id, tenant, seq, state, actor, note) VALUES ($1, '-', $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
  values: [id, seq, state, actor, note],
});

export interface StateChange {
  readonly state: FindingState;
  readonly actor: string;
  readonly note: string;
  /** First position at which the state holds. */
  readonly seq: number;
}

/** Moves findings to a state, with the history and what stands against chains. */
export async function changeState(tx: Transaction, nos: readonly number[], change: StateChange): Promise<void> {
  if (nos.length === 0) return;
  const { state, actor, note, seq } = change;
  await tx.pipeline([
    { text: 'UPDATE finding SET state = $2 WHERE no = ANY ($1::bigint[])', values: [nos, state] },
    {
      text: `INSERT INTO finding_history (finding_no, tenant, state, actor, note)
             SELECT no, tenant, $2, $3, $4 FROM finding WHERE no = ANY ($1::bigint[])`,
      values: [nos, state, actor, note],
    },
    isStanding(state)
      ? {
          text: `INSERT INTO finding_span (finding_no, tenant, seq_from)
                 SELECT no, tenant, $2 FROM finding f WHERE no = ANY ($1::bigint[]) AND NOT EXISTS (
                   SELECT FROM finding_span s WHERE s.finding_no = f.no AND s.seq_to = ${FOREVER_SEQ})`,
          values: [nos, seq],
        }
      : {
          text: `UPDATE finding_span SET seq_to = greatest($2, seq_from)
                 WHERE finding_no = ANY ($1::bigint[]) AND seq_to = ${FOREVER_SEQ}`,
          values: [nos, seq],
        },
  ]);
}
