import { parseInstant } from '#kernel';

/** "As known at": a ledger position, or an instant that means what was recorded by then. */
export type AsOfInput = { readonly seq: number } | { readonly instant: Date };

/** Reads a ledger position or an instant; `undefined` for text that is neither. */
export function parseAsOf(text: string): AsOfInput | undefined {
  if (/^\d{1,15}$/.test(text)) return { seq: Number(text) };
  const instant = parseInstant(text);
  return instant && { instant };
}

export const isAsOf = (text: string): boolean => parseAsOf(text) !== undefined;
