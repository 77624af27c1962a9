import type { Statement, Transaction } from '#platform';
import { unpack } from '../engines/postgres/packed.js';
import type { WalkLimits } from '../provenance-store.js';
import { eventsAfter, eventsDrawing, type StepColumns } from './recall-statements.js';

/** What a walk down the chain has found. */
export interface Reach {
  /** Nearest first, within a step by number; what the walk started from is the first step. */
  readonly eventNos: readonly number[];
  readonly truncated: boolean;
}

/** Walks down the chain step by step: each event is visited once, each step is one statement for all its events. */
export class DownstreamWalk {
  constructor(
    private readonly tx: Transaction,
    private readonly position: number,
    private readonly limits: Pick<WalkLimits, 'nodes' | 'deadline'>,
  ) {}

  /** Everything that draws, directly or not, from what the events yielded; the events included. */
  fromEvents(eventNos: readonly number[]): Promise<Reach> {
    return this.walk(eventNos);
  }

  /** Everything that draws, directly or not, from the holdings. */
  async fromHoldings(holdingNos: readonly number[]): Promise<Reach> {
    return this.walk(await this.step(eventsDrawing(holdingNos, this.position)));
  }

  private async walk(start: readonly number[]): Promise<Reach> {
    const visited = new Set<number>();
    let frontier = start;
    while (frontier.length > 0) {
      const fresh = frontier.filter(no => !visited.has(no));
      const room = this.limits.nodes - visited.size;
      for (const no of fresh.slice(0, room)) visited.add(no);
      if (fresh.length > room || (fresh.length > 0 && this.isLate()))
        return { eventNos: [...visited], truncated: true };
      frontier = fresh.length > 0 ? await this.step(eventsAfter(fresh, this.position)) : [];
    }
    return { eventNos: [...visited], truncated: false };
  }

  private isLate(): boolean {
    return this.limits.deadline !== undefined && performance.now() > this.limits.deadline;
  }

  private async step(statement: Statement): Promise<number[]> {
    const [[columns]] = (await this.tx.pipeline([statement])) as [[StepColumns]];
    return unpack(columns.nos);
  }
}
