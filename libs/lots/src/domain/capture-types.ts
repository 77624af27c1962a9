import type { Fault, PlacedFault } from '#kernel';
import type { EventInput } from './event-schema.js';

/** One event of a request: of the right shape, or already refused for its shape. */
export type CaptureItem = ShapedItem | MisshapenItem;

export interface ShapedItem {
  /** Place in the request, from 0; lines of NDJSON are counted without the blank ones. */
  readonly index: number;
  readonly event: EventInput;
  /** JSON pointer of the event in the request body: `/events/3`, or empty for a line of NDJSON. */
  readonly pointer: string;
}

export interface MisshapenItem {
  readonly index: number;
  /** Where one could be read. */
  readonly id?: string;
  /** Pointers as in {@link ShapedItem.pointer}: into the request body. */
  readonly faults: readonly Fault[];
  /** There are more faults than these. */
  readonly truncated?: true;
}

/** `rollback`: all or nothing; a bad event throws `Refused`. `proceed`: records what is valid. */
export type OnError = 'rollback' | 'proceed';

export interface CaptureResult {
  readonly id?: string;
  readonly status: 'recorded' | 'duplicate' | 'refused';
  readonly seq?: number;
  readonly version?: number;
  /** Why it was refused. */
  readonly faults?: readonly PlacedFault[];
}

export interface CaptureOutcome {
  /** One per item, in order. */
  readonly results: readonly CaptureResult[];
  /** The ledger's head after the request. */
  readonly head: number;
}
