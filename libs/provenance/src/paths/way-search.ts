import type { Transaction } from '#platform';
import { type Reached, stepDown, stepUp, type WayDraw, type WayHolding } from '../domain/ways.js';
import type { Position } from '../engines/postgres/statement-at.js';
import { drawsFrom, drawsOf, yieldsOf } from './path-statements.js';

export interface WayLimits {
  /** Most holdings that one search reaches. */
  readonly nodes: number;
  /** When to stop, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Ways that are enough. */
  readonly max: number;
}

/** Ends of the shortest ways, and whether the search stopped before it had seen everything. */
export interface FoundWays {
  readonly ends: readonly Reached[];
  readonly truncated: boolean;
}

type DrawWithHolding = WayDraw & { readonly holding: WayHolding };

/**
 * Searches ways breadth first, step by step: every holding is reached once, by a shortest way, so nothing grows with the
 * number of ways there are. Ends are told apart by the event next to them.
 */
export class WaySearch {
  private readonly yields = new Map<number, readonly WayHolding[]>();
  private readonly draws = new Map<number, readonly DrawWithHolding[]>();

  constructor(
    private readonly tx: Transaction,
    private readonly position: Position,
    private readonly limits: WayLimits,
  ) {}

  /** Ways that material went, from the start to holdings that are an end. */
  down(start: readonly Reached[], isEnd: (holding: WayHolding) => boolean): Promise<FoundWays> {
    return this.search(start, isEnd, (frontier, visited) => this.stepDown(frontier, visited));
  }

  /** Ways back that material came, from the start to holdings that are an end; the start may be one itself. */
  up(start: readonly Reached[], isEnd: (holding: WayHolding) => boolean): Promise<FoundWays> {
    return this.search(start, isEnd, (frontier, visited) => this.stepUp(frontier, visited, isEnd));
  }

  private async search(
    start: readonly Reached[],
    isEnd: (holding: WayHolding) => boolean,
    step: (frontier: readonly Reached[], visited: Set<number>) => Promise<Reached[]>,
  ): Promise<FoundWays> {
    const ends = new Map<number, Reached>();
    const visited = new Set(start.flatMap(({ holding, passage }) => (passage && isEnd(holding) ? [] : [holding.no])));
    // Where the search begins may be an end only if the way there has a step already: the export of a shipment.
    let [frontier, truncated] = [settle(start, isEnd, ends), false];
    while (frontier.length > 0 && ends.size < this.limits.max && !truncated) {
      frontier = settle(await step(frontier, visited), isEnd, ends);
      truncated = frontier.length > 0 && (visited.size > this.limits.nodes || performance.now() > this.limits.deadline);
    }
    return { ends: [...ends.values()].slice(0, this.limits.max), truncated: truncated && ends.size < this.limits.max };
  }

  private async stepDown(frontier: readonly Reached[], visited: Set<number>): Promise<Reached[]> {
    const drawn = frontier.map(({ holding }) => holding.no);
    const [draws] = (await this.tx.pipeline([drawsFrom(drawn, this.position)])) as [WayDraw[]];
    const missing = new Set(draws.map(({ eventNo }) => eventNo).filter(no => !this.yields.has(no)));
    if (missing.size > 0) {
      const [made] = (await this.tx.pipeline([yieldsOf([...missing], this.position)])) as [WayHolding[]];
      for (const [eventNo, holdings] of byEvent(made, missing, ({ eventNo }) => eventNo)) this.yields.set(eventNo, holdings);
    }
    return stepDown(frontier, draws, this.yields, visited);
  } // prettier-ignore

  private async stepUp(frontier: readonly Reached[], visited: Set<number>, isEnd: (holding: WayHolding) => boolean): Promise<Reached[]> {
    const eventNos = new Set(frontier.map(({ holding }) => holding.eventNo));
    const missing = new Set([...eventNos].filter(no => !this.draws.has(no)));
    if (missing.size > 0) {
      type Row = WayHolding & { readonly drawingNo: number; readonly intoNo: number | null };
      const [rows] = (await this.tx.pipeline([drawsOf([...missing], this.position)])) as [Row[]];
      const drawn = rows.map(({ drawingNo, intoNo, ...holding }) => ({
        eventNo: drawingNo, holdingNo: holding.no, poolNo: intoNo, holding,
      }));
      for (const [eventNo, draws] of byEvent(drawn, missing, each => each.eventNo)) this.draws.set(eventNo, draws);
    }
    return stepUp(frontier, [...eventNos].flatMap(no => this.draws.get(no) ?? []), visited, isEnd);
  } // prettier-ignore
}

/** Takes out what is an end, one for each event next to it; returns the rest. */
function settle(reached: readonly Reached[], isEnd: (holding: WayHolding) => boolean, ends: Map<number, Reached>): Reached[] {
  return reached.filter(each => {
    if (!each.passage || !isEnd(each.holding)) return true;
    if (!ends.has(each.passage.eventNo)) ends.set(each.passage.eventNo, each);
    return false;
  });
} // prettier-ignore

function byEvent<Item>(
  items: readonly Item[],
  eventNos: Iterable<number>,
  eventOf: (item: Item) => number,
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const no of eventNos) groups.set(no, []);
  for (const item of items) groups.get(eventOf(item))!.push(item);
  return groups;
}
