import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf, StartupError } from './notices.js';

/** Makes the data folder where it is missing and proves by a file that it can be written. */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartupError('data-not-writable', { path: dataDir, cause: causeOf(error) }, { cause: error });
  }
}
