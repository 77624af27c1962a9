import type { ContractEvent, RecordedEvent } from '../contract.js';

/** Events as a ledger holds them that has recorded nothing else. */
export const recorded = (events: readonly ContractEvent[]): RecordedEvent[] =>
  events.map((event, index) => ({ seq: index + 1, event }));
