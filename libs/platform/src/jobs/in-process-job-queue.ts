import type { Context } from '#kernel';
import type { Database } from '../database/database.js';
import type { Logger } from '../logging/logger.js';
import { enqueueStatement, type JobHandler, type JobOptions, type JobQueue } from './job-queue.js';
import type { Operation } from './operation.js';
import { OperationLeases } from './operation-leases.js';
import { OperationRun } from './operation-run.js';
import { Pause, backOffMs, sleep } from './pause.js';

export interface InProcessJobQueueOptions {
  readonly logger?: Logger;
  /** How often the queue looks for work that nobody told it of; 1,000 by default. */
  readonly pollMs?: number;
  /** How long after its last sign of life a runner counts as dead; 10,000 by default. */
  readonly leaseMs?: number;
  /** Times in a row that a slice may fail before its operation has failed; 5 by default. */
  readonly failuresMax?: number;
  /** First wait after a failure, doubled from one to the next; 200 by default. */
  readonly retryMs?: number;
}

/**
 * The queue of the embedded profile: PostgreSQL and nothing else. Processes that share a database share the work; a
 * process that dies loses its lease, and another (or its next start) goes on from the last cursor.
 */
export class InProcessJobQueue implements JobQueue {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly leases: OperationLeases;
  private readonly stopping = new AbortController();
  private readonly pause = new Pause();
  private readonly running = new Map<string, { readonly id: string; readonly ended: Promise<void> }>();
  private loops: Promise<unknown> | undefined;

  constructor(
    private readonly database: Database,
    private readonly options: InProcessJobQueueOptions = {},
  ) {
    const { leaseMs = LEASE_MS, failuresMax = 5 } = options;
    this.leases = new OperationLeases(database, leaseMs, failuresMax);
  }

  register(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Jobs of kind ${kind} have a handler already`);
    this.handlers.set(kind, handler);
    this.pause.wake();
  }

  async enqueue(context: Context, kind: string, input: unknown, options?: JobOptions): Promise<string> {
    const { text, values, name } = enqueueStatement(context, kind, input, options);
    const [row] = await this.database.read<{ id: string }>(context, text, values, name);
    this.pause.wake();
    return row!.id;
  }

  wake(): void {
    this.pause.wake();
  }

  start(): void {
    this.loops ??= Promise.all([this.dispatch(), this.keepLeases()]);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    this.pause.wake();
    await this.loops;
    await Promise.all([...this.running.values()].map(run => run.ended));
    if (this.loops) await this.leases.release().catch(() => undefined); // else they lapse
  }

  private async dispatch(): Promise<void> {
    const { signal } = this.stopping;
    const { pollMs = 1_000, retryMs, logger } = this.options;
    for (let failures = 0; !signal.aborted;) {
      try {
        const claimed = await this.claim();
        failures = 0;
        if (claimed) this.run(claimed);
        else await this.pause.wait(pollMs);
      } catch (error) {
        logger?.warn({ err: error }, 'the job queue cannot look for work');
        await sleep(backOffMs(++failures, retryMs), signal);
      }
    }
  }

  private async claim(): Promise<Operation | undefined> {
    const idle = [...this.handlers.keys()].filter(kind => !this.running.has(kind));
    return idle.length > 0 ? this.leases.claim(idle) : undefined;
  }

  private run(operation: Operation): void {
    const { kind, id } = operation;
    const { retryMs = 200, logger } = this.options;
    const { signal } = this.stopping;
    const run = new OperationRun(this.handlers.get(kind)!, {
      leases: this.leases,
      signal,
      retryMs,
      ...(logger && { logger }),
    });
    const ended = run
      .drive(operation)
      .catch((error: unknown) => logger?.error({ operation: id, kind, err: error }, 'operation left to its lease'))
      .finally(() => {
        this.running.delete(kind);
        this.pause.wake();
      });
    this.running.set(kind, { id, ended });
  }

  private async keepLeases(): Promise<void> {
    const { leaseMs = LEASE_MS } = this.options;
    while (!this.stopping.signal.aborted) {
      await sleep(leaseMs / 3, this.stopping.signal);
      const ids = [...this.running.values()].map(run => run.id);
      if (ids.length > 0) await this.leases.keep(ids).catch(() => undefined); // a lost lease shows at the next save
    }
  }
}

const LEASE_MS = 10_000;
