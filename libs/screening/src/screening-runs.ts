import { type Context, formatInstant, NotFound, Refused, type PlacedFault } from '#kernel';
import type { JobQueue, Operations } from '#platform';
import { RUN, type RunCursor, type RunInput } from './engine/run.job.js';
import { parsePeriod } from './periods.js';
import { findRule } from './rules/index.js';

export interface RunRequest {
  /** Codes of rules; all by default. */
  readonly rules?: readonly string[];
  /** `2026`, `2026-Q3` or `2026-10`; everything up to the clock by default. */
  readonly period?: string;
  /** USCCs; all by default. */
  readonly enterprises?: readonly string[];
  /** The instant that deadlines take for now. */
  readonly clock?: Date;
}

export interface ScreeningRun {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** From 0 to 1. */
  readonly progress: number;
  /** Findings raised, those closed before among them, and findings closed. */
  readonly raised: number;
  readonly closed: number;
  /** Why it failed. */
  readonly error?: string;
}

/** Runs of screening on demand: queued, resumed after a crash, with progress. */
export class ScreeningRuns {
  constructor(
    private readonly jobs: JobQueue,
    private readonly operations: Operations,
  ) {}

  /** Queues a run; answers its id. Throws {@link Refused} for rules that do not exist and periods that are none. */
  async start(context: Context, { rules, period, enterprises, clock = new Date() }: RunRequest): Promise<string> {
    const faults = [...unknownRules(rules ?? []), ...badPeriod(period)];
    if (faults.length > 0) throw new Refused(faults);
    const input: RunInput = {
      ...(rules ? { rules } : {}),
      ...(period === undefined ? {} : { period }),
      ...(enterprises ? { enterprises } : {}),
      clock: formatInstant(clock),
    };
    const id = await this.jobs.enqueue(context, RUN, input);
    this.jobs.wake();
    return id;
  }

  async get(context: Context, id: string): Promise<ScreeningRun> {
    const operation = await this.operations.get(context, id);
    if (operation.kind !== RUN) throw new NotFound('screening run', id);
    const { state, progress, cursor, error } = operation;
    const { raised = 0, closed = 0 } = (cursor as RunCursor | undefined) ?? {};
    const failed = state === 'cancelled' ? 'failed' : state;
    return { id, state: failed, progress, raised, closed, ...(error === undefined ? {} : { error }) };
  }
}

const unknownRules = (rules: readonly string[]): PlacedFault[] =>
  rules.flatMap((code, index) =>
    findRule(code)
      ? []
      : [{ code: 'out-of-range', pointer: `/rules/${index}`, value: code, expected: 'a rule of /v1/screening/rules' }],
  );

const badPeriod = (period: string | undefined): PlacedFault[] =>
  period === undefined || parsePeriod(period)
    ? []
    : [{ code: 'bad-format', pointer: '/period', value: period, expected: 'such as 2026, 2026-Q3 or 2026-10' }];
