import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#platform';
import { type ContractEvent, lot, openingStock, rounds, TESTER, uscc } from '#testing';
import { call, type Observed, post } from './support/capture-load.js';
import { toLines } from './support/event-stream.js';
import { prepareWorks } from './support/prepare-works.js';
import { makeDataFolder, removeDataFolder, ServerProcess } from './support/server-process.js';
import { there } from './support/stored.js';

const ROUNDS = rounds(5, 20);
const ROUND_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;
/** Longer than anything may take that has to answer in time. */
const LONG_MS = 8_000;
/** Position of the stock of {@link prepareWorks}, behind two enterprises and two licences. */
const STOCK_SEQ = 5;
/** Questions that may take as long as they need. */
const UNHURRIED = [
  `/v1/lots/SHARED/origins?asOf=${STOCK_SEQ}`,
  '/v1/lots/SHARED/provenance?exact=true',
  '/v1/lots/SHARED/destinations',
  `/v1/paths?from=SHARED&to=${uscc(202, '310000')}`,
];
const HURRIED = ['/v1/events', '/v1/lots/SHARED', '/v1/links/cross-province', '/v1/search?q=SHARED', '/health/ready'];

const stock = (): ContractEvent => {
  const id = randomUUID();
  return { ...openingStock({ enterprise: uscc(201), yields: [lot({ lot: id })] }), id };
};

describe('a database that takes its time, and one that hangs', () => {
  let server: ServerProcess;
  let database: Database;

  beforeAll(async () => {
    server = new ServerProcess(makeDataFolder());
    await server.ready();
    await prepareWorks(server);
    database = server.postgres.connect();
  }, ROUND_MS);

  afterAll(async () => {
    await server.interrupt();
    await database.close();
    await server.destroy();
    removeDataFolder(server.dataDir);
  }, ROUND_MS);

  const ask = async (path: string): Promise<Observed> => (await call(server, path))!;

  /** Nobody can read the events while some work goes on. */
  async function withoutEvents<T>(work: () => Promise<T>): Promise<T> {
    return database.write(TESTER, async tx => {
      await tx.query('LOCK TABLE event IN ACCESS EXCLUSIVE MODE');
      return work();
    });
  }

  /** PostgreSQL hangs while some work goes on. */
  async function frozen<T>(work: () => Promise<T>): Promise<T> {
    server.postgres.freeze();
    try {
      return await work();
    } finally {
      server.postgres.signal('SIGCONT');
    }
  }

  /** Sends lines that are recorded all or none. */
  async function postLines(events: readonly ContractEvent[]): Promise<Observed> {
    const sentAt = Date.now();
    const { status, headers } = await fetch(`${server.url}/v1/events?onError=rollback`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/x-ndjson' },
      body: toLines(events),
    });
    return { status, retryAfter: headers.get('retry-after'), sentAt, ms: Date.now() - sentAt };
  }

  it(
    'waits for the one',
    async () => {
      let asked: Promise<Observed[]> = Promise.resolve([]);
      await withoutEvents(async () => {
        asked = Promise.all(UNHURRIED.map(ask));
        await delay(LONG_MS);
      });
      const answers = await asked;
      expect(answers.map(({ status }) => status)).toEqual(UNHURRIED.map(() => 200));
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeGreaterThan(LONG_MS - 100);
    },
    ROUND_MS,
  );

  it('answers for the other, 503 within five seconds, whatever was asked', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const answers = await frozen(async () =>
        Promise.all([...[...UNHURRIED, ...HURRIED].map(ask), post(server, [stock()]), postLines([stock(), stock()])]),
      );
      expect(answers.filter(isNoRefusalInTime)).toEqual([]);
      await recovers();
    }
  }, ROUNDS * ROUND_MS); // prettier-ignore

  it(
    'does so where it begins to hang while a long question is worked on',
    async () => {
      const answer = await withoutEvents(async () => {
        const asked = ask(UNHURRIED[0]!);
        await delay(3_500);
        return frozen(async () => {
          const frozenAt = Date.now();
          const { status, retryAfter } = await asked;
          return { status, retryAfter, sentAt: frozenAt, ms: Date.now() - frozenAt };
        });
      });
      expect(isNoRefusalInTime(answer) && answer).toBe(false);
      await recovers();
    },
    ROUND_MS,
  );

  it('records nothing afterwards that had not begun', async () => {
    const [begun, ...waiting] = Array.from({ length: 21 }, stock);
    await frozen(async () => {
      const first = post(server, [begun!]);
      await delay(200);
      const others = [...waiting.slice(2).map(event => post(server, [event])), postLines(waiting.slice(0, 2))];
      expect((await Promise.all([first, ...others])).filter(isNoRefusalInTime)).toEqual([]);
    });
    await recovers();
    expect(await there(database, waiting.map(({ id }) => id))).toEqual(new Set());
    const again = await post(server, [begun!, ...waiting]);
    expect(again?.status).toBe(201);
  }, ROUND_MS); // prettier-ignore

  /** It records and answers again; whoever waited before has had his turn. */
  async function recovers(): Promise<void> {
    expect(await post(server, [stock()])).toMatchObject({ status: 201 });
    for (const path of [...UNHURRIED, ...HURRIED]) expect([path, (await ask(path)).status]).toEqual([path, 200]);
  }
});

const isNoRefusalInTime = (answer: Observed | undefined): boolean =>
  answer?.status !== 503 || answer.retryAfter === null || answer.ms > ANSWER_WITHIN_MS;
