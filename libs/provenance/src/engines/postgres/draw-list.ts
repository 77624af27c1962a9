import { unpack } from './packed.js';
import type { DrawColumns } from './walk-statements.js';

const NONE: readonly number[] = [];

/** Draws that were read, in parallel columns, found by their event. */
export class DrawList {
  readonly eventNo: number[] = [];
  readonly holdingNo: number[] = [];
  readonly fromEventNo: number[] = [];
  /** 0 where mass is only moved. */
  readonly poolNo: number[] = [];
  /** Grams; 0 where mass is only moved. */
  readonly reoG: number[] = [];
  private readonly byEvent = new Map<number, number[] | undefined>();

  knows(eventNo: number): boolean {
    return this.byEvent.has(eventNo);
  }

  /** Indices of an event's draws. */
  of(eventNo: number): readonly number[] {
    return this.byEvent.get(eventNo) ?? NONE;
  }

  /** Adds all draws of events; returns the holdings that feed a pool. */
  add(eventNos: readonly number[], columns: DrawColumns): number[] {
    for (const no of eventNos) this.byEvent.set(no, undefined);
    const [events, holdings, from] = [columns.eventNos, columns.holdingNos, columns.fromNos].map(unpack);
    const pools = unpack(columns.poolNos);
    const fedReo = unpack(columns.fedReo);
    const fed: number[] = [];
    for (let at = 0; at < pools.length; at++) {
      const isFed = pools[at] !== 0;
      this.index(events![at]!);
      this.eventNo.push(events![at]!);
      this.holdingNo.push(holdings![at]!);
      this.fromEventNo.push(from![at]!);
      this.poolNo.push(pools[at]!);
      this.reoG.push(isFed ? fedReo[fed.length]! : 0);
      if (isFed) fed.push(holdings![at]!);
    }
    return fed;
  }

  private index(eventNo: number): void {
    const indices = this.byEvent.get(eventNo);
    if (indices) indices.push(this.eventNo.length);
    else this.byEvent.set(eventNo, [this.eventNo.length]);
  }
}
