import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemEnvironment } from './config.js';

/** What the system says of a process: its program's name, and a token that no other process ever has with this id. */
export interface ProcessFacts {
  readonly program: string;
  readonly identity: string;
}

/**
 * Facts of a running process, whoever owns it; `undefined` where there is none. A zombie counts as gone: it holds
 * nothing any more, though its id is still taken.
 */
export function processFacts(pid: number): ProcessFacts | undefined {
  if (!hasId(pid)) return undefined;
  return process.platform === 'linux' ? factsFromProc(pid) : factsFromPs(pid);
}

function hasId(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function factsFromProc(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const program = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return { program, identity: `${bootId()}:${fields[18]}` }; // field 22 of proc(5): ticks from boot to start
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { program: '', identity: '' };
  }
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();

function factsFromPs(pid: number): ProcessFacts | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'lstart=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      env: systemEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { identity: line.slice(0, 24).trim(), program: line.slice(24).trim().split('/').pop() ?? '' };
  } catch {
    return { program: '', identity: '' }; // no ps (Windows): only the id is known
  }
}
