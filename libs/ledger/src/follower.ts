import type { Context } from '#kernel';
import { Pause, backOffMs, sleep, type Database, type Logger, type Transaction } from '#platform';
import { selectEntries, type Entry, type Ledger } from './ledger.js';
import { movePlace, readPlace, takePlace } from './storage/follower.repository.js';

export interface FollowerOptions {
  /** Names the cursor: followers of one name, in whatever process, share it. */
  readonly name: string;
  readonly database: Database;
  readonly ledger: Ledger;
  /**
   * Takes a range of entries, in order and without gaps, within seconds. What it writes with `tx` is committed with
   * the cursor or not at all; anything else may happen twice for a range. What it throws is tried again for ever.
   */
  readonly handle: (entries: readonly Entry[], tx: Transaction) => Promise<void>;
  /** Is told after a range has been committed. */
  readonly handled?: () => void;
  /** Most entries of a range; 1,000 by default and at most. */
  readonly rangeMax?: number;
  /** How often it looks for entries of other processes; 500 by default. */
  readonly pollMs?: number;
  /** While the ledger grows, how long it rests after a range, as a multiple of the time that took; 0 by default. */
  readonly restRatio?: number;
  /** First wait after a failure, doubled from one to the next; 200 by default. */
  readonly retryMs?: number;
  readonly logger?: Logger;
}

export interface FollowerStatus {
  readonly name: string;
  /** `stopped`: not running; `following`: in order; `retrying`: the last range or the database failed. */
  readonly state: 'stopped' | 'following' | 'retrying';
  /** Last position handled. */
  readonly seq: number;
  /** Entries it is behind the ledger, as last seen. */
  readonly lag: number;
  /** Failures in a row, and what the last of them said. */
  readonly failures: number;
  readonly error?: string;
}

const RANGE_MAX = 1_000;

/** Followers see every entry, whoever's it is. */
const CONTEXT: Context = {
  actor: 'oretrail',
  role: 'system',
  channel: 'follower',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

/**
 * Reads the ledger behind a named cursor and hands every entry to its handler, in order. Positions are dense and in
 * commit order, so `seq > cursor` can miss nothing; a gap would be a broken ledger and stops the follower.
 */
export class Follower {
  private place = { seq: 0, head: 0 };
  private failures = 0;
  private error: string | undefined;
  private readonly pause = new Pause();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly options: FollowerOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Waits for the range in hand. A stopped follower does not start again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.pause.wake();
    await this.running;
  }

  status(): FollowerStatus {
    const { seq, head } = this.place;
    const { failures, error } = this;
    const isRunning = this.running !== undefined && !this.stopping.signal.aborted;
    return {
      name: this.options.name,
      state: !isRunning ? 'stopped' : failures > 0 ? 'retrying' : 'following',
      seq,
      lag: Math.max(0, head - seq),
      failures,
      ...(error === undefined ? {} : { error }),
    };
  }

  private async run(): Promise<void> {
    const { ledger, pollMs = 500 } = this.options;
    const forget = ledger.onAppended(() => this.pause.wake());
    while (!this.stopping.signal.aborted) {
      try {
        const { head } = this.place;
        const start = performance.now();
        const isBehind = await this.advance();
        this.failures = 0;
        this.error = undefined;
        if (!isBehind) await this.pause.wait(pollMs);
        else if (this.place.head > head) await this.rest(performance.now() - start);
      } catch (error) {
        await this.backOff(error as Error);
      }
    }
    forget();
  }

  /** Handles the next range. False where the cursor stays where it was. */
  private async advance(): Promise<boolean> {
    const { database, name } = this.options;
    this.place = await readPlace(database, CONTEXT, name);
    if (this.place.seq >= this.place.head) return false;
    const { seq: before, head } = this.place;
    const seq = await database.write(CONTEXT, tx => this.handleRange(tx));
    this.place = { seq, head: Math.max(seq, head) };
    if (seq > before) this.options.handled?.();
    return seq > before;
  }

  private async handleRange(tx: Transaction): Promise<number> {
    const { name, handle, rangeMax = RANGE_MAX } = this.options;
    const after = await takePlace(tx, name);
    const { text, values } = selectEntries(after, Math.min(rangeMax, RANGE_MAX));
    const entries = await tx.query<Entry>(text, values);
    const last = after + entries.length;
    if (entries.length === 0) return last;
    if (entries.some(({ seq }, index) => seq !== after + 1 + index))
      throw new Error(`The ledger has a gap after ${after}`);
    await handle(entries, tx);
    await movePlace(tx, name, last);
    return last;
  }

  /** Leaves the machine to those who record. */
  private async rest(tookMs: number): Promise<void> {
    const { restRatio = 0 } = this.options;
    if (restRatio > 0) await sleep(restRatio * tookMs, this.stopping.signal);
  }

  private async backOff(error: Error): Promise<void> {
    const { name, retryMs, logger } = this.options;
    this.failures++;
    this.error = error.message;
    logger?.warn({ follower: name, err: error, failures: this.failures }, 'a ledger follower failed and tries again');
    await sleep(backOffMs(this.failures, retryMs), this.stopping.signal);
  }
}
