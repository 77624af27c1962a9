import type { Context } from '#kernel';
import type { Database, JobHandler, Operation, Slice } from '#platform';
import { DAY_MS, nextPeriod, parsePeriod, periodAt, type Period, type PeriodKind, type Span } from '../periods.js';
import { saveJudged } from '../storage/findings.store.js';
import type { Asked, Screener } from './screener.js';
import { SCREENER, takeTurn } from '../storage/screening-state.js';

/** Kind of operation of a screening run. */
export const RUN = 'screening-run';

/** What a run was asked for, as it is kept. */
export interface RunInput {
  readonly rules?: readonly string[];
  readonly period?: string;
  readonly enterprises?: readonly string[];
  /** ISO 8601. */
  readonly clock: string;
}

export interface RunCursor {
  /** Enterprises done, in the order of their codes. */
  readonly after: string;
  readonly done: number;
  readonly total: number;
  readonly raised: number;
  readonly closed: number;
}

/** A run without a period looks back this far: limitation of administrative penalties is two to five years. */
const YEARS_MAX = 5;

/** Enterprises whose facts are in memory at once. */
const ENTERPRISES_A_SLICE = 16;

/** Judges enterprises slice by slice, then what is no enterprise's; resumed where it was left. */
export class RunJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly screener: Screener,
  ) {}

  async step(_: Context, { input, cursor }: Operation): Promise<Slice> {
    const run = input as RunInput;
    const before = (cursor as RunCursor | undefined) ?? { after: '', done: 0, total: 0, raised: 0, closed: 0 };
    const total = before.total || (await this.count(run));
    const usccs = await this.next(run, before.after);
    const asked = await this.asked(run);
    const examination = usccs.length > 0 ? await this.screener.enterprises(SCREENER, usccs, asked) : await this.screener.registry(SCREENER, asked);
    const saved = await this.database.write(SCREENER, async tx => saveJudged(tx, { ...examination, fromSeq: await takeTurn(tx, { isAwaited: false }) }));
    const done = before.done + usccs.length;
    const isDone = usccs.length === 0;
    return {
      cursor: { after: usccs.at(-1) ?? before.after, done, total, raised: before.raised + saved.raised, closed: before.closed + saved.closed },
      done: isDone,
      progress: isDone ? 1 : Math.min(0.99, done / (total + 1)),
      doneCount: done,
      totalCount: total,
    };
  } // prettier-ignore

  private async asked({ rules, period, clock }: RunInput): Promise<Asked> {
    const at = Date.parse(clock);
    const asked = period === undefined ? undefined : parsePeriod(period);
    return {
      clock: at,
      periods: asked ? periodsOf(asked) : await this.everyPeriod(at),
      ...(asked ? { span: { from: asked.from, until: asked.until } } : {}),
      ...(rules ? { rules: new Set(rules) } : {}),
    };
  }

  /** All months, quarters and years from the first event to the clock. */
  private async everyPeriod(clock: number): Promise<Period[]> {
    const [row] = await this.database.read<{ at: Date | null }>(SCREENER, 'SELECT min(occurred_at) AS at FROM event');
    const from = row?.at?.getTime();
    return from === undefined
      ? []
      : periodsWithin({ from: Math.max(from, clock - YEARS_MAX * 366 * DAY_MS), until: clock });
  }

  private async next({ enterprises }: RunInput, after: string): Promise<string[]> {
    const rows = await this.database.read<{ uscc: string }>(SCREENER, NEXT, [after, enterprises ?? null, ENTERPRISES_A_SLICE]); // prettier-ignore
    return rows.map(({ uscc }) => uscc);
  }

  private async count({ enterprises }: RunInput): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(SCREENER, `SELECT count(*) AS count FROM (${NEXT}) t`, ['', enterprises ?? null, 1e9]); // prettier-ignore
    return row!.count;
  }
}

/** Every enterprise that registered itself or did something. */
const NEXT = `
  SELECT key AS uscc FROM registry_version
  WHERE collection = 'enterprises' AND key > $1 AND ($2::text[] IS NULL OR key = ANY ($2))
  GROUP BY key ORDER BY key LIMIT $3`;

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'year'];

/**
 * The periods that a run over one evaluates: itself, those inside it, a quarter that ends with it, and its year, for
 * running totals (reading K2).
 */
export function periodsOf(asked: Period): Period[] {
  const inside = periodsWithin(asked).filter(({ from, until }) => asked.from <= from && until <= asked.until);
  const around = [periodAt('quarter', asked.from), periodAt('year', asked.from)];
  const reached = around.filter(({ kind, until }) => kind === 'year' || until === asked.until);
  return [...new Map([...inside, ...reached].map(each => [each.label, each])).values()];
}

/** All months, quarters and years that a span reaches into. */
function periodsWithin({ from, until }: Span): Period[] {
  return KINDS.flatMap(kind => {
    const periods: Period[] = [];
    for (let each = periodAt(kind, from); each.from < until; each = nextPeriod(each)) periods.push(each);
    return periods;
  });
}
