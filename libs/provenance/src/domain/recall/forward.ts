import { type Distribution, ELEMENT_COUNT } from '#kernel';
import { attributedG, NOTHING, type Share, type SharesOf, WHOLE } from './share.js';

/** A part of a lot that a pool takes in, or that its event makes. */
export interface PoolPart {
  readonly lotNo: number;
  readonly reoG: number;
}

export interface PoolInputPart extends PoolPart {
  /** The pool the part was in before. */
  readonly poolNo: number;
  readonly holdingNo: number;
}

/** A pool downstream of the subject, with everything it took in, from wherever. */
export interface DownstreamPool {
  readonly no: number;
  readonly eventNo: number;
  readonly inputs: readonly PoolInputPart[];
  /** What a run made. */
  readonly outputs: readonly PoolPart[];
  /** What a count or a weighing found beyond the inputs, of which lot; absent for runs. */
  readonly surplus?: PoolPart;
}

export interface LotChemistry {
  readonly distribution: Distribution;
  readonly assayed: boolean;
  /** Product of a lot whose distribution follows from its pool. */
  readonly inherits?: string;
}

/** Everything downstream of a subject that decides how it divides. */
export interface Downstream {
  readonly pools: ReadonlyMap<number, DownstreamPool>;
  readonly lots: ReadonlyMap<number, LotChemistry>;
}

/** Where the pass begins: one of these. */
export interface Beginning {
  /** Pools of root events, which are of the subject as a whole. */
  readonly roots?: ReadonlySet<number>;
  /** One lot as its pool made it, and none of the pool's other lots. */
  readonly lot?: { readonly lotNo: number; readonly poolNo: number };
  /** Events whose excess or surplus is the subject. */
  readonly introducing?: ReadonlySet<number>;
}

/** How the subject divides, and the lots with their distributions as they follow from their pools. */
export interface Passed {
  readonly sharesOf: SharesOf;
  readonly lots: ReadonlyMap<number, LotChemistry>;
}

interface Part {
  readonly reo: number;
  readonly distribution: Distribution;
  readonly assayed: boolean;
}

/** The rules that compositions are made by; see #lots. */
export interface Blending {
  findExcess(inputs: readonly Part[], outputs: readonly Part[]): Readonly<Float64Array> | undefined;
  inherit(inputs: readonly Part[], product: string): Distribution;
}

/**
 * Follows a subject down the chain: each pool's share of it, element by element, from the shares of what the pool took
 * in, in the order in which pools draw from each other. What is beyond the inputs dilutes the subject; a little more or
 * less than the inputs (within the tolerance) does not.
 */
export function passForward({ pools, lots }: Downstream, beginning: Beginning, blending: Blending): Passed {
  const chemistry = new Map(lots);
  const shares = new Map<number, Share>();
  const { lot: origin } = beginning;
  const shareOf: SharesOf = (poolNo, lotNo) => {
    if (beginning.roots?.has(poolNo)) return WHOLE;
    if (origin?.poolNo === poolNo) return origin.lotNo === lotNo ? WHOLE : NOTHING;
    return shares.get(poolNo) ?? NOTHING;
  };
  for (const pool of topological(pools)) {
    const inputs = pool.inputs.map(input => sharedPart(chemistry, input, shareOf(input.poolNo, input.lotNo)));
    const begins = beginning.introducing?.has(pool.eventNo) ?? false;
    if (pool.surplus) {
      shares.set(pool.no, countedShare(inputs, sharedPart(chemistry, pool.surplus, begins ? WHOLE : NOTHING)));
      continue;
    }
    for (const { lotNo } of pool.outputs) inherit(chemistry, lotNo, inputs, blending);
    const outputs = pool.outputs.map(output => sharedPart(chemistry, output, NOTHING));
    shares.set(pool.no, runShare(inputs, outputs, begins, blending));
  }
  return { sharesOf: shareOf, lots: chemistry };
}

interface SharedPart extends Part {
  readonly share: Share;
}

const UNKNOWN: LotChemistry = { distribution: Array.from({ length: ELEMENT_COUNT }, () => 0), assayed: false };

