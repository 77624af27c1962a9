import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable, type Context } from '#kernel';
import type { Database } from '../database/database.js';
import { CONTEXT, Counting } from './counting.contract.js';
import { enqueueStatement, type JobHandler, type JobQueue } from './job-queue.js';
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

/** What every adapter of {@link JobQueue} promises, asked of a real one. */
export function jobQueueContract(name: string, setUp: () => Promise<JobQueueHarness>): void {
  describe(`the job queue contract: ${name}`, () => {
    let harness: JobQueueHarness;
    let operations: Operations;
    const opened: OpenQueue[] = [];

    beforeAll(async () => {
      harness = await setUp();
      operations = new Operations(harness.database);
    });

    afterAll(async () => {
      await Promise.all(opened.map(each => each.queue.close()));
      await harness.close();
    });

    async function open(handlers: Readonly<Record<string, JobHandler>>): Promise<OpenQueue> {
      const process = await harness.open();
      opened.push(process);
      for (const [kind, handler] of Object.entries(handlers)) process.queue.register(kind, handler);
      process.queue.start();
      return process;
    }

    async function until(id: string, ready: (operation: Operation) => boolean): Promise<Operation> {
      for (let attempt = 0; attempt < 1_000; attempt++) {
        const operation = await operations.get(CONTEXT, id);
        if (ready(operation)) return operation;
        await delay(10);
      }
      throw new Error(`The operation stays as it is: ${JSON.stringify(await operations.get(CONTEXT, id))}`);
    }

    const ended = (id: string): Promise<Operation> => until(id, ({ finishedAt }) => finishedAt !== undefined);
    const newKind = (): string => `count-${randomUUID()}`;

    it('runs an operation slice by slice, each from the cursor of the one before', async () => {
      const kind = newKind();
      const counting = new Counting();
      const { queue } = await open({ [kind]: counting });
      const id = await queue.enqueue(CONTEXT, kind, { to: 5 });
      expect(await ended(id)).toMatchObject({
        id,
        kind,
        state: 'done',
        tenant: '-',
        input: { to: 5 },
        cursor: 5,
        progress: 1,
        doneCount: 5,
        totalCount: 5,
        actor: 'key-7',
        requestId: 'request-1',
        cancelRequested: false,
        startedAt: expect.any(Date),
      });
      expect(counting.places(id)).toEqual([0, 1, 2, 3, 4]);
    });

    it('runs one step of a kind at a time, in the order of enqueuing, also across processes', async () => {
      const kind = newKind();
      const counting = new Counting();
      const processes = [];
      for (let n = 0; n < 4; n++) processes.push(await open({ [kind]: counting }));
      const ids: string[] = [];
      for (let n = 0; n < 12; n++) ids.push(await processes[n % 4]!.queue.enqueue(CONTEXT, kind, { to: 3 }));
      for (const id of ids) expect(await ended(id)).toMatchObject({ state: 'done' });
      expect(counting.activeMax).toBe(1);
      expect(counting.seen.map(each => each.id)).toEqual(ids.flatMap(id => [id, id, id]));
    });

    it('does not let one kind wait for another', async () => {
      const [slow, quick] = [newKind(), newKind()];
      let free = (): void => undefined;
      const blocked = new Promise<void>(resolve => (free = resolve));
      const { queue } = await open({ [slow]: new Counting(() => blocked), [quick]: new Counting() });
      const slowId = await queue.enqueue(CONTEXT, slow, { to: 1 });
      expect(await ended(await queue.enqueue(CONTEXT, quick, { to: 3 }))).toMatchObject({ state: 'done' });
      expect(await operations.get(CONTEXT, slowId)).toMatchObject({ state: 'running', progress: 0 });
      free();
      await ended(slowId);
    });

    it('queues inside a transaction: nothing where it is rolled back, and not before it commits', async () => {
      const kind = newKind();
      const counting = new Counting();
      const { queue } = await open({ [kind]: counting });
      const { text, values } = enqueueStatement(CONTEXT, kind, { to: 1 }, { key: 'once' });
      const rolledBack = harness.database.write(CONTEXT, async tx => {
        await tx.query(text, values);
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      const id = await harness.database.write(CONTEXT, async tx => {
        const [row] = await tx.query<{ id: string }>(text, values);
        queue.wake();
        await delay(100);
        expect(counting.seen).toEqual([]);
        return row!.id;
      });
      queue.wake();
      expect(await ended(id)).toMatchObject({ state: 'done', key: 'once' });
      expect(counting.seen).toHaveLength(1);
    });

    it('makes one of what is queued twice with a key, and keeps it back until the second has committed', async () => {
      const kind = newKind();
      const counting = new Counting();
      const idle = await harness.open();
      opened.push(idle);
      const enqueue = (key?: string) => idle.queue.enqueue(CONTEXT, kind, { to: 1 }, key === undefined ? {} : { key });
      const first = await enqueue('a');
      expect(await enqueue('a')).toBe(first);
      expect(await enqueue('b')).not.toBe(first);
      expect(await enqueue()).not.toBe(await enqueue());
      let process: OpenQueue | undefined;
      await harness.database.write(CONTEXT, async tx => {
        const { text, values } = enqueueStatement(CONTEXT, kind, { to: 1 }, { key: 'a' });
        expect(await tx.query(text, values)).toEqual([{ id: first }]);
        process = await open({ [kind]: counting });
        await delay(100);
        expect(counting.places(first)).toEqual([]);
      });
      await ended(first);
      expect(await process!.queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' })).not.toBe(first);
    });

    it('queues anew what is already running', async () => {
      const kind = newKind();
      let free = (): void => undefined;
      const blocked = new Promise<void>(resolve => (free = resolve));
      const { queue } = await open({ [kind]: new Counting(() => blocked) });
      const first = await queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' });
      await until(first, ({ state }) => state === 'running');
      const second = await queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' });
      expect(second).not.toBe(first);
      free();
      expect([(await ended(first)).state, (await ended(second)).state]).toEqual(['done', 'done']);
    });

    it('cancels what is queued at once, what runs between slices, and leaves alone what has ended', async () => {
      const kind = newKind();
      let cancelAtThree = async (): Promise<void> => undefined;
      const counting = new Counting(from => (from === 3 ? cancelAtThree() : undefined));
      const { queue } = await open({ [kind]: counting });
      const running = await queue.enqueue(CONTEXT, kind, { to: 1_000_000 });
      const queued = await queue.enqueue(CONTEXT, kind, { to: 1 });
      expect(await operations.cancel(CONTEXT, queued)).toMatchObject({
        state: 'cancelled',
        finishedAt: expect.any(Date),
      });
      cancelAtThree = async () => {
        expect(await operations.cancel(CONTEXT, running)).toMatchObject({ state: 'running', cancelRequested: true });
      };
      expect(await ended(running)).toMatchObject({ state: 'cancelled', cursor: 4, progress: 4 / 1_000_000 });
      expect(counting.places(queued)).toEqual([]);
      const done = await ended(await queue.enqueue(CONTEXT, kind, { to: 1 }));
      expect(await operations.cancel(CONTEXT, done.id)).toEqual(done);
    });

    it('tries a slice that throws again, and goes on behind it', async () => {
      const kind = newKind();
      let throws = 2;
      const counting = new Counting(from => {
        if (from === 1 && throws-- > 0) throw new Error('stumbled');
      });
      const { queue } = await open({ [kind]: counting });
      const operation = await ended(await queue.enqueue(CONTEXT, kind, { to: 3 }));
      expect(operation.state).toBe('done');
      expect(operation.error).toBeUndefined();
      expect(counting.places(operation.id)).toEqual([0, 1, 1, 1, 2]);
    });

    it('records why an operation failed, keeps its cursor, and goes on with the next one', async () => {
      const kind = newKind();
      const counting = new Counting((from, { input }) => {
        if (from === 2 && (input as { bad?: true }).bad) throw new Error('no pool 17\u0000');
      });
      const { queue } = await open({ [kind]: counting });
      const bad = await queue.enqueue(CONTEXT, kind, { to: 5, bad: true });
      const good = await queue.enqueue(CONTEXT, kind, { to: 3 });
      expect(await ended(bad)).toMatchObject({ state: 'failed', error: 'no pool 17', cursor: 2, doneCount: 2 });
      expect(counting.places(bad)).toEqual([0, 1, 2, 2, 2]);
      expect(await ended(good)).toMatchObject({ state: 'done' });
    });

    it('fails an operation whose slice answers what cannot be kept', async () => {
      const kind = newKind();
      const { queue } = await open({ [kind]: { step: async () => ({ cursor: 1, done: false, progress: 7 }) } });
      const { state, error } = await ended(await queue.enqueue(CONTEXT, kind, {}));
      expect({ state, error }).toEqual({ state: 'failed', error: expect.stringContaining('progress') });
    });

    it('waits out an outage, however long', async () => {
      const kind = newKind();
      let outages = 8;
      const counting = new Counting(() => {
        if (outages-- > 0) throw new Unavailable('gone for a while');
      });
      const { queue } = await open({ [kind]: counting });
      expect(await ended(await queue.enqueue(CONTEXT, kind, { to: 2 }))).toMatchObject({ state: 'done' });
      expect(counting.seen).toHaveLength(10);
    });

    it('goes on from the last cursor when a process dies between or inside slices', async () => {
      const kind = newKind();
      let died = (): void => undefined;
      const death = new Promise<void>(resolve => (died = resolve));
      const first = new Counting(async from => {
        if (from === 2) await death;
      });
      const process = await open({ [kind]: first });
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 5 });
      await until(id, ({ cursor }) => cursor === 2);
      await process.kill();
      const second = new Counting();
      await open({ [kind]: second });
      expect(await ended(id)).toMatchObject({ state: 'done', cursor: 5 });
      expect(second.places(id)).toEqual([2, 3, 4]);
      died();
      await process.queue.close();
      expect(await operations.get(CONTEXT, id)).toMatchObject({ state: 'done', cursor: 5 });
    });

    it('gives up an operation that takes its process with it each time', async () => {
      const kind = newKind();
      const process = await harness.open();
      opened.push(process);
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 1 });
      let runs = 0;
      while (runs < 9 && (await operations.get(CONTEXT, id)).state !== 'failed') {
        let entered = (): void => undefined;
        const running = new Promise<void>(resolve => (entered = resolve));
        const deadly: JobHandler = {
          step: () => (entered(), new Promise((_, reject) => setTimeout(reject, 2_000).unref())),
        };
        const victim = await open({ [kind]: deadly });
        await Promise.race([running, ended(id)]);
        await victim.kill();
        runs++;
      }
      expect(runs).toBe(4); // the fourth finds that three have died
      expect((await operations.get(CONTEXT, id)).error).toMatch(/died/);
    });

    it('closes after the slice in hand; another process goes on at once', async () => {
      const kind = newKind();
      const first = new Counting(() => delay(50));
      const process = await open({ [kind]: first });
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 1_000 });
      await until(id, ({ cursor }) => cursor !== undefined);
      await process.queue.close();
      const { cursor } = await operations.get(CONTEXT, id);
      expect(first.active).toBe(0);
      expect(cursor).toBe(first.seen.length);
      const second = new Counting(() => void operations.cancel(CONTEXT, id));
      await open({ [kind]: second });
      await ended(id);
      expect(second.places(id)[0]).toBe(cursor);
    });

    it('lists operations newest first in pages, and shows a caller only his own', async () => {
      const kind = newKind();
      const idle = await harness.open();
      opened.push(idle);
      const ids: string[] = [];
      for (const tenant of ['A', 'B', 'A', '-', 'A'])
        ids.unshift(await idle.queue.enqueue(CONTEXT, kind, {}, { tenant }));
      const page = await operations.list(CONTEXT, { kind, state: 'queued' }, { limit: 3 });
      const rest = await operations.list(CONTEXT, { kind }, { limit: 3, cursor: page.nextCursor! });
      expect([...page.items, ...rest.items].map(each => each.id)).toEqual(ids);
      expect(rest.nextCursor).toBeUndefined();
      const ofA: Context = { ...CONTEXT, scope: { kind: 'enterprises', usccs: ['A'] } };
      expect((await operations.list(ofA, { kind }, { limit: 9 })).items.map(each => each.tenant)).toEqual([
        'A',
        'A',
        'A',
      ]);
      await expect(operations.get(ofA, ids[3]!)).rejects.toMatchObject({ code: 'not-found' });
      await expect(operations.cancel(ofA, ids[3]!)).rejects.toMatchObject({ code: 'not-found' });
      expect((await operations.get(CONTEXT, ids[3]!)).state).toBe('queued');
      await expect(operations.get(CONTEXT, 'none')).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
