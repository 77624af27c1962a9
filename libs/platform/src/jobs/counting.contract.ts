import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#kernel';
import type { JobHandler, Slice } from './job-queue.js';
import type { Operation } from './operation.js';

export const CONTEXT: Context = {
  actor: 'key-7',
  role: 'administrator',
  channel: 'api',
  scope: { kind: 'all' },
  requestId: 'request-1',
  locale: 'en',
};

/** Counts to `input.to`, one a slice, and writes down what it is given. */
export class Counting implements JobHandler {
  readonly seen: { readonly id: string; readonly from: number }[] = [];
  active = 0;
  activeMax = 0;

  constructor(
    private readonly before: (from: number, operation: Operation) => Promise<void> | void = () => undefined,
  ) {}

  async step(_: Context, operation: Operation): Promise<Slice> {
    const from = (operation.cursor as number | undefined) ?? 0;
    const { to } = operation.input as { to: number };
    this.activeMax = Math.max(this.activeMax, ++this.active);
    try {
      this.seen.push({ id: operation.id, from });
      await delay(1);
      await this.before(from, operation);
      const next = from + 1;
      return { cursor: next, done: next >= to, progress: next / to, doneCount: next, totalCount: to };
    } finally {
      this.active--;
    }
  }

  places(id: string): number[] {
    return this.seen.filter(each => each.id === id).map(each => each.from);
  }
}
