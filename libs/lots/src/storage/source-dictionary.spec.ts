import { describe, expect, it } from '@jest/globals';
import { uscc } from '#testing';
import type { SourceEntry } from '../domain/source.js';
import { SourceCache } from './source-dictionary.js';

const mine = (no: number): SourceEntry => ({
  no,
  id: `mining-licence:C${no}:2026`,
  kind: 'mine',
  status: 'legal',
  enterprise: uscc(1),
  folded: false,
});

function cacheOf(entriesMax: number, ...nos: number[]): SourceCache {
  const cache = new SourceCache(entriesMax);
  for (const no of nos) cache.add(mine(no));
  return cache;
}

/** What is left, by number and by name alike. */
function left(cache: SourceCache, ...nos: number[]): number[] {
  return nos.filter(no => {
    const [numbered, named] = [cache.get(no), cache.find(mine(no))];
    expect(numbered).toBe(named);
    return numbered !== undefined;
  });
}

describe('the sources kept in memory', () => {
  it('are those used last', () => {
    expect(left(cacheOf(3, 1, 2, 3, 4, 5), 1, 2, 3, 4, 5)).toEqual([3, 4, 5]);
  });

  it('stay for as long as somebody asks for them, by number or by name', () => {
    const cache = cacheOf(3, 1, 2, 3);
    cache.get(1);
    cache.add(mine(4));
    cache.find(mine(3));
    cache.add(mine(5));
    expect(left(cache, 1, 2, 3, 4, 5)).toEqual([3, 4, 5]);
    cache.add(mine(3));
    cache.add(mine(6));
    expect(left(cache, 3, 4, 5, 6)).toEqual([3, 5, 6]);
  });

  it('are told apart by their status', () => {
    const cache = cacheOf(3, 1);
    expect(cache.find({ ...mine(1), status: 'illegal' })).toBeUndefined();
    expect(cache.find(mine(1))?.no).toBe(1);
  });
});
