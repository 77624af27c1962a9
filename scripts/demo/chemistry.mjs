import { createHash } from 'node:crypto';

/** The order of every per-element array here. */
export const ELEMENTS = ['La', 'Ce', 'Pr', 'Nd', 'Sm', 'Eu', 'Gd', 'Tb', 'Dy', 'Ho', 'Er', 'Tm', 'Yb', 'Lu', 'Y'];

/** Metal per oxide by mass, from IUPAC weights (CeO2, Pr6O11, Tb4O7, otherwise M2O3), indexed like ELEMENTS. */
export const METAL_PER_OXIDE = [
  0.8527, 0.8141, 0.8277, 0.8574, 0.8624, 0.8636, 0.8676, 0.8502, 0.8713, 0.873, 0.8745, 0.8756, 0.8782, 0.8794, 0.7874,
];

/** Distributions in % of total REO: literature values for the deposits, a placeholder for imports, an invented scrap. */
export const PROFILES = {
  bayanObo: [22.98, 49.95, 6.19, 18.48, 0.8, 0.2, 0.7, 0.1, 0.1, 0, 0, 0, 0, 0, 0.5],
  longnan: [2.16, 1.03, 1.13, 5.24, 3.29, 0.31, 2.77, 1.16, 7.69, 1.64, 4.38, 0.62, 3.43, 0.48, 64.67],
  xunwu: [29.85, 7.18, 7.41, 30.19, 6.32, 0.51, 4.21, 0.46, 1.77, 0.27, 0.88, 0.13, 0.62, 0.13, 10.07],
  myanmar: [24, 2, 5.5, 20.5, 5.5, 0.6, 6, 0.9, 4.6, 0.9, 2.4, 0.3, 1.7, 0.2, 24.9],
  magnetScrap: [0, 0, 19, 72.2, 0, 0, 3.4, 0.6, 3.6, 1.2, 0, 0, 0, 0, 0],
};

/** A profile as one particular lot would show it: each element off by up to 1.5 %, always the same for one key. */
export function sampleOf(profile, key) {
  const noise = createHash('sha256').update(key).digest();
  return assayOf(
    PROFILES[profile].map((percent, index) => percent * (1 + (noise[index] / 255 - 0.5) * 0.03)),
    2,
  );
}

/** Amounts per element as an assay: % with so many decimals, summing to exactly 100 (largest remainder). */
export function assayOf(amounts, decimals) {
  const units = 100 * 10 ** decimals;
  const total = sum(amounts);
  const exact = amounts.map(amount => (amount / total) * units);
  const parts = exact.map(Math.floor);
  const byRest = exact.map((value, index) => ({ index, rest: value - parts[index] })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRest.slice(0, units - sum(parts))) parts[index] += 1;
  const entries = parts.map((part, index) => [ELEMENTS[index], part / 10 ** decimals]);
  return Object.fromEntries(entries.filter(([, percent]) => percent > 0));
}

/** An assay as fractions of the total REO, indexed like ELEMENTS. */
export function fractionsOf(assay) {
  const percents = ELEMENTS.map(element => assay[element] ?? 0);
  const total = sum(percents);
  return percents.map(percent => percent / total);
}

/** REO per kilogram of a lot declaration, from its REO or its metal content. */
export function reoRatio({ reoPercent, metalPercent, assay }) {
  if (reoPercent !== undefined) return reoPercent / 100;
  const metalPerReo = sum(fractionsOf(assay).map((share, index) => share * METAL_PER_OXIDE[index]));
  return metalPercent / 100 / metalPerReo;
}

export const sum = values => values.reduce((total, value) => total + value, 0);
