import { Unavailable } from '#kernel';
import { isOutage } from '../database/database.js';
import type { Logger } from '../logging/logger.js';
import type { JobHandler } from './job-queue.js';
import type { Operation } from './operation.js';
import { jobContext, type OperationLeases } from './operation-leases.js';
import { backOffMs, sleep } from './pause.js';

export interface RunOptions {
  readonly leases: OperationLeases;
  /** Ends the run after the slice in hand. */
  readonly signal: AbortSignal;
  /** First wait after a failure; doubles from one to the next. */
  readonly retryMs: number;
  readonly logger?: Logger;
}

/** Drives one claimed operation, slice after slice, until it ends, is lost to another runner, or the queue stops. */
export class OperationRun {
  private failures = 0;

  constructor(
    private readonly handler: JobHandler,
    private readonly options: RunOptions,
  ) {}

  async drive(claimed: Operation): Promise<void> {
    let operation: Operation | undefined = claimed;
    while (operation?.state === 'running' && !this.options.signal.aborted) operation = await this.slice(operation);
    if (operation?.state === 'failed') this.options.logger?.error({ operation }, 'operation failed');
  }

  /** The operation after one more slice; `undefined` where it is no longer ours. */
  private async slice(operation: Operation): Promise<Operation | undefined> {
    const { leases } = this.options;
    try {
      const slice = await this.handler.step(jobContext(operation), operation);
      const saved = await this.untilAvailable(() => leases.save(operation, slice));
      this.failures = 0;
      return saved;
    } catch (error) {
      this.options.logger?.warn({ operation: operation.id, kind: operation.kind, err: error }, 'slice failed');
      const isAway = isUnavailable(error);
      const noted = isAway ? operation : await this.untilAvailable(() => leases.fail(operation, textOf(error)));
      if (noted?.state !== 'running') return noted;
      await this.wait();
      return this.untilAvailable(() => leases.resume(operation));
    }
  }

  /** Repeats a statement while PostgreSQL is away; `undefined` where the queue stops meanwhile. */
  private async untilAvailable<T>(statement: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await statement();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        if (this.options.signal.aborted) return undefined;
        await this.wait();
      }
    }
  }

  private wait(): Promise<void> {
    return sleep(backOffMs(++this.failures, this.options.retryMs), this.options.signal);
  }
}

const isUnavailable = (error: unknown): boolean => error instanceof Unavailable || isOutage(error);

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
