import { countryData } from './data/countries.js';

const ALPHA2 = new Map(countryData.entries.flatMap(([alpha2, alpha3]) => [[alpha2, alpha2], [alpha3, alpha2]])); // prettier-ignore

/** The ISO 3166-1 alpha-2 code of a country given as alpha-2 or alpha-3 in capitals, or `undefined` for other text. */
export const countryCode = (text: string): string | undefined => ALPHA2.get(text);
