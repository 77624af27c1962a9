import type { Fault } from '#kernel';
import { pointerOf, type PathPart } from './pointer.js';

/** Most faults a problem lists; a list with one more says that there are others (contract, "Problems"). */
export const MAX_FAULTS = 1_000;

const SHOWN_CHARACTERS = 200;

/**
 * Faults found while walking a value, with the place the walk has reached. Takes one fault more than is wanted, and
 * nothing after that: hostile input costs no memory.
 */
export class FaultList {
  readonly faults: Fault[] = [];
  private readonly path: PathPart[] = [];

  constructor(
    private readonly prefix = '',
    private readonly most = MAX_FAULTS,
  ) {}

  get full(): boolean {
    return this.faults.length > this.most;
  }

  enter(part: PathPart): void {
    this.path.push(part);
  }

  leave(): void {
    this.path.pop();
  }

  /** A fault at the place reached, or at a member of it. */
  add(code: string, expected: string, value?: unknown, member?: PathPart): void {
    if (this.full) return;
    const path = member === undefined ? this.path : [...this.path, member];
    const shown = showValue(value);
    this.faults.push({
      code,
      pointer: this.prefix + pointerOf(path),
      ...(shown === undefined ? {} : { value: shown }),
      expected: cut(expected),
    });
  }
}

/** What of a wrong value an answer repeats: scalars, long text cut; never whole objects or arrays. */
export function showValue(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  return typeof value === 'object' && value !== null ? undefined : value;
}

function cut(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  return `${text.slice(0, SHOWN_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
