import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAdminKey, findAdminKey } from './admin-key.js';
import { prepareDataFolder } from './data-folder.js';
import { findInstance, InstanceLock, instanceLockFile, LockHeldError } from './instance-lock.js';
import { processFacts } from './processes.js';

let dataDir: string;

beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'oretrail-spec-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the administrator's key", () => {
  it('is written once, for its owner only', () => {
    const { key, file } = ensureAdminKey({ dataDir });
    expect(key).toMatch(/^ot_[\w-]{43}$/);
    expect(file).toBe(join(dataDir, 'admin.key'));
    expect(statSync(file!).mode & 0o777).toBe(0o600);
    expect(ensureAdminKey({ dataDir }).key).toBe(key);
  });

  it('from the environment is written nowhere', () => {
    expect(ensureAdminKey({ dataDir, adminKey: 'k'.repeat(20) })).toEqual({ key: 'k'.repeat(20) });
    expect(findAdminKey({ dataDir })).toBeUndefined();
  });

  it('that was spoilt by hand is refused with the file named', () => {
    writeFileSync(join(dataDir, 'admin.key'), 'no key\n');
    expect(() => ensureAdminKey({ dataDir })).toThrow(join(dataDir, 'admin.key'));
  });
});

describe('the data folder', () => {
  it('is made with all above it, and left clean', () => {
    const deep = join(dataDir, 'a', 'b');
    prepareDataFolder(deep);
    expect(existsSync(deep)).toBe(true);
    expect(existsSync(join(deep, `.probe-${process.pid}`))).toBe(false);
  });

  it('that is a file is refused with what to do', () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    expect(() => prepareDataFolder(file)).toThrow(/cannot be written .* --data/);
    expect(() => prepareDataFolder(join(file, 'below'))).toThrow(/cannot be written/);
  });
});

describe('the instance lock', () => {
  const file = (): string => instanceLockFile(dataDir);

  it('is held by one process and given up', async () => {
    const lock = await InstanceLock.acquire(file());
    expect(lock.takenOverFrom).toBeUndefined();
    await expect(InstanceLock.acquire(file())).rejects.toThrow(LockHeldError);
    await expect(InstanceLock.acquire(file())).rejects.toMatchObject({ holder: { pid: process.pid } });
    lock.release();
    expect(existsSync(file())).toBe(false);
  });

  it('tells where the instance serves', async () => {
    const lock = await InstanceLock.acquire(file());
    lock.publish('http://127.0.0.1:3000');
    expect(findInstance(dataDir)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:3000' });
    lock.release();
    expect(findInstance(dataDir)).toBeUndefined();
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, identity: 'x' }],
    ['another process under the same id', { pid: process.pid, identity: 'earlier' }],
  ])('of %s is taken over', async (_, holder) => {
    writeFileSync(file(), JSON.stringify(holder));
    expect(findInstance(dataDir)).toBeUndefined();
    const lock = await InstanceLock.acquire(file());
    expect(lock.takenOverFrom).toEqual(holder);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('that was never filled is taken over after a while', async () => {
    writeFileSync(file(), '');
    const lock = await InstanceLock.acquire(file());
    expect(lock.takenOverFrom).toBeUndefined();
  });

  it('is not removed by one who lost it', async () => {
    const lock = await InstanceLock.acquire(file());
    writeFileSync(file(), JSON.stringify({ pid: 1, identity: 'other' }));
    lock.release();
    expect(existsSync(file())).toBe(true);
  });

  it('goes to one of many that want it at once', async () => {
    writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, identity: 'x' }));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => InstanceLock.acquire(file())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('facts of a process', () => {
  it('tell living from dead', () => {
    expect(processFacts(process.pid)?.identity).toBe(processFacts(process.pid)?.identity);
    expect(processFacts(process.pid)?.identity).not.toBe('');
    expect(processFacts(2 ** 22 + 1)).toBeUndefined();
  });
});
