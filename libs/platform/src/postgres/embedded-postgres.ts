import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { prepareDataFolder } from '../config/data-folder.js';
import { InstanceLock, LockHeldError } from '../config/instance-lock.js';
import { StartupError } from '../config/notices.js';
import type { Notice } from '../config/notices.js';
import { ensureCluster, SUPERUSER } from './cluster.js';
import { freePort } from './ports.js';
import { placeServer } from './placement.js';
import type { Placement } from './placement.js';
import { clearLeftovers } from './postmaster.js';
import { logFile, ServerProcess } from './server-process.js';
import { serverArguments } from './settings.js';
import type { ServerSettings } from './settings.js';
import { ensureDatabase } from './target-database.js';

export interface EmbeddedPostgresOptions {
  /** Folder that holds the server's data, password and log; made where it is missing. */
  readonly dataDir: string;
  readonly onNotice?: (notice: Notice) => void;
  /** False only for data that may be lost with the machine (tests). */
  readonly durable?: boolean;
  /** Settings on top of ours, such as `max_connections`. */
  readonly settings?: ServerSettings;
  /** Where PostgreSQL goes when its account cannot reach the data folder; for tests. */
  readonly systemDir?: string;
}

/** Name of the database every installation uses. */
export const DATABASE = 'oretrail';

const START_TRIES = 5;

/**
 * A PostgreSQL server from the npm package, supervised: when it dies it is started again on the same port, until
 * {@link START_TRIES} starts in a row fail. One process per data folder; what a killed one left behind is stopped first.
 */
export class EmbeddedPostgres {
  private server!: ServerProcess;
  private stopping = false;
  private readonly restartListeners: (() => void)[] = [];
  private readonly failureListeners: ((error: StartupError) => void)[] = [];
  private readonly killOnExit = (): void => this.server?.signal(this.options.durable === false ? 'immediate' : 'fast');

  private constructor(
    private readonly options: EmbeddedPostgresOptions,
    private readonly placement: Placement,
    private readonly lock: InstanceLock,
    private readonly port: number,
    private readonly password: string,
  ) {}

  /** Starts, or takes over from a killed process. @throws StartupError */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataDir = resolve(options.dataDir);
    prepareDataFolder(dataDir);
    const notify = options.onNotice ?? ((): void => undefined);
    const placement = placeServer(dataDir, notify, options.systemDir);
    const lock = await lockCluster(placement);
    try {
      const stopped = await clearLeftovers(placement);
      if (stopped) notify({ code: 'postgres-leftover', values: { pid: stopped } });
      const password = await ensureCluster(placement, options.durable !== false, notify);
      const postgres = new EmbeddedPostgres(options, placement, lock, await freePort(), password);
      await postgres.launch();
      return postgres;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Stops the server that a killed process left behind on a data folder, and starts none. @throws StartupError */
  static async clean(dataDir: string): Promise<void> {
    const placement = placeServer(resolve(dataDir), () => undefined);
    const lock = await lockCluster(placement);
    await clearLeftovers(placement).finally(() => lock.release());
  }

  /** Connects as superuser to the database `oretrail`. */
  get url(): string {
    return `postgres://${SUPERUSER}:${this.password}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /** Process id of the server that runs now. */
  get pid(): number {
    return this.server.pid;
  }

  /** Called each time the server has died and serves again. */
  onRestart(listener: () => void): void {
    this.restartListeners.push(listener);
  }

  /** Called when the server has died and cannot be started again. */
  onGivenUp(listener: (error: StartupError) => void): void {
    this.failureListeners.push(listener);
  }

  /** Stops the server in order, within seven seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.server.stop();
    process.off('exit', this.killOnExit);
    this.lock.release();
  }

  private async launch(): Promise<void> {
    process.on('exit', this.killOnExit);
    try {
      const failure = await this.startOnce();
      if (failure) throw new StartupError('postgres-start-failed', this.failureValues(failure));
      await ensureDatabase(this.url, DATABASE);
    } catch (error) {
      await this.stop();
      throw error;
    }
    void this.supervise();
  }

  /** One try; returns how it failed. */
  private async startOnce(): Promise<string | undefined> {
    const { clusterDir } = this.placement;
    const args = serverArguments(clusterDir, this.port, this.options.durable !== false, this.options.settings ?? {});
    this.server = ServerProcess.launch(this.placement, args);
    const ready = await this.server.ready(() => this.notify({ code: 'postgres-recovering', values: {} }));
    return ready ? undefined : this.server.ended;
  }

  private async supervise(): Promise<void> {
    while (!this.stopping) {
      const { pid } = this.server;
      const how = await this.server.ended;
      if (this.stopping) return;
      this.notify({ code: 'postgres-died', values: { pid, how } });
      const failure = await this.restart();
      if (failure === undefined || this.stopping) continue;
      const values = { ...this.failureValues(failure), tries: START_TRIES };
      for (const listener of this.failureListeners) listener(new StartupError('postgres-given-up', values));
      return;
    }
  }

  /** Tries several times, a little longer apart each time; returns how the last one failed. */
  private async restart(): Promise<string | undefined> {
    const since = Date.now();
    let failure: string | undefined;
    for (let tries = 1; tries <= START_TRIES && !this.stopping; tries++) {
      if (tries > 1) await delay(250 * 2 ** (tries - 2));
      failure = await this.tryAgain();
      if (failure !== undefined) continue;
      const seconds = ((Date.now() - since) / 1000).toFixed(1);
      this.notify({ code: 'postgres-restarted', values: { pid: this.pid, seconds } });
      for (const listener of this.restartListeners) listener();
      return undefined;
    }
    return failure;
  }

  private async tryAgain(): Promise<string | undefined> {
    try {
      await clearLeftovers(this.placement);
      return this.stopping ? 'stopped' : await this.startOnce();
    } catch (error) {
      return (error as Error).message;
    }
  }

  private failureValues(how: string): Notice['values'] {
    return { how, log: logFile(this.placement.dataDir), tail: this.server.logTail() };
  }

  private notify(notice: Notice): void {
    this.options.onNotice?.(notice);
  }
}

/** One process per database, even where two data folders name the same one. */
export async function lockCluster({ clusterDir, dataDir }: Placement): Promise<InstanceLock> {
  try {
    return await InstanceLock.acquire(`${clusterDir}.lock`);
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new StartupError('already-running', { path: dataDir, pid: error.holder.pid });
  }
}
