import type { Fault } from '#kernel';
import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import { orderFaults } from './checks/order.js';
import { instant, text } from './fields.js';

const commonFields = {
  source: text('Who supplied it', 200, 'Ganzhou bureau of natural resources'),
  validFrom: Type.Optional(
    instant('The item states facts from here on; left out: unbounded for a new key, now for a known one'),
  ),
  validTo: Type.Optional(instant('… and up to, not including, here; left out: unbounded')),
};

/** What every item has; the other members are those of its collection. */
export type RegistryItem = {
  readonly source: string;
  readonly validFrom?: string;
  readonly validTo?: string;
} & Readonly<Record<string, unknown>>;

/** Name of a field of a collection. */
type FieldName<Fields extends TProperties> = Extract<keyof Fields, string>;

/** An item of a collection with these fields. */
export type ItemOf<Fields extends TProperties> = Static<TObject<Fields & typeof commonFields>>;

/** A collection as its file describes it. */
export interface CollectionDefinition<Fields extends TProperties> {
  /** As in the path: `customs-declarations`. */
  readonly name: string;
  /** Name of the item's schema: `CustomsDeclaration`. */
  readonly title: string;
  readonly description: string;
  readonly fields: Fields;
  /** The natural key. Several parts are joined by `:`, an absent one is left out. */
  readonly key: readonly FieldName<Fields>[];
  /** The field that names the enterprise whose row it is; left out where rows are nobody's. */
  readonly tenant?: FieldName<Fields>;
  /** A further field by whose value rows are found fast. */
  readonly lookup?: FieldName<Fields>;
  /** Fields that a list may be filtered by beside those of the key; of a list-valued field one member. */
  readonly filters: readonly FieldName<Fields>[];
  /** Fields about persons: erasable, so they stay out of the ledger's body. */
  readonly personal?: readonly FieldName<Fields>[];
  /** Refusals beyond the shape of single fields, pointers into the item. */
  readonly checks?: (item: ItemOf<Fields>) => Fault[];
  /** What looks odd but is taken. */
  readonly warnings?: (item: ItemOf<Fields>) => Fault[];
}

/** A collection as the registry works with it. */
export interface Collection<Item = RegistryItem> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Schema of an item, for validation and the API's document. */
  readonly schema: TSchema;
  /** The collection's own fields. */
  readonly fields: TProperties;
  readonly key: readonly string[];
  readonly tenant?: string;
  readonly lookup?: string;
  /** Fields that a list may be filtered by, those of the key among them. */
  readonly filters: readonly string[];
  readonly personal: readonly string[];
  /** Carries the item's type (see {@link ItemIn}); never there at run time. */
  readonly item?: Item;
  checks(item: RegistryItem): Fault[];
  warnings(item: RegistryItem): Fault[];
}

/** The type of a collection's items. */
export type ItemIn<C> = C extends Collection<infer Item> ? Item : never;

/** Completes a definition: the common fields, the order of `validFrom`/`validTo` and of `from`/`to`. */
export function defineCollection<Fields extends TProperties>(
  definition: CollectionDefinition<Fields>,
): Collection<ItemOf<Fields>> {
  const { fields, checks, warnings, personal = [] } = definition;
  const typed = (item: RegistryItem): ItemOf<Fields> => item as unknown as ItemOf<Fields>;
  return {
    ...definition,
    filters: [...new Set([...definition.key, ...definition.filters])],
    personal,
    schema: Type.Object(
      { ...fields, ...commonFields },
      { title: definition.title, additionalProperties: false, description: definition.description },
    ),
    checks: item => [...orderFaults(item), ...(checks?.(typed(item)) ?? [])],
    warnings: item => warnings?.(typed(item)) ?? [],
  };
}

/** Separates the parts of a key; a part before another never contains it. */
export const KEY_SEPARATOR = ':';

/** The natural key of an item: the parts that are there, joined by `:`. */
export function keyOf(collection: Collection<unknown>, item: Readonly<Record<string, unknown>>): string {
  return collection.key
    .map(field => item[field])
    .filter(part => part !== undefined)
    .map(String)
    .join(KEY_SEPARATOR);
}

/** Tenant of rows that are nobody's. */
export const NOBODY = '-';

/** USCC of the enterprise whose row an item is. */
export function tenantOf(collection: Collection<unknown>, item: Readonly<Record<string, unknown>>): string {
  return (collection.tenant && (item[collection.tenant] as string | undefined)) || NOBODY;
}
