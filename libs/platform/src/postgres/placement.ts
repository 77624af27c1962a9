import { createHash } from 'node:crypto';
import { chownSync, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/notices.js';
import type { Notice } from '../config/notices.js';
import { barrierFor, isRoot, ownerOf, unprivilegedAccount } from './account.js';
import type { Account } from './account.js';
import { findBinaries, programPath } from './binaries.js';
import type { Binaries } from './binaries.js';
import { copyBinaries } from './copy-binaries.js';

/** Where a server has its programs and data, and as whom it runs. */
export interface Placement {
  readonly dataDir: string;
  /** PostgreSQL's own data directory; may not exist yet, its parent does. */
  readonly clusterDir: string;
  readonly binaries: Binaries;
  /** Set where we are root: PostgreSQL refuses to be. */
  readonly account?: Account;
}

/** Where PostgreSQL lives when its account cannot reach the data folder. */
export const SYSTEM_DIR = '/var/lib/oretrail';

/** Names, in the data folder, where else the server lives. */
export const LOCATION_FILE = 'postgres.location';

/**
 * Decides where the server of a data folder lives. Usually in that folder; as root on a folder that the server's
 * account cannot reach (a clone below a folder of mode 0700) under `systemDir`, remembered in the data folder.
 */
export function placeServer(dataDir: string, notify: (notice: Notice) => void, systemDir = SYSTEM_DIR): Placement {
  const binaries = findBinaries();
  const clusterDir = join(dataDir, 'postgres');
  if (!isRoot()) return { dataDir, clusterDir: ownCluster(dataDir), binaries };
  if (existsSync(join(dataDir, LOCATION_FILE)) || !existsSync(clusterDir)) {
    return placeForAccount(dataDir, binaries, unprivilegedAccount(), notify, systemDir);
  }
  const account = accountOf(clusterDir);
  const barred = barrierFor(account, clusterDir);
  if (barred) throw new StartupError('postgres-barred', { path: clusterDir, account: account.name });
  return { dataDir, clusterDir, account, binaries: reachableBinaries(binaries, account, placeOf(dataDir, systemDir)) };
}

/** The database of an ordinary user lies in his data folder; one that root began there is root's to go on with. */
function ownCluster(dataDir: string): string {
  const clusterDir = join(dataDir, 'postgres');
  const begun = [clusterDir, join(dataDir, LOCATION_FILE)].find(path => existsSync(path));
  if (!begun || process.platform === 'win32' || statSync(begun).uid === process.getuid?.()) return clusterDir;
  throw new StartupError('postgres-foreign', { path: dataDir, account: ownerOf(begun).name });
}

/** A database begun by an ordinary user goes on as that user when root starts it. */
function accountOf(clusterDir: string): Account {
  const owner = ownerOf(clusterDir);
  return owner.uid === 0 ? unprivilegedAccount() : owner;
}

function placeForAccount(
  dataDir: string,
  binaries: Binaries,
  account: Account,
  notify: (notice: Notice) => void,
  systemDir: string,
): Placement {
  const remembered = rememberedPlace(dataDir);
  const barred = barrierFor(account, dataDir) ?? barrierFor(account, programPath(binaries, 'postgres'));
  if (!remembered && !barred) return { dataDir, clusterDir: join(dataDir, 'postgres'), account, binaries };
  const place = remembered ?? placeOf(dataDir, systemDir);
  const clusterDir = join(place, 'postgres');
  const copied = copyBinaries(binaries, place);
  if (!remembered) writeFileSync(join(dataDir, LOCATION_FILE), `${place}\n`);
  if (barred) notify({ code: 'postgres-relocated', values: { account: account.name, path: barred, place } });
  const owner = existsSync(clusterDir) ? accountOf(clusterDir) : account;
  return { dataDir, clusterDir, account: owner, binaries: copied };
}

function rememberedPlace(dataDir: string): string | undefined {
  const file = join(dataDir, LOCATION_FILE);
  if (!existsSync(file)) return undefined;
  const place = readFileSync(file, 'utf8').trim();
  if (!existsSync(place)) throw new StartupError('postgres-moved-away', { place, file });
  return place;
}

function placeOf(dataDir: string, systemDir: string): string {
  return join(systemDir, createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16));
}

function reachableBinaries(binaries: Binaries, account: Account, place: string): Binaries {
  return barrierFor(account, programPath(binaries, 'postgres')) ? copyBinaries(binaries, place) : binaries;
}

/** Gives a folder or file to the server's account, where it runs under another than ours. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}
