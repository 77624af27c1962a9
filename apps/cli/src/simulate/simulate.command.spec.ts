import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deps } from '../command.js';
import { simulate } from './simulate.command.js';

const deps = { environment: {} } as Deps;

describe('oretrail simulate', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulate-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const call = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const io = {
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
    };
    return { code: await simulate.run(args, io, deps), ...said };
  };

  it('writes a country into a folder', async () => {
    const { code, out } = await call('--seed', '3', '--out', folder, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(/^[\d,]+ events, [\d,]+ registry items and a key of \d+ entries are in /);
    const first = (await readFile(join(folder, 'events.ndjson'), 'utf8')).split('\n', 1)[0]!;
    expect(JSON.parse(first)).toMatchObject({ occurredAt: expect.stringMatching(/^2025-01-/) });
    expect(JSON.parse(await readFile(join(folder, 'scenario.json'), 'utf8'))).toMatchObject({ scale: 'small', seed: 3 });
  }); // prettier-ignore

  it.each([
    [['--scale', 'huge'], /没有规模“huge”/],
    [['--seed', 'x'], /不是种子/],
    [['--violations', 'NO-01'], /无法植入“NO-01”/],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await call(...args, '--lang', 'zh');
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });
});
