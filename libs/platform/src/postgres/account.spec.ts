import { describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { barrierFor, unprivilegedAccount } from './account.js';
import { findBinaries, programPath } from './binaries.js';
import { tailOf } from './run-program.js';
import { serverArguments } from './settings.js';

const PASSWD = ['root:x:0:0:root:/root:/bin/bash', 'nobody:x:65534:65534::/:/bin/false', ''];
const POSTGRES = 'postgres:x:101:104::/var/lib/postgresql:/bin/bash';

describe('the account of the server', () => {
  it('is postgres where there is one, else nobody', () => {
    expect(unprivilegedAccount([...PASSWD, POSTGRES].join('\n'))).toEqual({ name: 'postgres', uid: 101, gid: 104 });
    expect(unprivilegedAccount(PASSWD.join('\n')).name).toBe('nobody');
    expect(() => unprivilegedAccount(PASSWD[0])).toThrow(/Start as an ordinary user, or set DATABASE_URL/);
  });

  it('is stopped by the outermost folder it may not enter', () => {
    const open = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
    const closed = join(open, 'closed');
    const inside = join(closed, 'inside');
    mkdirSync(inside, { recursive: true });
    const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 };
    try {
      chmodSync(open, 0o711);
      chmodSync(closed, 0o700);
      expect(barrierFor(stranger, inside)).toBe(closed);
      chmodSync(closed, 0o711);
      expect(barrierFor(stranger, inside)).toBeUndefined();
    } finally {
      rmSync(open, { recursive: true });
    }
  });
});

describe('the programs of PostgreSQL', () => {
  it('are found from the sources', () => {
    expect(programPath(findBinaries(), 'postgres')).toMatch(/node_modules.*native.bin.postgres/);
  });

  it('that are missing are told with what to do', () => {
    expect(() => findBinaries('/')).toThrow(/npm ci.*DATABASE_URL/);
  });

  it('speak through the end of their log', () => {
    expect(tailOf('one\ntwo\nthree\n\n', 2)).toBe('two\nthree');
    expect(tailOf('')).toBe('(nothing)');
  });
});

describe('the settings of the server', () => {
  it('are durable unless told otherwise, and can be overridden', () => {
    const args = serverArguments('/d', 5, true, { max_connections: '7' });
    expect(args).toEqual(
      expect.arrayContaining(['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'port=5']),
    );
    expect(args.filter(arg => arg.startsWith('max_connections'))).toEqual(['max_connections=7']);
    expect(serverArguments('/d', 5, false, {})).toContain('fsync=off');
  });
});
