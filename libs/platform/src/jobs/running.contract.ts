import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Context } from '#kernel';
import { CONTEXT, Counting } from './counting.contract.js';
import { newKind, type QueueBench } from './queue-bench.contract.js';

/** How operations run, are listed, and are cancelled. */
export function runsOperations(bench: QueueBench): void {
  describe('runs', () => {
    it('runs an operation slice by slice, each from the cursor of the one before', async () => {
      const kind = newKind();
      const counting = new Counting();
      const { queue } = await bench.open({ [kind]: counting });
      const id = await queue.enqueue(CONTEXT, kind, { to: 5 });
      expect(await bench.ended(id)).toMatchObject({
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
      for (let n = 0; n < 4; n++) processes.push(await bench.open({ [kind]: counting }));
      const ids: string[] = [];
      for (let n = 0; n < 12; n++) ids.push(await processes[n % 4]!.queue.enqueue(CONTEXT, kind, { to: 3 }));
      for (const id of ids) expect(await bench.ended(id)).toMatchObject({ state: 'done' });
      expect(counting.activeMax).toBe(1);
      expect(counting.seen.map(each => each.id)).toEqual(ids.flatMap(id => [id, id, id]));
    });

    it('does not let one kind wait for another', async () => {
      const [slow, quick] = [newKind(), newKind()];
      let free = (): void => undefined;
      const blocked = new Promise<void>(resolve => (free = resolve));
      const { queue } = await bench.open({ [slow]: new Counting(() => blocked), [quick]: new Counting() });
      const slowId = await queue.enqueue(CONTEXT, slow, { to: 1 });
      expect(await bench.ended(await queue.enqueue(CONTEXT, quick, { to: 3 }))).toMatchObject({ state: 'done' });
      expect(await bench.operations.get(CONTEXT, slowId)).toMatchObject({ state: 'running', progress: 0 });
      free();
      await bench.ended(slowId);
    });

    it('cancels what is queued at once, what runs between slices, and leaves alone what has ended', async () => {
      const kind = newKind();
      let free = (): void => undefined;
      const mayGoOn = new Promise<void>(resolve => (free = resolve));
      const counting = new Counting(from => (from === 3 ? mayGoOn : undefined));
      const { queue } = await bench.open({ [kind]: counting });
      const running = await queue.enqueue(CONTEXT, kind, { to: 1_000_000 });
      const queued = await queue.enqueue(CONTEXT, kind, { to: 1 });
      expect(await bench.operations.cancel(CONTEXT, queued)).toMatchObject({
        state: 'cancelled',
        finishedAt: expect.any(Date),
      });
      while (!counting.places(running).includes(3)) await delay(1);
      expect(await bench.operations.cancel(CONTEXT, running)).toMatchObject({
        state: 'running',
        cancelRequested: true,
      });
      free();
      expect(await bench.ended(running)).toMatchObject({ state: 'cancelled', cursor: 4, progress: 4 / 1_000_000 });
      expect(counting.places(queued)).toEqual([]);
      const done = await bench.ended(await queue.enqueue(CONTEXT, kind, { to: 1 }));
      expect(await bench.operations.cancel(CONTEXT, done.id)).toEqual(done);
    });

    it('lists operations newest first in pages, and shows a caller only his own', async () => {
      const kind = newKind();
      const idle = await bench.openIdle();
      const ids: string[] = [];
      for (const tenant of ['A', 'B', 'A', '-', 'A'])
        ids.unshift(await idle.queue.enqueue(CONTEXT, kind, {}, { tenant }));
      const page = await bench.operations.list(CONTEXT, { kind, state: 'queued' }, { limit: 3 });
      const rest = await bench.operations.list(CONTEXT, { kind }, { limit: 3, cursor: page.nextCursor! });
      expect([...page.items, ...rest.items].map(each => each.id)).toEqual(ids);
      expect(rest.nextCursor).toBeUndefined();
      const ofA: Context = { ...CONTEXT, scope: { kind: 'enterprises', usccs: ['A'] } };
      expect((await bench.operations.list(ofA, { kind }, { limit: 9 })).items.map(each => each.tenant)).toEqual([
        'A',
        'A',
        'A',
      ]);
      await expect(bench.operations.get(ofA, ids[3]!)).rejects.toMatchObject({ code: 'not-found' });
      await expect(bench.operations.cancel(ofA, ids[3]!)).rejects.toMatchObject({ code: 'not-found' });
      expect((await bench.operations.get(CONTEXT, ids[3]!)).state).toBe('queued');
      await expect(bench.operations.get(CONTEXT, 'none')).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
