import type { EnterpriseKind } from '#catalogue';
import type { EventFacts, Instant, TransferFact } from '../facts/facts.js';

/** What an enterprise does, as registered for an instant; before its registration begins, as known now. */
export const kindsOf = (uscc: string, at: Instant, { registry }: EventFacts): readonly EnterpriseKind[] =>
  (registry.at('enterprises', uscc, at) ?? registry.latest('enterprises', uscc))?.kinds ?? [];

export const isOfKind = (uscc: string, at: Instant, kinds: readonly EnterpriseKind[], facts: EventFacts): boolean =>
  kindsOf(uscc, at, facts).some(kind => kinds.includes(kind));

/**
 * Do a transfer's own terms show whether it is a sale? `return`, `storage` and `tolling` are judged by what the parties did
 * besides, so only with their other events (reading K12).
 */
export const isShownByItself = ({ terms }: TransferFact): boolean => terms === 'sale' || terms === 'internal';
