import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../config/notices.js';
import { processFacts } from '../config/processes.js';
import type { Placement } from './placement.js';
import { runProgram } from './run-program.js';

/** What PostgreSQL writes into `postmaster.pid` (format of PostgreSQL 10 and newer). */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

export function readPostmasterFile(clusterDir: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'latin1').split('\n');
    const pid = Math.abs(Number(lines[0])); // negative in single-user mode
    return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Leaves nothing of an earlier server running on these files: stops it if it is alive, ends its orphaned helpers,
 * removes its pid file. Returns the id of the server it stopped. Never touches a process of anybody else.
 * @throws StartupError `postgres-stuck`
 */
export async function clearLeftovers(placement: Placement): Promise<number | undefined> {
  const { clusterDir } = placement;
  if (!existsSync(clusterDir)) return undefined;
  const left = readPostmasterFile(clusterDir);
  const alive = left !== undefined && isServerOf(left.pid, clusterDir);
  if (alive) await stopServer(placement, left.pid);
  await endOrphans(clusterDir);
  if (left && isVoid(left.pid)) rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
  return alive ? left.pid : undefined;
}

/**
 * Whether a pid file names nobody of ours, though PostgreSQL itself would believe it: the id is taken by a stranger or
 * a zombie. Where helpers cannot be looked for, a dead id is left to PostgreSQL's own check for them.
 */
function isVoid(pid: number): boolean {
  const facts = processFacts(pid);
  return facts ? isStranger(facts.program) : process.platform === 'linux';
}

async function stopServer(placement: Placement, pid: number): Promise<void> {
  for (const [mode, seconds] of [
    ['fast', 5],
    ['immediate', 5],
  ] as const) {
    await runProgram(placement, 'pg_ctl', ['stop', '-D', placement.clusterDir, '-m', mode, '-t', String(seconds)]);
    if (await vanishes(() => isServerOf(pid, placement.clusterDir), 500)) return;
  }
  throw new StartupError('postgres-stuck', { pid, path: placement.clusterDir });
}

/**
 * Helpers of a killed server end by themselves, a busy one only when its statement does. After two seconds they are
 * killed: they serve nobody, and the next server cannot start before they are gone.
 */
export async function endOrphans(clusterDir: string): Promise<void> {
  if (await vanishes(() => helpersOf(clusterDir).length > 0, 2_000)) return;
  for (const pid of helpersOf(clusterDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended meanwhile
    }
  }
  await vanishes(() => helpersOf(clusterDir).length > 0, 2_000);
}

async function vanishes(exists: () => boolean, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; exists(); await delay(20)) if (Date.now() > end) return false;
  return true;
}

function isServerOf(pid: number, clusterDir: string): boolean {
  if (process.platform === 'linux') return helpersOf(clusterDir).includes(pid);
  const facts = processFacts(pid);
  return facts !== undefined && !isStranger(facts.program);
}

/** An id taken over by some other program; an unknown name may be ours. */
const isStranger = (program: string): boolean => program !== '' && !/^postgres(\.exe)?/.test(program);

/** Ids of all PostgreSQL processes that work in a data directory; where there is no /proc nobody can tell. */
function helpersOf(clusterDir: string): number[] {
  if (process.platform !== 'linux') return [];
  const home = realpathSync(clusterDir);
  const pids = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
  return pids.filter(pid => worksIn(pid, home));
}

function worksIn(pid: number, home: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === home && processFacts(pid)?.program === 'postgres';
  } catch {
    return false;
  }
}
