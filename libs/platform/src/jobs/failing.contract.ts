import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '#kernel';
import { CONTEXT, Counting } from './counting.contract.js';
import type { JobHandler } from './job-queue.js';
import { newKind, type QueueBench } from './queue-bench.contract.js';

/** What becomes of operations whose slices fail, or whose processes end. */
export function outlivesFailures(bench: QueueBench): void {
  describe('where something fails', () => {
    it('tries a slice that throws again, and goes on behind it', async () => {
      const kind = newKind();
      let throws = 2;
      const counting = new Counting(from => {
        if (from === 1 && throws-- > 0) throw new Error('stumbled');
      });
      const { queue } = await bench.open({ [kind]: counting });
      const operation = await bench.ended(await queue.enqueue(CONTEXT, kind, { to: 3 }));
      expect(operation.state).toBe('done');
      expect(operation.error).toBeUndefined();
      expect(counting.places(operation.id)).toEqual([0, 1, 1, 1, 2]);
    });

    it('records why an operation failed, keeps its cursor, and goes on with the next one', async () => {
      const kind = newKind();
      const counting = new Counting((from, { input }) => {
        if (from === 2 && (input as { bad?: true }).bad) throw new Error('no pool 17\u0000');
      });
      const { queue } = await bench.open({ [kind]: counting });
      const bad = await queue.enqueue(CONTEXT, kind, { to: 5, bad: true });
      const good = await queue.enqueue(CONTEXT, kind, { to: 3 });
      expect(await bench.ended(bad)).toMatchObject({ state: 'failed', error: 'no pool 17', cursor: 2, doneCount: 2 });
      expect(counting.places(bad)).toEqual([0, 1, 2, 2, 2]);
      expect(await bench.ended(good)).toMatchObject({ state: 'done' });
    });

    it('fails an operation whose slice answers what cannot be kept', async () => {
      const kind = newKind();
      const { queue } = await bench.open({ [kind]: { step: async () => ({ cursor: 1, done: false, progress: 7 }) } });
      const { state, error } = await bench.ended(await queue.enqueue(CONTEXT, kind, {}));
      expect({ state, error }).toEqual({ state: 'failed', error: expect.stringContaining('progress') });
    });

    it('waits out an outage, however long', async () => {
      const kind = newKind();
      let outages = 8;
      const counting = new Counting(() => {
        if (outages-- > 0) throw new Unavailable('gone for a while');
      });
      const { queue } = await bench.open({ [kind]: counting });
      expect(await bench.ended(await queue.enqueue(CONTEXT, kind, { to: 2 }))).toMatchObject({ state: 'done' });
      expect(counting.seen).toHaveLength(10);
    });

    it('goes on from the last cursor when a process dies between or inside slices', async () => {
      const kind = newKind();
      let died = (): void => undefined;
      const death = new Promise<void>(resolve => (died = resolve));
      const first = new Counting(async from => {
        if (from === 2) await death;
      });
      const process = await bench.open({ [kind]: first });
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 5 });
      await bench.until(id, ({ cursor }) => cursor === 2);
      await process.kill();
      const second = new Counting();
      await bench.open({ [kind]: second });
      expect(await bench.ended(id)).toMatchObject({ state: 'done', cursor: 5 });
      expect(second.places(id)).toEqual([2, 3, 4]);
      died();
      await process.queue.close();
      expect(await bench.operations.get(CONTEXT, id)).toMatchObject({ state: 'done', cursor: 5 });
    });

    it('gives up an operation that takes its process with it each time', async () => {
      const kind = newKind();
      const process = await bench.openIdle();
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 1 });
      let runs = 0;
      while (runs < 9 && (await bench.operations.get(CONTEXT, id)).state !== 'failed') {
        let entered = (): void => undefined;
        const running = new Promise<void>(resolve => (entered = resolve));
        const deadly: JobHandler = {
          step: () => (entered(), new Promise((_, reject) => setTimeout(reject, 2_000).unref())),
        };
        const victim = await bench.open({ [kind]: deadly });
        await Promise.race([running, bench.ended(id)]);
        await victim.kill();
        runs++;
      }
      expect(runs).toBe(4); // the fourth finds that three have died
      expect((await bench.operations.get(CONTEXT, id)).error).toMatch(/died/);
    });

    it('closes after the slice in hand; another process goes on at once', async () => {
      const kind = newKind();
      const first = new Counting(() => delay(50));
      const process = await bench.open({ [kind]: first });
      const id = await process.queue.enqueue(CONTEXT, kind, { to: 1_000 });
      await bench.until(id, ({ cursor }) => cursor !== undefined);
      await process.queue.close();
      const { cursor } = await bench.operations.get(CONTEXT, id);
      expect(first.active).toBe(0);
      expect(cursor).toBe(first.seen.length);
      const second = new Counting(() => void bench.operations.cancel(CONTEXT, id));
      await bench.open({ [kind]: second });
      await bench.ended(id);
      expect(second.places(id)[0]).toBe(cursor);
    });
  });
}
