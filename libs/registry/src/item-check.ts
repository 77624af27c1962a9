import { SHAPE_CODES, type Fault, type PlacedFault } from '#kernel';
import { compile, MAX_FAULTS, type Validator } from '#platform';
import { keyOf, type Collection, type RegistryItem } from './domain/collection.js';
import type { CheckedItem, Place } from './domain/decide.js';

/** Faults that the items of a request may have together before each of the rest lists a few only. */
const FULL_LISTS_MAX = 20_000;
const SHORT_LIST = 10;

const validators = new WeakMap<Collection<unknown>, Validator>();

function validatorOf(collection: Collection<unknown>): Validator {
  const known = validators.get(collection);
  if (known) return known;
  const compiled = compile(collection.schema);
  validators.set(collection, compiled);
  return compiled;
}

/**
 * Checks the items of a request one after the other. Hostile input costs no memory: once they have many faults
 * together, each further item lists a few only.
 */
export class ItemChecker {
  private spent = 0;

  constructor(private readonly collection: Collection<unknown>) {}

  /** Checks the shape of an item's fields, then what the collection asks beyond them. */
  check(value: unknown, { index, pointer }: Place): CheckedItem {
    const most = this.spent < FULL_LISTS_MAX ? MAX_FAULTS : SHORT_LIST;
    const faults = this.faultsOf(value, most).map((fault): PlacedFault => ({
      ...fault, index, pointer: pointer + fault.pointer,
    })); // prettier-ignore
    this.spent += faults.length;
    if (faults.length > 0) return { key: tryKey(this.collection, value), faults };
    const item = value as RegistryItem;
    const warnings = this.collection.warnings(item).map(fault => ({ ...fault, pointer: pointer + fault.pointer }));
    return { key: keyOf(this.collection, item), item, place: { index, pointer }, warnings };
  }

  private faultsOf(value: unknown, most: number): readonly Fault[] {
    const shape = validatorOf(this.collection)(value, '', most);
    return (shape.length > 0 ? shape : this.collection.checks(value as RegistryItem)).slice(0, most + 1);
  }
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

/** The faults of wrong shape among those of an item. A request that has one is refused as a whole. */
export const hasWrongShape = (checked: CheckedItem): checked is Extract<CheckedItem, { faults: unknown }> =>
  'faults' in checked && checked.faults.some(({ code }) => SHAPE_CODES.has(code));
