import type { LedgerLine } from './ledger-line.js';
import { stepsOf, type ReplayStep } from './steps.js';

/** Where a ledger is recorded again: through the use cases of the program, so that all else follows by itself. */
export interface ReplayTarget {
  /** Records a step as a whole. @throws ReplayRefused where it is not taken as it was */
  record(step: ReplayStep): Promise<void>;
}

/** An entry that cannot be recorded again, or takes another position than it had. */
export class ReplayRefused extends Error {
  constructor(
    readonly seq: number,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`entry ${seq}: ${reason}`, options);
  }
}

export interface ReplayOptions {
  /** Told after each step: the position reached, and the step. */
  readonly onStep?: (seq: number, step: ReplayStep) => void | Promise<void>;
}

/** Records a ledger again, in its order. Resolves to the number of entries recorded. */
export async function replay(
  lines: AsyncIterable<LedgerLine>,
  target: ReplayTarget,
  { onStep }: ReplayOptions = {},
): Promise<number> {
  let entries = 0;
  for await (const step of stepsOf(lines)) {
    await target.record(step);
    entries += step.lines.length;
    await onStep?.(step.lines.at(-1)!.seq, step);
  }
  return entries;
}
