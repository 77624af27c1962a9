import { formatInstant } from '#kernel';
import { groupIndices } from './edges.js';
import type { ChainAnswer } from './schema/provenance.js';
import type { Upstream } from './upstream.js';

/** Counts of a closure; `ownHoldingNos` are those of the subject that no event of the closure draws. */
export function chainOf(upstream: Upstream, ownHoldingNos: readonly number[]): ChainAnswer {
  const { events, holdingNos } = upstream;
  let [first, last] = [Infinity, -Infinity];
  for (const at of events.at) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return {
    events: events.no.length,
    holdings: holdingNos.length + ownHoldingNos.length,
    enterprises: new Set(events.enterprise).size,
    depth: depthOf(upstream),
    ...(events.at.length > 0 ? { firstAt: formatInstant(new Date(first)), lastAt: formatInstant(new Date(last)) } : {}),
  };
}

/** The most events on one way, by removing again and again the events that nothing left draws from. */
function depthOf({ events, draws }: Upstream): number {
  const count = events.no.length;
  const drawsOf = groupIndices(count, draws.event);
  const waiting = new Int32Array(count);
  for (const from of draws.from) if (from >= 0) waiting[from]! += 1;
  const depth = new Int32Array(count).fill(1);
  const free = [...waiting.keys()].filter(index => waiting[index] === 0);
  for (let index = free.pop(); index !== undefined; index = free.pop()) {
    for (let at = drawsOf.starts[index]!; at < drawsOf.starts[index + 1]!; at++) {
      const from = draws.from[drawsOf.indices[at]!]!;
      if (from < 0) continue;
      if (depth[from]! <= depth[index]!) depth[from] = depth[index]! + 1;
      if (--waiting[from]! === 0) free.push(from);
    }
  }
  return depth.reduce((most, each) => Math.max(most, each), 0);
}
