import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUPERUSER } from './cluster.js';
import { DATABASE } from './embedded-postgres.js';
import { LOCATION_FILE } from './placement.js';

/**
 * Address, as superuser, of the embedded server that another process runs on a data folder now; `undefined` where none
 * does, or where this user may not read its password.
 */
export function runningServerUrl(dataDir: string): string | undefined {
  try {
    const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
    const [, , , port, , , , status] = readFileSync(join(clusterOf(dataDir), 'postmaster.pid'), 'latin1').split('\n');
    if (status?.trim() !== 'ready') return undefined;
    return `postgres://${SUPERUSER}:${password}@127.0.0.1:${Number(port)}/${DATABASE}`;
  } catch {
    return undefined;
  }
}

/** Whether a data folder has an embedded database, running or not. */
export const hasCluster = (dataDir: string): boolean => existsSync(clusterOf(dataDir));

/** Where the files of an embedded database lie. */
export function clusterOf(dataDir: string): string {
  const location = join(dataDir, LOCATION_FILE);
  return join(existsSync(location) ? readFileSync(location, 'utf8').trim() : dataDir, 'postgres');
}
