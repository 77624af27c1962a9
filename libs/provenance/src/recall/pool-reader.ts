import { groupBy } from '#kernel';
import type { Transaction } from '#platform';
import type { DownstreamPool, PoolInputPart } from '../domain/recall/forward.js';
import { type DrawColumns, drawsOf, type UnitColumns, unitsOf } from '../engines/postgres/walk-statements.js';
import { unpack } from '../engines/postgres/packed.js';
import type { WalkLimits } from '../provenance-store.js';
import { runsAmong, type StepColumns, type YieldColumns, yieldsOf } from './recall-statements.js';

/** A holding as an event yielded it. */
export interface Yielded {
  readonly no: number;
  readonly eventNo: number;
  readonly lotNo: number;
  readonly poolNo: number;
  readonly massG: number;
  readonly reoG: number;
  readonly surplusReoG: number;
}

/** Pools of the events that were read. */
export interface PoolsRead {
  readonly pools: ReadonlyMap<number, DownstreamPool>;
  /** Events whose pools were read; the others had no room. */
  readonly eventNos: readonly number[];
}

interface Fed {
  readonly eventNo: number;
  readonly holdingNo: number;
  readonly poolNo: number;
  readonly reoG: number;
}

interface Unit {
  readonly lotNo: number;
  readonly poolNo: number;
}

/** Events whose draws are read in one statement. */
const EVENTS_AT_ONCE = 2_000;

/** Reads what the pools of events took in and made, as believed at a position. */
export class PoolReader {
  private readonly units = new Map<number, Unit>();
  private readonly fed: Fed[] = [];
  private yields: readonly Yielded[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly position: number,
  ) {}

  /** Reads events in their order until they and the holdings drawn reach the limit, or time is over. */
  async read(eventNos: readonly number[], { nodes, deadline = Infinity }: WalkLimits): Promise<PoolsRead> {
    const drawn = new Set<number>();
    let taken = 0;
    while (taken < eventNos.length && taken + drawn.size < nodes && performance.now() < deadline) {
      const slice = eventNos.slice(taken, taken + EVENTS_AT_ONCE);
      await this.readDraws(slice, drawn);
      taken += slice.length;
    }
    const read = eventNos.slice(0, taken);
    this.yields = await this.readYields(read);
    for (const { no, lotNo, poolNo } of this.yields) this.units.set(no, { lotNo, poolNo });
    await this.readUnits(this.fed.map(({ holdingNo }) => holdingNo).filter(no => !this.units.has(no)));
    return { pools: await this.assemble(), eventNos: read };
  }

  async readYields(eventNos: readonly number[]): Promise<Yielded[]> {
    const [[columns]] = (await this.tx.pipeline([yieldsOf(eventNos, this.position)])) as [[YieldColumns]];
    const { nos, lotNos, poolNos, masses, reos, surpluses } = columns;
    const [lot, pool, mass, reo, surplus] = [lotNos, poolNos, masses, reos, surpluses].map(unpack);
    const event = unpack(columns.eventNos);
    return unpack(nos).map((no, index) => ({
      no,
      eventNo: event[index]!,
      lotNo: lot![index]!,
      poolNo: pool![index]!,
      massG: mass![index]!,
      reoG: reo![index]!,
      surplusReoG: surplus![index]!,
    }));
  }

  private async readDraws(eventNos: readonly number[], drawn: Set<number>): Promise<void> {
    const [[columns]] = (await this.tx.pipeline([drawsOf(eventNos, this.position)])) as [[DrawColumns]];
    const [events, holdings, pools] = [unpack(columns.eventNos), unpack(columns.holdingNos), unpack(columns.poolNos)];
    const reos = unpack(columns.fedReo);
    let next = 0;
    pools.forEach((poolNo, index) => {
      drawn.add(holdings[index]!);
      if (poolNo === 0) return;
      this.fed.push({ eventNo: events[index]!, holdingNo: holdings[index]!, poolNo, reoG: reos[next++]! });
    });
  }

  private async readUnits(holdingNos: readonly number[]): Promise<void> {
    const [[columns]] = (await this.tx.pipeline([unitsOf([...new Set(holdingNos)], this.position)])) as [[UnitColumns]];
    const [lots, pools] = [unpack(columns.lotNos), unpack(columns.poolNos)];
    unpack(columns.nos).forEach((no, index) => this.units.set(no, { lotNo: lots[index]!, poolNo: pools[index]! }));
  }

  private async assemble(): Promise<Map<number, DownstreamPool>> {
    const runs = await this.runs();
    this.fed.sort((a, b) => a.holdingNo - b.holdingNo || a.reoG - b.reoG);
    const feeding = groupBy(this.fed, ({ poolNo }) => poolNo);
    const making = groupBy(this.yields, ({ poolNo, eventNo }) => `${eventNo} ${poolNo}`);
    const eventOf = new Map(this.fed.map(({ poolNo, eventNo }) => [poolNo, eventNo]));
    // A count of a lot that was not in the books has no draws.
    for (const { poolNo, eventNo, surplusReoG } of this.yields) if (surplusReoG > 0) eventOf.set(poolNo, eventNo);
    return new Map(
      [...eventOf].map(([no, eventNo]) => {
        const made = making.get(`${eventNo} ${no}`) ?? [];
        const inputs = (feeding.get(no) ?? []).flatMap(fed => this.inputOf(fed));
        if (runs.has(eventNo)) return [no, { no, eventNo, inputs, outputs: made }];
        return [no, { no, eventNo, inputs, outputs: [], surplus: surplusOf(made, inputs) }];
      }),
    );
  }

  private inputOf({ holdingNo, reoG }: Fed): PoolInputPart[] {
    const unit = this.units.get(holdingNo);
    return unit ? [{ ...unit, holdingNo, reoG }] : [];
  }

  private async runs(): Promise<ReadonlySet<number>> {
    const feeding = [...new Set(this.fed.map(({ eventNo }) => eventNo))];
    const [[columns]] = (await this.tx.pipeline([runsAmong(feeding, this.position)])) as [[StepColumns]];
    return new Set(unpack(columns.nos));
  }
}

function surplusOf(made: readonly Yielded[], inputs: readonly PoolInputPart[]): { lotNo: number; reoG: number } {
  const lotNo = made[0]?.lotNo ?? inputs[0]?.lotNo ?? 0;
  return { lotNo, reoG: made.reduce((sum, { surplusReoG }) => sum + surplusReoG, 0) };
}
