import { ELEMENTS, type Element } from '#kernel';
import type { ElementShares } from './answer.js';

const figures = (least: number, most: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });

const toTheGram = figures(0, 3);
const toHundredGrams = figures(1, 1);
const percent = figures(1, 1);

/** Kilograms, to the gram. */
export const exactKg = (kg: number): string => `${toTheGram.format(kg)} kg`;

/** Kilograms for a column: one decimal, small amounts to the gram. */
export const columnKg = (kg: number): string =>
  `${kg > 0 && kg < 1 ? toTheGram.format(kg) : toHundredGrams.format(kg)} kg`;

/** A share in per cent; what is there but rounds to nothing says so. */
export function percentOf(share: number): string {
  if (share <= 0) return '0 %';
  return share < 0.0005 ? '<0.1 %' : `${percent.format(share * 100)} %`;
}

export const dayOfInstant = (instant: string | undefined): string => instant?.slice(0, 10) ?? '';

/** The elements the trade looks at first: the rare and dear ones. The others count where none of these is there. */
const DEAR: readonly Element[] = ['Tb', 'Dy', 'Nd', 'Pr', 'Eu', 'Y', 'Sc'];
const OTHERS = ELEMENTS.filter(element => !DEAR.includes(element));

/** Up to four elements of which at least a twentieth comes from here, as `Dy 97 %`. */
export function elementsOfNote(shares: ElementShares): string {
  const notable = (elements: readonly Element[]): Element[] =>
    elements.filter(element => (shares[element] ?? 0) >= 0.05).slice(0, 4);
  const dear = notable(DEAR);
  return (dear.length > 0 ? dear : notable(OTHERS))
    .map(element => `${element} ${Math.round((shares[element] ?? 0) * 100)} %`)
    .join('  ');
}
