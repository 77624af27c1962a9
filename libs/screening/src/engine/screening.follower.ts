import { Follower, type Entry, type Ledger } from '#ledger';
import { CURRENT } from '#lots';
import { type Database, type Logger, type Statement, type Transaction } from '#platform';
import { relinkExports } from '../storage/chain-links.js';
import { FINDINGS, type FindingState } from '../finding.js';
import { changeState, decisionStatement, saveJudged } from '../storage/findings.store.js';
import { dueAgain, dueByItems, dueDownstream, dueEnterprises, judgeDue, NOBODY } from '../storage/due.js';
import { touchedBy, type Touched } from './entries.js';
import type { Screener } from './screener.js';
import { keepParameters, PARAMETERS_OF } from '../storage/parameters.js';
import { SCREENER, SCREENING } from '../storage/screening-state.js';

/** Rest after each range while the ledger grows: findings come within seconds, and captures hardly slow down. */
const REST_RATIO = 3;

/** Most entries judged in one transaction. */
const RANGE_MAX = 200;

/**
 * Screens what is recorded, in the ledger's order: events by the rules for single events at once; enterprises and whatever
 * lies downstream of a source judged otherwise become due, and a job judges them.
 */
export function screeningFollower(parts: {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly screener: Screener;
  readonly clock: () => number;
  readonly handled: () => void;
  readonly logger?: Logger;
}): Follower {
  const { screener, clock, ...rest } = parts;
  return new Follower({
    ...rest,
    name: SCREENING,
    rangeMax: RANGE_MAX,
    restRatio: REST_RATIO,
    handle: (entries, tx) => judge(entries, tx, screener, clock()),
  });
}

async function judge(entries: readonly Entry[], tx: Transaction, screener: Screener, clock: number): Promise<void> {
  const [after, upTo] = [entries[0]!.seq - 1, entries.at(-1)!.seq];
  const touched = touchedBy(entries);
  await applyDecisions(tx, entries, upTo);
  await tx.pipeline(dueStatements(touched, after, upTo));
  if (touched.moved.length > 0) await relinkExports(tx, await numbersOf(tx, touched.moved));
  if (touched.events.length === 0) return;
  const examination = await screener.events(SCREENER, touched.events, clock);
  await saveJudged(tx, { ...examination, fromSeq: upTo });
  if (examination.recomputing.size > 0) await tx.pipeline([dueAgain(examination.recomputing, upTo)]);
}

/** Decisions on findings and on rules that another installation had taken, in a ledger that is recorded again. */
async function applyDecisions(tx: Transaction, entries: readonly Entry[], upTo: number): Promise<void> {
  for (const { kind, subject, seq, actor, body } of entries) {
    if (kind !== 'decision') continue;
    if (subject.startsWith(PARAMETERS_OF)) {
      const { rule, parameters: values } = body as { rule: string; parameters: Record<string, number> };
      await keepParameters(tx, { rule, values, seq, actor, note: '' });
    }
    if (!subject.startsWith(FINDINGS)) continue;
    const { finding, state } = body as { finding: string; state: FindingState };
    const [known] = await tx.query('SELECT FROM finding_decision WHERE seq = $1', [seq]);
    if (known) continue;
    const change = { state, actor, note: '', seq };
    await tx.pipeline([decisionStatement(finding, change)]);
    const raised = await tx.query<{ no: number }>('SELECT no FROM finding WHERE id = $1', [finding]);
    await changeState(tx, raised.map(({ no }) => no), { ...change, seq: upTo }); // prettier-ignore
  }
}

function dueStatements(touched: Touched, after: number, upTo: number): Statement[] {
  const { enterprises, restated, items, numbers, registry, sources } = touched;
  const awaited = [...restated, ...(registry ? [NOBODY] : [])];
  return [
    ...(sources ? [dueDownstream(after, upTo)] : []),
    ...(enterprises.size > 0 ? [dueEnterprises(enterprises, upTo, false)] : []),
    ...(awaited.length > 0 ? [dueEnterprises(awaited, upTo, true)] : []),
    ...(items.length > 0 ? [dueByItems(items, numbers, after, upTo)] : []),
    judgeDue(),
  ];
}

async function numbersOf(tx: Transaction, ids: readonly string[]): Promise<number[]> {
  const rows = await tx.query<{ no: number }>(
    `SELECT e.no FROM unnest($1::uuid[]) AS t (id)
       CROSS JOIN LATERAL (SELECT no FROM event WHERE id = t.id AND ${CURRENT} OFFSET 0) e`,
    [ids],
  );
  return rows.map(({ no }) => no);
}
