import type { Introducers } from './domain/bounds.js';
import type { ShareBounds } from './domain/origins.js';
import type { Upstream } from './domain/upstream.js';
import { type SourceKey, sourceKey } from './provenance-store.js';

/** Introducers that know which source, with which status, each of them belongs to. */
export interface NamedIntroducers extends Introducers {
  /** Source keys by number; the first stands for everything unexplained. */
  readonly keys: readonly string[];
}

const UNEXPLAINED = '';

/** One introducer per root event, or per source and status; bounds of what is unexplained are not asked for. */
export function introducersOf({ roots }: Upstream, perRoot: boolean): NamedIntroducers {
  const keys = [UNEXPLAINED];
  const numbers = new Map<string, number>();
  const byEvent = new Map<number, number>();
  for (const [eventNo, { sourceId, status }] of roots) {
    if (status === 'unexplained') continue;
    const key = sourceKey({ id: sourceId, status } as SourceKey);
    const group = perRoot ? String(eventNo) : key;
    const known = numbers.get(group) ?? keys.push(key) - 1;
    numbers.set(group, known);
    byEvent.set(eventNo, known);
  }
  return { count: keys.length, keys, of: node => (node.kind === 'root' ? (byEvent.get(node.eventNo) ?? 0) : 0) };
}

/** A source's bounds are the sums of its introducers', at most everything. */
export function sumBySource({ keys }: NamedIntroducers, bounds: readonly ShareBounds[]): Map<string, ShareBounds> {
  const sums = new Map<string, ShareBounds>();
  keys.forEach((key, number) => {
    const sum = sums.get(key) ?? { min: 0, max: 0 };
    const own = bounds[number]!;
    sums.set(key, { min: Math.min(1, sum.min + own.min), max: Math.min(1, sum.max + own.max) });
  });
  return sums;
}
