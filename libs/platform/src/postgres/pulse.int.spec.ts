import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { Pulse } from './pulse.js';

const CONNECTIONS_MAX = 8;

/** The answer, and how long it took. */
async function timed(answer: Promise<boolean>): Promise<{ readonly answers: boolean; readonly ms: number }> {
  const askedAt = Date.now();
  return { answers: await answer, ms: Date.now() - askedAt };
}

function signalAll({ pid }: EmbeddedPostgres, signal: NodeJS.Signals): void {
  process.kill(pid, signal); // first: a server that is stopped starts no more processes
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')) {
    signalIfThere(Number(child), signal);
  }
}

/** A server's helper may have ended by itself since it was listed. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

describe('the pulse of a database', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let pulse: Pulse;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
    chmodSync(dataDir, 0o711);
    postgres = await EmbeddedPostgres.start({
      dataDir,
      durable: false,
      settings: { max_connections: String(CONNECTIONS_MAX) },
    });
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(() => void (pulse = new Pulse(postgres.url)));
  afterEach(() => pulse.close());

  async function connected(): Promise<Client> {
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  it('is felt on one connection, however many ask', async () => {
    expect(await Promise.all(Array.from({ length: 50 }, () => pulse.answers()))).not.toContain(false);
    expect(await pulse.answers()).toBe(true);
    const client = await connected();
    const { rows } = await client.query(`SELECT count(*)::int AS value FROM pg_stat_activity WHERE application_name = 'oretrail pulse'`); // prettier-ignore
    await client.end();
    expect(rows).toEqual([{ value: 1 }]);
  });

  it('is felt while long work goes on, and when there is no connection left', async () => {
    const wanted = await Promise.allSettled(Array.from({ length: CONNECTIONS_MAX + 2 }, connected));
    const clients = wanted.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    expect(clients.length).toBeLessThan(wanted.length);
    const work = clients.map(client => client.query('SELECT pg_sleep(0.5)'));
    expect(await pulse.answers()).toBe(true);
    await Promise.all(work);
    await Promise.all(clients.map(client => client.end()));
    expect(await pulse.answers()).toBe(true);
  });

  it.each(['on a connection that stands', 'on one that has to be made'])('stops while the server hangs, %s', async on => {
    if (on.endsWith('stands')) await pulse.answers();
    signalAll(postgres, 'SIGSTOP');
    try {
      for (let times = 0; times < 2; times++) {
        const { answers, ms } = await timed(pulse.answers());
        expect(answers).toBe(false);
        expect(ms).toBeLessThan(2_000);
      }
    } finally {
      signalAll(postgres, 'SIGCONT');
    }
    expect(await pulse.answers()).toBe(true);
  }); // prettier-ignore

  it('is felt by a process that was too busy to look', async () => {
    await pulse.answers();
    const answer = pulse.answers();
    await turn();
    for (const until = Date.now() + 2_000; Date.now() < until;);
    expect(await answer).toBe(true);
  });

  it('is felt again when the server has been killed and is back', async () => {
    await pulse.answers();
    const back = new Promise<void>(resolve => postgres.onRestart(resolve));
    process.kill(postgres.pid, 'SIGKILL');
    await back;
    expect(await pulse.answers()).toBe(true);
  });

  it('is missed at once where there is no server', async () => {
    const { answers, ms } = await timed(new Pulse('postgres://nobody:none@127.0.0.1:9/none').answers());
    expect(answers).toBe(false);
    expect(ms).toBeLessThan(1_000);
  });
});
