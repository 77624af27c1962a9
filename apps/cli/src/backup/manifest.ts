import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterCopy } from '#platform';

/** What a folder of a backup holds; says so itself. */
export type Manifest = Common &
  (({ readonly kind: 'files' } & ClusterCopy) | { readonly kind: 'ledger'; readonly entries: number });

interface Common {
  readonly oretrailBackup: 1;
  readonly madeAt: string;
}

const MANIFEST = 'oretrail-backup.json';

/** Name of the ledger in such a folder. */
export const LEDGER = 'ledger.ndjson';

/** Written last: a folder without it is no backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
}

export function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return manifest.oretrailBackup === 1 ? manifest : undefined;
  } catch {
    return undefined;
  }
}
