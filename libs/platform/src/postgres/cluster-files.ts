import { chownSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder } from '../config/data-folder.js';
import type { Account } from './account.js';
import { findBinaries } from './binaries.js';
import { lockCluster } from './embedded-postgres.js';
import { placeServer } from './placement.js';
import { clearLeftovers } from './postmaster.js';

/** What a copy of a database's files consists of. */
export interface ClusterCopy {
  /** Major version of PostgreSQL; its files are read by no other. */
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
}

const PASSWORD = 'postgres.password';

/**
 * Copies the files of a stopped embedded database to `<folder>/postgres`, with its password. What a killed run left
 * behind is stopped first. @throws StartupError `already-running`
 */
export async function copyClusterOut(dataDir: string, folder: string): Promise<ClusterCopy> {
  const placement = placeServer(dataDir, () => undefined);
  const lock = await lockCluster(placement);
  try {
    await clearLeftovers(placement);
    const copy = join(folder, 'postgres');
    cpSync(placement.clusterDir, copy, { recursive: true, preserveTimestamps: true, errorOnExist: true, force: false });
    cpSync(join(dataDir, PASSWORD), join(folder, PASSWORD));
    return describeCluster(copy);
  } finally {
    lock.release();
  }
}

/**
 * Puts such a copy into a data folder. A database that is there is set aside under a name with `suffix`; answers where.
 * @throws StartupError `already-running`
 */
export async function copyClusterIn(folder: string, dataDir: string, suffix: string): Promise<string | undefined> {
  prepareDataFolder(dataDir);
  const placement = placeServer(dataDir, () => undefined);
  const lock = await lockCluster(placement);
  const { clusterDir, account } = placement;
  const [incoming, aside] = [`${clusterDir}.restored`, `${clusterDir}.${suffix}`];
  try {
    await clearLeftovers(placement);
    rmSync(incoming, { recursive: true, force: true });
    cpSync(join(folder, 'postgres'), incoming, { recursive: true, preserveTimestamps: true });
    if (account) giveAllTo(account, incoming);
    const hadOne = existsSync(clusterDir);
    if (hadOne) {
      renameSync(clusterDir, aside);
      if (existsSync(join(dataDir, PASSWORD))) cpSync(join(dataDir, PASSWORD), `${aside}.password`);
    }
    renameSync(incoming, clusterDir);
    cpSync(join(folder, PASSWORD), join(dataDir, PASSWORD));
    return hadOne ? aside : undefined;
  } finally {
    lock.release();
  }
}

/** Counts the files of a copy. */
export function describeCluster(clusterDir: string): ClusterCopy {
  const version = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  const sizes = filesIn(clusterDir).map(path => lstatSync(path).size);
  return { version, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

function giveAllTo(account: Account, path: string): void {
  chownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAllTo(account, join(path, name));
}

/** Major version of the embedded PostgreSQL; see {@link ClusterCopy.version}. */
export const clusterVersion = (): string => findBinaries().version.split('.')[0]!;
