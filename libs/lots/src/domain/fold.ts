import { ELEMENT_COUNT } from '#kernel';
import { compareSources, type NewSource, type SourceDictionary } from './source.js';

/** A source while its pool is being blended: REO grams per element. */
export interface MixedSource {
  readonly sourceNo: number;
  mask: number;
  readonly grams: Float64Array;
  readonly members: Set<number>;
}

export const newMixedSource = (sourceNo: number): MixedSource => ({
  sourceNo,
  mask: 0,
  grams: new Float64Array(ELEMENT_COUNT),
  members: new Set(),
});

/** At most this many sources are kept by name in one pool; the smallest legal ones beyond it are folded. */
export const NAMED_SOURCES_MAX = 512;

/** Illegal, unverified and unexplained sources are named up to this number, whatever their size. */
export const SUSPECT_SOURCES_MAX = 4_096;

/**
 * Keeps a pool's list of sources bounded without losing a gram: the smallest legal ones fold into groups of one kind,
 * status, province or country, and year; suspects only past {@link SUSPECT_SOURCES_MAX}, per enterprise and kind.
 * Takes and returns sources in the dictionary's order.
 */
export function foldBySize(sources: readonly MixedSource[], dictionary: SourceDictionary): MixedSource[] {
  if (sources.length <= NAMED_SOURCES_MAX) return [...sources];
  const named = sources.filter(source => !dictionary.get(source.sourceNo).folded);
  const suspects = named.filter(source => dictionary.get(source.sourceNo).status !== 'legal');
  const legal = named.filter(source => dictionary.get(source.sourceNo).status === 'legal');
  const small = [
    ...smallest(legal, legal.length - Math.max(0, NAMED_SOURCES_MAX - suspects.length)),
    ...smallest(suspects, suspects.length - SUSPECT_SOURCES_MAX),
  ];
  if (small.length === 0) return [...sources];
  return groupTogether(sources, new Set(small), dictionary);
}

/** The `count` smallest sources by their REO in the pool; of equals the later in order. */
function smallest(sources: readonly MixedSource[], count: number): MixedSource[] {
  if (count <= 0) return [];
  const bySize = sources.map((source, index) => ({ source, index, reo: reoOf(source) }));
  bySize.sort((a, b) => a.reo - b.reo || b.index - a.index);
  return bySize.slice(0, count).map(({ source }) => source);
}

const reoOf = (source: MixedSource): number => source.grams.reduce((sum, grams) => sum + grams, 0);

function groupTogether(
  sources: readonly MixedSource[],
  small: ReadonlySet<MixedSource>,
  dictionary: SourceDictionary,
): MixedSource[] {
  const kept = new Map(sources.filter(source => !small.has(source)).map(source => [source.sourceNo, source]));
  for (const source of sources) {
    if (!small.has(source)) continue;
    const group = dictionary.intern(groupOf(dictionary.get(source.sourceNo)));
    kept.set(group.no, addTo(kept.get(group.no), group.no, source));
  }
  return [...kept.values()].sort((a, b) => compareSources(dictionary.get(a.sourceNo), dictionary.get(b.sourceNo)));
}

/** The group a source folds into. */
export function groupOf(source: NewSource): NewSource {
  const { kind, status, region, year, enterprise } = source;
  const suspect = status !== 'legal';
  const place = region && /^\d{6}$/.test(region) ? `${region.slice(0, 2)}0000` : region;
  const id = suspect ? `rest:${kind}:${enterprise ?? ''}` : `rest:${kind}:${place ?? ''}:${year ?? ''}`;
  return {
    id,
    kind,
    status,
    folded: true,
    ...(suspect ? { enterprise } : { region: place, year }),
  };
}

function addTo(group: MixedSource | undefined, sourceNo: number, source: MixedSource): MixedSource {
  const sum = group ?? newMixedSource(sourceNo);
  sum.mask |= source.mask;
  for (let e = 0; e < ELEMENT_COUNT; e++) sum.grams[e]! += source.grams[e]!;
  sum.members.add(source.sourceNo);
  return sum;
}
