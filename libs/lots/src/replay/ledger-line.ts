import type { EventInput } from '../domain/event-schema.js';

/** Who recorded an entry and how it came in. */
export interface RecordedBy {
  readonly actor: string;
  readonly channel: string;
}

interface Place {
  /** Ledger position. */
  readonly seq: number;
  /** When it was recorded; the same for what was committed together. */
  readonly recordedAt: string;
  readonly by: RecordedBy;
  /** What was about persons has been erased; placeholders stand in for names that an entry cannot do without. */
  readonly erased?: true;
}

/** An event as it was sent, corrections included. */
export interface EventLine extends Place {
  readonly kind: 'event';
  readonly event: EventInput;
}

/** An item of the registry as it was stated; `validFrom` is told where it was the moment of recording. */
export interface RegistryLine extends Place {
  readonly kind: 'registry';
  readonly collection: string;
  readonly item: Readonly<Record<string, unknown>>;
}

export interface StatedDecision {
  readonly status: 'legal' | 'illegal';
  readonly note: string;
  readonly from?: string;
  readonly to?: string;
}

/** A person's decision on a source. */
export interface DecisionLine extends Place {
  readonly kind: 'decision';
  readonly source: string;
  readonly decision: StatedDecision;
}

/** An entry that changes neither material nor registry, such as a change of access: it only keeps its position. */
export interface OtherLine extends Place {
  readonly kind: 'other';
  readonly entry: {
    readonly kind: 'event' | 'registry' | 'decision' | 'access';
    readonly tenant: string;
    readonly subject: string;
    readonly body: unknown;
  };
}

/** One entry of the ledger with everything that recording it again takes. */
export type LedgerLine = EventLine | RegistryLine | DecisionLine | OtherLine;
