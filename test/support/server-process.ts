import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresOf } from './postgres-of.js';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Makes it end with the process that started it, as under npm: a test run that is killed leaves no server behind. */
const AS_UNDER_NPM = { npm_lifecycle_event: 'test' };

const READY_WITHIN_MS = 60_000;
const HEALTH_WITHIN_MS = 3_000;

/** One run of the program as its user starts it: `oretrail start` in a process of its own, on a folder of its own. */
export class ServerProcess {
  /** All it has said so far. */
  output = '';
  /** Address it serves, once {@link ready} has resolved. */
  url = '';
  /** The administrator's key, from the same moment on. */
  key = '';
  readonly ended: Promise<End>;
  readonly postgres: PostgresOf;
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;
  private readonly spawnedAt = Date.now();
  private howEnded: End | undefined;

  constructor(
    readonly dataDir: string,
    environment: Readonly<Record<string, string>> = {},
    { port = 0, demo = false }: { readonly port?: number; readonly demo?: boolean } = {},
  ) {
    this.postgres = new PostgresOf(dataDir);
    const args = ['bin/oretrail.mjs', 'start', ...(demo ? [] : ['--empty']), '--port', String(port), '--data', dataDir];
    this.child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], ...AS_UNDER_NPM, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (chunk: Buffer) => void (this.output += chunk.toString()));
    }
    this.ended = new Promise(settle => {
      this.child.once('close', (code, signal) => settle((this.howEnded = { code, signal })));
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Waits until it says where it is and that it can answer; milliseconds since it was started. */
  async ready(): Promise<number> {
    await until(
      () => this.hasGreeted(),
      READY_WITHIN_MS,
      () => `no greeting, but:\n${this.output}`,
    );
    this.url = /ready at (http:\S+)/.exec(this.output)![1]!;
    this.key = readFileSync(join(this.dataDir, 'admin.key'), 'utf8').trim();
    await until(
      () => this.isHealthy(),
      READY_WITHIN_MS,
      () => `not ready:\n${this.output}`,
    );
    return Date.now() - this.spawnedAt;
  }

  /** Whether `/health/ready` says so. */
  async isHealthy(): Promise<boolean> {
    const signal = AbortSignal.timeout(HEALTH_WITHIN_MS);
    return fetch(`${this.url}/health/ready`, { signal }).then(
      answer => answer.ok,
      () => false,
    );
  }

  /** What Ctrl-C does; resolves once it has ended. */
  async interrupt(): Promise<End> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  /** Resident memory in bytes. */
  residentBytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]) * 1024;
  }

  /** Kills it as the system would, without a moment to tidy up; does nothing where it has ended. */
  async kill(): Promise<void> {
    if (!this.howEnded) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it and its PostgreSQL. */
  async destroy(): Promise<void> {
    await this.kill();
    await this.postgres.end();
  }

  private hasGreeted(): boolean {
    if (this.howEnded) throw new Error(`ended with ${this.howEnded.code ?? this.howEnded.signal}:\n${this.output}`);
    return /ready at http:\S+[^]*Ctrl-C/.test(this.output);
  }
}

/** Waits until something holds; throws with `otherwise` after a while. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
  otherwise: () => string,
): Promise<void> {
  for (const end = Date.now() + withinMs; !(await holds()); await delay(50)) {
    if (Date.now() > end) throw new Error(`${withinMs} ms passed: ${otherwise()}`);
  }
}

/** A data folder that the account which runs PostgreSQL can reach. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oretrail-crash-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a data folder, and its database where that had to be kept elsewhere. */
export function removeDataFolder(folder: string): void {
  const location = join(folder, 'postgres.location');
  const places = existsSync(location) ? [readFileSync(location, 'utf8').trim(), folder] : [folder];
  for (const place of places) rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}
