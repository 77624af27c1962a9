import type { Context } from '#kernel';
import type { Database } from '#platform';
import type { Upstream } from '../../domain/upstream.js';
import type { WalkLimits } from '../../provenance-store.js';
import type { ClosureFacts } from './closure-facts.js';
import { FactsLane } from './facts-lane.js';
import { unpack } from './packed.js';
import { type DrawColumns, drawsOf } from './walk-statements.js';

/**
 * One walk upstream, step by step from the subject: each event is visited once, and each step is one statement for all
 * its events. What was believed at a position never changes, so the statements need no common snapshot: the facts of
 * events already found are read on a second connection while the walk goes on.
 */
export class UpstreamWalk {
  private readonly levels = new Map<number, number>();
  private readonly holdings = new Map<number, number>();
  private readonly draws = {
    eventNo: [] as number[],
    holding: [] as number[],
    fromEventNo: [] as number[],
    poolNo: [] as number[],
    reoG: [] as number[],
  };
  private readonly lane: FactsLane;
  private truncated = false;

  constructor(
    private readonly database: Database,
    private readonly context: Context,
    private readonly position: number,
    private readonly limits: WalkLimits,
  ) {
    this.lane = new FactsLane(database, context, position);
  }

  async from(eventNos: readonly number[]): Promise<Upstream> {
    let frontier = this.visit(eventNos, 0);
    for (let level = 1; frontier.length > 0; level++) {
      this.lane.ofEvents(frontier);
      if (this.truncated) break;
      frontier = this.visit(await this.step(frontier), level);
    }
    return this.assemble(await this.lane.finish(facts => this.furtherQuestions(facts)));
  }

  /** Events not visited before, in ascending order. */
  private visit(eventNos: Iterable<number>, level: number): number[] {
    const fresh: number[] = [];
    for (const no of eventNos) {
      if (this.levels.has(no)) continue;
      this.levels.set(no, level);
      fresh.push(no);
    }
    const late = this.limits.deadline !== undefined && performance.now() > this.limits.deadline;
    this.truncated = fresh.length > 0 && (late || this.levels.size + this.holdings.size > this.limits.nodes);
    return fresh.sort((a, b) => a - b);
  }

  /** Reads the draws of events; returns the events that yielded what they drew. */
  private async step(eventNos: readonly number[]): Promise<number[]> {
    const { text, values, name } = drawsOf(eventNos, this.position);
    const [columns] = await this.database.read<DrawColumns>(this.context, text, values, name);
    const fromNos = unpack(columns!.fromNos);
    const holdingNos = unpack(columns!.holdingNos);
    const poolNos = unpack(columns!.poolNos);
    append(this.draws.eventNo, unpack(columns!.eventNos));
    append(
      this.draws.holding,
      holdingNos.map(no => this.holdingIndex(no)),
    );
    append(this.draws.fromEventNo, fromNos);
    append(this.draws.poolNo, poolNos);
    append(this.draws.reoG, spread(unpack(columns!.fedReo), poolNos));
    this.lane.ofHoldings(holdingNos.filter((_, index) => poolNos[index] !== 0));
    return fromNos;
  }

  private holdingIndex(no: number): number {
    let index = this.holdings.get(no);
    if (index === undefined) this.holdings.set(no, (index = this.holdings.size));
    return index;
  }

  /** What only the types of the events tell: which of them counted mass, and which blended it. */
  private furtherQuestions(facts: ClosureFacts): { counting: number[]; yielding: number[] } {
    const feeding = new Set(this.draws.eventNo.filter((_, index) => this.draws.poolNo[index] !== 0));
    const isOf = (type: string) => (no: number) => facts.typeOf(no) === type;
    const counts = [...this.levels.keys()].filter(isOf('stocktake'));
    return {
      counting: [...counts, ...[...feeding].filter(isOf('receipt'))],
      yielding: this.limits.yields ? [...feeding].filter(isOf('processing')) : [],
    };
  }

  private assemble(facts: ClosureFacts): Upstream {
    const events = facts.orderedEvents(this.levels);
    const { eventNo, holding, fromEventNo, poolNo, reoG } = this.draws;
    return {
      events,
      holdingNos: [...this.holdings.keys()],
      draws: {
        event: indicesOf(eventNo, events.index),
        holding: Int32Array.from(holding),
        from: indicesOf(fromEventNo, events.index),
        poolNo,
        reoG,
      },
      lots: facts.lots(),
      units: facts.units,
      roots: facts.roots,
      counted: facts.counted,
      yields: facts.yields,
      truncated: this.truncated,
    };
  }
}

/** Indices of numbers; -1 for those that have none. Equal numbers mostly stand together. */
function indicesOf(nos: readonly number[], index: ReadonlyMap<number, number>): Int32Array {
  const indices = new Int32Array(nos.length);
  let [last, lastIndex] = [Number.NaN, -1];
  for (let at = 0; at < nos.length; at++) {
    const no = nos[at]!;
    if (no !== last) [last, lastIndex] = [no, index.get(no) ?? -1];
    indices[at] = lastIndex;
  }
  return indices;
}

function append(list: number[], more: readonly number[]): void {
  for (const value of more) list.push(value);
}

/** Values of the draws that feed a pool, put in their places among all draws. */
function spread(values: readonly number[], poolNos: readonly number[]): number[] {
  let next = 0;
  return poolNos.map(poolNo => (poolNo === 0 ? 0 : values[next++]!));
}
