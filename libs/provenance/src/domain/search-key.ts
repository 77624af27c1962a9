import { isUscc } from '#kernel';

/** A text as searches compare it: full-width folded, Latin letters small. The same as the database's columns of keys. */
export const searchKey = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[A-Z]+/g, letters => letters.toLowerCase());

/** The range of keys that begin with a text, in the order of bytes: from `from` up to, not including, `to`. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

/** Behind every character there is. */
const LAST = '\u{10FFFF}';

export const rangeOf = (key: string): KeyRange => ({ from: key, to: key + LAST });

/** What a text can mean beside a plain number, code or name. */
export interface SearchTerms {
  readonly key: string;
  /** The text is a unified social credit code. */
  readonly uscc?: string;
  /** The text is `USCC:` with the beginning of a lot code. */
  readonly lot?: { readonly declaredBy: string; readonly key: string };
}

const USCC_LENGTH = 18;

export function searchTerms(text: string): SearchTerms {
  const key = searchKey(text.trim());
  const uscc = key.slice(0, USCC_LENGTH).toUpperCase();
  if (!isUscc(uscc)) return { key };
  if (key.length === USCC_LENGTH) return { key, uscc };
  if (key.charAt(USCC_LENGTH) !== ':') return { key };
  return { key, lot: { declaredBy: uscc, key: key.slice(USCC_LENGTH + 1) } };
}
