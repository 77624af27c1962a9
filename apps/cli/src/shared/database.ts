import type { Locale } from '#kernel';
import {
  appUrl, Database, EmbeddedPostgres, findInstance, hasCluster, InstanceLock, instanceLockFile, LockHeldError, noticeText,
  prepareDataFolder, probeDatabase, runningServerUrl, StartupError, type Config, type Notice,
} from '#platform'; // prettier-ignore
import type { Deps, Io } from '../command.js';
import { Failure } from './failures.js';
import { beforeEnd } from './interrupt.js';
import { messagesFor } from './text.js';

/** A database that a command works on without the service. */
export interface OpenDatabase {
  /** As its administrator sees it. */
  readonly adminUrl: string;
  /** `given` by DATABASE_URL, of a `running` instance on the data folder, or `started` for this command alone. */
  readonly how: 'given' | 'running' | 'started';
  /** Stops what was started. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly lang: Locale;
  readonly io: Io;
  readonly deps: Deps;
  /** Whether a data folder without a database gets one. */
  readonly create?: boolean;
}

/**
 * The database of an installation: the one of `DATABASE_URL`, else the embedded one, started where nobody runs it.
 * @throws StartupError, Failure
 */
export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl) {
    await probeDatabase(databaseUrl);
    return { adminUrl: databaseUrl, how: 'given', close: async () => undefined };
  }
  if (findInstance(dataDir)) return { adminUrl: ofRunning(dataDir, options.lang), how: 'running', close: async () => undefined }; // prettier-ignore
  if (!options.create && !hasCluster(dataDir)) throw new Failure(messagesFor(options.lang).shared.noDatabase(dataDir));
  return startEmbedded(dataDir, options);
}

function ofRunning(dataDir: string, lang: Locale): string {
  const url = runningServerUrl(dataDir);
  if (!url) throw new Failure(messagesFor(lang).shared.noReach(dataDir));
  return url;
}

async function startEmbedded(dataDir: string, { lang, io, deps }: OpenOptions): Promise<OpenDatabase> {
  prepareDataFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const onNotice = (notice: Notice): void => void io.stderr.write(`${noticeText(notice, lang)}\n`);
    const postgres = await EmbeddedPostgres.start({ dataDir, onNotice });
    const close = async (): Promise<void> => {
      forget();
      await postgres.stop();
      lock.release();
    };
    const forget = beforeEnd(deps, close);
    return { adminUrl: postgres.url, how: 'started', close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Keeps everybody else off a data folder. @throws StartupError `already-running` */
export async function lockFolder(dataDir: string): Promise<InstanceLock> {
  try {
    return await InstanceLock.acquire(instanceLockFile(dataDir));
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new StartupError('already-running', { path: dataDir, pid: error.holder.pid });
  }
}

/** Opens a database, works on it as the application sees it, and closes both, whatever happens. */
export async function withDatabase<T>(
  config: Config,
  options: OpenOptions,
  work: (database: Database, opened: OpenDatabase) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase(config, options);
  const database = new Database({ url: appUrl(opened.adminUrl), poolSize: 4 });
  try {
    return await work(database, opened);
  } catch (error) {
    throw isNotMigrated(error) ? new Failure(messagesFor(options.lang).shared.notMigrated) : error;
  } finally {
    await database.close();
    await opened.close();
  }
}

/** No such role, database, schema or table, or a password that only a migration sets. */
const NOT_MIGRATED = new Set(['28P01', '28000', '3F000', '42P01', '42501']);

const isNotMigrated = (error: unknown): boolean => NOT_MIGRATED.has((error as { code?: string }).code ?? '');
