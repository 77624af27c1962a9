import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import { believed } from './packed.js';

/** Ledger position that a question is about; `undefined` for the present. */
export type Position = number | undefined;

/** Condition that the rows of an alias are believed. */
export type Believed = (alias: string) => string;

/**
 * A statement about what is believed now, or was at a ledger position. Only the condition differs, so that questions of
 * the present keep the indexes on current rows; the position is the parameter after the given values.
 */
export function statementAt(
  position: Position,
  name: string,
  values: readonly unknown[],
  text: (believed: Believed) => string,
): Statement {
  if (position === undefined) return { name, text: text(alias => `${alias}.${CURRENT}`), values };
  const parameter = `$${values.length + 1}`;
  return { name: `${name}-then`, text: text(alias => believed(alias, parameter)), values: [...values, position] };
}
