import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresOf } from './support/postgres-of.js';
import { makeDataFolder, removeDataFolder, ServerProcess } from './support/server-process.js';

const START_MS = 60_000;

describe('a start that cannot succeed says what is wrong and what to do', () => {
  const folders: string[] = [];
  let running: ServerProcess;

  beforeAll(async () => {
    running = new ServerProcess(folder());
    await running.ready();
  }, START_MS);

  afterAll(async () => {
    await running.kill();
    for (const path of folders) {
      await new PostgresOf(path).end();
      removeDataFolder(path);
    }
  }, START_MS);

  function folder(): string {
    const path = makeDataFolder();
    folders.push(path);
    return path;
  }

  /** What it says before it ends with 1: one message, no stack. */
  async function saysOf(dataDir: string, environment: Record<string, string> = {}, port = 0): Promise<string> {
    const one = new ServerProcess(dataDir, environment, { port });
    try {
      expect(await one.ended).toEqual({ code: 1, signal: null });
    } finally {
      await one.kill();
    }
    expect(one.output).not.toMatch(/^ +at |Error:/m);
    expect(one.output.trimEnd().split('\n')).toHaveLength(1);
    return one.output;
  }

  const databaseUrl = (change: (url: URL) => void): { DATABASE_URL: string } => {
    const url = new URL(running.postgres.url);
    change(url);
    return { DATABASE_URL: url.href };
  };

  it('where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    try {
      expect(await saysOf(folder(), {}, port)).toMatch(
        new RegExp(`^Port ${port} on 127.0.0.1 is taken by another program. Stop that one, or .*--port`),
      );
    } finally {
      other.close();
    }
  });

  it('where the data folder cannot be written', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(await saysOf(join(file, 'data'))).toMatch(
      /^The data folder .*\/file\/data cannot be written \(ENOTDIR.*\)\. Make it writable .*--data/,
    );
  });

  it('where another server works on the same data, which goes on', async () => {
    expect(await saysOf(running.dataDir)).toMatch(
      new RegExp(
        `^OreTrail is already running on ${running.dataDir} \\(pid ${running.pid}\\)\\. Stop that one .*--data`,
      ),
    );
    expect(await running.isHealthy()).toBe(true);
  });

  it('where the given database refuses the password, which it keeps to itself', async () => {
    const said = await saysOf(
      folder(),
      databaseUrl(url => (url.password = 'mistyped')),
    );
    expect(said).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+ \(DATABASE_URL\) .*password authentication failed.* Check /);
    expect(said).not.toContain('mistyped');
  });

  it('where the given database is not there', async () => {
    const said = await saysOf(
      folder(),
      databaseUrl(url => (url.pathname = '/nowhere')),
    );
    expect(said).toMatch(/^PostgreSQL at .* database "nowhere" does not exist\. Check /);
  });

  it('where no database answers', async () => {
    const said = await saysOf(
      folder(),
      databaseUrl(url => (url.port = '9')),
    );
    expect(said).toMatch(/^PostgreSQL at 127\.0\.0\.1:9 \(DATABASE_URL\) does not answer .*ECONNREFUSED.* Check /);
  });

  it('where the given address is none', async () => {
    expect(await saysOf(folder(), { DATABASE_URL: 'localhost' })).toMatch(/^DATABASE_URL must look like postgres:/);
  });

  it('where the port is none', async () => {
    expect(await saysOf(folder(), {}, 70_000)).toMatch(/^--port must be a whole number from 0 to 65535, not "70000"/);
  });
});
