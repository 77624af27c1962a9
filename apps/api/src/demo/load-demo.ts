import { join } from 'node:path';
import type { Context } from '#kernel';
import { readNdjson } from './ndjson.js';

/** The services the demonstration goes through: the same as for anybody who records. */
export interface DemoDeps {
  readonly ledger: {
    head(context: Context): Promise<{ readonly seq: number }>;
    follow(context: Context, after: number, limit: number): Promise<{ readonly kind: string; readonly actor: string }[]>;
  };
  readonly registry: {
    put(context: Context, collection: string, items: readonly unknown[]): Promise<{ readonly results: readonly PutResult[] }>;
  };
  readonly capture: {
    capture(context: Context, items: readonly DemoEvent[], onError: 'rollback'): Promise<unknown>;
  };
} // prettier-ignore

interface PutResult {
  readonly key: string;
  readonly status: string;
}

interface DemoEvent {
  readonly index: number;
  readonly event: unknown;
  /** JSON pointer of the event in its line of NDJSON. */
  readonly pointer: string;
}

/** In the order in which one refers to the other. */
const COLLECTIONS = ['enterprises', 'sites', 'permits', 'customs-declarations'] as const;

export interface LoadedDemo {
  readonly registryItems: number;
  readonly events: number;
}

/**
 * Records the demonstration in `folder`, registry first, then all events or none. Does nothing and answers `undefined`
 * where the ledger holds anything else. A load that was broken off is taken up again: everything in it has an identity,
 * so that what is there already stays as it is.
 * @throws Error naming the item where the registry refuses one, Refused where an event is
 */
export async function loadDemo(deps: DemoDeps, folder: string, context: Context): Promise<LoadedDemo | undefined> {
  const registry = await Promise.all(
    COLLECTIONS.map(async name => ({ name, items: await readNdjson(join(folder, 'registry', `${name}.ndjson`)) })),
  );
  const registryItems = registry.reduce((total, { items }) => total + items.length, 0);
  if (!(await isOurs(deps, context, registryItems))) return undefined;
  for (const { name, items } of registry) assertTaken(name, await deps.registry.put(context, name, items));
  const events = await readNdjson(join(folder, 'events.ndjson'));
  await deps.capture.capture(
    context,
    events.map((event, index) => ({ index, event, pointer: '' })),
    'rollback',
  );
  return { registryItems, events: events.length };
}

/** True for an empty ledger, and for one that holds only registry items this loader has written. */
async function isOurs({ ledger }: DemoDeps, context: Context, registryItems: number): Promise<boolean> {
  const { seq } = await ledger.head(context);
  if (seq === 0) return true;
  if (seq > registryItems) return false;
  const entries = await ledger.follow(context, 0, seq);
  return entries.every(({ kind, actor }) => kind === 'registry' && actor === context.actor);
}

function assertTaken(collection: string, { results }: { readonly results: readonly PutResult[] }): void {
  const refused = results.find(({ status }) => status === 'refused');
  if (refused) throw new Error(`the registry refused ${collection}/${refused.key} of the demonstration`);
}
