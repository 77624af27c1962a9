import { randomBytes } from 'node:crypto';
import { type Context, DomainError, formatInstant, NotFound } from '#kernel';
import { appendStatements, type Head, type Ledger, lockHead } from '#ledger';
import type { Database } from '#platform';
import type { FollowUp } from './follow-up.js';
import { CURRENT } from './storage/lots.migration.js';

/** A person's word on a source. It holds for its root events from `from` until before `to`; left out: for all. */
export interface DecisionInput {
  readonly status: 'legal' | 'illegal';
  readonly note: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface RecordedDecision {
  readonly source: string;
  readonly status: 'legal' | 'illegal';
  readonly seq: number;
  readonly recordedAt: string;
}

/** Unexplained sources are introduced by an event; there is nothing to judge but that event. */
const UNEXPLAINED = /^(undispatched|surplus|excess):/;

/**
 * Decisions on sources: kept in the ledger's order with who, when and why. The newest that covers a root event
 * overrides what its papers say, and every verdict downstream follows.
 */
export class SourceDecisions {
  constructor(
    private readonly database: Database,
    private readonly followUp: FollowUp,
    private readonly ledger: Ledger,
  ) {}

  /** Throws {@link NotFound} for a source that no root event belongs to. */
  async decide(context: Context, source: string, decision: DecisionInput): Promise<RecordedDecision> {
    if (UNEXPLAINED.test(source)) {
      throw new DomainError('not-judged', 422, `The source ${source} is unexplained: only named sources are judged.`);
    }
    const recorded = await this.database.write(context, async tx => {
      const [[head], roots] = (await tx.pipeline([
        lockHead,
        { text: `SELECT enterprise FROM root WHERE source_id = $1 AND ${CURRENT} LIMIT 1`, values: [source] },
      ])) as [Head[], { enterprise: string }[]];
      if (roots.length === 0) throw new NotFound('source', source);
      const seq = head!.seq + 1;
      const { status, note, from, to } = decision;
      const period = { ...(from ? { from: formatInstant(from) } : {}), ...(to ? { to: formatInstant(to) } : {}) };
      await tx.pipeline([
        {
          text: `INSERT INTO source_decision (seq, tenant, source_id, status, valid_from, valid_to)
                 VALUES ($1, '-', $2, $3, $4, $5)`,
          values: [seq, source, status, from, to],
        },
        ...appendStatements(head!, [
          {
            kind: 'decision',
            tenant: '-',
            subject: source,
            body: { source, status, ...period },
            personal: { salt: randomBytes(16), body: { note } },
            context,
          },
        ]),
      ]);
      await this.followUp.decided(tx, source, seq);
      return { source, status, seq, recordedAt: formatInstant(head!.recordedAt) };
    });
    this.ledger.appended();
    this.followUp.committed();
    return recorded;
  }
}
