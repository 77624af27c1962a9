import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { causeOf, StartupError } from '../config/notices.js';
import type { Binaries } from './binaries.js';

/** Copies the programs as a whole, for all accounts to use, once per version. @throws StartupError */
export function copyBinaries(binaries: Binaries, place: string): Binaries {
  const native = join(place, `native-${binaries.version}`);
  try {
    makeOpenFolder(place);
    if (!existsSync(native)) {
      const unfinished = `${native}.new`;
      rmSync(unfinished, { recursive: true, force: true });
      cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
      openToAll(unfinished);
      renameSync(unfinished, native);
    }
    return { ...binaries, native };
  } catch (error) {
    throw new StartupError('postgres-place-failed', { place, cause: causeOf(error) }, { cause: error });
  }
}

/** Folders that others may pass through but not list, whatever the umask is. */
function makeOpenFolder(place: string): void {
  const first = mkdirSync(place, { recursive: true, mode: 0o711 });
  if (first === undefined) return;
  for (let folder = place; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o711);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
