import { type Distribution, toDistribution } from '#kernel';

/** A kind of material that a mixture may hold. */
export interface Reference {
  readonly id: string;
  readonly distribution: Distribution;
}

/** How much of a mixture each reference explains; shares sum to 1 unless none explains anything. */
export interface Unmixed {
  readonly shares: ReadonlyMap<string, number>;
  /** Euclidean distance, in percentage points, between the mixture and what the references explain of it. */
  readonly residualPp: number;
}

/** Weight of the row that asks the shares to sum to 1, against shares of elements. */
const SUM_WEIGHT = 100;

/** Takes a distribution apart into reference distributions (distributions.md §5.4): least squares, no share below 0, sum 1. */
export function unmix(mixture: Distribution, references: readonly Reference[]): Unmixed {
  const columns = references.map(({ distribution }) => [...distribution, SUM_WEIGHT]);
  const weights = toDistribution(leastSquaresNonNegative(columns, [...mixture, SUM_WEIGHT]));
  const explained = mixture.map((_, e) => references.reduce((sum, { distribution }, j) => sum + (weights[j] ?? 0) * distribution[e]!, 0));
  return {
    shares: new Map(references.map(({ id }, j) => [id, weights[j] ?? 0])),
    residualPp: 100 * norm(mixture.map((share, e) => share - explained[e]!)),
  };
} // prettier-ignore

type Vector = readonly number[];

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const norm = (a: Vector): number => Math.sqrt(dot(a, a));

/** Correlations and remainders below this, relative to the sizes at hand, are rounding. */
const ROUNDING = 1e-11;

/**
 * The weights, none below 0, by which columns come nearest to a target in the sense of least squares (Lawson and Hanson,
 * Solving Least Squares Problems, 1974, chapter 23). Of columns that say the same, the earlier gets the weight.
 */
export function leastSquaresNonNegative(columns: readonly Vector[], target: Vector): number[] {
  const solution = columns.map(() => 0);
  const active = new Set<number>();
  const futile = new Set<number>();
  for (let round = 0; round < 10 * columns.length; round++) {
    const next = steepest(columns, target, solution, new Set([...active, ...futile]));
    if (next === undefined) break;
    if (activate(next, columns, target, solution, active)) futile.clear();
    else futile.add(next);
  }
  return solution;
}

/** The column outside that agrees most with what is not explained yet. */
function steepest(columns: readonly Vector[], target: Vector, solution: Vector, outside: ReadonlySet<number>): number | undefined {
  const rest = target.map((value, i) => value - columns.reduce((sum, column, j) => sum + solution[j]! * column[i]!, 0));
  let best: number | undefined;
  let most = 0;
  columns.forEach((column, j) => {
    const agreement = dot(column, rest) / (norm(column) || 1);
    if (outside.has(j) || agreement <= Math.max(most, ROUNDING * norm(target))) return;
    [best, most] = [j, agreement];
  });
  return best;
} // prettier-ignore

/** Lets a column in and whatever it drives below 0 out; false where it takes no weight itself. */
function activate(entering: number, columns: readonly Vector[], target: Vector, solution: number[], active: Set<number>): boolean {
  active.add(entering);
  for (;;) {
    const chosen = [...active].sort((a, b) => a - b);
    const fitted = leastSquares(chosen.map(j => columns[j]!), target);
    const goals = new Map(chosen.map((j, i) => [j, fitted[i]!]));
    if (solution[entering] === 0 && goals.get(entering)! <= 0) {
      active.delete(entering);
      return false;
    }
    const step = stepTo(goals, solution);
    for (const [j, goal] of goals) solution[j]! += step * (goal - solution[j]!);
    if (step === 1) return true;
    for (const [j, goal] of goals) if (goal <= 0 && solution[j]! <= ROUNDING) leave(j, solution, active);
  }
} // prettier-ignore

function leave(j: number, solution: number[], active: Set<number>): void {
  solution[j] = 0;
  active.delete(j);
}

/** How much of the way to the goals can be gone before a weight falls below 0. */
function stepTo(goals: ReadonlyMap<number, number>, solution: Vector): number {
  const limits = [...goals].filter(([, goal]) => goal <= 0).map(([j, goal]) => solution[j]! / (solution[j]! - goal || 1));
  return Math.min(1, ...limits);
} // prettier-ignore

/** Least squares by orthogonalisation; a column that adds nothing to those before it gets 0. */
function leastSquares(columns: readonly Vector[], target: Vector): number[] {
  const basis: { readonly unit: Vector; readonly column: number; readonly size: number; readonly along: Vector }[] = [];
  columns.forEach((column, index) => {
    const along = basis.map(() => 0);
    let rest = column;
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach(({ unit }, k) => {
        const part = dot(unit, rest);
        along[k]! += part;
        rest = rest.map((value, i) => value - part * unit[i]!);
      });
    }
    const size = norm(rest);
    if (size > ROUNDING * norm(column)) basis.push({ unit: rest.map(value => value / size), column: index, size, along });
  });
  const weights = columns.map(() => 0);
  for (let k = basis.length - 1; k >= 0; k--) {
    const { unit, column, size } = basis[k]!;
    const later = basis.slice(k + 1).reduce((sum, each) => sum + each.along[k]! * weights[each.column]!, 0);
    weights[column] = (dot(unit, target) - later) / size;
  }
  return weights;
} // prettier-ignore
