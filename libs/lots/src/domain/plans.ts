import type { Context } from '#kernel';
import type {
  DocumentPlan, DrawPlan, EventPlan, EventState, HoldingState, LotState, PoolPlan, RootPlan, TransferState,
} from './state.js'; // prettier-ignore

/** The last numbers given out; see table `lots_counter`. */
export interface Counters {
  eventNo: number;
  lotNo: number;
  holdingNo: number;
  poolNo: number;
}

/** What was loaded for a batch: everything its events can refer to. */
export interface Loaded {
  readonly counters: Counters;
  /** Ledger position before the batch. */
  readonly seq: number;
  /** The instant the batch is recorded at. */
  readonly now: Date;
  readonly registered: ReadonlySet<string>;
  readonly events: readonly EventState[];
  readonly lots: readonly LotState[];
  readonly holdings: readonly HoldingState[];
  /** Pairs of owner and lot that were ever held, in {@link heldKey} form. */
  readonly everHeld: ReadonlySet<string>;
  readonly transfers: readonly TransferState[];
  /** Rank of the event that made a lot which is counted, by number of the lot. */
  readonly makerRanks: ReadonlyMap<number, number>;
  /** Region of a site, or of an enterprise at an instant, as the registry knows it. */
  readonly regionOf: (enterprise: string, site: string | undefined, at: Date) => string | undefined;
}

/** What a batch will write. */
export interface Plans {
  readonly events: EventPlan[];
  readonly lots: { readonly lot: LotState; readonly tenant: string; readonly seq: number }[];
  readonly holdings: { readonly holding: HoldingState; readonly seq: number }[];
  readonly draws: { readonly draw: DrawPlan; readonly tenant: string; readonly seq: number }[];
  readonly pools: PoolPlan[];
  readonly roots: { readonly root: RootPlan; readonly seq: number }[];
  readonly documents: { readonly document: DocumentPlan; readonly seq: number }[];
  readonly transfers: { readonly transfer: TransferState; readonly terms: string }[];
  readonly entries: EntryPlan[];
}

/** What was decided and is to be written now. */
export interface Decided {
  readonly plans: Plans;
  /** Holdings that are written already and were drawn from. */
  readonly touched: ReadonlySet<HoldingState>;
  /** Dispatches that are written already and were answered. */
  readonly answered: ReadonlySet<TransferState>;
  /** The last numbers given out. */
  readonly counters: Counters;
}

/** A ledger entry to be appended, in order of positions. */
export interface EntryPlan {
  readonly kind: 'event';
  readonly tenant: string;
  readonly subject: string;
  readonly body: unknown;
  /** The body's canonical JSON. */
  readonly text: string;
  readonly personal?: { readonly salt: Buffer; readonly body: unknown };
  readonly context: Context;
}

export const heldKey = (owner: string, lotNo: number): string => `${owner}|${lotNo}`;

/** Nothing to be written. */
export const noPlans = (): Plans => ({
  events: [], lots: [], holdings: [], draws: [], pools: [], roots: [], documents: [], transfers: [], entries: [],
}); // prettier-ignore
