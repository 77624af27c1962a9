/** What is wrong with a line. */
export interface LineError {
  readonly code: string;
  /** JSON pointer into what the line holds. */
  readonly pointer?: string;
  readonly value?: unknown;
  readonly expected?: string;
}

/** A line of the file that holds something: what is sent for it, or why it cannot be. */
export interface ImportRecord {
  /** Where it ends, counted from 1. */
  readonly line: number;
  /** JSON in UTF-8, without a line break. */
  readonly json?: string | Buffer;
  readonly errors?: readonly LineError[];
}

/** Columns of a CSV by the JSON pointer of their field, counted from 1. */
export type Columns = ReadonlyMap<string, number>;
