import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '#platform';
import type { CaptureRequest } from './capture.service.js';
import { decideRequest, type DecidedRequest } from './domain/decide-request.js';
import type { MaterialEvent } from './domain/event-schema.js';
import { referencesOf } from './domain/references.js';
import { Workspace } from './domain/workspace.js';
import { SegmentWriter } from './segment-writer.js';
import { loadBatch } from './storage/capture.repository.js';
import { loadPools } from './storage/pools.repository.js';
import type { TransactionSources } from './storage/source-dictionary.js';

/** What is decided before it is sent to be written: PostgreSQL writes one part while the next is decided. */
const PART_EVENTS = 250;

export interface Segment {
  readonly decided: DecidedRequest[];
  /** Declarations that new import events cite and earlier events did: those have to be judged again. */
  readonly imports: readonly string[];
  /** Ledger position after the segment. */
  readonly seq: number;
}

/** Loads, decides and writes requests without corrections inside a transaction. */
export async function recordSegment(
  tx: Transaction,
  sources: TransactionSources,
  requests: readonly CaptureRequest[],
): Promise<Segment> {
  const references = referencesOf(requests.flatMap(shapedEvents));
  const batch = await loadBatch(tx, references);
  sources.startAfter(batch.lastSourceNo);
  const blended = batch.loaded.holdings.filter(holding => references.blended.has(holding.lot.code));
  const [pools] = await Promise.all([
    loadPools(tx, [...new Set(blended.map(holding => holding.poolNo))]),
    sources.settle(tx, [...references.sources]),
  ]);
  await sources.load(tx, pools.values());
  const ws = new Workspace(batch.loaded);
  const writer = new SegmentWriter(tx, batch, sources, pools);
  const decided = await decideInParts(ws, requests, () => writer.write(ws.take()));
  const seq = await writer.done();
  return { decided: decided.map(each => ({ ...each, head: seq })), imports: writer.repeatedImports, seq };
}

function shapedEvents(request: CaptureRequest): { id: string; event: MaterialEvent }[] {
  return request.items.flatMap(item =>
    'event' in item && item.event.type !== 'correction' ? [{ id: item.event.id.toLowerCase(), event: item.event }] : [],
  );
}

async function decideInParts(
  ws: Workspace,
  requests: readonly CaptureRequest[],
  write: () => Promise<void>,
): Promise<DecidedRequest[]> {
  const decided: DecidedRequest[] = [];
  let waiting = 0;
  for (const request of requests) {
    const parts: DecidedRequest[] = [];
    for (const part of partsOf(request)) {
      parts.push(decideRequest(ws, part));
      waiting += part.items.length;
      if (waiting < PART_EVENTS) continue;
      await write();
      await breathe(); // what was sent leaves, and other requests are read
      waiting = 0;
    }
    decided.push({ ...parts[0]!, results: parts.flatMap(part => part.results) });
  }
  await write();
  return decided;
}

/** What is all or nothing is one part, whatever its size. */
function partsOf(request: CaptureRequest): CaptureRequest[] {
  const { items, onError } = request;
  if (onError === 'rollback' || items.length <= PART_EVENTS) return [request];
  const count = Math.ceil(items.length / PART_EVENTS);
  return Array.from({ length: count }, (_, n) => ({
    ...request,
    items: items.slice(n * PART_EVENTS, (n + 1) * PART_EVENTS),
  }));
}
