import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/notices.js';
import type { Notice } from '../config/notices.js';
import { giveTo } from './placement.js';
import type { Placement } from './placement.js';
import { runProgram, tailOf } from './run-program.js';

/** Name of the superuser of an embedded server. */
export const SUPERUSER = 'postgres';

/**
 * Makes the database files where they are missing and returns the superuser's password. A first start that was
 * killed half-way leaves nothing that a second would take for a database.
 */
export async function ensureCluster(
  placement: Placement,
  durable: boolean,
  notify: (notice: Notice) => void,
): Promise<string> {
  const passwordFile = join(placement.dataDir, 'postgres.password');
  const known = existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : '';
  const password = known || randomBytes(24).toString('base64url');
  const exists = existsSync(placement.clusterDir);
  if (!exists) await createCluster(placement, password, durable);
  else if (!known) await resetPassword(placement, password, notify);
  if (!known) writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  return password;
}

async function createCluster(placement: Placement, password: string, durable: boolean): Promise<void> {
  const unfinished = `${placement.clusterDir}.new`;
  const passwordFile = `${placement.clusterDir}.password.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(placement.account, unfinished);
  try {
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(placement.account, passwordFile);
    const { failure, output } = await runProgram(placement, 'initdb', initArguments(unfinished, passwordFile, durable));
    if (failure) {
      throw new StartupError('postgres-init-failed', {
        path: placement.clusterDir,
        how: failure,
        tail: tailOf(output),
      });
    }
    renameSync(unfinished, placement.clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Text compares by code point on every machine, with the letters of all languages known. */
function initArguments(clusterDir: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${clusterDir}`,
    `--pwfile=${passwordFile}`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function resetPassword(placement: Placement, password: string, notify: (notice: Notice) => void): Promise<void> {
  const args = ['--single', '-D', placement.clusterDir, 'postgres'];
  const { failure, output } = await runProgram(
    placement,
    'postgres',
    args,
    `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'\n`,
  );
  if (failure) {
    throw new StartupError('postgres-init-failed', { path: placement.clusterDir, how: failure, tail: tailOf(output) });
  }
  notify({ code: 'postgres-password-reset', values: {} });
}
