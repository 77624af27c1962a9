import type { Transaction } from '#platform';
import { split, unpack } from './facts-packed.js';
import {
  type DrawColumns, drawColumns, type EventRow, eventRows, type YieldColumns, yieldColumns,
} from './facts-row-statements.js'; // prettier-ignore

/** What a holding is of. */
export interface Unit {
  readonly id: string;
  readonly lotNo: number;
  readonly poolNo: number;
}

export interface DrawRow {
  readonly ordinal: number;
  readonly holdingNo: number;
  readonly fromNo: number;
  readonly massG: number;
  readonly reoG: number;
}

export interface YieldRow extends Unit {
  readonly ordinal: number;
  readonly owner: string;
  /** 0 where it carries on no other. */
  readonly fromNo: number;
  readonly massG: number;
  readonly reoG: number;
  readonly surplusReoG: number;
  /** Empty where it lies at none. */
  readonly site: string;
}

/** Events that are read in one round trip: bounds the texts that a statement answers with. */
const EVENTS_AT_ONCE = 2_000;

/** Events as they stand with what they drew and yielded, read piece by piece in one transaction. */
export class EventRows {
  readonly events = new Map<number, EventRow>();
  /** By number of the event. */
  readonly draws = new Map<number, DrawRow[]>();
  readonly yields = new Map<number, YieldRow[]>();
  /** Holdings that were drawn, and the events that yielded them. */
  readonly drawn = new Set<number>();
  readonly drawnFrom = new Set<number>();
  /** Holdings yielded. */
  readonly units = new Map<number, Unit>();
  private readonly asked = new Set<number>();

  constructor(
    private readonly tx: Transaction,
    /** Later events are left out. */
    readonly until: Date | 'infinity',
  ) {}

  /** Reads events that have not been read; answers those of them that stand. */
  async add(nos: Iterable<number>): Promise<EventRow[]> {
    const fresh = [...new Set(nos)].filter(no => !this.asked.has(no)).sort((a, b) => a - b);
    for (const no of fresh) this.asked.add(no);
    for (let next = 0; next < fresh.length; next += EVENTS_AT_ONCE) {
      await this.read(fresh.slice(next, next + EVENTS_AT_ONCE));
    }
    return fresh.flatMap(no => this.events.get(no) ?? []);
  }

  private async read(nos: readonly number[]): Promise<void> {
    const [events, [draws], [yields]] = (await this.tx.pipeline([
      eventRows(nos, this.until),
      drawColumns(nos),
      yieldColumns(nos),
    ])) as [EventRow[], [DrawColumns], [YieldColumns]];
    for (const event of events) this.events.set(event.no, event);
    this.addDraws(draws);
    this.addYields(yields);
  }

  private addDraws(columns: DrawColumns): void {
    const [ordinals, holdings, from] = [columns.ordinals, columns.holdingNos, columns.fromNos].map(unpack);
    const [masses, reos] = [columns.masses, columns.reos].map(unpack);
    for (const no of holdings!) this.drawn.add(no);
    for (const no of from!) this.drawnFrom.add(no);
    unpack(columns.eventNos).forEach((eventNo, n) => {
      put(this.draws, eventNo, {
        ordinal: ordinals![n]!,
        holdingNo: holdings![n]!,
        fromNo: from![n]!,
        massG: masses![n]!,
        reoG: reos![n]!,
      });
    });
  }

  private addYields(columns: YieldColumns): void {
    const [nos, ordinals, lots, pools] = [columns.nos, columns.ordinals, columns.lotNos, columns.poolNos].map(unpack);
    const [from, masses] = [columns.fromNos, columns.masses].map(unpack);
    const [reos, surpluses] = [columns.reos, columns.surpluses].map(unpack);
    const [ids, owners, sites] = [columns.ids, columns.owners, columns.sites].map(split);
    unpack(columns.eventNos).forEach((eventNo, n) => {
      const row: YieldRow = {
        id: ids![n]!,
        lotNo: lots![n]!,
        poolNo: pools![n]!,
        ordinal: ordinals![n]!,
        owner: owners![n]!,
        fromNo: from![n]!,
        massG: masses![n]!,
        reoG: reos![n]!,
        surplusReoG: surpluses![n]!,
        site: sites![n]!,
      };
      this.units.set(nos![n]!, row);
      put(this.yields, eventNo, row);
    });
  }
}

/** Adds a row to those of its number. */
export function put<Row>(rows: Map<number, Row[]>, no: number, row: Row): void {
  const known = rows.get(no);
  if (known) known.push(row);
  else rows.set(no, [row]);
}
