import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ELEMENT_COUNT } from '#kernel';
import { MemoryDictionary } from '#testing';
import { foldBySize, type MixedSource, NAMED_SOURCES_MAX, newMixedSource, SUSPECT_SOURCES_MAX } from './fold.js';
import { compareSources, type SourceEntry, type SourceStatus } from './source.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the folded sources: ${seed}`);

interface Part {
  readonly status: SourceStatus;
  readonly region: string;
  readonly year: number;
  readonly enterprise: string;
  /** Grams of the first two elements: whole numbers, so that sums of doubles are exact. */
  readonly grams: readonly [number, number];
}

const part = (statuses: readonly SourceStatus[]): fc.Arbitrary<Part> =>
  fc.record({
    status: fc.constantFrom(...statuses),
    region: fc.constantFrom('360700', '360111', '150200', 'MM'),
    year: fc.constantFrom(2025, 2026),
    enterprise: fc.constantFrom('one', 'two', 'three'),
    grams: fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)),
  });

/** Sources in the order of a dictionary, and the dictionary. */
function sourcesOf(parts: readonly Part[]): { sources: MixedSource[]; dictionary: MemoryDictionary } {
  const dictionary = new MemoryDictionary();
  const sources = parts.map(({ status, region, year, enterprise, grams }, n) => {
    const kind = status === 'unexplained' ? ('excess' as const) : ('mine' as const);
    const source = newMixedSource(dictionary.intern({ id: `${kind}:${n}`, kind, status, region, year, enterprise, folded: false }).no); // prettier-ignore
    grams.forEach((amount, e) => {
      source.grams[e] = amount;
      if (amount > 0) source.mask |= 1 << e;
    });
    return source;
  });
  sources.sort((a, b) => compareSources(dictionary.get(a.sourceNo), dictionary.get(b.sourceNo)));
  return { sources, dictionary };
}

const reo = (source: MixedSource): number => source.grams.reduce((sum, grams) => sum + grams, 0);

const totals = (sources: readonly MixedSource[]): number[] =>
  Array.from({ length: ELEMENT_COUNT }, (_, e) => sources.reduce((sum, source) => sum + source.grams[e]!, 0));

/** What folding must keep whatever it does; returns the entries kept by name, and the groups. */
function checked({ sources, dictionary }: ReturnType<typeof sourcesOf>) {
  const before = totals(sources);
  const entries = foldBySize(sources, dictionary).map(source => ({ source, entry: dictionary.get(source.sourceNo) }));
  expect(totals(entries.map(({ source }) => source))).toEqual(before);
  const sorted = entries.map(({ entry }) => entry).sort(compareSources);
  expect(entries.map(({ entry }) => entry)).toEqual(sorted);
  const named = entries.filter(({ entry }) => !entry.folded);
  const groups = entries.filter(({ entry }) => entry.folded);
  const members = groups.flatMap(({ source }) => [...source.members]);
  expect([...named.map(({ entry }) => entry.no), ...members].sort((a, b) => a - b)).toEqual(
    sources.map(source => source.sourceNo).sort((a, b) => a - b),
  );
  for (const { source, entry } of groups) expectGroup(source, entry, sources, dictionary);
  return { named, groups };
}

/** A group holds what its members held, and they are alike. */
function expectGroup(
  group: MixedSource,
  entry: SourceEntry,
  sources: readonly MixedSource[],
  dictionary: MemoryDictionary,
): void {
  // prettier-ignore
  const members = sources.filter(source => group.members.has(source.sourceNo));
  expect(totals(members)).toEqual([...group.grams]);
  expect(members.reduce((mask, member) => mask | member.mask, 0)).toBe(group.mask);
  for (const member of members) {
    const { kind, status, region, year, enterprise } = dictionary.get(member.sourceNo);
    expect({ kind, status }).toEqual({ kind: entry.kind, status: entry.status });
    if (status === 'legal') {
      const place = /^\d{6}$/.test(region!) ? `${region!.slice(0, 2)}0000` : region;
      expect({ region: place, year }).toEqual({ region: entry.region, year: entry.year });
    } else {
      expect(enterprise).toBe(entry.enterprise);
    }
  }
}

