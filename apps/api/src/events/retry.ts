import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '#kernel';

const RETRY_FOR_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Tries again while the service is unavailable, for half a minute: a restart of the database is waited out. Gives up
 * at once when `stopping` says so.
 */
export async function retryWhileUnavailable<T>(work: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  const until = Date.now() + RETRY_FOR_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable) || stopping.aborted || Date.now() >= until) throw error;
      await pause(PAUSE_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}
