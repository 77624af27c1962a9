/** The first line of an exported ledger. */
export interface LedgerHeader {
  readonly kind: 'ledger';
  readonly format: number;
  /** Position of the last entry: an export that ends before is cut short. */
  readonly seq: number;
  /** When that entry was recorded. */
  readonly recordedAt: string;
}

/** Raised when lines come to mean something else. */
export const LEDGER_FORMAT = 1;

/** Whether a file's first line says that it is an export of a ledger. */
export function headerOf(line: string): LedgerHeader | undefined {
  try {
    const value = JSON.parse(line) as Partial<LedgerHeader> | null;
    const isHeader = value?.kind === 'ledger' && Number.isSafeInteger(value.seq) && value.format !== undefined;
    return isHeader ? (value as LedgerHeader) : undefined;
  } catch {
    return undefined;
  }
}
