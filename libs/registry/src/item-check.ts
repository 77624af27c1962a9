import { SHAPE_CODES, type Fault } from '#kernel';
import { compile, MAX_FAULTS, type Validator } from '#platform';
import { keyOf, type Collection, type RegistryItem } from './domain/collection.js';
import type { CheckedItem } from './domain/decide.js';

const validators = new WeakMap<Collection<unknown>, Validator>();

function validatorOf(collection: Collection<unknown>): Validator {
  const known = validators.get(collection);
  if (known) return known;
  const compiled = compile(collection.schema);
  validators.set(collection, compiled);
  return compiled;
}

/**
 * Checks what a client sent as an item: the shape of its fields, then what the collection asks beyond them. `pointer`
 * leads to the item in the request and stands before the pointers of faults and warnings.
 */
export function checkItem(collection: Collection<unknown>, value: unknown, pointer: string): CheckedItem {
  const faults = validatorOf(collection)(value, pointer);
  if (faults.length > 0) return { key: tryKey(collection, value), faults };
  const item = value as RegistryItem;
  const key = keyOf(collection, item);
  const placed = (fault: Fault): Fault => ({ ...fault, pointer: pointer + fault.pointer });
  const refusals = collection.checks(item);
  if (refusals.length > 0) return { key, faults: refusals.slice(0, MAX_FAULTS + 1).map(placed) };
  return { key, item, pointer, warnings: collection.warnings(item).map(placed) };
}

/** The key of an item of wrong shape where its parts are there all the same, else empty. */
function tryKey(collection: Collection<unknown>, value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const item = value as Readonly<Record<string, unknown>>;
  const { required = [] } = collection.schema as { required?: readonly string[] };
  const told = collection.key.every(field => {
    const part = item[field];
    return typeof part === 'string' || typeof part === 'number' || (part === undefined && !required.includes(field));
  });
  return told ? keyOf(collection, item).slice(0, 512) : '';
}

/** The faults of wrong shape among checked items: at most one more than a problem lists. */
export function shapeFaults(items: readonly CheckedItem[]): Fault[] {
  const found: Fault[] = [];
  for (const item of items) {
    if (found.length > MAX_FAULTS) break;
    if ('faults' in item && item.faults.some(({ code }) => SHAPE_CODES.has(code))) found.push(...item.faults);
  }
  return found.slice(0, MAX_FAULTS + 1);
}
