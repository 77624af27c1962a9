import { findProduct } from '#catalogue';
import { gradeToPercent } from '#kernel';
import type { EventType } from '#lots';
import type { Statement, Transaction } from '#platform';
import type { CorrectionFact, LotFact } from '../facts/facts.js';
import { distributionAt, split, unpack } from './facts-packed.js';
import {
  type EventRow, type LabelColumns, labelColumns, type LotColumns, lotColumns, type PoolRow, poolRows, type UnitColumns,
  unitColumns, type VersionRow, versionRows,
} from './facts-row-statements.js'; // prettier-ignore
import { type EventRows, put, type Unit } from './facts-rows.js';

interface Label {
  readonly id: string;
  readonly type: EventType;
}

/** Numbers that one statement looks up: bounds the texts that it answers with. */
const NUMBERS_AT_ONCE = 20_000;

/** What events that were read refer to: holdings drawn, lots, pools, events that are not read themselves, versions. */
export class Surroundings {
  readonly lots = new Map<number, LotFact>();
  readonly pools = new Map<number, PoolRow>();
  private readonly labels = new Map<number, Label>();
  private readonly versions = new Map<number, VersionRow[]>();

  constructor(
    private readonly tx: Transaction,
    private readonly rows: EventRows,
  ) {}

  /** Reads what is missing: three round trips, however much. `voided` are events of which only versions are asked for. */
  async readOn(voided: readonly number[] = []): Promise<void> {
    for (const { no, id, content } of this.rows.events.values()) this.labels.set(no, { id, type: content.type });
    await this.readUnits(voided);
    const lots = await this.readLots();
    await this.readLabels(lots);
    for (const columns of lots) this.addLots(columns);
  }

  unit(holdingNo: number): Unit {
    return this.rows.units.get(holdingNo)!;
  }

  label(eventNo: number): Label {
    return this.labels.get(eventNo)!;
  }

  /** Corrections of an event, in order. */
  correctionsOf(eventNo: number): CorrectionFact[] {
    return (this.versions.get(eventNo) ?? []).slice(1).map(correctionOf);
  }

  /** When the first version of an event was entered, as it says itself or else by the ledger. */
  enteredAt({ no, content, recordedAt }: EventRow): number {
    const [first] = this.versions.get(no) ?? [];
    return enteredAt(first ?? { enteredAt: content.enteredAt ?? null, recordedAt });
  }

  private async readUnits(voided: readonly number[]): Promise<void> {
    const { drawn, events, units } = this.rows;
    const corrected = [...events.values()].filter(({ version }) => version > 1).map(({ no }) => no);
    const [found, versions] = await this.pipelines<[UnitColumns], VersionRow[]>(
      pieces(missing(drawn, units), unitColumns),
      pieces(missing([...corrected, ...voided], this.versions), versionRows),
    );
    for (const row of versions.flat()) put(this.versions, row.no, row);
    for (const [{ nos, ids, lotNos, poolNos }] of found) {
      const [id, lot, pool] = [split(ids), unpack(lotNos), unpack(poolNos)];
      unpack(nos).forEach((no, n) => units.set(no, { id: id[n]!, lotNo: lot[n]!, poolNo: pool[n]! }));
    }
  }

  private async readLots(): Promise<LotColumns[]> {
    const [lotNos, poolNos] = [new Set<number>(), new Set<number>()];
    for (const { lotNo, poolNo } of this.rows.units.values()) {
      lotNos.add(lotNo);
      poolNos.add(poolNo);
    }
    const [lots, pools] = await this.pipelines<[LotColumns], PoolRow[]>(
      pieces(missing(lotNos, this.lots), lotColumns),
      pieces(missing(poolNos, this.pools), poolRows),
    );
    for (const pool of pools.flat()) this.pools.set(pool.no, pool);
    return lots.map(([columns]) => columns);
  }

  private async readLabels(lots: readonly LotColumns[]): Promise<void> {
    const nos = new Set(this.rows.drawnFrom);
    for (const { eventNos } of lots) for (const no of unpack(eventNos)) nos.add(no);
    const [labels] = await this.pipelines<[LabelColumns], never>(pieces(missing(nos, this.labels), labelColumns), []);
    for (const [columns] of labels) {
      const [ids, types] = [split(columns.ids), split(columns.types) as EventType[]];
      unpack(columns.nos).forEach((no, n) => this.labels.set(no, { id: ids[n]!, type: types[n]! }));
    }
  }

  private addLots(columns: LotColumns): void {
    const [codes, declarers, products, bases] = [columns.codes, columns.declarers, columns.products, columns.bases].map(split); // prettier-ignore
    const [events, grades, readyAt] = [columns.eventNos, columns.grades, columns.readyAt].map(unpack);
    unpack(columns.nos).forEach((no, n) => {
      const { id, type } = this.label(events![n]!);
      this.lots.set(no, {
        key: `${declarers![n]!}:${codes![n]!}`,
        code: codes![n]!,
        declaredBy: declarers![n]!,
        product: findProduct(products![n]!)!,
        reoPercent: gradeToPercent(grades![n]!),
        distribution: distributionAt(columns.distributions!, n),
        basis: bases![n]! as LotFact['basis'],
        event: id,
        eventType: type,
        readyAt: readyAt![n]!,
      });
    });
  }

  private async pipelines<A, B>(first: readonly Statement[], second: readonly Statement[]): Promise<[A[], B[]]> {
    if (first.length + second.length === 0) return [[], []];
    const results = await this.tx.pipeline([...first, ...second]);
    return [results.slice(0, first.length) as A[], results.slice(first.length) as B[]];
  }
}

const missing = (nos: Iterable<number>, known: ReadonlyMap<number, unknown>): number[] =>
  [...nos].filter(no => !known.has(no));

function pieces(numbers: readonly number[], statement: (nos: readonly number[]) => Statement): Statement[] {
  const nos = [...numbers].sort((a, b) => a - b);
  const count = Math.ceil(nos.length / NUMBERS_AT_ONCE);
  return Array.from({ length: count }, (_, n) => statement(nos.slice(n * NUMBERS_AT_ONCE, (n + 1) * NUMBERS_AT_ONCE)));
}

const enteredAt = ({ enteredAt, recordedAt }: Pick<VersionRow, 'enteredAt' | 'recordedAt'>): number =>
  enteredAt === null ? recordedAt : Date.parse(enteredAt);

const correctionOf = (row: VersionRow): CorrectionFact => ({
  id: row.id,
  seq: row.seq,
  enteredAt: enteredAt(row),
  recordedAt: row.recordedAt,
  voided: row.voided,
  ...(row.approvedBy === null ? {} : { approvedBy: row.approvedBy }),
});
