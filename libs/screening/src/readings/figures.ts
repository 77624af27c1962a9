import type { Figure } from '../rule.js';

const figure = (zh: string, en: string, value: number, unit: string): Figure => ({ name: { zh, en }, value, unit });

/** Grams of REO, shown as kilograms. */
export const reoFigure = (zh: string, en: string, reoG: number): Figure => figure(zh, en, reoG / 1000, 'kg REO');

/** Grams of physical mass, shown as kilograms. */
export const massFigure = (zh: string, en: string, massG: number): Figure => figure(zh, en, massG / 1000, 'kg');

/** A share, shown in percent with at most four decimals. */
export const shareFigure = (zh: string, en: string, share: number): Figure =>
  figure(zh, en, Math.round(share * 1e6) / 1e4, '%');

/** A threshold or measured value that is in percent already. */
export const percentFigure = (zh: string, en: string, percent: number): Figure => figure(zh, en, percent, '%');

export const amountOfReo = (reoG: number): { value: number; unit: string } => ({ value: reoG / 1000, unit: 'kg REO' });
