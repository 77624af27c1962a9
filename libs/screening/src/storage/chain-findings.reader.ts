import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#kernel';
import { FOREVER_SEQ } from '#lots';
import type { Database } from '#platform';
import type { ChainFinding, ChainFindings, OnChain, StaleFeed } from '#provenance';
import { isChainSettled, readSettled, SCREENER } from './screening-state.js';
import { FEED_RULE, weightOf } from '../finding.js';
import type { Severity } from '../rule.js';

/** How long an answer waits for screening to catch up, and how often it looks. */
const PATIENCE_MS = 3_500;
const LOOK_MS = 15;

/** A position behind all that have been given out. */
const NOW = FOREVER_SEQ - 1;

interface Row {
  readonly exportNo?: number;
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string | null;
  readonly enterprise: string | null;
  readonly event: string | null;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Findings on chains, as verdicts ask for them. */
export class ChainFindingsReader implements ChainFindings {
  constructor(private readonly database: Database) {}

  async ofExports(context: Context, exportNos: readonly number[], seq: number): Promise<Map<number, OnChain>> {
    const settled = await this.settle(exportNos, seq);
    const [rows, staleFeeds] = await Promise.all([
      this.database.read<Row>(context, OF_EXPORTS, [exportNos], 'chain-findings'),
      this.staleFeeds(NOW),
    ]);
    const of = (no: number): ChainFinding[] => rows.filter(({ exportNo }) => exportNo === no).map(findingOf);
    return new Map(exportNos.map(no => [no, { findings: of(no), staleFeeds, settled }]));
  }

  async ofChain(context: Context, eventNos: readonly number[], seq: number, isNow: boolean): Promise<OnChain> {
    const settled = await this.settle(eventNos, seq);
    const [rows, staleFeeds] = await Promise.all([
      this.database.read<Row>(context, OF_CHAIN, [eventNos, isNow ? NOW : seq]),
      this.staleFeeds(isNow ? NOW : seq),
    ]);
    return { findings: rows.map(findingOf), staleFeeds, settled };
  }

  /** Whoever asks: that a feed is overdue is no secret. */
  private async staleFeeds(seq: number): Promise<StaleFeed[]> {
    const rows = await this.database.read<{ id: string; region: string | null }>(SCREENER, STALE, [FEED_RULE, seq], 'stale-feeds'); // prettier-ignore
    return rows.map(({ id, region }) => ({ id, ...(region === null ? {} : { region }) }));
  }

  private async lastSeq(eventNos: readonly number[], seq: number): Promise<number> {
    const [row] = await this.database.read<{ seq: number | null }>(SCREENER, LAST_SEQ, [eventNos, seq]);
    return row?.seq ?? seq;
  }

  /** Waits until what was recorded up to a position has been screened as far as it can lie upstream of events. */
  private async settle(eventNos: readonly number[], seq: number): Promise<boolean> {
    const deadline = performance.now() + PATIENCE_MS;
    if ((await readSettled(this.database)).seq >= seq) return true;
    const chainSeq = await this.lastSeq(eventNos, seq);
    for (;;) {
      if (await isChainSettled(this.database, chainSeq, seq)) return true;
      if (performance.now() > deadline) return false;
      await delay(LOOK_MS);
    }
  }
}

/** Newest position at which one of the events was stated, as known at a position. */
const LAST_SEQ = `SELECT max(seq_from) AS seq FROM event WHERE no = ANY ($1::bigint[]) AND seq_from <= $2`;

const COLUMNS = 'f.id, f.rule, f.severity, f.subject, f.enterprise, f.event, f.title';
const ORDER = 'f.severity DESC, f.rule, f.id';

const OF_EXPORTS = `
  SELECT c.export_no AS "exportNo", ${COLUMNS}
  FROM chain_finding c JOIN finding f ON f.no = c.finding_no
  WHERE c.export_no = ANY ($1::bigint[]) AND f.state IN ('open', 'in-progress', 'confirmed')
  ORDER BY ${ORDER}`;

/** Without a finding that stood then there is nothing to walk for. */
const OF_CHAIN = `
  WITH RECURSIVE up (no) AS (
    SELECT unnest($1::bigint[]) WHERE EXISTS (SELECT FROM finding_event WHERE seq_from <= $2)
    UNION
    SELECT d.from_event_no FROM up
      CROSS JOIN LATERAL (SELECT from_event_no FROM draw WHERE event_no = up.no AND seq_from <= $2 AND seq_to > $2 OFFSET 0) d
  )
  SELECT ${COLUMNS} FROM finding f WHERE f.no IN (
    SELECT l.finding_no FROM up
      CROSS JOIN LATERAL (SELECT finding_no FROM finding_event WHERE event_no = up.no AND seq_from <= $2 AND seq_to > $2 OFFSET 0) l)
    AND EXISTS (SELECT FROM finding_span s WHERE s.finding_no = f.no AND s.seq_from <= $2 AND s.seq_to > $2)
  ORDER BY ${ORDER}`;

const STALE = `
  SELECT f.id, f.region FROM finding f WHERE f.rule = $1
    AND EXISTS (SELECT FROM finding_span s WHERE s.finding_no = f.no AND s.seq_from <= $2 AND s.seq_to > $2)
  ORDER BY f.id`;

const findingOf = ({ id, rule, severity, subject, enterprise, event, title }: Row): ChainFinding => ({
  id,
  rule,
  severity,
  ...(enterprise === null ? {} : { enterprise }),
  ...(event === null ? {} : { event }),
  title,
  weight: weightOf(rule, severity, subject ?? ''),
});
