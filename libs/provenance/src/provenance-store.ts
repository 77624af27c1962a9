import type { Context, Distribution, Grams } from '#kernel';
import type { Head } from '#ledger';
import type { Composition, SourceEntry, SourceStatus } from '#lots';
import type { Unit, Upstream } from './domain/upstream.js';

/** What is asked about, as clients name it. */
export type SubjectReference =
  | { readonly kind: 'shipment'; readonly declaration: string }
  | { readonly kind: 'lot'; readonly code: string; readonly enterprise?: string }
  | { readonly kind: 'document'; readonly documentKind: string; readonly number: string };

/** A mass of one holding that belongs to a subject. */
export interface SubjectItem {
  /** The event whose mass it is: an export, what made the lot, what yielded the rest of it. */
  readonly eventNo: number;
  readonly holdingNo: number;
  readonly poolNo: number;
  readonly lotNo: number;
  readonly product: string;
  /** Where the distribution comes from. */
  readonly basis: AssayBasis;
  readonly distribution: Distribution;
  readonly massG: Grams;
  readonly reoG: Grams;
}

export type AssayBasis = 'declared' | 'inherited' | 'nominal';

/** A subject and everything that belongs to it, at one ledger position. */
export interface SubjectFacts {
  readonly id: string;
  /** Of lots: who declared the code. */
  readonly declaredBy?: string;
  readonly items: readonly SubjectItem[];
  /** Ids of dispatches that have not brought their mass yet. */
  readonly pending: readonly string[];
  /** Compositions of the items' pools as stored; empty where the question is about a position, because they are not kept. */
  readonly pools: ReadonlyMap<number, StoredPool>;
  /** The position the facts are of. */
  readonly asOf: Head;
}

export interface StoredPool {
  readonly composition: Composition;
  /** To be recomputed after a correction upstream. */
  readonly dirty: boolean;
}

/** Finds entries of the dictionary that compositions name. */
export interface SourceLookup {
  get(no: number): SourceEntry | undefined;
  find(id: string, status: SourceStatus): SourceEntry | undefined;
}

/** Names a source with one of its statuses. */
export interface SourceKey {
  readonly id: string;
  readonly status: SourceStatus;
}

/** Of a source: what its latest root event says. */
export interface RootFacts {
  readonly enterprise: string;
  /** Province, or country of an import. */
  readonly region?: string;
}

export interface WalkLimits {
  /** Most events and holdings together. */
  readonly nodes: number;
  /** When to stop, in milliseconds of `performance.now()`. */
  readonly deadline?: number;
  /** Also read all yields of runs in their order, to replay compositions. */
  readonly yields?: boolean;
}

/** A dispatch and its receipt. */
export interface Transfer {
  readonly dispatchNo: number;
  readonly receiptNo: number;
}

/** What a dispatch sent, for flows between enterprises and provinces. */
export interface TransferFacts {
  readonly dispatchNo: number;
  readonly massG: Grams;
  readonly reoG: Grams;
  /** Who had what its receipt yielded; absent where nothing arrived. */
  readonly owner?: string;
  readonly units: readonly Unit[];
}

export interface EventLabel {
  readonly no: number;
  readonly id: string;
  readonly process?: string;
  readonly site?: string;
}

export interface HoldingLabel {
  readonly no: number;
  readonly id: string;
  readonly owner: string;
  readonly lot: string;
  readonly declaredBy: string;
  readonly product: string;
  readonly basis: AssayBasis;
  readonly massG: Grams;
  readonly reoG: Grams;
  readonly inTransit: boolean;
}

export interface DrawLabel {
  readonly eventNo: number;
  readonly holdingNo: number;
  readonly massG: Grams;
  readonly reoG: Grams;
}

/** Names and masses of the nodes that an answer shows. */
export interface Labels {
  readonly events: ReadonlyMap<number, EventLabel>;
  readonly holdings: ReadonlyMap<number, HoldingLabel>;
  readonly draws: readonly DrawLabel[];
}

/**
 * Where questions of origin read from. Every engine gives the same answers; `provenance-store.contract.ts` says which.
 * `position` is a ledger position: the answer holds what was believed then, and stays the same for ever. Nothing here
 * enumerates paths: a walk visits each node once.
 */
export interface ProvenanceStore {
  /** Shipments by declaration, all at one position (by default the newest); unknown declarations are left out. */
  shipments(context: Context, declarations: readonly string[], at?: Head): Promise<Map<string, SubjectFacts>>;

  /** Throws {@link NotFound} for a lot nobody declared (or, with an enterprise, of which it has nothing left), and `ambiguous-lot`. */
  lot(context: Context, lot: { code: string; enterprise?: string }, at?: Head): Promise<SubjectFacts>;

  /** The lots made or moved by the events that cite a document. Throws {@link NotFound} where none does. */
  document(context: Context, document: { kind: string; number: string }, at?: Head): Promise<SubjectFacts>;

  /** Everything upstream of events, themselves included, nearest first. */
  upstream(context: Context, eventNos: readonly number[], position: number, limits: WalkLimits): Promise<Upstream>;

  /** The dictionary, holding at least the entries named; `all` for everything written so far. */
  sources(context: Context, nos: Iterable<number> | 'all'): Promise<SourceLookup>;

  /** What the latest root event of each source says; sources without one are left out. Keyed by {@link sourceKey}. */
  latestRoots(context: Context, sources: readonly SourceKey[], position: number): Promise<Map<string, RootFacts>>;

  transfers(context: Context, transfers: readonly Transfer[], position: number): Promise<TransferFacts[]>;

  /** `draws` are those of the events named. */
  labels(
    context: Context,
    eventNos: readonly number[],
    holdingNos: readonly number[],
    position: number,
  ): Promise<Labels>;

  /** Ids of events by number, to name the sources they introduced. */
  eventIds(context: Context, eventNos: readonly number[]): Promise<Map<number, string>>;
}

export const sourceKey = ({ id, status }: SourceKey): string => `${status} ${id}`;
