import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { programPath } from './binaries.js';
import type { Placement } from './placement.js';
import { readPostmasterFile } from './postmaster.js';
import { howEnded, runProgram, spawnOptions, tailOf } from './run-program.js';

const LOG_BYTES_MAX = 16 * 1024 * 1024;

/** How a server is asked to stop: letting statements go and writing a checkpoint, or at once with recovery later. */
export type StopMode = 'fast' | 'immediate';

/** One run of the PostgreSQL server as a child of this process, logging into `<dataDir>/postgres.log`. */
export class ServerProcess {
  /** Settles when the process has ended, with how; never rejects. */
  readonly ended: Promise<string>;
  private endedHow: string | undefined;

  private constructor(
    private readonly placement: Placement,
    private readonly child: ChildProcess,
    private readonly logOffset: number,
  ) {
    this.ended = new Promise(settle => {
      const end = (how: string): void => settle((this.endedHow ??= how));
      child.once('error', error => end(error.message));
      child.once('exit', (code, signal) => end(howEnded(code, signal)));
    });
  }

  /** In a process group of its own, so that Ctrl-C in the terminal reaches us alone and we stop it in order. */
  static launch(placement: Placement, args: readonly string[]): ServerProcess {
    const file = logFile(placement.dataDir);
    if (existsSync(file) && statSync(file).size > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
    const log = openSync(file, 'a', 0o600);
    const offset = statSync(file).size;
    try {
      const child = spawn(programPath(placement.binaries, 'postgres'), args, {
        ...spawnOptions(placement),
        detached: process.platform !== 'win32',
        stdio: ['ignore', log, log],
      });
      return new ServerProcess(placement, child, offset);
    } finally {
      closeSync(log);
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it takes connections (true) or has ended (false). Recovery may take minutes; `onSlow` is called once. */
  async ready(onSlow: () => void): Promise<boolean> {
    const slowAt = Date.now() + 3_000;
    for (let told = false; this.endedHow === undefined; await delay(15)) {
      const file = readPostmasterFile(this.placement.clusterDir);
      if (file?.ready && file.pid === this.pid) return true;
      if (told || Date.now() < slowAt) continue;
      told = true;
      onSlow();
    }
    return false;
  }

  /** The last lines of what this run wrote into its log. */
  logTail(): string {
    return tailOf(readFrom(logFile(this.placement.dataDir), this.logOffset));
  }

  /** Stops within about `fastMs` plus three seconds, harder where asking does not help; no committed data is lost. */
  async stop(fastMs = 4_000): Promise<void> {
    this.signal('fast');
    if (await this.endsWithin(fastMs)) return;
    this.signal('immediate');
    if (await this.endsWithin(2_500)) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks without waiting. */
  signal(mode: StopMode): void {
    if (this.endedHow !== undefined || !this.child.pid) return;
    const name = mode === 'fast' ? 'INT' : 'QUIT';
    if (process.platform === 'win32') void runProgram(this.placement, 'pg_ctl', ['kill', name, String(this.pid)]);
    else this.child.kill(`SIG${name}`);
  }

  private async endsWithin(ms: number): Promise<boolean> {
    const patience = new AbortController();
    const late = delay(ms, false, { signal: patience.signal }).catch(() => false);
    const inTime = await Promise.race([this.ended.then(() => true), late]);
    patience.abort();
    return inTime;
  }
}

export const logFile = (dataDir: string): string => join(dataDir, 'postgres.log');

function readFrom(file: string, offset: number): string {
  const size = statSync(file).size;
  const start = Math.max(offset, size - 8_192);
  const bytes = Buffer.alloc(Math.max(0, size - start));
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, start);
    return bytes.toString();
  } finally {
    closeSync(handle);
  }
}
