import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#kernel';
import { copyClusterOut, findInstance, hasCluster, readConfig, type Config } from '#platform';
import type { Deps, Io } from '../command.js';
import { progressOn, writeFile } from '../export/export.command.js';
import { writeLedger } from '../ledger-file/write-ledger.js';
import { lockFolder, withDatabase } from '../shared/database.js';
import { defineCommand, onlyOne } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { Failure } from '../shared/failures.js';
import { count } from '../shared/figures.js';
import { messagesFor } from '../shared/text.js';
import { LEDGER, writeManifest } from './manifest.js';

/** `oretrail backup <folder>`: a copy of the database's files, or of the ledger, that `restore` brings back. */
export const backup = defineCommand({
  name: 'backup',
  texts: lang => messagesFor(lang).backup,
  options: { export: { type: 'boolean' }, data: { type: 'string' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    const text = messagesFor(lang).backup;
    const folder = onlyOne(positionals, text.subject);
    const config = readConfig({ data: values.data }, deps.environment);
    const asLedger = values.export === true || config.databaseUrl !== undefined;
    if (!asLedger) requireStopped(config, lang);
    prepareFolder(folder, lang);
    const done = asLedger ? await copyLedger(config, folder, lang, io, deps) : await copyFiles(config, folder, lang);
    copyKey(config, folder);
    io.stdout.write(`${done}\n${text.restoreHint(folder)}\n`);
    return EXIT.done;
  },
});

function requireStopped({ dataDir }: Config, lang: Locale): void {
  const instance = findInstance(dataDir);
  if (instance) throw new Failure(messagesFor(lang).backup.running(dataDir, instance.pid));
  if (!hasCluster(dataDir)) throw new Failure(messagesFor(lang).shared.noDatabase(dataDir));
}

function prepareFolder(folder: string, lang: Locale): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Failure(messagesFor(lang).shared.notWritable(folder, (error as NodeJS.ErrnoException).code ?? ''));
  }
  if (readdirSync(folder).length > 0) throw new Failure(messagesFor(lang).backup.notEmpty(folder));
}

async function copyFiles({ dataDir }: Config, folder: string, lang: Locale): Promise<string> {
  const lock = await lockFolder(dataDir);
  try {
    const copy = await copyClusterOut(dataDir, folder);
    writeManifest(folder, { oretrailBackup: 1, madeAt: new Date().toISOString(), kind: 'files', ...copy });
    return messagesFor(lang).backup.doneFiles(count(copy.files), count(copy.bytes / 1e6), folder);
  } finally {
    lock.release();
  }
}

async function copyLedger(config: Config, folder: string, lang: Locale, io: Io, deps: Deps): Promise<string> {
  const { entries } = await withDatabase(config, { lang, io, deps }, database =>
    writeFile(join(folder, LEDGER), output => writeLedger(database, output, progressOn(io, lang)), lang),
  );
  writeManifest(folder, { oretrailBackup: 1, madeAt: new Date().toISOString(), kind: 'ledger', entries });
  return messagesFor(lang).backup.doneExport(count(entries), folder);
}

/** Name of the administrator's key, in the data folder and in a backup. */
export const ADMIN_KEY = 'admin.key';

function copyKey({ dataDir }: Config, folder: string): void {
  const key = join(dataDir, ADMIN_KEY);
  if (existsSync(key)) copyFileSync(key, join(folder, ADMIN_KEY));
}
