import { type Database, Pause } from '#platform';
import { isAwaited } from '../storage/due.js';
import { readSettled } from '../storage/screening-state.js';

/** A ledger that grows by more entries in this time is taking in an import. */
const GROWTH_MAX = 200;
const GROWTH_MS = 500;

/** Of the time work takes, how much is left to others before the next. */
const REST_RATIO = 9;
const REST_MAX_MS = 5_000;

/** Time for work that no verdict waits for: not while an import runs, and cut short by what verdicts wait for. */
export class Leisure {
  private readonly pause = new Pause();
  private hasEnded = false;

  constructor(private readonly database: Database) {}

  /** Something may have become due that verdicts wait for. */
  wake(): void {
    this.pause.wake();
  }

  /** Nobody rests any more: the process is to stop. */
  end(): void {
    this.hasEnded = true;
    this.wake();
  }

  /** Looks for half a second whether there is time. */
  async isThere(): Promise<boolean> {
    return !(await this.isOver());
  }

  /**
   * Does work and rests from it. Work is stopped, and has to be done again, when an import begins, as what it holds would
   * come on top of that, or when a verdict comes to wait: then nothing is answered.
   */
  async spend(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const start = performance.now();
    const [stop, done] = [new AbortController(), new AbortController()];
    done.signal.addEventListener('abort', () => this.wake());
    const watching = this.watch(stop, done.signal).catch(() => undefined);
    try {
      await work(stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      done.abort();
      await watching;
    }
    await this.wait(Math.min(REST_MAX_MS, (performance.now() - start) * REST_RATIO));
  }

  private async watch(stop: AbortController, done: AbortSignal): Promise<void> {
    while (!done.aborted) if ((await this.isOver(done)) && !done.aborted) stop.abort();
  }

  private async isOver(done?: AbortSignal): Promise<boolean> {
    const { head } = await readSettled(this.database);
    if (await this.wait(GROWTH_MS, done)) return true;
    return (await readSettled(this.database)).head - head > GROWTH_MAX;
  }

  /** Waits, but not when a verdict comes to wait: true. */
  private async wait(ms: number, done?: AbortSignal): Promise<boolean> {
    for (const until = performance.now() + ms; ;) {
      const left = until - performance.now();
      if (left <= 0 || done?.aborted || this.hasEnded) return false;
      await this.pause.wait(Math.min(left, GROWTH_MS));
      if (await isAwaited(this.database)) return true;
    }
  }
}
