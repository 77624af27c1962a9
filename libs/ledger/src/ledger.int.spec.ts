import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { integer, sample } from 'fast-check';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#kernel';
import type { Database, Migration, Transaction } from '#platform';
import { freshDatabase, type FreshDatabase } from '#testing';
import { Follower } from './follower.js';
import { Ledger, appendStatements, lockHead, type Head } from './ledger.js';
import { ledgerMigration } from './storage/ledger.migration.js';

const CONTEXT: Context = {
  actor: 'writer',
  role: 'administrator',
  channel: 'api',
  scope: { kind: 'all' },
  requestId: 'request-1',
  locale: 'en',
};

const tablesOfTest: Migration = {
  id: '99999999-test',
  sql: 'CREATE TABLE seen (no bigint GENERATED ALWAYS AS IDENTITY, seq bigint); GRANT SELECT, INSERT ON seen TO oretrail_app',
};

let fresh: FreshDatabase;
let database: Database;
let ledger: Ledger;

beforeAll(async () => {
  fresh = await freshDatabase([ledgerMigration, tablesOfTest], 18);
  database = fresh.database;
  ledger = new Ledger(database);
});

afterAll(() => fresh.drop());

async function takeHead(tx: Transaction): Promise<Head> {
  return (await tx.query<Head>(lockHead.text))[0]!;
}

function append(tx: Transaction, head: Head, count: number, subject: string): Promise<unknown> {
  const entries = Array.from({ length: count }, (_, n) => ({
    kind: 'event' as const,
    tenant: '-',
    subject,
    body: { n },
    context: CONTEXT,
  }));
  return tx.pipeline(appendStatements(head, entries));
}

const record = (count: number, subject: string): Promise<Head> =>
  database.write(CONTEXT, async tx => {
    const head = await takeHead(tx);
    await append(tx, head, count, subject);
    return head;
  });

const recordSeen = async (seqs: readonly number[], tx: Transaction): Promise<void> => {
  await tx.query('INSERT INTO seen (seq) SELECT * FROM unnest($1::bigint[])', [seqs]);
};

const seen = async (): Promise<number[]> =>
  (await database.read<{ seq: number }>(CONTEXT, 'SELECT seq FROM seen ORDER BY no')).map(row => row.seq);

async function until(ready: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1_000 && !ready(); attempt++) await delay(10);
  expect(ready()).toBe(true);
}

describe('the ledger under 12 writers', () => {
  const seed = Date.now() % 2 ** 31;
  const WRITERS = 12;
  const TRANSACTIONS = 50;
  const sizes = sample(integer({ min: 0, max: 12 }), { seed, numRuns: WRITERS * TRANSACTIONS });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const committed: { readonly first: number; readonly size: number; readonly recordedAt: Date }[] = [];
  const resolved: { readonly instant: Date; readonly answer: Head }[] = [];
  const ranges: number[] = [];

  beforeAll(async () => {
    console.info(`seed of the 12 writers: ${seed}`);
    const written = new AbortController();
    const follower = new Follower({
      name: 'load',
      database,
      ledger,
      pollMs: 20,
      rangeMax: 100,
      handle: async (entries, tx) => {
        ranges.push(entries.length);
        await recordSeen(entries.map(entry => entry.seq), tx);
      },
    }); // prettier-ignore
    follower.start();
    const write = async (writer: number): Promise<void> => {
      for (const size of sizes.slice(writer * TRANSACTIONS, (writer + 1) * TRANSACTIONS)) {
        const { seq, recordedAt } = await record(size, `writer-${writer}`);
        committed.push({ first: seq + 1, size, recordedAt });
        ledger.appended();
      }
    };
    const ask = async (): Promise<void> => {
      while (!written.signal.aborted) {
        const instant = new Date(Date.now() - Math.floor(Math.random() * 3));
        const answer = await ledger.resolve(CONTEXT, { instant }).catch(() => undefined);
        if (answer) resolved.push({ instant, answer });
      }
    };
    const asking = [ask(), ask()];
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    written.abort();
    await Promise.all(asking);
    await until(() => follower.status().seq === total);
    expect(follower.status()).toEqual({ name: 'load', state: 'following', seq: total, lag: 0, failures: 0 });
    await follower.stop();
    expect(follower.status().state).toBe('stopped');
  });

  it('gives dense positions', async () => {
    const [found] = await database.read(CONTEXT, 'SELECT min(seq), max(seq), count(*) FROM ledger_entry');
    expect({ seed, ...(found as object) }).toEqual({ seed, min: 1, max: total, count: total });
    expect(await ledger.head(CONTEXT)).toMatchObject({ seq: total });
  });

  it('gives each transaction positions in a row and a later time than those before', async () => {
    const writing = committed.filter(each => each.size > 0).sort((a, b) => a.first - b.first);
    let previous = { first: 1, size: 0, recordedAt: new Date(0) };
    for (const each of writing) {
      expect({ seed, first: each.first }).toEqual({ seed, first: previous.first + previous.size });
      expect(each.recordedAt.getTime()).toBeGreaterThan(previous.recordedAt.getTime());
      previous = each;
    }
    const times = await database.read<{ times: number }>(
      CONTEXT,
      'SELECT count(DISTINCT recorded_at) AS times FROM ledger_entry',
    );
    expect(times).toEqual([{ times: writing.length }]);
  });

  it('shows a follower every entry once and in order', async () => {
    expect(await seen()).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    expect(Math.max(...ranges)).toBeLessThanOrEqual(100);
    expect(ranges.length).toBeGreaterThan(10);
  });

  it('keeps the position of every instant it ever named', async () => {
    expect(resolved.length).toBeGreaterThan(50);
    const changed = [];
    for (const { instant, answer } of resolved) {
      const now = await ledger.resolve(CONTEXT, { instant });
      if (now.seq !== answer.seq || now.recordedAt.getTime() !== answer.recordedAt.getTime()) changed.push({ instant, answer, now });
    }
    expect({ seed, changed }).toEqual({ seed, changed: [] });
  }); // prettier-ignore
});

