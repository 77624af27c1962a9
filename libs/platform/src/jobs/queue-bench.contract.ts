import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import { CONTEXT } from './counting.contract.js';
import type { JobHandler, JobQueue } from './job-queue.js';
import type { Operation } from './operation.js';
import { Operations } from './operations.js';

/** A queue as a process of its own would hold it. */
export interface OpenQueue {
  readonly queue: JobQueue;
  /** Cuts it off from everything, as if its process had been killed. */
  kill(): Promise<void>;
}

/** What an adapter brings to be tested: short leases, waits of milliseconds, at most 3 failures in a row. */
export interface JobQueueHarness {
  readonly database: Database;
  /** One more process on the same storage; not started yet. */
  open(): Promise<OpenQueue>;
  close(): Promise<void>;
}

/** A harness at work: processes opened on it, and operations watched. */
export class QueueBench {
  private harness!: JobQueueHarness;
  private readonly opened: OpenQueue[] = [];

  async start(setUp: () => Promise<JobQueueHarness>): Promise<void> {
    this.harness = await setUp();
  }

  async stop(): Promise<void> {
    await Promise.all(this.opened.map(each => each.queue.close()));
    await this.harness.close();
  }

  get database(): Database {
    return this.harness.database;
  }

  get operations(): Operations {
    return new Operations(this.database);
  }

  /** One more process, which takes nothing out of the queue yet. */
  async openIdle(): Promise<OpenQueue> {
    const process = await this.harness.open();
    this.opened.push(process);
    return process;
  }

  async open(handlers: Readonly<Record<string, JobHandler>>): Promise<OpenQueue> {
    const process = await this.openIdle();
    for (const [kind, handler] of Object.entries(handlers)) process.queue.register(kind, handler);
    process.queue.start();
    return process;
  }

  async until(id: string, ready: (operation: Operation) => boolean): Promise<Operation> {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      const operation = await this.operations.get(CONTEXT, id);
      if (ready(operation)) return operation;
      await delay(10);
    }
    throw new Error(`The operation stays as it is: ${JSON.stringify(await this.operations.get(CONTEXT, id))}`);
  }

  ended(id: string): Promise<Operation> {
    return this.until(id, ({ finishedAt }) => finishedAt !== undefined);
  }
}

export const newKind = (): string => `count-${randomUUID()}`;
