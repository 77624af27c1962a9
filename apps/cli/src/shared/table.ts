import { displayWidth, fit, padStart } from './width.js';

/** Rows with their cells below each other, two blanks apart, cut where the terminal ends. */
export function tableLines(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
  width: number,
): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map(row => displayWidth(row[index] ?? ''))),
  );
  const padded = (cell: string, index: number): string =>
    sides[index] === 'right'
      ? padStart(cell, widths[index]!)
      : cell + ' '.repeat(Math.max(0, widths[index]! - displayWidth(cell)));
  return rows.map(row => fit(row.map(padded).join('  ').trimEnd(), width));
}
