import type { ChainFacts, EventFacts, TransferFact } from '../facts/facts.js';
import { DAY_MS } from '../periods.js';

const RETURN_DAYS = 60;

/**
 * A sale or purchase: an accepted dispatch, dated at the dispatch, with the weighed mass. Terms other than `sale` are
 * believed only where the facts allow (reading K12). `facts` must hold the sender's transfers for `return` and the
 * receiver's events for `storage`; where they are not loaded, the terms are believed.
 */
export function isSale(transfer: TransferFact, facts: EventFacts | ChainFacts, returnDays = RETURN_DAYS): boolean {
  return transfer.state === 'accepted' && !isExcused(transfer, facts, returnDays);
}

function isExcused(transfer: TransferFact, facts: EventFacts | ChainFacts, returnDays: number): boolean {
  switch (transfer.terms) {
    case 'sale':
      return false;
    case 'tolling':
      return true;
    case 'internal':
      return sameGroup(transfer, facts);
    case 'return':
      return isReturn(transfer, facts, returnDays);
    case 'storage':
      return isStorage(transfer, facts);
  }
}

/** Do both parties belong to one group at the time? */
export function sameGroup({ from, to, at }: Pick<TransferFact, 'from' | 'to' | 'at'>, { registry }: EventFacts): boolean {
  const groupOf = (uscc: string): string | undefined => registry.at('enterprises', uscc, at)?.group;
  const group = groupOf(from);
  return group !== undefined && group === groupOf(to);
} // prettier-ignore

/** All of it had come from that party within so many days before. */
function isReturn(transfer: TransferFact, facts: EventFacts | ChainFacts, days: number): boolean {
  if (!('sentTo' in facts) || !facts.enterprises.includes(transfer.from)) return true;
  const came = facts
    .sentTo(transfer.from)
    .filter(({ from, at }) => from === transfer.to && at <= transfer.at && transfer.at - at <= days * DAY_MS);
  const lots = new Set(came.flatMap(({ parts }) => parts.map(({ lot }) => lot.key)));
  return transfer.parts.every(({ lot }) => lots.has(lot.key));
}

/** The receiver neither processes, exports nor passes it on to a third. */
function isStorage(transfer: TransferFact, facts: EventFacts | ChainFacts): boolean {
  if (!('eventsOf' in facts) || !facts.enterprises.includes(transfer.to)) return true;
  const lots = new Set(transfer.parts.map(({ lot }) => lot.key));
  return !facts.eventsOf(transfer.to).some(({ at, content, draws }) => {
    const uses = content.type === 'processing' || content.type === 'export' || (content.type === 'dispatch' && content.to !== transfer.from);
    return at >= transfer.at && uses && draws.some(({ lot }) => lots.has(lot.key));
  });
} // prettier-ignore
