import { dayOf, formatInstant } from '#kernel';
import { type Database, enqueueStatement, type JobQueue } from '#platform';
import { RUN } from './run.job.js';
import { SCREENER } from '../storage/screening-state.js';

const LOOK_MS = 10 * 60_000;

/**
 * Asks for a run over everything once a day, so that deadlines that pass are noticed and periods that close are judged.
 * The day is the operation's key: of several processes one asks.
 */
export class Schedule {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.ask().catch(() => undefined), LOOK_MS); // looks again soon
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Queues today's run unless it has been asked for. The first day of an installation has nothing overdue yet. */
  private async ask(): Promise<void> {
    const now = new Date();
    const key = `daily:${dayOf(now)}`;
    const asked = await this.database.write(SCREENER, async tx => {
      const [known] = await tx.query<{ count: number }>('SELECT count(*) AS count FROM operation WHERE kind = $1 AND key = $2', [RUN, key]); // prettier-ignore
      if (known!.count > 0) return false;
      await tx.pipeline([enqueueStatement(SCREENER, RUN, { clock: formatInstant(now) }, { key })]);
      return true;
    });
    if (asked) this.jobs.wake();
  }
}
