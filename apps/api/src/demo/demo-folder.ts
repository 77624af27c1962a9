import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the demonstration, `data/demo` beside the package.json of this program, built or not. */
export function demoFolder(): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'data', 'demo');
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('this program is not inside its package');
  return packageRoot(parent);
}
