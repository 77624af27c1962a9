import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '../config/notices.js';

/** An existing account of this system under which the server runs. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The account that runs the server where we are root: `postgres`, else `nobody`. */
export function unprivilegedAccount(passwd: string = readPasswd()): Account {
  const accounts = parsePasswd(passwd);
  const found = ['postgres', 'nobody'].flatMap(name => accounts.find(account => account.name === name) ?? [])[0];
  if (!found || found.uid === 0) throw new StartupError('postgres-no-account');
  return found;
}

/** The account that owns a file, by name where the system knows one. */
export function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  const named = parsePasswd(readPasswd()).find(account => account.uid === uid);
  return { name: named?.name ?? `uid ${uid}`, uid, gid };
}

/** The first thing on the way down to `path`, itself included, that the account may not enter (or execute). */
export function barrierFor(account: Account, path: string): string | undefined {
  const barriers: string[] = [];
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if (!mayEnter(account, statSync(folder))) barriers.push(folder);
    if (dirname(folder) === folder) return barriers.at(-1);
  }
}

/** By the permission bits; finer access lists are not looked at. */
function mayEnter(account: Account, { mode, uid, gid }: Stats): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

function parsePasswd(passwd: string): Account[] {
  return passwd.split('\n').flatMap(line => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
