import { describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freshDatabase } from '#testing';
import { Database } from '../database/database.js';
import { CONTEXT, Counting } from './counting.contract.js';
import { InProcessJobQueue } from './in-process-job-queue.js';
import { jobQueueContract } from './job-queue.contract.js';
import type { Operation } from './operation.js';
import { OperationLeases } from './operation-leases.js';
import { Operations } from './operations.js';
import { operationsMigration } from './operations.migration.js';

const HASTY = { pollMs: 20, leaseMs: 300, failuresMax: 3, retryMs: 5 };

jobQueueContract('in process', async () => {
  const fresh = await freshDatabase([operationsMigration]);
  const databases: Database[] = [];
  return {
    database: fresh.database,
    open: async () => {
      const database = new Database({ url: fresh.url, poolSize: 3 });
      databases.push(database);
      let alive = true;
      const kill = async (): Promise<void> => {
        if (alive) await database.close();
        alive = false;
      };
      return { queue: new InProcessJobQueue(database, HASTY), kill };
    },
    close: async () => {
      await Promise.all(databases.map(database => database.close().catch(() => undefined)));
      await fresh.drop();
    },
  };
});

/** Stands between a client and PostgreSQL and can be taken away. */
class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly target: URL) {}

  /** The address to use instead of the target's. */
  async open(): Promise<string> {
    this.server = createServer(socket => this.pass(socket));
    await new Promise<void>(resolve => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return Object.assign(new URL(this.target), { host: `127.0.0.1:${this.port}` }).href;
  }

  async shut(): Promise<void> {
    const closed = new Promise(resolve => this.server!.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(socket: Socket): void {
    const onward = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [[socket, onward], [onward, socket]] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => undefined).on('close', () => (this.sockets.delete(one), other.destroy()));
    }
  } // prettier-ignore
}

describe('leases of an in-process job queue', () => {
  it('are given to one of those who ask at the same time', async () => {
    const fresh = await freshDatabase([operationsMigration]);
    const queue = new InProcessJobQueue(fresh.database);
    for (let n = 0; n < 60; n++) await queue.enqueue(CONTEXT, 'count', {});
    for (let round = 0; round < 20; round++) {
      const askers = Array.from({ length: 8 }, () => new OperationLeases(fresh.database, 60_000, 3));
      const claimed = await Promise.all(askers.map(asker => asker.claim(['count'])));
      expect(claimed.filter(each => each !== undefined)).toHaveLength(1);
      await fresh.database.read(CONTEXT, `UPDATE operation SET state = 'done' WHERE state = 'running'`);
    }
    await queue.close();
    await fresh.drop();
  });

  it('hold while a slice takes longer than they do', async () => {
    const fresh = await freshDatabase([operationsMigration]);
    const counting = new Counting(() => delay(3 * HASTY.leaseMs));
    const queues = [new InProcessJobQueue(fresh.database, HASTY), new InProcessJobQueue(fresh.database, HASTY)];
    for (const queue of queues) {
      queue.register('count', counting);
      queue.start();
    }
    const id = await queues[0]!.enqueue(CONTEXT, 'count', { to: 2 });
    await ended(fresh.database, id);
    expect(counting.places(id)).toEqual([0, 1]);
    await Promise.all(queues.map(queue => queue.close()));
    await fresh.drop();
  });

  it('are lost by who seemed dead: what he brings then changes nothing', async () => {
    const fresh = await freshDatabase([operationsMigration]);
    const lapse = `UPDATE operation SET lease_until = '2026-01-01Z' WHERE state = 'running'`;
    let free = (): void => undefined;
    const blocked = new Promise<void>(resolve => (free = resolve));
    const slow = new InProcessJobQueue(fresh.database, { ...HASTY, leaseMs: 60_000 });
    slow.register('count', { step: () => blocked.then(() => ({ cursor: 'old', done: true, progress: 1 })) });
    slow.start();
    const id = await slow.enqueue(CONTEXT, 'count', { to: 3 });
    while ((await fresh.database.read(CONTEXT, `${lapse} RETURNING id`)).length === 0) await delay(5);
    const other = new InProcessJobQueue(fresh.database, HASTY);
    const counting = new Counting(async from => {
      if (from === 1) free();
      await delay(50);
    });
    other.register('count', counting);
    other.start();
    expect(await ended(fresh.database, id)).toMatchObject({ state: 'done', cursor: 3 });
    expect(counting.places(id)).toEqual([0, 1, 2]);
    await Promise.all([slow.close(), other.close()]);
    await fresh.drop();
  });
});

async function ended(database: Database, id: string): Promise<Operation> {
  const operations = new Operations(database);
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const operation = await operations.get(CONTEXT, id);
    if (operation.finishedAt) return operation;
    await delay(10);
  }
  throw new Error(`The operation ${id} does not end`);
}

describe('an in-process job queue whose PostgreSQL goes away', () => {
  it('goes on when it is back, and repeats no slice that was kept', async () => {
    const fresh = await freshDatabase([operationsMigration]);
    const gate = new Gate(new URL(fresh.url));
    const database = new Database({ url: await gate.open(), poolSize: 3, timeoutMs: 500 });
    const queue = new InProcessJobQueue(database, HASTY);
    const seen: number[] = [];
    let away = false;
    queue.register('count', {
      step: async (context, { cursor }) => {
        const from = (cursor as number | undefined) ?? 0;
        if (from === 3 && !away) {
          away = true;
          await gate.shut();
          void delay(1_000).then(() => gate.open());
        }
        await database.read(context, 'SELECT 1');
        seen.push(from);
        return { cursor: from + 1, done: from === 5, progress: from / 6 };
      },
    });
    queue.start();
    const id = await queue.enqueue(CONTEXT, 'count', {});
    expect(await ended(fresh.database, id)).toMatchObject({ state: 'done', cursor: 6 });
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    await queue.close();
    await database.close();
    await gate.shut();
    await fresh.drop();
  });

  it('closes within seconds while it is away', async () => {
    const fresh = await freshDatabase([operationsMigration]);
    const gate = new Gate(new URL(fresh.url));
    const database = new Database({ url: await gate.open(), poolSize: 3, timeoutMs: 500 });
    const queue = new InProcessJobQueue(database, { ...HASTY, retryMs: 2_000 });
    queue.register('count', { step: async () => ({ cursor: 1, done: false, progress: 0 }) });
    queue.start();
    await queue.enqueue(CONTEXT, 'count', {});
    await delay(100);
    await gate.shut();
    await delay(100);
    const began = performance.now();
    await queue.close();
    expect(performance.now() - began).toBeLessThan(2_000);
    await database.close();
    await fresh.drop();
  });
});
