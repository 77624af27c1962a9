import { isSingleElement } from '#catalogue';
import { type Distribution, type Element, elementIndex, toDistribution } from '#kernel';
import { elementGrams } from '#lots';
import type { LotFact } from '../facts/facts.js';

/** REO of a lot. */
export interface LotReo {
  readonly lot: LotFact;
  readonly reoG: number;
}

/** Is its distribution measured: declared with an assay, or of a product that holds one element only? */
export const isAssayed = ({ basis, product }: LotFact): boolean =>
  basis === 'declared' || isSingleElement(product.code);

/** Share of the REO whose distribution is measured; 0 where there is none. */
export function assayedShare(parts: readonly LotReo[]): number {
  const total = sumOf(parts);
  return total > 0 ? sumOf(parts.filter(({ lot }) => isAssayed(lot))) / total : 0;
}

const sumOf = (parts: readonly LotReo[]): number => parts.reduce((sum, { reoG }) => sum + reoG, 0);

/** Grams of each element's oxide, in the order of kernel `ELEMENTS`. */
export const elementsOf = (parts: readonly LotReo[]): readonly number[] =>
  [...elementGrams(parts.map(({ lot, reoG }) => ({ reo: reoG, distribution: lot.distribution })))]; // prettier-ignore

/** The distribution of lots together, weighted by their REO. */
export const meanDistribution = (parts: readonly LotReo[]): Distribution => toDistribution(elementsOf(parts));

/** Sum of the differences of all elements in percentage points: 0 where equal, 200 where nothing is in common. */
export const l1Distance = (a: Distribution, b: Distribution): number =>
  100 * a.reduce((sum, share, e) => sum + Math.abs(share - b[e]!), 0);

/** Sum of the shares of elements, in percent of the REO. */
export const percentOf = (distribution: Distribution, ...elements: readonly Element[]): number =>
  100 * elements.reduce((sum, element) => sum + distribution[elementIndex(element)!]!, 0);

/** Elements, or groups of them, by which feeds are told apart (reading REC-03). */
const MARKERS: readonly (readonly Element[])[] = [['Y'], ['Eu'], ['Gd'], ['Sm'], ['La', 'Ce']];

/** A marker that is off, in percent of the REO. */
export interface MarkerOff {
  readonly elements: readonly Element[];
  readonly found: number;
  readonly expected: number;
}

/** Markers that differ by more than a share of what is expected (percent) and by more than a floor (percentage points). */
export const markersOff = (found: Distribution, expected: Distribution, limits: { readonly relative: number; readonly floorPp: number }): MarkerOff[] =>
  MARKERS.map(elements => ({ elements, found: percentOf(found, ...elements), expected: percentOf(expected, ...elements) })).filter(
    ({ found, expected }) => Math.abs(found - expected) > Math.max(limits.floorPp, (expected * limits.relative) / 100),
  ); // prettier-ignore

/** Families of deposits that a distribution can be told to belong to. */
export type DepositFamily =
  | 'xenotime' | 'ion-high-y' | 'ion-medium-y' | 'ion-low-y' | 'monazite' | 'bastnaesite' | 'mount-weld' | 'bayan-obo'
  | 'sichuan' | 'scrap'; // prettier-ignore

/** The family a distribution belongs to (distributions.md §5.5); none where it is like no known one. No proof, a lead. */
export function depositFamily(distribution: Distribution): DepositFamily | undefined {
  const of = (...elements: Element[]): number => percentOf(distribution, ...elements);
  const light = of('La', 'Ce', 'Pr', 'Nd');
  if (of('Y') >= 50 && light <= 15) return of('La', 'Ce') >= 3 && of('Yb') >= 5 ? 'xenotime' : 'ion-high-y';
  if (of('Y') >= 15 && of('Y') < 50 && of('Eu') >= 0.5) return 'ion-medium-y';
  if (of('Y') < 15 && of('Ce') < 15 && of('La') >= 10 && of('La', 'Nd') >= 50) return 'ion-low-y';
  if (of('Ce') >= 38 && of('Ce') <= 47 && of('Sm') >= 2 && of('Gd') >= 1.3 && of('Y') >= 1.5 && of('Y') <= 4) return 'monazite';
  if (of('Ce') >= 40 && light >= 94 && of('Y') <= 1) return lightFamily(of);
  return of('La', 'Ce') < 20 && of('Nd', 'Pr') >= 70 ? 'scrap' : undefined;
} // prettier-ignore

function lightFamily(of: (...elements: Element[]) => number): DepositFamily {
  if (of('Nd') < 13) return 'bastnaesite';
  if (of('Sm') >= 1.6) return 'mount-weld';
  return of('La') < 25 && of('Nd') >= 17 ? 'bayan-obo' : 'sichuan';
}