describe('an instant that is resolved while a writer waits', () => {
  it('keeps its position when the writer commits', async () => {
    let writing: Promise<Head> | undefined;
    let instant = new Date();
    const answer = await database.write(CONTEXT, async tx => {
      await tx.query('SELECT FROM ledger_head FOR SHARE');
      writing = record(1, 'late');
      await delay(50);
      instant = new Date();
      await delay(5);
      return ledger.resolve(CONTEXT, { instant });
    });
    await writing;
    expect(await ledger.resolve(CONTEXT, { instant })).toEqual(answer);
    expect((await ledger.head(CONTEXT)).seq).toBe(answer.seq + 1);
  });

  it('keeps its position when the writer before gave up', async () => {
    let [waiting, instant] = [Promise.resolve({} as Head), new Date()];
    const refused = database.write(CONTEXT, async tx => {
      await takeHead(tx);
      waiting = record(1, 'late');
      await delay(50);
      instant = new Date();
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect((await waiting, await ledger.head(CONTEXT)).recordedAt.getTime()).toBeGreaterThanOrEqual(instant.getTime());
  });
});

describe('asOf', () => {
  it('names a position by itself, by its time, and by any time until the next', async () => {
    await record(2, 'first');
    const head = await ledger.head(CONTEXT);
    await delay(10);
    await record(1, 'second');
    const at = (ms: number) => ledger.resolve(CONTEXT, { instant: new Date(head.recordedAt.getTime() + ms) });
    expect(await ledger.resolve(CONTEXT, { seq: head.seq })).toEqual(head);
    expect(await at(0)).toEqual(head);
    expect(await at(5)).toEqual(head);
    expect((await at(-1)).seq).toBeLessThanOrEqual(head.seq - 2);
    expect(await ledger.resolve(CONTEXT, { seq: 0 })).toEqual({ seq: 0, recordedAt: new Date(0) });
    expect(await ledger.resolve(CONTEXT, { instant: new Date(0) })).toEqual({ seq: 0, recordedAt: new Date(0) });
    expect((await ledger.resolve(CONTEXT, undefined)).seq).toBe(head.seq + 1);
  });

  it('takes the present instant, and refuses what has not been reached', async () => {
    const head = await ledger.head(CONTEXT);
    for (let n = 0; n < 20; n++) expect(await ledger.resolve(CONTEXT, { instant: new Date() })).toEqual(head);
    const refusal = { code: 'out-of-range', status: 400, faults: [{ parameter: 'asOf' }] };
    await expect(ledger.resolve(CONTEXT, { seq: head.seq + 1 })).rejects.toMatchObject(refusal);
    await expect(ledger.resolve(CONTEXT, { instant: new Date(Date.now() + 60_000) })).rejects.toMatchObject(refusal);
  });

  it('is the same for those who see less', async () => {
    const narrow: Context = { ...CONTEXT, scope: { kind: 'enterprises', usccs: ['nobody'] } };
    const head = await ledger.head(CONTEXT);
    for (const asOf of [{ seq: head.seq - 1 }, { instant: new Date(head.recordedAt.getTime() - 1) }])
      expect(await ledger.resolve(narrow, asOf)).toEqual(await ledger.resolve(CONTEXT, asOf));
  });
});
