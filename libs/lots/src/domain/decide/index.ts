import { formatInstant } from '#kernel';
import type { MaterialEvent } from '../event-schema.js';
import { type Deciding, fault } from './deciding.js';
import { decideProcessing } from './processing.js';
import { decideRoot, isRoot } from './roots.js';
import { decideStocktake } from './stocktake.js';
import { decideDispatch, decideExport, decideReceipt } from './transfers.js';

/** How far a client's clock may be ahead. */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

/**
 * Decides one event on the state of the workspace: writes its effects there and names every fault it has. With faults
 * the caller takes the effects back.
 */
export function decide(deciding: Deciding): void {
  const { ws, event, occurredAt } = deciding;
  if (!ws.isRegistered(event.enterprise)) {
    fault(deciding, 'unknown-enterprise', '/enterprise', event.enterprise, 'an enterprise of the registry');
  }
  const latest = new Date(ws.now.getTime() + FUTURE_TOLERANCE_MS);
  if (occurredAt > latest) {
    fault(deciding, 'in-the-future', '/occurredAt', event.occurredAt, `not after ${formatInstant(latest)}`);
  }
  decideKind(deciding, event);
}

function decideKind(deciding: Deciding, event: MaterialEvent): void {
  const as = <E extends MaterialEvent>(_event: E): Deciding<E> => deciding as unknown as Deciding<E>;
  if (isRoot(event)) return decideRoot(as(event));
  switch (event.type) {
    case 'processing':
      return decideProcessing(as(event));
    case 'dispatch':
      return decideDispatch(as(event));
    case 'receipt':
      return decideReceipt(as(event));
    case 'export':
      return decideExport(as(event));
    case 'stocktake':
      return decideStocktake(as(event));
  }
}
