import { countryCode, findProduct } from '#catalogue';
import type { Fault } from '#kernel';

/** Refuses a country code that ISO 3166-1 does not know. */
export function countryFaults(country: string | undefined, pointer: string): Fault[] {
  if (country === undefined || countryCode(country)) return [];
  return [{ code: 'out-of-range', pointer, value: country, expected: 'an ISO 3166-1 country code' }];
}

/** A remark on a product that the catalogue does not know. */
export function unknownProduct(product: string, pointer: string): Fault[] {
  if (findProduct(product)) return [];
  return [{ code: 'unknown-product', pointer, value: product, expected: 'a product code of the catalogue' }];
}
