import { describe, expect, it } from '@jest/globals';
import { PROFILES } from '#catalogue';
import { toDistribution } from '#kernel';
import fc from 'fast-check';
import { leastSquaresNonNegative, unmix } from './unmix.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the random mixtures: ${seed}`);

describe('least squares without negative weights', () => {
  const value = fc.integer({ min: 0, max: 100 });
  const vector = fc.array(value, { minLength: 5, maxLength: 5 });

  it('comes as near as the best of all choices of columns', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 6 }), vector, (columns, target) => {
        const weights = leastSquaresNonNegative(columns, target);
        expect(weights.every(weight => weight >= 0)).toBe(true);
        expect(distance(columns, weights, target)).toBeCloseTo(nearest(columns, target), 6);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('gives the weight of equal columns to the earlier', () => {
    expect(leastSquaresNonNegative([[1, 0], [1, 0], [0, 1]], [2, 3])).toEqual([2, 0, 3]); // prettier-ignore
  });

  it('finds a mixture of profiles again', () => {
    const names = ['BAYAN_OBO', 'XINFENG', 'SCRAP_NDFEB_HDD', 'XENOTIME_MY'];
    const references = PROFILES.filter(({ id }) => names.includes(id));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), parts => {
        fc.pre(parts.some(part => part > 0));
        const shares = toDistribution(parts);
        const mixture = references[0]!.distribution.map((_, e) =>
          references.reduce((sum, { distribution }, j) => sum + shares[j]! * distribution[e]!, 0),
        );
        const found = unmix(mixture, references);
        references.forEach(({ id }, j) => expect(found.shares.get(id)).toBeCloseTo(shares[j]!, 6));
        expect(found.residualPp).toBeCloseTo(0, 6);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('knows each profile among all of them', () => {
    for (const { id, distribution } of PROFILES) expect(unmix(distribution, PROFILES).shares.get(id)).toBeCloseTo(1, 4);
  });
});

const distance = (columns: number[][], weights: number[], target: number[]): number =>
  Math.hypot(
    ...target.map((value, i) => value - columns.reduce((sum, column, j) => sum + weights[j]! * column[i]!, 0)),
  );
// prettier-ignore

/** The least distance over every choice of columns whose unconstrained fit has no negative weight. */
function nearest(columns: number[][], target: number[]): number {
  let best = Math.hypot(...target);
  for (let choice = 1; choice < 2 ** columns.length; choice++) {
    const chosen = columns.filter((_, j) => choice & (1 << j));
    const weights = solveNormalEquations(chosen, target);
    if (weights?.every(weight => weight >= 0)) best = Math.min(best, distance(chosen, weights, target));
  }
  return best;
}

/** Gauss and Jordan on the normal equations; nothing where the columns depend on each other. */
function solveNormalEquations(columns: number[][], target: number[]): number[] | undefined {
  const product = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const rows = columns.map(column => [...columns.map(other => product(column, other)), product(column, target)]);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.slice(k).reduce((most, row) => (Math.abs(row[k]!) > Math.abs(most[k]!) ? row : most));
    if (Math.abs(pivot[k]!) < 1e-6) return undefined;
    const at = rows.indexOf(pivot);
    [rows[k], rows[at]] = [pivot, rows[k]!];
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[k]! / pivot[k]!;
      row.forEach((_, i) => (row[i]! -= factor * pivot[i]!));
    }
  }
  return rows.map((row, k) => row.at(-1)! / row[k]!);
}
