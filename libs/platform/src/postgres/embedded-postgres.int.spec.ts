import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Notice } from '../config/notices.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import type { EmbeddedPostgresOptions } from './embedded-postgres.js';
import { readPostmasterFile } from './postmaster.js';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const folders: string[] = [];
/** A data folder with a database that has been stopped: copying it is quicker than making one. */
let template: string;
const servers: EmbeddedPostgres[] = [];

function folder(mode = 0o711): string {
  const path = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
  chmodSync(path, mode);
  folders.push(path);
  return path;
}

function folderWithDatabase(): string {
  const path = folder();
  execFileSync('cp', ['-a', `${template}/.`, path]);
  chmodSync(path, 0o711);
  return path;
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start({ durable: false, ...options });
  servers.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ value: unknown }>(sql)).rows.map(row => row.value);
  } finally {
    await client.end();
  }
}

const codes = (notices: readonly Notice[]): string[] => notices.map(notice => notice.code);

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
  chmodSync(template, 0o711);
  await (await EmbeddedPostgres.start({ dataDir: template, durable: false })).stop();
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

afterEach(async () => {
  await Promise.all(servers.splice(0).map(postgres => postgres.stop()));
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe('an embedded PostgreSQL', () => {
  it('makes the database, keeps the password to its owner and listens on loopback only', async () => {
    const dataDir = folder();
    const { url } = await start({ dataDir, durable: true });
    const settings = await ask(
      url,
      `SELECT name || '=' || setting AS value FROM pg_settings WHERE name IN
       ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories') ORDER BY 1`,
    );
    expect(settings).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'synchronous_commit=on',
      'unix_socket_directories=',
    ]);
    expect(await ask(url, 'SELECT current_database() AS value')).toEqual(['oretrail']);
    expect(await ask(url, `SELECT current_setting('server_encoding') AS value`)).toEqual(['UTF8']);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('compares text by code point and knows the letters of all languages', async () => {
    const { url } = await start({ dataDir: folderWithDatabase() });
    expect(await ask(url, `SELECT lower('ÄÖ镧') AS value`)).toEqual(['äö镧']);
    expect(await ask(url, `SELECT 'a' < 'B' AS value`)).toEqual([false]);
  });

  it('keeps its data over a stop', async () => {
    const dataDir = folderWithDatabase();
    const first = await start({ dataDir });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    const { pid } = first;
    await first.stop();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
    const second = await start({ dataDir });
    expect(await ask(second.url, 'SELECT value FROM kept')).toEqual([7]);
  });

  it('starts again at the same address within ten seconds of a kill, also with a statement running', async () => {
    const notices: Notice[] = [];
    const postgres = await start({ dataDir: folderWithDatabase(), onNotice: notice => void notices.push(notice) });
    const { pid, url } = postgres;
    const busy = ask(url, 'SELECT count(*) AS value FROM generate_series(1, 5000000000)').catch(() => 'broken');
    await delay(200);
    const restarted = new Promise<void>(done => postgres.onRestart(done));
    const killedAt = Date.now();
    process.kill(pid, 'SIGKILL');
    await restarted;
    expect(Date.now() - killedAt).toBeLessThan(10_000);
    expect(postgres.pid).not.toBe(pid);
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
    expect(await busy).toBe('broken');
    expect(codes(notices)).toEqual(['postgres-died', 'postgres-restarted']);
  });

  it('gives up with the words of the server when it cannot be started again', async () => {
    const dataDir = folderWithDatabase();
    const postgres = await start({ dataDir });
    const givenUp = new Promise<Error>(done => postgres.onGivenUp(done));
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
    process.kill(postgres.pid, 'SIGKILL');
    const { message } = await givenUp;
    expect(message).toMatch(/in 5 tries/);
    expect(message).toMatch(/no_such_setting/);
  }, 20_000);

  it('says why a start failed', async () => {
    const dataDir = folderWithDatabase();
    rmSync(join(dataDir, 'postgres', 'global', 'pg_control'));
    await expect(start({ dataDir })).rejects.toThrow(/did not start \(exit code 2\)[^]*postgres\.log[^]*pg_control/);
    await expect(start({ dataDir: folderWithDatabase(), settings: { shared_buffers: 'lots' } })).rejects.toThrow(
      /shared_buffers/,
    );
  });

  it('refuses a second server on the same data', async () => {
    const dataDir = folderWithDatabase();
    await start({ dataDir });
    await expect(start({ dataDir })).rejects.toThrow(`already running on ${dataDir} (pid ${process.pid})`);
  });

  it('sets a new password where the file is lost', async () => {
    const dataDir = folderWithDatabase();
    rmSync(join(dataDir, 'postgres.password'));
    const notices: Notice[] = [];
    const { url } = await start({ dataDir, onNotice: notice => void notices.push(notice) });
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
    expect(codes(notices)).toEqual(['postgres-password-reset']);
  });

  it('makes a database again where the first start was killed half-way', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'postgres.new'));
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const { url } = await start({ dataDir });
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
  });
});

