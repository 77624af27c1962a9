import { groupBy, gramsToKg } from '#kernel';
import { compareText, roundKg, roundShare } from '../rounding.js';
import type { DestinationsAnswer } from '../schema/destinations.js';
import type { LotChemistry } from './forward.js';
import { attributedG, isPresent, type SharesOf } from './share.js';

/** Mass left in a holding. */
export interface LeftMass {
  readonly owner: string;
  readonly lotNo: number;
  readonly poolNo: number;
  readonly massG: number;
  readonly reoG: number;
  /** The dispatch that has it on the way. */
  readonly dispatchNo?: number;
}

/** A part of a shipment. */
export interface ShippedMass {
  readonly declaration: string;
  readonly lotNo: number;
  readonly poolNo: number;
  readonly massG: number;
  readonly reoG: number;
}

/** What one enterprise has left of one lot, on the way or not. */
export interface StockOfSubject extends Omit<LeftMass, 'poolNo'> {
  readonly attributedG: number;
}

export interface ShipmentOfSubject {
  readonly declaration: string;
  readonly massG: number;
  readonly reoG: number;
  readonly attributedG: number;
}

type Chemistry = ReadonlyMap<number, LotChemistry>;

const byAttributed = (a: { attributedG: number }, b: { attributedG: number }): number => b.attributedG - a.attributedG;

/** Stock that holds some of the subject, the largest part first. */
export function stockOf(left: readonly LeftMass[], lots: Chemistry, sharesOf: SharesOf): StockOfSubject[] {
  const holding = left.filter(part => isIn(part, lots, sharesOf));
  const groups = groupBy(holding, ({ owner, lotNo, dispatchNo }) => `${owner} ${lotNo} ${dispatchNo ?? ''}`);
  return [...groups.values()]
    .map(parts => ({
      owner: parts[0]!.owner,
      lotNo: parts[0]!.lotNo,
      ...(parts[0]!.dispatchNo === undefined ? {} : { dispatchNo: parts[0]!.dispatchNo }),
      ...sumsOf(parts, lots, sharesOf),
    }))
    .sort((a, b) => byAttributed(a, b) || compareText(a.owner, b.owner) || a.lotNo - b.lotNo);
}

/** Shipments that hold some of the subject, the largest part first. */
export function shipmentsOf(shipped: readonly ShippedMass[], lots: Chemistry, sharesOf: SharesOf): ShipmentOfSubject[] {
  return [...groupBy(shipped, ({ declaration }) => declaration)]
    .filter(([, parts]) => parts.some(part => isIn(part, lots, sharesOf)))
    .map(([declaration, parts]) => ({ declaration, ...sumsOf(parts, lots, sharesOf) }))
    .sort((a, b) => byAttributed(a, b) || compareText(a.declaration, b.declaration));
}

interface PartOfLot {
  readonly lotNo: number;
  readonly poolNo: number;
  readonly massG: number;
  readonly reoG: number;
}

function isIn({ lotNo, poolNo, reoG }: PartOfLot, lots: Chemistry, sharesOf: SharesOf): boolean {
  const lot = lots.get(lotNo);
  return lot !== undefined && isPresent(reoG, lot.distribution, sharesOf(poolNo, lotNo));
}

function sumsOf(
  parts: readonly PartOfLot[],
  lots: Chemistry,
  sharesOf: SharesOf,
): { massG: number; reoG: number; attributedG: number } {
  const sums = { massG: 0, reoG: 0, attributedG: 0 };
  for (const { lotNo, poolNo, massG, reoG } of parts) {
    sums.massG += massG;
    sums.reoG += reoG;
    sums.attributedG += attributedG(reoG, lots.get(lotNo)?.distribution ?? [], sharesOf(poolNo, lotNo));
  }
  return sums;
}

/** Grams that the subject has in all of a list. */
export const totalG = (parts: readonly { readonly attributedG: number }[]): number =>
  parts.reduce((sum, part) => sum + part.attributedG, 0);

/** A shipment as the answer lists it. */
export const shipmentAnswer = (shipment: ShipmentOfSubject): DestinationsAnswer['shipments'][number] => ({
  declaration: shipment.declaration,
  massKg: gramsToKg(shipment.massG),
  attributedReoKg: roundKg(shipment.attributedG),
  share: Math.min(1, roundShare(shipment.attributedG / shipment.reoG)),
});
