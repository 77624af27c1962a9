const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const toTheGram = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** A number of things, with thousands apart. */
export const count = (number: number): string => whole.format(number);

/** Kilograms, to the gram. */
export const kilograms = (kg: number): string => `${toTheGram.format(kg)} kg`;

/** Seconds since an instant, with one decimal. */
export const secondsSince = (startedAt: number): string => ((Date.now() - startedAt) / 1000).toFixed(1);
