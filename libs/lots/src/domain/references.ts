import { isRoot, rootIdentity } from './decide/roots.js';
import type { MaterialEvent } from './event-schema.js';

/** Everything a batch of events refers to, to be loaded in a few statements. */
export interface References {
  readonly eventIds: Set<string>;
  readonly enterprises: Set<string>;
  readonly sites: Set<string>;
  readonly codes: Set<string>;
  /** Pairs of an enterprise and the code of a lot it may hold. */
  readonly owners: string[];
  readonly ownedCodes: string[];
  readonly dispatches: Set<string>;
  readonly licences: Set<string>;
  readonly declarations: Set<string>;
  /** Sources on which somebody may have decided before. */
  readonly sources: Set<string>;
}

export function referencesOf(events: readonly { readonly id: string; readonly event: MaterialEvent }[]): References {
  const references: References = {
    eventIds: new Set(),
    enterprises: new Set(),
    sites: new Set(),
    codes: new Set(),
    owners: [],
    ownedCodes: [],
    dispatches: new Set(),
    licences: new Set(),
    declarations: new Set(),
    sources: new Set(),
  };
  const pairs = new Set<string>();
  for (const { id, event } of events) {
    references.eventIds.add(id);
    references.enterprises.add(event.enterprise);
    if (event.site !== undefined) references.sites.add(event.site);
    for (const text of heldLots(event)) addHeld(references, pairs, event.enterprise, text);
    if ('yields' in event) event.yields.forEach(declared => references.codes.add(declared.lot));
    if (isRoot(event)) references.sources.add(rootIdentity(event, id).sourceId);
    addPapers(references, event);
  }
  return references;
}

/** Texts by which an event names lots that its enterprise holds. */
function heldLots(event: MaterialEvent): string[] {
  if ('draws' in event) return event.draws.map(draw => draw.lot);
  if (event.type === 'export') return event.items.map(item => item.lot);
  return event.type === 'stocktake' ? event.counts.map(count => count.lot) : [];
}

function addHeld(references: References, pairs: Set<string>, owner: string, text: string): void {
  const split = text.indexOf(':');
  for (const code of split < 0 ? [text] : [text, text.slice(split + 1)]) {
    references.codes.add(code);
    const pair = `${owner}|${code}`;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    references.owners.push(owner);
    references.ownedCodes.push(code);
  }
}

function addPapers(references: References, event: MaterialEvent): void {
  if (event.type === 'mining') references.licences.add(event.licence);
  if (event.type === 'import') references.declarations.add(event.declaration);
  if (event.type === 'receipt' && 'dispatch' in event) {
    const dispatch = event.dispatch.toLowerCase();
    references.dispatches.add(dispatch);
    references.eventIds.add(dispatch);
  }
}