describe('folding', () => {
  it('leaves alone what is few enough', () => {
    const parts = fc.array(part(['legal', 'illegal', 'unverified', 'unexplained']), { maxLength: NAMED_SOURCES_MAX });
    const isLeftAlone = (given: readonly Part[]): boolean => checked(sourcesOf(given)).groups.length === 0;
    fc.assert(fc.property(parts, isLeftAlone), { seed, numRuns: 20 });
  });

  it('folds the smallest legal sources, never a suspect, and loses no gram', () => {
    const parts = fc.array(part(['legal', 'legal', 'legal', 'illegal', 'unverified', 'unexplained']), {
      minLength: NAMED_SOURCES_MAX + 1,
      maxLength: 1_500,
      size: 'max',
    });
    fc.assert(
      fc.property(parts, given => {
        const pool = sourcesOf(given);
        const suspects = given.filter(({ status }) => status !== 'legal').length;
        const { named, groups } = checked(pool);
        expect(named).toHaveLength(Math.max(NAMED_SOURCES_MAX, suspects));
        expect(groups.every(({ entry }) => entry.status === 'legal')).toBe(true);
        const folded = new Set(groups.flatMap(({ source }) => [...source.members]));
        const largest = Math.max(...pool.sources.filter(each => folded.has(each.sourceNo)).map(reo));
        const kept = named.filter(({ entry }) => entry.status === 'legal').map(({ source }) => reo(source));
        expect(Math.min(Infinity, ...kept)).toBeGreaterThanOrEqual(largest);
      }),
      { seed, numRuns: 20 },
    );
  });

  it('folds suspects only past their own limit, per enterprise and kind, with their status', () => {
    const one = fc.sample(part(['illegal', 'unverified', 'unexplained']), { seed, numRuns: SUSPECT_SOURCES_MAX + 50 });
    const { named, groups } = checked(sourcesOf([...one, ...fc.sample(part(['legal']), { seed, numRuns: 30 })]));
    expect(named).toHaveLength(SUSPECT_SOURCES_MAX);
    expect(named.some(({ entry }) => entry.status === 'legal')).toBe(false);
    const suspects = groups.filter(({ entry }) => entry.status !== 'legal');
    expect(suspects.reduce((sum, { source }) => sum + source.members.size, 0)).toBe(50);
    expect(new Set(suspects.map(({ entry }) => `${entry.id} ${entry.status}`)).size).toBe(suspects.length);
  });

  it('adds to the groups that earlier pools have folded', () => {
    const { sources, dictionary } = sourcesOf(fc.sample(part(['legal']), { seed, numRuns: 700 }));
    const once = foldBySize(sources, dictionary);
    const more = sourcesOf(fc.sample(part(['legal']), { seed: seed + 1, numRuns: 40 })).sources.map((source, n) => {
      const { no } = dictionary.intern({ id: `mine:more-${n}`, kind: 'mine', status: 'legal', region: '360700', year: 2026, folded: false }); // prettier-ignore
      return { ...source, sourceNo: no, members: new Set<number>() };
    });
    const all = [...once, ...more].sort((a, b) => compareSources(dictionary.get(a.sourceNo), dictionary.get(b.sourceNo))); // prettier-ignore
    const before = totals(all);
    const twice = foldBySize(all, dictionary);
    expect(totals(twice)).toEqual(before);
    expect(twice.filter(each => !dictionary.get(each.sourceNo).folded)).toHaveLength(NAMED_SOURCES_MAX);
    const count = twice.reduce((sum, each) => sum + Math.max(1, each.members.size), 0);
    expect(count).toBe(740);
  });
});
