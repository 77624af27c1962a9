import type { Context } from '#kernel';
import type { AttributedMass } from './domain/attribution.js';
import { bySize, type NamedSource } from './domain/origins.js';
import type { SourceFacts } from './domain/source-facts.js';
import { type ProvenanceStore, type SourceKey, sourceKey, type SourceLookup } from './provenance-store.js';

/** What stands for a source that the caller may not see. */
const withheld = (no: number): SourceFacts => ({
  no,
  id: 'withheld',
  status: 'unverified',
  kind: 'withheld',
  folded: false,
});

/** Names the sources of a mass from the dictionary. */
export const namesOf = (mass: AttributedMass, lookup: SourceLookup): NamedSource[] =>
  mass.sources.map(each => ({ source: lookup.get(each.sourceNo) ?? withheld(each.sourceNo), mass: each }));

/** Adds enterprise and region of the latest root event to the largest `limit` sources that are listed by name. */
export async function describeSources(
  store: ProvenanceStore,
  context: Context,
  named: readonly NamedSource[],
  position: number,
  limit = Infinity,
): Promise<NamedSource[]> {
  const listed = named.filter(({ source }) => !source.folded && source.status !== 'unexplained').sort(bySize);
  const keys = listed.slice(0, limit).map(({ source }) => source as SourceKey);
  const roots = await store.latestRoots(context, keys, position);
  return named.map(each => ({ ...each, ...roots.get(sourceKey(each.source as SourceKey)) }));
}
