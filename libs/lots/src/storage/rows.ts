import type { Grams } from '#kernel';
import type { AssayBasis, HoldingState, LotState } from '../domain/state.js';

/** Columns of a lot as `l`, read by {@link lotOf}. */
export const LOT_COLUMNS = `l.no AS "lotNo", l.code, l.declared_by AS "declaredBy", l.event_no AS "lotEventNo", l.product,
  l.grade, l.distribution, l.basis, l.ready_at AS "readyAt", l.mass_g AS "lotMassG"`;

export interface LotRow {
  readonly lotNo: number;
  readonly code: string;
  readonly declaredBy: string;
  readonly lotEventNo: number;
  readonly product: string;
  readonly grade: number;
  readonly distribution: number[];
  readonly basis: AssayBasis;
  readonly readyAt: Date;
  readonly lotMassG: Grams;
}

export const lotOf = (row: LotRow): LotState => ({
  no: row.lotNo,
  code: row.code,
  declaredBy: row.declaredBy,
  eventNo: row.lotEventNo,
  product: row.product,
  grade: row.grade,
  distribution: row.distribution,
  basis: row.basis,
  readyAt: row.readyAt,
  massG: row.lotMassG,
});

/** Columns of a holding as `h` with the rank of its event `e`, read by {@link holdingOf}. */
export const HOLDING_COLUMNS = `h.no, h.id, h.owner, h.lot_no AS "lotNo", h.event_no AS "eventNo", e.rank AS "eventRank", h.ordinal,
  h.pool_no AS "poolNo", h.from_holding_no AS "fromHoldingNo", h.mass_g AS "massG", h.reo_g AS "reoG",
  h.surplus_reo_g AS "surplusReoG", h.drawn_g AS "drawnG", h.drawn_reo_g AS "drawnReoG", h.site,
  h.in_transit AS "inTransit", h.available_at AS "availableAt", h.first_seq AS "firstSeq", h.seq_from AS "seqFrom"`;

export interface HoldingRow extends Omit<HoldingState, 'lot' | 'fromHoldingNo' | 'site'> {
  readonly lotNo: number;
  readonly fromHoldingNo: number | null;
  readonly site: string | null;
}

/** Reads a holding with its lot from one row; holdings of one lot share its object through `lots`. */
export function holdingWithLot(row: HoldingRow & LotRow, lots: Map<number, LotState>): HoldingState {
  const lot = lots.get(row.lotNo) ?? lotOf(row);
  lots.set(lot.no, lot);
  return holdingOf(row, lot);
}

/** All members in one order, as new holdings have them: one hidden class. */
export function holdingOf(row: HoldingRow, lot: LotState): HoldingState {
  return {
    no: row.no,
    id: row.id,
    owner: row.owner,
    lot,
    eventNo: row.eventNo,
    eventRank: row.eventRank,
    ordinal: row.ordinal,
    poolNo: row.poolNo,
    fromHoldingNo: row.fromHoldingNo ?? undefined,
    massG: row.massG,
    reoG: row.reoG,
    surplusReoG: row.surplusReoG,
    drawnG: row.drawnG,
    drawnReoG: row.drawnReoG,
    site: row.site ?? undefined,
    inTransit: row.inTransit,
    availableAt: row.availableAt,
    firstSeq: row.firstSeq,
    seqFrom: row.seqFrom,
  };
}
