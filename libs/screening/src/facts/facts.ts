import type { Product } from '#catalogue';
import type { Distribution, Grams } from '#kernel';
import type {
  DispatchEvent, DocumentRef, EventType, ExportEvent, ImportEvent, MaterialEvent, MiningEvent, ReceiptEvent, SourceKind,
  SourceStatus,
} from '#lots'; // prettier-ignore
import type { Span } from '../periods.js';
import type { RegistryFacts } from './registry-facts.js';

/** Instants are milliseconds since 1970, masses grams, prices CNY a tonne unless a name says otherwise. */
export type Instant = number;

/** What a root or an unexplained event introduced, as the contract names it, with its status as judged now. */
export interface SourceFact {
  readonly id: string;
  readonly kind: SourceKind;
  readonly status: SourceStatus;
  /** Enterprise of the latest event that introduced it. */
  readonly enterprise?: string;
  readonly region?: string;
  /** Of an opening stock: its origin was stated, no later than 31 days after the enterprise's first event (K16). */
  readonly isDeclared?: boolean;
}

/** REO of a mass that is estimated to come from a source. */
export interface OriginFact {
  readonly source: SourceFact;
  readonly reoG: number;
}

export interface LotFact {
  /** `USCC:code`: names it without ambiguity. */
  readonly key: string;
  readonly code: string;
  readonly declaredBy: string;
  readonly product: Product;
  /** REO in percent of the physical mass. */
  readonly reoPercent: number;
  /** Share of each element in the REO, in the order of kernel `ELEMENTS`. */
  readonly distribution: Distribution;
  readonly basis: 'declared' | 'inherited' | 'nominal';
  /** Id of the event that declared it. */
  readonly event: string;
  readonly eventType: EventType;
  readonly readyAt: Instant;
}

export interface HoldingFact {
  readonly id: string;
  readonly lot: LotFact;
  readonly owner: string;
  readonly massG: Grams;
  readonly reoG: Grams;
  /** Part of the REO that a weighing or a count found beyond what was known. */
  readonly surplusReoG: Grams;
  readonly site?: string;
  /** The holding it carries on, where it was yielded by a transfer. */
  readonly from?: string;
  /** Where the REO comes from; sums to `reoG` but for rounding. */
  readonly origins: readonly OriginFact[];
}

/** A mass an event took of a holding. */
export interface DrawFact {
  readonly holding: string;
  readonly lot: LotFact;
  /** The event that yielded the holding. */
  readonly from: string;
  readonly fromType: EventType;
  readonly massG: Grams;
  readonly reoG: Grams;
  readonly origins: readonly OriginFact[];
}

/** A correction of an event: `approvedBy` and the instants are the correction's own. */
export interface CorrectionFact {
  readonly id: string;
  readonly seq: number;
  readonly enteredAt: Instant;
  readonly recordedAt: Instant;
  readonly approvedBy?: string;
  readonly voided: boolean;
}

/** An event as it stands now; events that are void are no facts, but their corrections are (`voided` in {@link ChainFacts.corrected}). */
export interface EventFact<E extends MaterialEvent = MaterialEvent> {
  readonly id: string;
  /** Ledger position of its first version. */
  readonly seq: number;
  readonly enterprise: string;
  /** As the client wrote it, the current version. */
  readonly content: E;
  readonly at: Instant;
  /** When the enterprise's own system recorded the first version; the server's time where it does not say. */
  readonly enteredAt: Instant;
  readonly draws: readonly DrawFact[];
  readonly yields: readonly HoldingFact[];
  readonly corrections: readonly CorrectionFact[];
}

/** A dispatch with its answer. Parts are of one drawn holding each. */
export interface TransferFact {
  readonly dispatch: EventFact<DispatchEvent>;
  readonly receipt?: EventFact<ReceiptEvent>;
  readonly state: 'in-transit' | 'accepted' | 'rejected';
  readonly from: string;
  readonly to: string;
  readonly terms: NonNullable<DispatchEvent['terms']>;
  /** When it was dispatched. */
  readonly at: Instant;
  readonly parts: readonly TransferPart[];
}

export interface TransferPart extends DrawFact {
  /** What the buyer weighed; absent while in transit or where it was rejected. */
  readonly receivedG?: Grams;
  readonly receivedReoG?: Grams;
  /** CNY a tonne without VAT. */
  readonly unitPrice?: number;
}

/** A finding that is kept, as rules that build on others see it. */
export interface KnownFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: 'S1' | 'S2' | 'S3' | 'S4';
  readonly state: 'open' | 'in-progress' | 'confirmed' | 'dismissed' | 'closed';
  readonly enterprise?: string;
  readonly period?: string;
  readonly raisedAt: Instant;
  /** Day or instant of what it is about. */
  readonly at: Instant;
  readonly events: readonly string[];
  /** Of events of which it is about a part only: the share of what they made. */
  readonly shares?: Readonly<Record<string, number>>;
}

/**
 * What a rule for single events may ask. Everything is loaded already: no answer waits, and no answer is cut short.
 */
export interface EventFacts {
  /** The instant that deadlines take for now. */
  readonly clock: Instant;
  readonly registry: RegistryFacts;
  /** Invoices, declarations, certificates and everything else are in `registry`; events are here. Void ones are not. */
  event(id: string): EventFact | undefined;
  /** The transfer a dispatch or a receipt belongs to. */
  transfer(eventId: string): TransferFact | undefined;
  /** All imports on a declaration, in order of their instants. */
  importsOn(declaration: string): readonly EventFact<ImportEvent>[];
  /** All exports on a declaration. */
  exportsOn(declaration: string): readonly EventFact<ExportEvent>[];
  /** All events whose `documents` cite it, in order. */
  citing(kind: DocumentRef['kind'], number: string): readonly EventFact[];
  /** All mining under a licence or approval, in order. */
  miningUnder(permit: string): readonly EventFact<MiningEvent>[];
  /** When something was first mined or processed at a site. */
  firstProduction(site: string): Instant | undefined;
  findings(rule: string, enterprise?: string): readonly KnownFinding[];
  /**
   * Everything upstream of an export that takes out mass of an illegal source, the export with it; empty for other
   * events. At most {@link UPSTREAM_MAX} events, those nearest to the export first.
   */
  upstreamOf(exportId: string): readonly EventFact[];
  /** Findings that stand and lie on the chain of an export. */
  onChainOf(exportId: string): readonly KnownFinding[];
}

/** Most events upstream of an export that are looked at for whose hands illegal mass went through. */
export const UPSTREAM_MAX = 20_000;

/** What a rule for enterprises, periods or the whole may ask beside {@link EventFacts}. */
export interface ChainFacts extends EventFacts {
  /** The enterprises whose events are loaded: those under examination. */
  readonly enterprises: readonly string[];
  /** Only what happened in here is asked about; absent: everything up to the clock. */
  readonly span?: Span;
  /** All events of an enterprise under examination up to the clock, by instant, then position. */
  eventsOf(enterprise: string): readonly EventFact[];
  /** All transfers that an enterprise under examination sent, by instant. */
  sentBy(enterprise: string): readonly TransferFact[];
  /** All transfers to an enterprise under examination, by instant. */
  sentTo(enterprise: string): readonly TransferFact[];
  /** All transfers of a lot that came back to an enterprise under examination, whoever's; by instant. */
  movesOf(lotKey: string): readonly TransferFact[];
  /** Corrections of events of an enterprise under examination, also of such as are void now. */
  corrected(
    enterprise: string,
  ): readonly { readonly event: string; readonly at: Instant; readonly corrections: readonly CorrectionFact[] }[];
}
