import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres, ensureAdminKey, InstanceLock, instanceLockFile, LockHeldError } from '#platform';
import { portProblem, probeDatabase, StartupError } from '#platform';
import type { AdminKey, Config, Logger, Notice } from '#platform';
import type { RunningApi, StartApi } from './api.js';
import type { Closers } from './closers.js';
import type { Ending } from './ending.js';
import { ListenError } from './listen-error.js';

/** What the steps of a start share. */
export interface Session {
  readonly config: Config;
  readonly log: Logger;
  readonly closers: Closers;
  readonly ending: Ending;
  readonly startApi: StartApi;
  /** A line on the terminal. */
  readonly say: (line: string) => void;
  /** The same for what the platform tells. */
  readonly tell: (notice: Notice) => void;
}

export interface Launched {
  /** Where this machine reaches the service. */
  readonly url: string;
  readonly adminKey: AdminKey;
}

/** The start was called off while it ran. */
export class CalledOff extends Error {}

const LOCK_PATIENCE_MS = 2_000;
const API_PATIENCE_MS = 2_500;
const DATABASE_PATIENCE_MS = 7_000;

/**
 * Locks the data folder, opens the database and starts the service; everything opened is in `closers`, also when a
 * later step fails. @throws StartupError, ListenError, CalledOff, DatabaseSetupError
 */
export async function launch(session: Session): Promise<Launched> {
  const { config, closers } = session;
  const lock = await lockData(session);
  await requireFreePort(config);
  const adminUrl = await openDatabase(session);
  continueUnlessEnding(session);
  const adminKey = ensureAdminKey(config);
  const api = await startService(session, adminUrl, adminKey);
  closers.add(() => api.close(), API_PATIENCE_MS);
  const url = reachableUrl(api.url);
  lock.publish(url);
  return { url, adminKey };
}

async function lockData({ config, closers, tell }: Session): Promise<InstanceLock> {
  const lock = await acquirePatiently(config.dataDir);
  closers.add(() => lock.release(), 100);
  if (lock.takenOverFrom) tell({ code: 'recovered-unclean', values: { pid: lock.takenOverFrom.pid } });
  return lock;
}

/** An instance that is just stopping gets a moment. */
async function acquirePatiently(dataDir: string): Promise<InstanceLock> {
  for (const until = Date.now() + LOCK_PATIENCE_MS; ; await delay(100)) {
    try {
      return await InstanceLock.acquire(instanceLockFile(dataDir));
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      if (Date.now() > until) throw new StartupError('already-running', { path: dataDir, pid: error.holder.pid });
    }
  }
}

async function requireFreePort({ host, port }: Config): Promise<void> {
  const problem = await portProblem(host, port);
  if (problem) throw new ListenError(host, port, problem);
}

async function openDatabase({ config, closers, ending, tell }: Session): Promise<string> {
  if (config.databaseUrl) {
    await probeDatabase(config.databaseUrl);
    return config.databaseUrl;
  }
  const postgres = await EmbeddedPostgres.start({ dataDir: config.dataDir, onNotice: tell });
  closers.add(() => postgres.stop(), DATABASE_PATIENCE_MS);
  postgres.onGivenUp(error => ending.end({ exitCode: 1, error }));
  return postgres.url;
}

function continueUnlessEnding({ ending }: Session): void {
  if (ending.isReached) throw new CalledOff('called off');
}

async function startService(session: Session, adminUrl: string, { key }: AdminKey): Promise<RunningApi> {
  const { host, port, dataDir, loadDemo, locale } = session.config;
  const { say: notice, log, startApi } = session;
  try {
    return await startApi({ host, port, adminUrl, adminKey: key, dataDir, loadDemo, notice, locale, log });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    throw syscall === 'listen' && code ? new ListenError(host, port, code) : error;
  }
}

/** "All addresses" is none that one can call. */
function reachableUrl(url: string): string {
  return url.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]').replace(/\/$/, '');
}
