import { type Context, formatInstant, isUuid, NotFound } from '#kernel';
import { appendStatements, type Head, type Ledger, lockHead } from '#ledger';
import { encodeCursor, type Database, type Page, type PageRequest, cursorParser } from '#platform';
import type { SourceDecisions } from '#lots';
import { Type } from '@sinclair/typebox';
import { randomBytes } from 'node:crypto';
import { type Finding, type FindingDetail, FINDINGS } from './finding.js';
import { decidedSources } from './decided-sources.js';
import { consequencesOf } from './storage/consequences.js';
import { changeState, decisionStatement } from './storage/findings.store.js';
import {
  detailStatement,
  type FindingFilter,
  findingOf,
  historyOf,
  type FindingRow,
  listStatement,
} from './storage/findings.queries.js';
import { takeTurn } from './storage/screening-state.js';
// prettier-ignore

export interface FindingDecision {
  readonly state: 'in-progress' | 'confirmed' | 'dismissed';
  readonly note: string;
}

export interface DecidedFinding extends FindingDetail {
  /** Position of the decision in the ledger. */
  readonly seq: number;
  /** Export declarations whose verdict the decision weighs on, at most {@link SHIPMENTS_MAX}. */
  readonly shipments: readonly string[];
}

export const SHIPMENTS_MAX = 1_000;

/** Findings as people read and decide them. */
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly sources: SourceDecisions,
  ) {}

  /** Newest first. */
  async list(context: Context, filter: FindingFilter, { limit, cursor }: PageRequest): Promise<Page<Finding>> {
    const before = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await this.read<FindingRow>(context, listStatement(filter, limit + 1, before));
    const items = rows.slice(0, limit).map(findingOf);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, ...(last ? { nextCursor: encodeCursor(last.no) } : {}) };
  }

  async get(context: Context, id: string): Promise<FindingDetail> {
    const [row] = isUuid(id) ? await this.read<FindingRow>(context, detailStatement(id)) : [];
    if (!row) throw new NotFound('finding', id);
    return { ...findingOf(row), ...historyOf(row) };
  }

  /**
   * Records what a person decided. Confirming that ore is illegal makes its source illegal for that event, and every
   * verdict downstream follows, also of shipments long gone.
   */
  async decide(context: Context, id: string, decision: FindingDecision): Promise<DecidedFinding> {
    const finding = await this.get(context, id);
    const seq = await this.record(context, finding, decision);
    if (decision.state === 'confirmed') {
      for (const { source, from, to } of await decidedSources(this.database, context, finding)) {
        await this.sources.decide(context, source, { status: 'illegal', note: decision.note, from, to });
      }
    }
    this.ledger.appended();
    return { ...(await this.get(context, id)), seq, shipments: await this.shipments(context, finding) };
  }

  private async record(context: Context, { no, id }: Finding, { state, note }: FindingDecision): Promise<number> {
    return this.database.write(context, async tx => {
      await takeTurn(tx);
      const [[head]] = (await tx.pipeline([lockHead])) as [Head[]];
      const seq = head!.seq + 1;
      const change = { state, actor: context.actor, note, seq };
      await changeState(tx, [no], change);
      await tx.pipeline([decisionStatement(id, change), ...consequencesOf([no], seq)]);
      const body = { finding: id, state, at: formatInstant(head!.recordedAt) };
      const personal = { salt: randomBytes(16), body: { note } };
      await tx.pipeline(appendStatements(head!, [{ kind: 'decision', tenant: '-', subject: `${FINDINGS}${id}`, body, personal, context }])); // prettier-ignore
      return seq;
    });
  }

  private async shipments(context: Context, { no }: Finding): Promise<string[]> {
    const rows = await this.database.read<{ number: string }>(
      context,
      `SELECT DISTINCT d.number FROM chain_finding c JOIN document d ON d.event_no = c.export_no AND d.kind = 'export'
       WHERE c.finding_no = $1 ORDER BY d.number LIMIT ${SHIPMENTS_MAX}`,
      [no],
    );
    return rows.map(({ number }) => number);
  }

  private read<Row>(context: Context, { text, values }: { text: string; values?: readonly unknown[] }): Promise<Row[]> {
    return this.database.read<Row>(context, text, values ?? []);
  }
}

const readCursor = cursorParser(Type.Integer({ minimum: 1 }));
