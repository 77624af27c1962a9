import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#kernel';
import type { Migration, Transaction } from '#platform';
import { freshDatabase, type FreshDatabase } from '#testing';
import { Follower, type FollowerOptions } from './follower.js';
import { Ledger, appendStatements, lockHead, type Entry, type Head } from './ledger.js';
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
  sql: `CREATE TABLE seen (no bigint GENERATED ALWAYS AS IDENTITY, name text, seq bigint);
        GRANT SELECT, INSERT ON seen TO oretrail_app`,
};

let fresh: FreshDatabase;
let ledger: Ledger;
const followers: Follower[] = [];

beforeAll(async () => {
  fresh = await freshDatabase([ledgerMigration, tablesOfTest]);
  ledger = new Ledger(fresh.database);
});

afterEach(() => Promise.all(followers.splice(0).map(follower => follower.stop())));

afterAll(() => fresh.drop());

function follow(name: string, options: Partial<FollowerOptions> = {}): Follower {
  const handle = (entries: readonly Entry[], tx: Transaction): Promise<void> => noteAll(name, entries, tx);
  const follower = new Follower({ name, database: fresh.database, ledger, handle, pollMs: 20, retryMs: 5, ...options });
  followers.push(follower);
  follower.start();
  return follower;
}

async function noteAll(name: string, entries: readonly Entry[], tx: Transaction): Promise<void> {
  await tx.query('INSERT INTO seen (name, seq) SELECT $1, * FROM unnest($2::bigint[])', [
    name,
    entries.map(e => e.seq),
  ]);
}

async function seenBy(name: string): Promise<number[]> {
  const rows = await fresh.database.read<{ seq: number }>(CONTEXT, 'SELECT seq FROM seen WHERE name = $1 ORDER BY no', [
    name,
  ]);
  return rows.map(row => row.seq);
}

/** Appends entries, leaving out `gap` positions before them, and answers the position of the last. */
const record = (count: number, tenant = '-', gap = 0): Promise<number> =>
  fresh.database.write(CONTEXT, async tx => {
    const { recordedAt, ...free } = (await tx.query<Head>(lockHead.text))[0]!;
    const head = { seq: free.seq + gap, recordedAt };
    const entry = { kind: 'event' as const, tenant, subject: 'event-1', body: { massKg: 1 }, context: CONTEXT };
    await tx.pipeline(
      appendStatements(
        head,
        Array.from({ length: count }, () => entry),
      ),
    );
    return head.seq + count;
  });

async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500 && !(await ready()); attempt++) await delay(10);
  expect(await ready()).toBe(true);
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('a ledger follower', () => {
  it('hands over entries of every enterprise from the first on, in ranges of at most 1,000', async () => {
    await record(1, 'A');
    const last = await record(2_400, 'B');
    const name = randomUUID();
    const ranges: Entry[][] = [];
    const follower = follow(name, { rangeMax: 5_000, handle: async entries => void ranges.push([...entries]) });
    await until(() => follower.status().seq === last);
    expect(ranges.map(range => range.length)).toEqual([1_000, 1_000, last - 2_000]);
    expect(ranges.flat().map(entry => entry.seq)).toEqual(upTo(last));
    expect(ranges[0]![0]).toMatchObject({ tenant: 'A', kind: 'event', actor: 'writer', body: { massKg: 1 } });
  });

  it('goes on where it was after a stop', async () => {
    const name = randomUUID();
    const first = follow(name);
    await until(async () => first.status().seq === (await ledger.head(CONTEXT)).seq);
    await first.stop();
    const last = await record(3);
    expect(first.status()).toMatchObject({ state: 'stopped', seq: last - 3 });
    const second = follow(name);
    await until(() => second.status().seq === last);
    expect(await seenBy(name)).toEqual(upTo(last));
  });

  it('is woken by what this process appends', async () => {
    const name = randomUUID();
    const follower = follow(name, { pollMs: 60_000 });
    await until(async () => follower.status().seq === (await ledger.head(CONTEXT)).seq);
    await delay(50);
    const last = await record(1);
    await delay(100);
    expect(follower.status()).toMatchObject({ seq: last - 1, lag: 0 });
    ledger.appended();
    await until(() => follower.status().seq === last);
  });

  it('moves its cursor with the writes of the handler or not at all, and says that it is retrying', async () => {
    const name = randomUUID();
    let isBroken = true;
    let tries = 0;
    const follower = follow(name, {
      rangeMax: 100,
      handle: async (entries, tx) => {
        await noteAll(name, entries.slice(0, 50), tx);
        if (isBroken && entries[0]!.seq > 200 && ++tries > 0) throw new Error('no room for entry 251');
        await noteAll(name, entries.slice(50), tx);
      },
    });
    await until(() => tries >= 3);
    const head = (await ledger.head(CONTEXT)).seq;
    expect(follower.status()).toMatchObject({
      state: 'retrying',
      seq: 200,
      lag: head - 200,
      error: 'no room for entry 251',
    });
    expect(follower.status().failures).toBeGreaterThanOrEqual(2);
    expect(await seenBy(name)).toEqual(upTo(200));
    isBroken = false;
    await until(() => follower.status().seq === head);
    expect(follower.status()).toEqual({ name, state: 'following', seq: head, lag: 0, failures: 0 });
    expect(await seenBy(name)).toEqual(upTo(head));
  });

  it('shares its cursor with followers of the same name: each entry is handled once', async () => {
    const name = randomUUID();
    const pair = [follow(name, { rangeMax: 7 }), follow(name, { rangeMax: 7 })];
    const last = await record(50);
    await until(() => pair.every(each => each.status().seq === last));
    expect(await seenBy(name)).toEqual(upTo(last));
  });

  it('finishes the range in hand before it stops', async () => {
    const name = randomUUID();
    let entered = false;
    const follower = follow(name, {
      rangeMax: 10,
      handle: async (entries, tx) => {
        entered = true;
        await delay(100);
        await noteAll(name, entries, tx);
      },
    });
    await until(() => entered);
    await follower.stop();
    expect(await seenBy(name)).toEqual(upTo(10));
  });

  it('stops rather than pass over a gap', async () => {
    const before = (await ledger.head(CONTEXT)).seq;
    const name = randomUUID();
    const follower = follow(name);
    await until(() => follower.status().seq === before);
    const last = await record(1, '-', 1);
    await until(() => follower.status().state === 'retrying');
    expect(follower.status()).toMatchObject({
      seq: before,
      lag: last - before,
      error: `The ledger has a gap after ${before}`,
    });
  });
});
