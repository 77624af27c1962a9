import { setTimeout as delay } from 'node:timers/promises';
import { type Database, type JobHandler, type Slice } from '#platform';
import { saveJudged } from '../storage/findings.store.js';
import {
  type DueEnterprise,
  forgetDueEnterprises,
  forgetDueEvents,
  NOBODY,
  takeDueEnterprises,
  takeDueEvents,
} from '../storage/due.js';
import { openPeriods } from './open-periods.js';
import type { Asked, Examination, Screener } from './screener.js';
import { readSettled, SCREENER, takeTurn } from '../storage/screening-state.js';

const EVENTS_A_SLICE = 200;
const ENTERPRISES_A_SLICE = 4;

/** How long origins that are being computed anew are waited for before they are looked at again. */
const RECOMPUTING_MS = 100;

/** A ledger that grows by more entries in this time is taking in an import. */
const GROWTH_MAX = 200;
const GROWTH_MS = 500;

/** Of the time a slice of enterprises takes, how much is left to others before the next. */
const REST_RATIO = 9;
const REST_MAX_MS = 5_000;

/** Judges events and enterprises that have become due, events first: verdicts wait for them. */
export class DueJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly screener: Screener,
    private readonly clock: () => number,
  ) {}

  async step(): Promise<Slice> {
    const isBusy = (await this.events()) || (await this.enterprises());
    return { cursor: {}, done: !isBusy, progress: isBusy ? 0.5 : 1 };
  }

  private async events(): Promise<boolean> {
    const due = await this.database.write(SCREENER, tx => takeDueEvents(tx, EVENTS_A_SLICE));
    if (due.length === 0) return false;
    const examination = await this.screener.events(SCREENER, due.flatMap(({ id }) => id ?? []), this.clock()); // prettier-ignore
    await this.database.write(SCREENER, async tx => {
      const fromSeq = await takeTurn(tx);
      await saveJudged(tx, { ...examination, fromSeq });
      const settled = due.filter(({ id }) => id === null || !examination.recomputing.has(id));
      await tx.pipeline([forgetDueEvents(settled.map(({ eventNo }) => eventNo))]);
    });
    if (examination.recomputing.size > 0) await delay(RECOMPUTING_MS);
    return true;
  }

  private async enterprises(): Promise<boolean> {
    const due = await this.dueNow();
    if (due === undefined) return true;
    if (due.length === 0) return false;
    const start = performance.now();
    const isAwaited = due.some(isWaitedFor);
    const examinations = await (isAwaited ? this.examine(due) : this.unlessImporting(signal => this.examine(due, signal)));
    if (!examinations) return true;
    const isRecomputing = examinations.some(({ recomputing }) => recomputing.size > 0);
    await this.database.write(SCREENER, async tx => {
      const fromSeq = await takeTurn(tx);
      for (const examination of examinations) await saveJudged(tx, { ...examination, fromSeq });
      if (!isRecomputing) await tx.pipeline([forgetDueEnterprises(due)]);
    });
    if (isRecomputing) await delay(RECOMPUTING_MS);
    if (!isAwaited) await delay(Math.min(REST_MAX_MS, (performance.now() - start) * REST_RATIO));
    return true;
  } // prettier-ignore

  private async examine(due: readonly DueEnterprise[], signal?: AbortSignal): Promise<Examination[]> {
    const all = new Set(due.map(({ uscc }) => uscc));
    const usccs = [...all].filter(uscc => uscc !== NOBODY);
    const asked: Asked = {
      clock: this.clock(),
      periods: await openPeriods(this.database, usccs),
      ...(signal ? { signal } : {}),
    };
    return [
      ...(usccs.length > 0 ? [await this.screener.enterprises(SCREENER, usccs, asked)] : []),
      ...(all.has(NOBODY) ? [await this.screener.registry(SCREENER, asked)] : []),
    ];
  }

  /** Enterprises to judge now; undefined while there are only some that no verdict waits for, and the ledger grows fast. */
  private async dueNow(): Promise<readonly DueEnterprise[] | undefined> {
    const due = await this.database.write(SCREENER, tx => takeDueEnterprises(tx, ENTERPRISES_A_SLICE));
    const awaited = new Set(due.filter(isWaitedFor).map(({ uscc }) => uscc));
    if (awaited.size > 0) return due.filter(({ uscc }) => awaited.has(uscc));
    if (due.length === 0) return due;
    return (await this.isImporting()) ? undefined : due;
  }

  /** Stops the work, which is then to be done again, when an import begins: what it holds would come on top of that. */
  private async unlessImporting<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const [importing, over] = [new AbortController(), new AbortController()];
    const watch = async (): Promise<void> => {
      while (!over.signal.aborted) if (await this.isImporting(over.signal)) importing.abort();
    };
    const watching = watch().catch(() => undefined);
    try {
      return await work(importing.signal);
    } catch (error) {
      if (!importing.signal.aborted) throw error;
      return undefined;
    } finally {
      over.abort();
      await watching;
    }
  }

  private async isImporting(over?: AbortSignal): Promise<boolean> {
    const before = await readSettled(this.database);
    await delay(GROWTH_MS, undefined, { signal: over });
    return (await readSettled(this.database)).head - before.head > GROWTH_MAX;
  }
}

const isWaitedFor = ({ awaited }: DueEnterprise): boolean => awaited !== null;
