import { randomUUID } from 'node:crypto';
import type { Context } from '#kernel';
import type { Statement } from '../database/database.js';
import type { Operation } from './operation.js';

/** What a slice of work achieved. */
export interface Slice {
  /** Where the next slice goes on, as JSON of a few kilobytes. */
  readonly cursor: unknown;
  readonly done: boolean;
  /** From 0 to 1, of the whole operation. */
  readonly progress: number;
  readonly doneCount?: number;
  readonly totalCount?: number;
}

/** Does the work of one kind of operation. */
export interface JobHandler {
  /**
   * One short slice (well below a second, never blocking the event loop), from `operation.cursor`. A slice may run
   * again, after a crash or beside one that was thought dead, so its effect twice must be its effect once. What it
   * throws is tried again a few times and then fails the operation; an outage is waited out.
   */
  step(context: Context, operation: Operation): Promise<Slice>;
}

export interface JobOptions {
  /** Names the work: while an operation of this kind, key and tenant is queued, enqueuing it again changes nothing. */
  readonly key?: string;
  /** USCC of the enterprise whose work it is; `-` (nobody's) by default. The context's scope has to cover it. */
  readonly tenant?: string;
}

/**
 * Runs derived work beside the requests. The table `operation` is the truth of every adapter and at the same time the
 * outbox: work is queued in the transaction that makes it necessary, and neither a lost process nor a lost broker loses
 * it. Of one kind one step runs at a time, oldest operation first, across all processes; kinds do not wait for one another.
 */
export interface JobQueue {
  /** Names the handler of a kind; only processes that register it run it. */
  register(kind: string, handler: JobHandler): void;
  /** Queues work in a transaction of its own; answers the id of the operation, which may have been queued before. */
  enqueue(context: Context, kind: string, input: unknown, options?: JobOptions): Promise<string>;
  /** Says that work was queued with {@link enqueueStatement} and committed. A hint: without it the queue looks by itself. */
  wake(): void;
  /** Begins to run what is registered, and goes on with what dead processes left. A process that only enqueues leaves it. */
  start(): void;
  /** Waits for the slices in hand; what they leave undone goes on elsewhere, or at the next start. */
  close(): Promise<void>;
}

/**
 * Queues work inside a transaction of the caller. Answers one row `{ id }`; an operation queued before with the same
 * kind, key and tenant is kept from starting until the transaction ends, so it will see what the transaction wrote.
 */
export function enqueueStatement(
  context: Context,
  kind: string,
  input: unknown,
  { key, tenant = '-' }: JobOptions = {},
): Statement {
  return {
    name: 'operation-enqueue',
    text: `INSERT INTO operation (id, tenant, kind, key, input, actor, request_id)
           VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)
           ON CONFLICT (kind, key, tenant) WHERE state = 'queued' DO UPDATE SET key = EXCLUDED.key
           RETURNING id`,
    values: [randomUUID(), tenant, kind, key ?? null, JSON.stringify(input ?? null), context.actor, context.requestId],
  };
}
