import { readFileSync } from 'node:fs';
import type { Ending } from './ending.js';

const EVERY_MS = 250;

/**
 * Ends the service when the npm that runs it is gone: npm passes signals to the shell between it and us only, which
 * dies of them without a word. Does nothing where npm did not start us. Returns how to stop watching.
 */
export function endWithNpm(ending: Ending, environment: Readonly<Record<string, string | undefined>>): () => void {
  if (!environment['npm_lifecycle_event']) return () => undefined;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() !== before) ending.end({ exitCode: 0 });
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The shell that npm started, and npm where the system tells it. */
const ancestors = (): string => `${process.ppid} ${parentOf(process.ppid)}`;

function parentOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}
