import { ELEMENTS, type Element, kgToGrams, percentToGrade, reoGrams } from '#kernel';
import type { ProcessingEvent } from '#lots';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import { isWithin, type Span } from '../periods.js';
import { elementsOf, isAssayed, type LotReo } from './assay.js';
import { isRun, isRunOf, sumReo } from './production.js';

export type RunFact = EventFact<ProcessingEvent>;

/** REO of runs together, in grams. */
export interface Balance {
  readonly drawnG: number;
  /** Work in progress with it, declared losses not. */
  readonly yieldedG: number;
  readonly lostG: number;
}

/** All runs of an enterprise under examination that ended in a span; RECYCLING apart from the others. */
export function runsIn(uscc: string, facts: ChainFacts, span: Span, recycling: boolean): RunFact[] {
  const runs = facts.eventsOf(uscc).filter(isRun);
  return runs.filter(run => isWithin(span, run.at) && isRunOf(run, ['RECYCLING']) === recycling);
}

export const balanceOf = (runs: readonly RunFact[]): Balance => ({
  drawnG: sumReo(runs.flatMap(({ draws }) => draws)),
  yieldedG: sumReo(runs.flatMap(({ yields }) => yields)),
  lostG: sumReo(runs.flatMap(lossesOf)),
});

const lossesOf = ({ content: { losses = [] } }: RunFact): { readonly reoG: number }[] =>
  losses.map(({ massKg, reoPercent }) => ({ reoG: reoGrams(kgToGrams(massKg), percentToGrade(reoPercent)) }));

/** REO that came out, losses with it, beyond what went in; below 0 where less did. */
export const excessG = ({ drawnG, yieldedG, lostG }: Balance): number => yieldedG + lostG - drawnG;

/** Did more come out than went in, by more than a tolerance in percent? */
export const exceeds = (balance: Balance, percent: number): boolean =>
  excessG(balance) * 100 > balance.drawnG * percent;

/** Tolerances of a balance by element, in percent: of the element drawn, of all REO drawn, and how much must be assayed. */
export interface ElementLimits {
  readonly elementExcess: number;
  readonly elementFloor: number;
  readonly minAssayed: number;
}

export interface ElementExcess {
  readonly element: Element;
  readonly drawnG: number;
  readonly yieldedG: number;
}

/**
 * Elements of which a run yields more than it drew, beyond the tolerance: judged as attribution does it (readings K17),
 * only where enough of the element is assayed on both sides. Declared losses leave in the pool's mixture and count as none.
 */
export function elementExcesses({ draws, yields }: RunFact, limits: ElementLimits): ElementExcess[] {
  const drawn = sidesOf(draws);
  const made = sidesOf(yields);
  const pool = sum(drawn.all);
  return ELEMENTS.flatMap((element, e) => {
    const [drawnG, yieldedG] = [drawn.all[e]!, made.all[e]!];
    const tolerance = Math.max((drawnG * limits.elementExcess) / 100, (pool * limits.elementFloor) / 100);
    const isJudged = drawn.isKnown(e, limits.minAssayed) && made.isKnown(e, limits.minAssayed);
    return isJudged && yieldedG - drawnG > tolerance + ROUNDING * pool ? [{ element, drawnG, yieldedG }] : [];
  });
}

/** Slack for sums of doubles. */
const ROUNDING = 1e-12;

interface Side {
  readonly all: readonly number[];
  /** Is enough of an element assayed? Of one that is not there: of everything. */
  isKnown(element: number, percent: number): boolean;
}

function sidesOf(parts: readonly LotReo[]): Side {
  const all = elementsOf(parts);
  const assayed = elementsOf(parts.filter(({ lot }) => isAssayed(lot)));
  return {
    all,
    isKnown: (e, percent) =>
      all[e]! > 0 ? assayed[e]! * 100 >= all[e]! * percent : sum(assayed) * 100 >= sum(all) * percent,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
