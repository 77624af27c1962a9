import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#platform';
import { Dice, rounds, TESTER } from '#testing';
import { call, CaptureLoad, type Observed, type Sent } from './support/capture-load.js';
import { sendSignal } from './support/postgres-of.js';
import { prepareWorks } from './support/prepare-works.js';
import { repeat } from './support/repeat.js';
import { makeDataFolder, removeDataFolder, ServerProcess, until } from './support/server-process.js';
import { headOf, lost, recomputedOtherwise, violations } from './support/stored.js';

const ROUNDS = rounds(5, 20);
/** A round with its checks, on a machine that has other things to do. */
const ROUND_MS = 90_000;
const ANSWER_WITHIN_MS = 5_000;
const BACK_WITHIN_MS = 10_000;
const STOPPED_WITHIN_MS = 10_000;
const STARTED_WITHIN_MS = 5_000;
const FROZEN_MS = 8_000;
/** What is asked in this first part of the freeze has to be answered before it ends. */
const CERTAINLY_FROZEN_MS = 2_000;
/** Questions with a deadline of their own, and without. */
const QUESTIONS = [
  '/v1/events?limit=5',
  '/v1/lots/SHARED/origins?asOf=20',
  '/v1/lots/NONE/provenance?exact=true',
  '/v1/lots/NONE/destinations',
  '/v1/paths?from=NONE&to=SHARED',
];
/** About as long as a first start takes. */
const FIRST_START_MS = 3_000;

const seed = Date.now() % 1_000_000;
const dice = new Dice(seed);
console.info(`seed of the crashes: ${seed}`);

describe('under capture load', () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = makeDataFolder();
    server = await started();
    await prepareWorks(server);
  }, ROUND_MS);

  afterAll(async () => {
    await server.destroy();
    removeDataFolder(dataDir);
  }, ROUND_MS);

  async function started(): Promise<ServerProcess> {
    const one = new ServerProcess(dataDir);
    server = one; // so that it is ended even where it does not get ready
    await one.ready();
    return one;
  }

  async function busy(name: string): Promise<CaptureLoad> {
    const load = new CaptureLoad(server, name, dice.between(1, 1_000_000)).start();
    await load.acknowledges(10);
    await delay(dice.between(0, 1_000));
    return load;
  }

  /** All that was ever sent, and the ledger position up to which all has been computed again. */
  const sent: Sent[] = [];
  let checkedTo = 0;

  /** Everything acknowledged is there, nothing is half there, and all can be sent again and computed again. */
  async function check({ requests }: CaptureLoad): Promise<void> {
    sent.push(...requests);
    const database = server.postgres.connect();
    try {
      expect(await lost(database, sent)).toEqual([]);
      expect(await violations(database)).toEqual([]);
      expect(await repeat(server, requests)).toEqual([]);
      expect(await violations(database)).toEqual([]);
      expect(await recomputedOtherwise(database, checkedTo)).toEqual([]);
      expect(leftInSpool(dataDir)).toEqual([]);
      checkedTo = await headOf(database);
    } finally {
      await database.close();
    }
  }

  it('loses nothing when the server is killed, and the next start tidies up', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const load = await busy(`killed-${round}`);
      const { pid, postgres } = server;
      const orphan = postgres.postmaster!;
      const left = postgres.processes();
      const dieTogether = round % 5 === 0;
      if (dieTogether) sendSignal(orphan, 'SIGKILL');
      await server.kill();
      await load.stop();
      await started();
      expect(server.output).toContain(`(pid ${pid}) did not stop in order; recovered`);
      if (!dieTogether) expect(server.output).toContain(`(pid ${orphan}) that a killed run had left behind`);
      expect(postgres.processes().filter(process => left.includes(process))).toEqual([]);
      await check(load);
    }
    expect(await server.interrupt()).toEqual({ code: 0, signal: null });
    expect(server.postgres.processes()).toEqual([]);
    await started();
  }, ROUNDS * ROUND_MS); // prettier-ignore

  it('loses nothing when PostgreSQL is killed, answers 503 meanwhile, and serves again', async () => {
    let unavailable = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const load = await busy(`orphaned-${round}`);
      const killed = server.postgres.postmaster!;
      sendSignal(killed, 'SIGKILL');
      await until(() => isBack(server, killed), BACK_WITHIN_MS, () => server.output);
      await load.acknowledges(1, Date.now(), BACK_WITHIN_MS);
      await delay(300);
      await load.stop();
      expect(load.observed.filter(isWrong)).toEqual([]);
      unavailable += load.observed.filter(({ status }) => status === 503).length;
      await check(load);
    }
    expect(unavailable).toBeGreaterThan(0);
  }, ROUNDS * ROUND_MS); // prettier-ignore

  it('stops in order on Ctrl-C, and starts again at once', async () => {
    const load = await busy('stopped');
    const stoppedAt = Date.now();
    expect(await server.interrupt()).toEqual({ code: 0, signal: null });
    expect(Date.now() - stoppedAt).toBeLessThan(STOPPED_WITHIN_MS);
    expect(server.output).toMatch(/Stopping[^]*Stopped\./);
    expect(server.postgres.processes()).toEqual([]);
    await load.stop();
    expect(load.observed.filter(isWrong)).toEqual([]);
    await startsFast();
    expect(server.output).not.toMatch(/recovered|left behind/);
    await check(load);
  }, ROUND_MS); // prettier-ignore

  /** A busy machine only ever adds time: the best of three starts counts. */
  async function startsFast(): Promise<void> {
    const times: number[] = [];
    for (let tries = 0; tries < 3 && !times.some(ms => ms < STARTED_WITHIN_MS); tries++) {
      if (tries > 0) await server.interrupt();
      server = new ServerProcess(dataDir);
      times.push(await server.ready());
    }
    expect(Math.min(...times)).toBeLessThan(STARTED_WITHIN_MS);
  }

  it('answers 503 while PostgreSQL hangs, and serves again when it goes on', async () => {
    const load = await busy('frozen');
    server.postgres.freeze();
    const frozenAt = Date.now();
    const answers = Promise.all(QUESTIONS.map(path => call(server, path))); // the load may be waiting for older answers
    await delay(FROZEN_MS);
    server.postgres.signal('SIGCONT');
    const asked = (await answers).map(answer => answer!);
    await load.acknowledges(1, Date.now(), BACK_WITHIN_MS);
    await load.stop();
    expect(load.observed.filter(isWrong)).toEqual([]);
    const meanwhile = load.observed.filter(({ sentAt }) => frozenAt < sentAt && sentAt < frozenAt + CERTAINLY_FROZEN_MS);
    const refused = [...asked, ...meanwhile].map(answer => ({ ...answer, isWrong: isWrong(answer) }));
    expect(refused.filter(answer => answer.status !== 503 || answer.isWrong)).toEqual([]);
    checkedTo = 0;
    await check(load);
  }, ROUND_MS); // prettier-ignore
});

