import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { CONTEXT, Counting } from './counting.contract.js';
import { enqueueStatement } from './job-queue.js';
import { newKind, type OpenQueue, type QueueBench } from './queue-bench.contract.js';

/** How operations get into the queue: with a transaction, and once by their key. */
export function queuesOperations(bench: QueueBench): void {
  describe('queues', () => {
    it('queues inside a transaction: nothing where it is rolled back, and not before it commits', async () => {
      const kind = newKind();
      const counting = new Counting();
      const { queue } = await bench.open({ [kind]: counting });
      const { text, values } = enqueueStatement(CONTEXT, kind, { to: 1 }, { key: 'once' });
      const rolledBack = bench.database.write(CONTEXT, async tx => {
        await tx.query(text, values);
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      const id = await bench.database.write(CONTEXT, async tx => {
        const [row] = await tx.query<{ id: string }>(text, values);
        queue.wake();
        await delay(100);
        expect(counting.seen).toEqual([]);
        return row!.id;
      });
      queue.wake();
      expect(await bench.ended(id)).toMatchObject({ state: 'done', key: 'once' });
      expect(counting.seen).toHaveLength(1);
    });

    it('makes one of what is queued twice with a key, and keeps it back until the second has committed', async () => {
      const kind = newKind();
      const counting = new Counting();
      const idle = await bench.openIdle();
      const enqueue = (key?: string) => idle.queue.enqueue(CONTEXT, kind, { to: 1 }, key === undefined ? {} : { key });
      const first = await enqueue('a');
      expect(await enqueue('a')).toBe(first);
      expect(await enqueue('b')).not.toBe(first);
      expect(await enqueue()).not.toBe(await enqueue());
      let process: OpenQueue | undefined;
      await bench.database.write(CONTEXT, async tx => {
        const { text, values } = enqueueStatement(CONTEXT, kind, { to: 1 }, { key: 'a' });
        expect(await tx.query(text, values)).toEqual([{ id: first }]);
        process = await bench.open({ [kind]: counting });
        await delay(100);
        expect(counting.places(first)).toEqual([]);
      });
      await bench.ended(first);
      expect(await process!.queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' })).not.toBe(first);
    });

    it('queues anew what is already running', async () => {
      const kind = newKind();
      let free = (): void => undefined;
      const blocked = new Promise<void>(resolve => (free = resolve));
      const { queue } = await bench.open({ [kind]: new Counting(() => blocked) });
      const first = await queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' });
      await bench.until(first, ({ state }) => state === 'running');
      const second = await queue.enqueue(CONTEXT, kind, { to: 1 }, { key: 'a' });
      expect(second).not.toBe(first);
      free();
      expect([(await bench.ended(first)).state, (await bench.ended(second)).state]).toEqual(['done', 'done']);
    });
  });
}
