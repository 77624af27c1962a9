import { ELEMENT_COUNT } from '#kernel';
import { findExcess, type PoolOutput } from '#lots';
import type { ExcessOf } from './domain/balance.js';
import type { Upstream } from './domain/upstream.js';

/** Judges the runs of a closure by the tolerance that their compositions were made with. */
export function excessIn({ lots }: Upstream): ExcessOf {
  const distributions = new Map<number, number[]>();
  const part = (lot: number, reo: number): PoolOutput => {
    let distribution = distributions.get(lot);
    if (!distribution) distributions.set(lot, (distribution = distributionOf(lots.distributions, lot)));
    return { reo, distribution, assayed: lots.assayed[lot]! };
  };
  return node =>
    findExcess(
      node.inputs.map(({ lot, reoG }) => part(lot, reoG)),
      node.lots.map(lot => part(lot, lots.reoG[lot]!)),
    );
}

/** A lot's sixteen shares as an ordinary array. */
export const distributionOf = (distributions: Float64Array, lot: number): number[] =>
  Array.from(distributions.subarray(lot * ELEMENT_COUNT, (lot + 1) * ELEMENT_COUNT));