describe('killed while it loads the demonstration', () => {
  it('has the whole of it after the next start, once', async () => {
    const { counts: whole } = await demonstration();
    expect(whole.events).toBeGreaterThan(60);
    const found: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const { left, counts } = await demonstration(dice.between(1, whole.entries - whole.events));
      expect(counts).toEqual(whole);
      found.push(left);
    }
    console.info(`of ${whole.entries} entries there were ${found.join(', ')} when the server was killed`);
    expect(found.some(left => left < whole.entries)).toBe(true);
  }, ROUNDS * ROUND_MS); // prettier-ignore

  interface Demonstration {
    /** Entries that the killed start left behind. */
    readonly left: number;
    readonly counts: Counts;
  }

  /** Kills a first start soon after the ledger has so many entries, lets the next come through, and counts what is there. */
  async function demonstration(killedAt?: number): Promise<Demonstration> {
    const dataDir = makeDataFolder();
    let server = new ServerProcess(dataDir, {}, { demo: true });
    try {
      const left = killedAt === undefined ? 0 : await killAt(server, killedAt);
      if (killedAt !== undefined) server = new ServerProcess(dataDir, {}, { demo: true });
      await server.ready();
      return { left, counts: await using(server.postgres.connect(), countsIn) };
    } finally {
      await server.destroy();
      removeDataFolder(dataDir);
    }
  }

  async function killAt(server: ServerProcess, entries: number): Promise<number> {
    await until(() => server.postgres.isReady, FIRST_START_MS * 10, () => server.output); // prettier-ignore
    return using(server.postgres.connect(), async database => {
      while ((await headOf(database).catch(() => 0)) < entries) await delay(1);
      await delay(dice.between(0, 50));
      await server.kill();
      return headOf(database);
    });
  }
});

async function using<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

interface Counts extends Readonly<Record<string, number>> {
  readonly entries: number;
  readonly events: number;
}

async function countsIn(database: Database): Promise<Counts> {
  const [counts] = await database.read<Counts>(
    TESTER,
    `SELECT (SELECT count(*) FROM ledger_entry) AS entries, (SELECT count(*) FROM registry_version) AS versions,
            (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM lot) AS lots,
            (SELECT count(*) FROM holding) AS holdings, (SELECT sum(mass_g - drawn_g) FROM holding)::bigint AS grams,
            (SELECT count(*) FROM draw) AS draws, (SELECT count(*) FROM transfer) AS transfers,
            (SELECT count(*) FROM pool) AS pools, (SELECT count(*) FROM source) AS sources`,
  );
  return counts!;
}

describe('killed while it starts for the first time', () => {
  it('starts the next time as if nothing had been', async () => {
    for (let round = 1; round <= rounds(1, 10); round++) await startAfterKills();
  }, ROUNDS * ROUND_MS); // prettier-ignore

  /** Kills the first start and the second, each at some point on its way, and lets the third come through. */
  async function startAfterKills(): Promise<void> {
    const dataDir = makeDataFolder();
    let server: ServerProcess | undefined;
    try {
      for (let start = 1; start <= 3; start++) {
        server = new ServerProcess(dataDir);
        if (start === 3) await server.ready();
        else await delay(dice.between(300, FIRST_START_MS));
        if (start < 3) await server.kill();
      }
      await prepareWorks(server!);
      expect(await server!.interrupt()).toEqual({ code: 0, signal: null });
      expect(server!.postgres.processes()).toEqual([]);
    } finally {
      await server?.destroy();
      removeDataFolder(dataDir);
    }
  }
});

/** An answer comes soon. It may be a refusal for want of PostgreSQL, which then says when to come back. */
const isWrong = ({ status, retryAfter, ms }: Observed): boolean =>
  ms > ANSWER_WITHIN_MS || (status === 503 ? retryAfter === null : ![200, 201, 422].includes(status));

const isBack = ({ postgres }: ServerProcess, killed: number): boolean =>
  postgres.isReady && postgres.postmaster !== killed;

function leftInSpool(dataDir: string): string[] {
  const folder = join(dataDir, 'spool');
  return existsSync(folder) ? readdirSync(folder) : [];
}
