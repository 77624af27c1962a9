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
  /** Codes of lots that runs and counts draw from: what these consist of is blended. */
  readonly blended: Set<string>;
  /** Codes of lots that are counted. */
  readonly counted: Set<string>;
  /** Holdings that draws name. */
  readonly holdings: Set<string>;
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
    blended: new Set(),
    counted: new Set(),
    holdings: new Set(),
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
    const isBlended = event.type === 'processing' || event.type === 'stocktake';
    for (const text of heldLots(event)) addHeld(references, pairs, event.enterprise, text, isBlended);
    if (event.type === 'stocktake')
      event.counts.flatMap(({ lot }) => codesOf(lot)).forEach(code => references.counted.add(code));
    if ('draws' in event) event.draws.forEach(({ holding }) => addHolding(references, holding));
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

function addHeld(references: References, pairs: Set<string>, owner: string, text: string, isBlended: boolean): void {
  for (const code of codesOf(text)) {
    references.codes.add(code);
    if (isBlended) references.blended.add(code);
    const pair = `${owner}|${code}`;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    references.owners.push(owner);
    references.ownedCodes.push(code);
  }
}

/** What the code of a lot can be that a text names: the text itself, or what follows the declarer. */
function codesOf(text: string): string[] {
  const split = text.indexOf(':');
  return split < 0 ? [text] : [text, text.slice(split + 1)];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A name that is none of a holding stays out: nothing is found by it. */
function addHolding(references: References, name: string | undefined): void {
  if (name !== undefined && UUID.test(name)) references.holdings.add(name.toLowerCase());
}

function addPapers(references: References, event: MaterialEvent): void {
  if (event.type === 'mining') references.licences.add(event.licence);
  if (event.type === 'import') references.declarations.add(event.declaration);
  if (event.type === 'receipt' && 'dispatch' in event) {
    const dispatch = event.dispatch.toLowerCase();
    references.dispatches.add(dispatch);
  }
}