function sharedPart(lots: ReadonlyMap<number, LotChemistry>, { lotNo, reoG }: PoolPart, share: Share): SharedPart {
  const { distribution, assayed } = lots.get(lotNo) ?? UNKNOWN;
  return { reo: reoG, distribution, assayed, share };
}

function inherit(lots: Map<number, LotChemistry>, lotNo: number, inputs: readonly Part[], blending: Blending): void {
  const lot = lots.get(lotNo);
  if (lot?.inherits !== undefined) lots.set(lotNo, { ...lot, distribution: blending.inherit(inputs, lot.inherits) });
}

/** Grams of each element in parts, and of these what comes from the subject. */
function sums(parts: readonly SharedPart[]): { all: Float64Array; own: Float64Array; mask: number } {
  const [all, own] = [new Float64Array(ELEMENT_COUNT), new Float64Array(ELEMENT_COUNT)];
  let mask = 0;
  for (const { reo, distribution, share } of parts) {
    for (let e = 0; e < ELEMENT_COUNT; e++) {
      const grams = reo * distribution[e]!;
      if (grams <= 0) continue;
      all[e]! += grams;
      own[e]! += grams * share.parts[e]!;
      mask |= share.mask & (1 << e);
    }
  }
  return { all, own, mask };
}

/** All of the surplus is blended in pro rata. */
function countedShare(inputs: readonly SharedPart[], surplus: SharedPart): Share {
  const { all, own, mask } = sums([...inputs, surplus]);
  return { mask, parts: own.map((grams, e) => (all[e]! > 0 ? grams / all[e]! : 0)) };
}

function runShare(
  inputs: readonly SharedPart[],
  outputs: readonly SharedPart[],
  begins: boolean,
  blending: Blending,
): Share {
  const { all, own, mask: given } = sums(inputs);
  const made = sums(outputs).all;
  const excess = blending.findExcess(inputs, outputs);
  const whole = total(all) > 0 ? total(own) / total(all) : 0;
  const parts = new Float64Array(ELEMENT_COUNT);
  let mask = 0;
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    if (made[e]! <= 0) continue;
    const beyond = excess?.[e] ?? 0;
    const kept = Math.max(0, made[e]! - beyond) / made[e]!;
    // A trace of an element that the inputs have none of takes the mixture of all their REO.
    const isTrace = all[e] === 0;
    parts[e] = kept * (isTrace ? whole : own[e]! / all[e]!) + (begins ? beyond / made[e]! : 0);
    if (kept > 0 && (isTrace ? given !== 0 : (given & (1 << e)) !== 0)) mask |= 1 << e;
    if (begins && beyond > 0) mask |= 1 << e;
  }
  return { mask, parts };
}

const total = (grams: Float64Array): number => grams.reduce((sum, value) => sum + value, 0);

/** Depth first without recursion: a chain may be longer than the stack. */
function topological(pools: ReadonlyMap<number, DownstreamPool>): DownstreamPool[] {
  const ordered: DownstreamPool[] = [];
  const entered = new Set<DownstreamPool>();
  for (const start of pools.values()) {
    if (entered.has(start)) continue;
    entered.add(start);
    const open = [{ pool: start, next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const input = top.pool.inputs[top.next++];
      const before = input && pools.get(input.poolNo);
      if (!input) ordered.push(open.pop()!.pool);
      else if (before && !entered.has(before)) {
        entered.add(before);
        open.push({ pool: before, next: 0 });
      }
    }
  }
  return ordered;
}

/** REO grams of the subject in what the events yielded that it begins at: nothing of it was there before. */
export const introducedG = (
  yields: readonly (PoolPart & { readonly poolNo: number })[],
  lots: ReadonlyMap<number, LotChemistry>,
  sharesOf: SharesOf,
): number =>
  yields.reduce(
    (sum, { reoG, lotNo, poolNo }) =>
      sum + attributedG(reoG, (lots.get(lotNo) ?? UNKNOWN).distribution, sharesOf(poolNo, lotNo)),
    0,
  );
