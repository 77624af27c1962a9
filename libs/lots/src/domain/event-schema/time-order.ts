import { parseInstant, type Fault } from '#kernel';
import type { EventInput, Replacement } from '../event-schema.js';

/**
 * Faults of times within an event of right shape: `from` after `occurredAt`, and lots ready outside of the run (`from`
 * ≤ `at` ≤ `occurredAt`). Looks into a correction's replacement as well.
 */
export function timeOrderFaults(event: EventInput | Replacement, pointer = ''): Fault[] {
  if (event.type === 'correction') {
    return event.replacement ? timeOrderFaults(event.replacement, `${pointer}/replacement`) : [];
  }
  const end = millisecondsOf(event.occurredAt);
  const from = 'from' in event && typeof event.from === 'string' ? event.from : undefined;
  const begin = from === undefined ? -Infinity : millisecondsOf(from);
  const faults: Fault[] = [];
  if (begin > end) faults.push(outside(`${pointer}/from`, from, 'not after occurredAt'));
  for (const [index, { at }] of ('yields' in event ? event.yields : []).entries()) {
    if (at === undefined) continue;
    const ready = millisecondsOf(at);
    if (ready < begin || ready > end) {
      faults.push(outside(`${pointer}/yields/${index}/at`, at, 'between from and occurredAt'));
    }
  }
  return faults;
}

const millisecondsOf = (instant: string): number => parseInstant(instant)?.getTime() ?? Number.NaN;

const outside = (pointer: string, value: unknown, expected: string): Fault => ({
  code: 'out-of-range',
  pointer,
  value,
  expected,
});
