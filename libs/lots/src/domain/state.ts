import type { Distribution, Grade, Grams } from '#kernel';
import type { EventInput, EventType } from './event-schema.js';

export type AssayBasis = 'declared' | 'inherited' | 'nominal';

/** A lot as believed now. */
export interface LotState {
  readonly no: number;
  readonly code: string;
  readonly declaredBy: string;
  readonly eventNo: number;
  readonly product: string;
  readonly grade: Grade;
  readonly distribution: Distribution;
  readonly basis: AssayBasis;
  readonly readyAt: Date;
  readonly massG: Grams;
}

/** A holding as believed now; what has been drawn from it changes as events are decided. */
export interface HoldingState {
  readonly no: number;
  readonly id: string;
  readonly owner: string;
  readonly lot: LotState;
  readonly eventNo: number;
  readonly eventRank: number;
  readonly ordinal: number;
  readonly poolNo: number;
  readonly fromHoldingNo?: number;
  readonly massG: Grams;
  readonly reoG: Grams;
  readonly surplusReoG: Grams;
  readonly site?: string;
  readonly inTransit: boolean;
  readonly availableAt: Date;
  /** Ledger position of the first version of the yielding event: the age by which draws are taken. */
  readonly firstSeq: number;
  /** Ledger position from which on it is believed as it is. */
  readonly seqFrom: number;
  drawnG: Grams;
  drawnReoG: Grams;
}

/** What is left of a holding. */
export const remaining = (holding: HoldingState): Grams => holding.massG - holding.drawnG;

/** An event as believed now. */
export interface EventState {
  readonly no: number;
  readonly id: string;
  readonly type: EventType;
  readonly enterprise: string;
  readonly occurredAt: Date;
  readonly rank: number;
  readonly version: number;
  readonly voided: boolean;
  readonly firstSeq: number;
  readonly seq: number;
  /** Says whether a request carries the same content as the first version. */
  readonly sameContent: (event: EventInput) => boolean;
}

/** A dispatch and what became of it. */
export interface TransferState {
  readonly dispatchNo: number;
  readonly dispatchId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly dispatchedAt: Date;
  readonly rank: number;
  readonly firstSeq: number;
  state: 'in-transit' | 'accepted' | 'rejected';
  receiptNo?: number;
}

/** A part of a holding that an event consumes. */
export interface DrawPlan {
  readonly eventNo: number;
  readonly ordinal: number;
  readonly holding: HoldingState;
  readonly massG: Grams;
  readonly reoG: Grams;
  readonly poolNo?: number;
}

/** How the composition of a new pool comes about. */
export type PoolPlan =
  | {
      readonly kind: 'root';
      readonly key: string;
      readonly no: number;
      readonly eventNo: number;
      readonly tenant: string;
      readonly root: RootPlan;
    }
  | {
      readonly kind: 'run';
      readonly key: string;
      readonly no: number;
      readonly eventNo: number;
      readonly eventId: string;
      readonly tenant: string;
      readonly draws: readonly DrawPlan[];
      readonly yields: readonly { readonly lot: LotState; readonly reoG: Grams }[];
    }
  | {
      readonly kind: 'surplus';
      readonly key: string;
      readonly no: number;
      readonly eventNo: number;
      readonly eventId: string;
      readonly tenant: string;
      readonly draws: readonly DrawPlan[];
      readonly lot: LotState;
      readonly surplusReoG: Grams;
    };

/** A root event's source. */
export interface RootPlan {
  readonly eventNo: number;
  readonly sourceId: string;
  readonly kind: 'mine' | 'import' | 'scrap' | 'opening-stock' | 'undispatched';
  readonly reference: string;
  readonly enterprise: string;
  readonly region?: string;
  readonly year: number;
  readonly occurredAt: Date;
  readonly massG: Grams;
  readonly party?: string;
  readonly firstSeq: number;
}

/** A document cited by an event, or the declaration an export is known by. */
export interface DocumentPlan {
  readonly eventNo: number;
  readonly tenant: string;
  readonly kind: string;
  readonly number: string;
  readonly code?: string;
}

/** The row of an event to be written. */
export interface EventPlan {
  readonly no: number;
  readonly version: number;
  readonly id: string;
  readonly type: EventType;
  readonly enterprise: string;
  readonly counterparty?: string;
  readonly occurredAt: Date;
  readonly site?: string;
  readonly shipFrom?: string;
  readonly shipTo?: string;
  readonly voided: boolean;
  readonly reason?: string;
  readonly rank: number;
  readonly firstSeq: number;
  readonly seq: number;
}

/** A person's decision on a source; holds for root events from `from` until before `to`. */
export interface SourceDecision {
  readonly sourceId: string;
  readonly status: 'legal' | 'illegal';
  readonly from?: Date;
  readonly to?: Date;
}
