import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for a PostgreSQL: as root its account has to get in, else the database would be put elsewhere and stay there. */
export async function makeFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `oretrail-${name}-`));
  await chmod(folder, 0o711);
  return folder;
}
