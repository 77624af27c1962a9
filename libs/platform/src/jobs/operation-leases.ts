import { randomUUID } from 'node:crypto';
import type { Context } from '#kernel';
import type { Database } from '../database/database.js';
import type { Slice } from './job-queue.js';
import { OPERATION_COLUMNS, toOperation, type Operation, type OperationRow } from './operation.js';

const UNIQUE_VIOLATION = '23505';

const CONTEXT: Context = {
  actor: 'oretrail',
  role: 'system',
  channel: 'job',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

/** The context in which an operation's slices run: they see every row, on behalf of who asked for the work. */
export const jobContext = ({ actor, requestId }: Operation): Context => ({ ...CONTEXT, actor, requestId });

/**
 * Running operations belong to the runner that has the lease. Whoever lost it changes nothing any more: every
 * statement here that moves an operation names its runner, and then answers `undefined`.
 */
export class OperationLeases {
  private readonly runner = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly leaseMs: number,
    /** Times in a row that a slice may fail before the operation has failed. */
    private readonly failuresMax: number,
  ) {}

  /**
   * Takes the oldest queued operation of kinds of which none runs, or one whose runner has died. The answer has
   * ended already where it was to be cancelled or has killed its runners too often.
   */
  async claim(kinds: readonly string[]): Promise<Operation | undefined> {
    try {
      return await this.move(CLAIM, [this.leaseMs, kinds, this.failuresMax]);
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      return undefined; // another process took one of the same kind first
    }
  }

  /** Keeps what a slice achieved. The answer has ended where the work is done or was to be cancelled. */
  save({ id }: Operation, { cursor, done, progress, doneCount, totalCount }: Slice): Promise<Operation | undefined> {
    const counts = [doneCount ?? null, totalCount ?? null];
    return this.move(SAVE, [this.leaseMs, id, JSON.stringify(cursor ?? null), done ? 1 : progress, ...counts, done]);
  }

  /** Notes that a slice threw. The answer has ended where that was once too often, or it was to be cancelled. */
  fail({ id }: Operation, error: string): Promise<Operation | undefined> {
    return this.move(FAIL, [
      this.leaseMs,
      id,
      error.replaceAll('\u0000', '').slice(0, ERROR_LENGTH_MAX),
      this.failuresMax,
    ]);
  }

  /** Takes the lease up again after a wait. The answer has ended where it was to be cancelled. */
  resume({ id }: Operation): Promise<Operation | undefined> {
    return this.move(RESUME, [this.leaseMs, id]);
  }

  /** Prolongs the leases of operations in hand. */
  async keep(ids: readonly string[]): Promise<void> {
    await this.database.read(CONTEXT, KEEP, [this.runner, this.leaseMs, ids]);
  }

  /** Lets everybody take over what this runner has not ended. */
  async release(): Promise<void> {
    await this.database.read(
      CONTEXT,
      `UPDATE operation SET lease_until = '-infinity' WHERE runner = $1 AND state = 'running'`,
      [this.runner],
    );
  }

  private async move(statement: string, values: readonly unknown[]): Promise<Operation | undefined> {
    const [row] = await this.database.read<OperationRow>(CONTEXT, statement, [this.runner, ...values]);
    return row && toOperation(row);
  }
}

const ERROR_LENGTH_MAX = 2_000;

const LEASE = `lease_until = clock_timestamp() + $2 * interval '1 ms'`;

const MINE = `id = $3 AND runner = $1 AND state = 'running'`;

const CLAIM = `
  WITH candidate AS MATERIALIZED (
    SELECT no, cancel_requested AS "toCancel",
           failures + CASE WHEN state = 'running' AND lease_until > '-infinity' THEN 1 ELSE 0 END AS failed
    FROM operation c
    WHERE state IN ('queued', 'running') AND kind = ANY ($3)
      AND (state = 'queued' AND NOT EXISTS (
             SELECT FROM operation r WHERE r.kind = c.kind AND (r.state = 'running' OR r.state = 'queued' AND r.no < c.no))
           OR state = 'running' AND lease_until < clock_timestamp())
    ORDER BY no LIMIT 1 FOR UPDATE SKIP LOCKED
  ), next AS (
    SELECT no AS "nextNo", failed,
           CASE WHEN "toCancel" THEN 'cancelled' WHEN failed >= $4 THEN 'failed' ELSE 'running' END AS "nextState"
    FROM candidate
  )
  UPDATE operation
  SET runner = $1, ${LEASE}, failures = failed, state = "nextState",
      started_at = COALESCE(started_at, clock_timestamp()),
      error = CASE "nextState" WHEN 'failed' THEN COALESCE(error, 'Its process died each time it ran.') ELSE error END,
      finished_at = CASE "nextState" WHEN 'running' THEN NULL ELSE clock_timestamp() END
  FROM next WHERE no = "nextNo"
  RETURNING ${OPERATION_COLUMNS}`;

const SAVE = `
  UPDATE operation
  SET ${LEASE}, cursor = $4::jsonb, progress = $5, done_count = $6, total_count = $7, failures = 0, error = NULL,
      moved_at = clock_timestamp(), state = CASE WHEN $8 THEN 'done' WHEN cancel_requested THEN 'cancelled' ELSE state END,
      finished_at = CASE WHEN $8 OR cancel_requested THEN clock_timestamp() END
  WHERE ${MINE} RETURNING ${OPERATION_COLUMNS}`;

const FAIL = `
  UPDATE operation
  SET ${LEASE}, failures = failures + 1, error = $4,
      state = CASE WHEN cancel_requested THEN 'cancelled' WHEN failures + 1 >= $5 THEN 'failed' ELSE state END,
      finished_at = CASE WHEN cancel_requested OR failures + 1 >= $5 THEN clock_timestamp() END
  WHERE ${MINE} RETURNING ${OPERATION_COLUMNS}`;

const RESUME = `
  UPDATE operation
  SET ${LEASE}, state = CASE WHEN cancel_requested THEN 'cancelled' ELSE state END,
      finished_at = CASE WHEN cancel_requested THEN clock_timestamp() END
  WHERE ${MINE} RETURNING ${OPERATION_COLUMNS}`;

const KEEP = `UPDATE operation SET ${LEASE} WHERE runner = $1 AND id = ANY ($3) AND state = 'running'`;
