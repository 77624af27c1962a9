import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { causeOf, StartupError } from './notices.js';

/** Makes the data folder where it is missing and proves by a file that it can be written. @throws StartupError */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolders(dataDir);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartupError('data-not-writable', { path: dataDir, cause: causeOf(error) }, { cause: error });
  }
}

/** One by one: the recursive call of Node 20 never returns on file systems that refuse with ENOENT, such as /proc. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
}
