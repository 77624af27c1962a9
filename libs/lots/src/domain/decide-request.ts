import { randomBytes } from 'node:crypto';
import { canonicalJson, type Context, type Fault, parseInstant, type PlacedFault } from '#kernel';
import type { CaptureItem, CaptureResult, OnError, ShapedItem } from './capture-types.js';
import { contentOf } from './content.js';
import { decide } from './decide/index.js';
import { type Deciding, newIdentity } from './decide/deciding.js';
import type { EventInput, MaterialEvent } from './event-schema.js';
import type { EntryPlan } from './plans.js';
import type { Workspace } from './workspace.js';

export interface DecidedRequest {
  readonly results: readonly CaptureResult[];
  /** All faults of a request that is all or nothing; nothing of it stays in the workspace then. */
  readonly refused?: readonly PlacedFault[];
  readonly head: number;
}

/** Decides the items of a request in order, each seeing the ones before it. */
export function decideRequest(
  ws: Workspace,
  request: { readonly context: Context; readonly items: readonly CaptureItem[]; readonly onError: OnError },
): DecidedRequest {
  const mark = ws.mark();
  const results = request.items.map(item => {
    const result = decideItem(ws, item, request.context);
    if (request.onError === 'proceed') ws.keep();
    return result;
  });
  const refused = results.flatMap(result => result.faults ?? []);
  if (request.onError === 'proceed' || refused.length === 0) return { results, head: 0 };
  ws.rollback(mark);
  return { results: [], refused, head: 0 };
}

function decideItem(ws: Workspace, item: CaptureItem, context: Context): CaptureResult {
  if (!('event' in item)) return misshapen(item);
  const { event } = item;
  const known = ws.event(event.id.toLowerCase());
  if (known) return decideKnown(item, known);
  if (event.type === 'correction') throw new Error('corrections are decided on their own');
  return decideNew(ws, item, event, context);
}

export function misshapen(item: Exclude<CaptureItem, ShapedItem>): CaptureResult {
  const place = { index: item.index, ...(item.id === undefined ? {} : { id: item.id }) };
  const faults = item.faults.map(fault => ({ ...fault, ...place }));
  return { ...(item.id === undefined ? {} : { id: item.id }), status: 'refused', faults };
}

/** An id that is known: the same content answers as before, other content is a conflict. */
export function decideKnown(
  item: ShapedItem,
  known: { readonly firstSeq: number; readonly sameContent: (event: EventInput) => boolean },
): CaptureResult {
  const { id } = item.event;
  if (known.sameContent(item.event)) return { id, status: 'duplicate', seq: known.firstSeq, version: 1 };
  const expected = 'an id not used yet, or the content it was used with';
  return refusal(item, [{ code: 'idempotency-conflict', pointer: '/id', value: id, expected }]);
}

/** A refused result, its faults placed in the request. */
export function refusal(item: ShapedItem, faults: readonly Fault[]): CaptureResult {
  const { id } = item.event;
  const place = { index: item.index, id };
  return {
    id,
    status: 'refused',
    faults: faults.map(fault => ({ ...fault, ...place, pointer: item.pointer + fault.pointer })),
  };
}

function decideNew(ws: Workspace, item: ShapedItem, event: MaterialEvent, context: Context): CaptureResult {
  const mark = ws.mark();
  const seq = ws.nextSeq();
  const content = contentEntry(event);
  const deciding: Deciding = {
    ws,
    event,
    id: event.id.toLowerCase(),
    identity: newIdentity(ws, seq),
    seq,
    occurredAt: parseInstant(event.occurredAt)!,
    faults: [],
    draws: [],
    sameContent: other => content.same(other),
    rank: 0,
  };
  if (!mayRecord(context, event.enterprise)) {
    deciding.faults.push({ code: 'unknown-enterprise', pointer: '/enterprise', value: event.enterprise });
  }
  decide(deciding);
  if (deciding.faults.length > 0) {
    ws.rollback(mark);
    return refusal(item, deciding.faults);
  }
  ws.addEntry({ kind: 'event', tenant: event.enterprise, subject: deciding.id, ...content.parts, context });
  return { id: event.id, status: 'recorded', seq, version: 1 };
}

export const mayRecord = ({ scope }: Context, enterprise: string): boolean =>
  scope.kind === 'all' || scope.usccs.includes(enterprise);

/** An event's content as the ledger takes it, and the comparison with content sent again. */
export function contentEntry(event: EventInput): {
  readonly parts: Pick<EntryPlan, 'body' | 'text' | 'personal'>;
  readonly same: (other: EventInput) => boolean;
} {
  const content = contentOf(event);
  const { body, personal } = content;
  const text = canonicalJson(body);
  const parts = { body, text, ...(personal ? { personal: { salt: randomBytes(16), body: personal } } : {}) };
  return { parts, same: other => canonicalJson(contentOf(other)) === canonicalJson(content) };
}
