import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** A process as Linux shows it under /proc; nothing elsewhere. */
interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** Processor seconds it has used, with those of its ended children. */
  readonly seconds: number;
}

/** Processor seconds that a process, and that everything it has started, have used so far. */
export function processorSeconds(pid: number): { readonly own: number; readonly below: number } {
  const all = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? seen(Number(name)) : []));
  const below = (parent: number): number =>
    all.filter(each => each.parent === parent).reduce((sum, each) => sum + each.seconds + below(each.pid), 0);
  return { own: all.find(each => each.pid === pid)?.seconds ?? 0, below: below(pid) };
}

function seen(pid: number): Seen[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return [{ pid, parent: fields[1]!, seconds: ticks / TICKS_PER_SECOND }];
  } catch {
    return []; // it has ended
  }
}

/** Resident memory of a process in MiB. */
export function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN) / 1024;
}
