import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '#platform';

/** The embedded PostgreSQL of a data folder, seen from outside: by its files and by /proc. */
export class PostgresOf {
  constructor(private readonly dataDir: string) {}

  /** Id of the server process that wrote the pid file; `undefined` where there is none. */
  get postmaster(): number | undefined {
    const [pid] = this.pidFile();
    return pid ? Number(pid) : undefined;
  }

  /** Whether the server takes connections, by its own account. */
  get isReady(): boolean {
    return this.pidFile()[7]?.trim() === 'ready';
  }

  /** Ids of all its processes. */
  processes(): number[] {
    const home = this.folder();
    if (!existsSync(home)) return [];
    const real = realpathSync(home);
    const ids = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
    return ids.filter(pid => worksIn(pid, real));
  }

  signal(name: NodeJS.Signals): void {
    for (const pid of this.processes()) sendSignal(pid, name);
  }

  /** Makes all its processes hang: first the one that starts the others, so that afterwards there are no more. */
  freeze(): void {
    sendSignal(this.postmaster!, 'SIGSTOP');
    while (!this.processes().every(isStopped)) this.signal('SIGSTOP');
  }

  /** Kills what is left of it. */
  async end(): Promise<void> {
    for (let tries = 0; this.processes().length > 0 && tries < 100; tries++) {
      this.signal('SIGKILL');
      await delay(50);
    }
  }

  /** Its database, as the superuser reaches it. */
  get url(): string {
    const password = readFileSync(join(this.dataDir, 'postgres.password'), 'utf8').trim();
    return `postgres://postgres:${password}@127.0.0.1:${this.pidFile()[3]}/oretrail`;
  }

  /** Its database; to be closed by the caller. */
  connect(): Database {
    return new Database({ url: this.url, poolSize: 20 });
  }

  private pidFile(): string[] {
    const file = join(this.folder(), 'postmaster.pid');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  }

  /** Elsewhere where root runs below a closed folder. */
  private folder(): string {
    const location = join(this.dataDir, 'postgres.location');
    return join(existsSync(location) ? readFileSync(location, 'utf8').trim() : this.dataDir, 'postgres');
  }
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false; // it has ended
  }
}

function isStopped(pid: number): boolean {
  try {
    return /^State:\s+[TXZ]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true; // it has ended
  }
}

/** Sends a signal to a process that may have ended. */
export function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended
  }
}
