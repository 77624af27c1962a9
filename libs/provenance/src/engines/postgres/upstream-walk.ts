import type { Context } from '#kernel';
import type { Database, Statement } from '#platform';
import type { Upstream, UpstreamDraws } from '../../domain/upstream.js';
import type { WalkLimits } from '../../provenance-store.js';
import type { ClosureFacts } from './closure-facts.js';
import { DrawList } from './draw-list.js';
import { FactsLane } from './facts-lane.js';
import { unpack } from './packed.js';
import { type DrawColumns, drawsOf, reachOf } from './walk-statements.js';

/** Events whose draws are read at once. */
const CHUNK = 4_000;

/**
 * One walk upstream. One recursive statement finds the events, each visited once; their draws and facts are read in a few
 * statements, on two connections: what was believed at a position never changes, so they need no common snapshot. The
 * steps are then followed in memory, up to the limits.
 */
export class UpstreamWalk {
  private readonly levels = new Map<number, number>();
  private readonly holdings = new Map<number, number>();
  private readonly draws = new DrawList();
  /** Indices of the draws that were followed. */
  private readonly followed: number[] = [];
  private readonly lane: FactsLane;
  private unread: number[] = [];
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
    const reach = await this.read<{ nos: string | null }>(reachOf(eventNos, this.position, this.limits.nodes + 1));
    this.unread = unpack(reach.nos).reverse();
    let frontier = this.visit(eventNos, 0);
    for (let level = 1; frontier.length > 0 && !this.truncated; level++) {
      await this.readUpTo(frontier);
      frontier = this.visit(this.follow(frontier), level);
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

  /** Reads on until the draws of all these events are known; the statement found events in the order of steps. */
  private async readUpTo(eventNos: readonly number[]): Promise<void> {
    while (this.unread.length > 0 && eventNos.some(no => !this.draws.knows(no))) {
      const chunk = this.unread.splice(-CHUNK).sort((a, b) => a - b);
      this.lane.ofEvents(chunk);
      const columns = await this.read<DrawColumns>(drawsOf(chunk, this.position));
      this.lane.ofHoldings(this.draws.add(chunk, columns));
    }
  }

  /** Events that yielded what these events drew. */
  private follow(eventNos: readonly number[]): number[] {
    const found: number[] = [];
    for (const no of eventNos) {
      for (const draw of this.draws.of(no)) {
        this.followed.push(draw);
        const holdingNo = this.draws.holdingNo[draw]!;
        if (!this.holdings.has(holdingNo)) this.holdings.set(holdingNo, this.holdings.size);
        found.push(this.draws.fromEventNo[draw]!);
      }
    }
    return found;
  }

  /** What only the types of the events tell: which of them counted mass, and which blended it. */
  private furtherQuestions(facts: ClosureFacts): { counting: number[]; yielding: number[] } {
    const { eventNo, poolNo } = this.draws;
    const feeding = new Set(this.followed.filter(draw => poolNo[draw] !== 0).map(draw => eventNo[draw]!));
    const isOf = (type: string) => (no: number) => facts.typeOf(no) === type;
    const counts = [...this.levels.keys()].filter(isOf('stocktake'));
    return {
      counting: [...counts, ...[...feeding].filter(isOf('receipt'))],
      yielding: this.limits.yields ? [...feeding].filter(isOf('processing')) : [],
    };
  }

  private assemble(facts: ClosureFacts): Upstream {
    const events = facts.orderedEvents(this.levels);
    return {
      events,
      holdingNos: [...this.holdings.keys()],
      draws: this.drawColumns(events.index),
      lots: facts.lots(),
      units: facts.units,
      roots: facts.rootsAmong(events.index),
      counted: facts.counted,
      yields: facts.yields,
      truncated: this.truncated,
    };
  }

  private drawColumns(index: ReadonlyMap<number, number>): UpstreamDraws {
    const { followed, holdings } = this;
    const { eventNo, holdingNo, fromEventNo, poolNo, reoG } = this.draws;
    const [event, holding, from] = [0, 1, 2].map(() => new Int32Array(followed.length));
    followed.forEach((draw, at) => {
      event![at] = index.get(eventNo[draw]!) ?? -1;
      holding![at] = holdings.get(holdingNo[draw]!)!;
      from![at] = index.get(fromEventNo[draw]!) ?? -1;
    });
    return {
      event: event!,
      holding: holding!,
      from: from!,
      poolNo: followed.map(draw => poolNo[draw]!),
      reoG: followed.map(draw => reoG[draw]!),
    };
  }

  private async read<Row>({ text, values, name }: Statement): Promise<Row> {
    const [row] = await this.database.read<Row>(this.context, text, values, name);
    return row!;
  }
}
