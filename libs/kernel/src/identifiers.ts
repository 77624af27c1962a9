const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Check character of the first 17 characters of a unified social credit code (GB 32100-2015, mod 31). */
export function usccCheckCharacter(first17: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (acc, weight, index) => acc + weight * USCC_ALPHABET.indexOf(first17.charAt(index)),
    0,
  );
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** True for a unified social credit code of right shape whose check character fits. */
export function isUscc(text: string): boolean {
  return USCC_SHAPE.test(text) && usccCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}

/** True for an 18-digit customs declaration number: district, year, direction digit, sequence. */
export const isDeclarationNumber = (text: string): boolean => /^\d{4}(19|20)\d{2}[01]\d{9}$/.test(text);

/** True for a UUID of any version in its canonical lower- or upper-case form. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

/** The two digits of a GB/T 2260 code that name the province, padded to six: `360734` lies in `360000`. */
export const provinceOf = (region: string): string => `${region.slice(0, 2)}0000`;
