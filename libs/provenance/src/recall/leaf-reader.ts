import type { Transaction } from '#platform';
import type { LeftMass, ShippedMass } from '../domain/recall/destinations.js';
import { split, unpack } from '../engines/postgres/packed.js';
import {
  declarationsOf,
  type LeftColumns,
  leftNow,
  leftThen,
  type ShippedColumns,
  shippedUnder,
} from './recall-statements.js';

/** Where a walk down the chain ends. */
export interface Leaves {
  readonly left: readonly LeftMass[];
  readonly shipped: readonly ShippedMass[];
}

/** Reads what is left of the holdings that events yielded (and of further ones), and all of the shipments they went into. */
export async function readLeaves(
  tx: Transaction,
  position: number,
  isPast: boolean,
  eventNos: readonly number[],
  holdingNos: readonly number[],
): Promise<Leaves> {
  const left = isPast ? leftThen : leftNow;
  const [[columns], numbers] = (await tx.pipeline([
    left(eventNos, holdingNos, position),
    declarationsOf(eventNos, position),
  ])) as [[LeftColumns], { number: string }[]];
  if (numbers.length === 0) return { left: leftMasses(columns), shipped: [] };
  const declarations = numbers.map(({ number }) => number);
  const [[shipped]] = (await tx.pipeline([shippedUnder(declarations, position)])) as [[ShippedColumns]];
  return { left: leftMasses(columns), shipped: shippedMasses(shipped) };
}

function shippedMasses({ declarations, lotNos, poolNos, masses, reos }: ShippedColumns): ShippedMass[] {
  const [lot, pool, mass, reo] = [lotNos, poolNos, masses, reos].map(unpack);
  return split(declarations).map((declaration, index) => ({
    declaration,
    lotNo: lot![index]!,
    poolNo: pool![index]!,
    massG: mass![index]!,
    reoG: reo![index]!,
  }));
}

function leftMasses({ eventNos, owners, lotNos, poolNos, masses, reos, transits }: LeftColumns): LeftMass[] {
  const [lot, pool, mass, reo, transit] = [lotNos, poolNos, masses, reos, transits].map(unpack);
  const owner = split(owners);
  return unpack(eventNos).map((eventNo, index) => ({
    owner: owner[index]!,
    lotNo: lot![index]!,
    poolNo: pool![index]!,
    massG: mass![index]!,
    reoG: reo![index]!,
    ...(transit![index] === 1 ? { dispatchNo: eventNo } : {}),
  }));
}
