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
import type { Leisure } from './leisure.js';
import { openPeriods } from './open-periods.js';
import type { Asked, Examination, Screener } from './screener.js';
import { SCREENER, takeTurn } from '../storage/screening-state.js';

const EVENTS_A_SLICE = 200;
const ENTERPRISES_A_SLICE = 4;

/** How long origins that are being computed anew are waited for before they are looked at again. */
const RECOMPUTING_MS = 100;

/** Judges events and enterprises that have become due, events first: verdicts wait for them. */
export class DueJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly screener: Screener,
    private readonly leisure: Leisure,
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
      await tx.pipeline([forgetDueEvents(settled)]);
    });
    if (examination.recomputing.size > 0) await delay(RECOMPUTING_MS);
    return true;
  }

  private async enterprises(): Promise<boolean> {
    const due = await this.database.write(SCREENER, tx => takeDueEnterprises(tx, ENTERPRISES_A_SLICE));
    const awaited = new Set(due.filter(isWaitedFor).map(({ uscc }) => uscc));
    if (awaited.size > 0) await this.judge(due.filter(({ uscc }) => awaited.has(uscc)));
    else if (due.length > 0 && (await this.leisure.isThere()))
      await this.leisure.spend(signal => this.judge(due, signal));
    return due.length > 0;
  }

  private async judge(due: readonly DueEnterprise[], signal?: AbortSignal): Promise<void> {
    const examinations = await this.examine(due, signal);
    const isRecomputing = examinations.some(({ recomputing }) => recomputing.size > 0);
    await this.database.write(SCREENER, async tx => {
      const fromSeq = await takeTurn(tx, { isAwaited: due.some(isWaitedFor) });
      for (const examination of examinations) await saveJudged(tx, { ...examination, fromSeq });
      if (!isRecomputing) await tx.pipeline([forgetDueEnterprises(due)]);
    });
    if (isRecomputing) await delay(RECOMPUTING_MS);
  }

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
}

const isWaitedFor = ({ awaited }: DueEnterprise): boolean => awaited !== null;
