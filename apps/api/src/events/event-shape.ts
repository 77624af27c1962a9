import { Refused, isUuid, type Fault } from '#kernel';
import { EventSchema, MAX_EVENT_BYTES, timeOrderFaults, type CaptureItem, type EventInput } from '#lots';
import { compile, parseStrictJson } from '#platform';
import { FaultBudget } from './fault-budget.js';

const validate = compile(EventSchema);

/** The events of a JSON request: each of the right shape, or with its faults. */
export function shapeEvents(values: readonly unknown[]): CaptureItem[] {
  const budget = new FaultBudget();
  return values.map((value, index) => {
    const pointer = `/events/${index}`;
    const size = Buffer.byteLength(JSON.stringify(value));
    return size > MAX_EVENT_BYTES
      ? misshapen(value, index, [oversized(pointer)], 1)
      : shapeEvent(value, index, pointer, budget);
  });
}

/** A line of NDJSON, which may be no JSON at all, or `undefined` where it was too long to be kept. */
export function shapeLine(line: Uint8Array | undefined, index: number, budget: FaultBudget): CaptureItem {
  if (!line) return { index, faults: [oversized('')] };
  try {
    return shapeEvent(parseStrictJson(line), index, '', budget);
  } catch (error) {
    if (error instanceof Refused) return { index, faults: error.faults.slice(0, budget.next) };
    throw error;
  }
}

function shapeEvent(value: unknown, index: number, pointer: string, budget: FaultBudget): CaptureItem {
  const most = budget.next;
  const shape = validate(value, pointer, most);
  const faults = shape.length > 0 ? shape : timeOrderFaults(value as EventInput, pointer);
  budget.spend(faults.length);
  return faults.length > 0 ? misshapen(value, index, faults, most) : { index, event: value as EventInput, pointer };
}

function misshapen(value: unknown, index: number, faults: readonly Fault[], most: number): CaptureItem {
  const id = (value as { id?: unknown } | null)?.id;
  return {
    index,
    ...(typeof id === 'string' && isUuid(id) ? { id } : {}),
    faults: faults.slice(0, most),
    ...(faults.length > most ? { truncated: true as const } : {}),
  };
}

const oversized = (pointer: string): Fault => ({
  code: 'limit-exceeded',
  pointer,
  expected: `at most ${MAX_EVENT_BYTES} bytes of JSON`,
});
