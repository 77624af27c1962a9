import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#kernel';
import { replay, ReplayRefused } from '#lots';
import { clusterVersion, copyClusterIn, describeCluster, findInstance, hasCluster, migrate, prepareDataFolder, readConfig, StartupError, type Config } from '#platform'; // prettier-ignore
import { ADMIN_KEY } from '../backup/backup.command.js';
import { LEDGER, readManifest, type Manifest } from '../backup/manifest.js';
import type { Deps, Io } from '../command.js';
import { inDatabase } from '../import/import-ledger.js';
import { openLedgerFile } from '../ledger-file/read-ledger-file.js';
import { lockFolder, openDatabase } from '../shared/database.js';
import { defineCommand, onlyOne, type Call } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { Failure } from '../shared/failures.js';
import { count } from '../shared/figures.js';
import { Progress } from '../shared/progress.js';
import { messagesFor } from '../shared/text.js';

const OPTIONS = { replace: { type: 'boolean' }, data: { type: 'string' } } as const;

/** `oretrail restore <folder>`: brings back what `backup` has copied. */
export const restore = defineCommand({
  name: 'restore',
  texts: lang => messagesFor(lang).restore,
  options: OPTIONS,
  run: async call => {
    const { values, positionals, lang, io, deps } = call;
    const text = messagesFor(lang).restore;
    const folder = onlyOne(positionals, text.subject);
    const config = readConfig({ data: values.data }, deps.environment);
    const manifest = readManifest(folder);
    if (!manifest) throw new Failure(text.noBackup(folder));
    refuseWhileRunning(config);
    if (manifest.kind === 'files') await restoreFiles(call, config, folder, manifest);
    else await restoreLedger(config, folder, lang, io, deps);
    if (!config.databaseUrl) restoreKey(config, folder, lang, io);
    return EXIT.done;
  },
});

function refuseWhileRunning({ dataDir }: Config): void {
  const instance = findInstance(dataDir);
  if (instance) throw new StartupError('already-running', { path: dataDir, pid: instance.pid });
}

async function restoreFiles(
  { values, lang, io }: Call<typeof OPTIONS>,
  { dataDir, databaseUrl }: Config,
  folder: string,
  manifest: Extract<Manifest, { kind: 'files' }>,
): Promise<void> {
  const text = messagesFor(lang).restore;
  if (databaseUrl) throw new Failure(text.filesElsewhere);
  if (hasCluster(dataDir) && !values.replace) throw new Failure(text.exists(dataDir));
  requireWhole(folder, manifest, lang);
  prepareDataFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const aside = await copyClusterIn(folder, dataDir, `replaced-${Date.now()}`);
    if (aside) io.stdout.write(`${text.setAside(aside)}\n`);
    io.stdout.write(`${text.doneFiles(dataDir)}\n`);
  } finally {
    lock.release();
  }
}

function requireWhole(folder: string, manifest: Extract<Manifest, { kind: 'files' }>, lang: Locale): void {
  const text = messagesFor(lang).restore;
  const copy = join(folder, 'postgres');
  const isThere = existsSync(join(copy, 'PG_VERSION')) && existsSync(join(folder, 'postgres.password'));
  const found = isThere ? describeCluster(copy) : undefined;
  const isWhole = found?.files === manifest.files && found.bytes === manifest.bytes;
  if (!isWhole) throw new Failure(text.damaged(folder));
  const own = clusterVersion();
  if (own !== manifest.version) throw new Failure(text.otherVersion(manifest.version, own));
}

async function restoreLedger(config: Config, folder: string, lang: Locale, io: Io, deps: Deps): Promise<void> {
  const text = messagesFor(lang).restore;
  const ledger = await openLedgerFile(join(folder, LEDGER), lang, process.stdin);
  const opened = await openDatabase(config, { lang, io, deps, create: true });
  const progress = new Progress(io.stderr);
  try {
    await migrate(opened.adminUrl, await deps.migrations());
    const entries = await inDatabase(opened.adminUrl, async target => {
      const head = await target.head();
      if (head > 0) throw new Failure(text.notEmpty(count(head)));
      const onStep = (seq: number): void => progress.show(seq / ledger.header.seq, text.progress(count(seq)));
      return replay(ledger.lines, target, { onStep });
    });
    io.stdout.write(`${text.doneExport(count(entries))}\n`);
  } catch (error) {
    if (!(error instanceof ReplayRefused)) throw error;
    throw new Failure(messagesFor(lang).shared.ledgerFile.stopped(error.message));
  } finally {
    progress.end();
    await opened.close();
  }
}

/** The key of the backup, unless there is another already. */
function restoreKey({ dataDir }: Config, folder: string, lang: Locale, io: Io): void {
  const [saved, own] = [join(folder, ADMIN_KEY), join(dataDir, ADMIN_KEY)];
  if (!existsSync(saved)) return;
  if (!existsSync(own)) copyFileSync(saved, own);
  else if (readFileSync(own, 'utf8') !== readFileSync(saved, 'utf8')) {
    io.stderr.write(`${messagesFor(lang).restore.keptKey(own)}\n`);
  }
}