describe('what a killed process leaves behind', () => {
  /** Another process that starts a server on a folder and is then killed alone. */
  async function leaveServer(dataDir: string): Promise<number> {
    const platform = join(process.cwd(), 'dist/libs/platform/src/index.js');
    const script = `const { EmbeddedPostgres } = await import(${JSON.stringify(platform)});
      const p = await EmbeddedPostgres.start({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
      console.log(p.pid); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((found, lost) => {
      child.stdout.on('data', (line: Buffer) => found(Number(line.toString())));
      child.once('exit', code => lost(new Error(`exit code ${code}`)));
    });
    const gone = new Promise(done => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    return pid;
  }

  it('is stopped, told of, and its data go on', async () => {
    const dataDir = folderWithDatabase();
    const pid = await leaveServer(dataDir);
    expect(readPostmasterFile(join(dataDir, 'postgres'))?.pid).toBe(pid);
    const notices: Notice[] = [];
    const { url } = await start({ dataDir, onNotice: notice => void notices.push(notice) });
    expect(notices).toEqual([{ code: 'postgres-leftover', values: { pid } }]);
    expect(await ask(url, 'SELECT current_database() AS value')).toEqual(['oretrail']);
  });

  it('can be a pid file that names a stranger', async () => {
    const dataDir = folderWithDatabase();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n`);
    const { url } = await start({ dataDir });
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
  });
});

if (!asRoot) console.warn('Not root: what root alone can try (another account, a closed folder) is left out.');
(asRoot ? describe : describe.skip)('as root', () => {
  it('runs the server as another account', async () => {
    const { pid } = await start({ dataDir: folderWithDatabase() });
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  });

  it('keeps programs and data elsewhere when that account cannot reach the folder, and remembers it', async () => {
    const closed = folder(0o700);
    const systemDir = folder();
    const dataDir = join(closed, 'data');
    const notices: Notice[] = [];
    const options = { dataDir, systemDir, onNotice: (notice: Notice): void => void notices.push(notice) };
    const first = await start(options);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    const place = readFileSync(join(dataDir, 'postgres.location'), 'utf8').trim();
    expect(notices).toEqual([
      { code: 'postgres-relocated', values: { account: expect.any(String), path: closed, place } },
    ]);
    expect(existsSync(join(place, 'postgres', 'PG_VERSION'))).toBe(true);
    chmodSync(closed, 0o711);
    const second = await start(options);
    expect(await ask(second.url, 'SELECT value FROM kept')).toEqual([7]);
    await second.stop();
    rmSync(place, { recursive: true });
    await expect(start(options)).rejects.toThrow(/is gone/);
  });

  it('does not begin an empty database where the old one cannot be reached any more', async () => {
    const closed = folder();
    const dataDir = join(closed, 'data');
    await (await start({ dataDir })).stop();
    chmodSync(closed, 0o700);
    await expect(start({ dataDir, systemDir: folder() })).rejects.toThrow(/cannot reach it any more/);
  });
});
