import { describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freshDatabase } from '#testing';
import { Database } from '../database/database.js';
import { CONTEXT } from './counting.contract.js';
import { InProcessJobQueue } from './in-process-job-queue.js';
import { jobQueueContract } from './job-queue.contract.js';
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
    const operations = new Operations(fresh.database);
    for (let n = 0; n < 500 && (await operations.get(CONTEXT, id)).state !== 'done'; n++) await delay(20);
    expect(await operations.get(CONTEXT, id)).toMatchObject({ state: 'done', cursor: 6 });
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
