import type { Collection, RegistryItem } from './collection.js';

/** An item as the ledger keeps it: what is about persons lies apart, where it can be erased. */
export interface LedgerBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
}

export function ledgerBody(collection: Collection<unknown>, item: RegistryItem): LedgerBody {
  const isPersonal = ([name]: [string, unknown]): boolean => collection.personal.includes(name);
  const fields = Object.entries(item);
  const personal = fields.filter(isPersonal);
  if (personal.length === 0) return { body: item };
  return {
    body: Object.fromEntries(fields.filter(field => !isPersonal(field))),
    personal: Object.fromEntries(personal),
  };
}
