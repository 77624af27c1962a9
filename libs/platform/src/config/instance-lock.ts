import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processFacts } from './processes.js';

/** Who holds a lock: a process, and the address it serves once it does. */
export interface LockHolder {
  readonly pid: number;
  /** Tells a later process of the same id apart; empty where the system does not say. */
  readonly identity: string;
  readonly url?: string;
}

/** The lock is held by a process that is alive. */
export class LockHeldError extends Error {
  constructor(readonly holder: LockHolder) {
    super(`held by process ${holder.pid}`);
  }
}

/**
 * A file that names the one process that may use what it stands for. Survives its holder: a file left by a killed
 * process is recognised (by process id and start time) and taken over. Holds on one machine, not across containers
 * with process ids of their own.
 */
export class InstanceLock {
  private constructor(
    private readonly file: string,
    private readonly own: LockHolder,
    /** The killed process from which the lock was taken over. */
    readonly takenOverFrom: LockHolder | undefined,
  ) {
    process.once('exit', this.release);
  }

  /** @throws LockHeldError */
  static async acquire(file: string): Promise<InstanceLock> {
    const own = { pid: process.pid, identity: processFacts(process.pid)?.identity ?? '' };
    let stale: LockHolder | undefined;
    for (;;) {
      if (create(file, own)) return new InstanceLock(file, own, stale);
      const { holder, text } = await readSettled(file);
      if (holder && isHeld(holder)) throw new LockHeldError(holder);
      if (text !== undefined && setAside(file, text)) stale = holder;
    }
  }

  /** Adds the address that the holder serves, for {@link findInstance}. */
  publish(url: string): void {
    writeFileSync(this.file, JSON.stringify({ ...this.own, url }), { mode: 0o644 });
  }

  /** Gives the lock up, as the end of the process does; does nothing where it is somebody else's by now. */
  readonly release = (): void => {
    process.off('exit', this.release);
    const holder = parse(readText(this.file) ?? '');
    if (holder?.pid === this.own.pid && holder.identity === this.own.identity) rmSync(this.file, { force: true });
  };
}

export const instanceLockFile = (dataDir: string): string => join(dataDir, 'oretrail.pid');

/** The instance that runs on a data folder, or `undefined`. */
export function findInstance(dataDir: string): LockHolder | undefined {
  const holder = parse(readText(instanceLockFile(dataDir)) ?? '');
  return holder && isHeld(holder) ? holder : undefined;
}

function create(file: string, own: LockHolder): boolean {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(holder: LockHolder): boolean {
  const facts = processFacts(holder.pid);
  if (!facts) return false;
  return !holder.identity || !facts.identity || facts.identity === holder.identity;
}

/** A file just created may still be empty: it gets half a second to be filled. */
async function readSettled(file: string): Promise<{ holder?: LockHolder | undefined; text?: string | undefined }> {
  for (let tries = 0; tries < 10; tries++) {
    const text = readText(file);
    if (text === undefined) return {};
    const holder = parse(text);
    if (holder) return { holder, text };
    await delay(50);
  }
  return { text: readText(file) };
}

/** Moves a stale file away, in one step that only one of several processes can win; puts back what is not stale. */
function setAside(file: string, staleText: string): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  const wasStale = readText(aside) === staleText;
  if (wasStale) rmSync(aside, { force: true });
  else renameSync(aside, file);
  return wasStale;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as LockHolder;
    return Number.isSafeInteger(value.pid) ? value : undefined;
  } catch {
    return undefined;
  }
}
