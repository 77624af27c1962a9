import { FOREVER_SEQ } from '#lots';
import type { Position } from '../engines/postgres/statement-at.js';

export interface OrderedRows {
  /** Table with its alias of one letter. */
  readonly from: string;
  readonly where: string;
  readonly order: readonly string[];
  readonly limit: string;
  /** Condition that the rows are believed. */
  readonly believed: string;
  readonly position: Position;
}

/**
 * SQL of the first rows in an order that indexes have. Rows believed now have one index and those of the past another, so
 * that a question about the past reads the first of both.
 */
export function rowsInOrder({ from, where, order, limit, believed, position }: OrderedRows): string {
  const alias = from.at(-1)!;
  const end = `ORDER BY ${order.map(column => `${alias}.${column}`).join(', ')} LIMIT ${limit}`;
  const rows = (condition: string): string => `SELECT * FROM ${from} WHERE ${where} AND ${condition} ${end}`;
  if (position === undefined) return rows(believed);
  const [still, past] = [`${alias}.seq_to > ${FOREVER_SEQ - 1}`, `${alias}.seq_to < ${FOREVER_SEQ}`];
  return `SELECT * FROM ((${rows(`${believed} AND ${still}`)}) UNION ALL (${rows(`${believed} AND ${past}`)})) ${alias} ${end}`;
}
