import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAdminKey } from './config.js';
import type { Config } from './config.js';
import { causeOf, StartupError } from './notices.js';

/** The administrator's key and where it lies; without `file` it was given by the environment. */
export interface AdminKey {
  readonly key: string;
  readonly file?: string;
}

type KeyConfig = Pick<Config, 'dataDir' | 'adminKey'>;

/** The key of this installation; the first start writes one to `<dataDir>/admin.key`, readable by its owner only. */
export function ensureAdminKey(config: KeyConfig): AdminKey {
  return findAdminKey(config) ?? createAdminKey(adminKeyFile(config.dataDir));
}

/** The key of this installation, or `undefined` where none has been made yet. */
export function findAdminKey(config: KeyConfig): AdminKey | undefined {
  if (config.adminKey) return { key: config.adminKey };
  const file = adminKeyFile(config.dataDir);
  try {
    const key = readFileSync(file, 'utf8').trim();
    if (!isAdminKey(key)) throw new Error('too short, or with spaces inside');
    return { key, file };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartupError('admin-key-unreadable', { file, cause: causeOf(error) }, { cause: error });
  }
}

const adminKeyFile = (dataDir: string): string => join(dataDir, 'admin.key');

function createAdminKey(file: string): AdminKey {
  const key = `ot_${randomBytes(32).toString('base64url')}`;
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return { key, file };
}
