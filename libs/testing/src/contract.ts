import type { Assay } from '#kernel';

/**
 * The events and registry items of the public contract as tests write them. Written down apart from the schemas of the
 * product, so that histories and oracle do not change when these do.
 */
export interface LotDeclaration {
  readonly lot: string;
  readonly product: string;
  readonly massKg: number;
  readonly reoPercent?: number;
  readonly metalPercent?: number;
  readonly assay?: Assay;
  readonly at?: string;
}

export interface LotDraw {
  readonly lot: string;
  readonly massKg: number;
  readonly holding?: string;
}

export interface DocumentReference {
  readonly kind:
    | 'vat-invoice'
    | 'import-declaration'
    | 'export-declaration'
    | 'export-licence'
    | 'inspection-certificate'
    | 'contract'
    | 'transport'
    | 'other';
  readonly number: string;
  readonly code?: string;
}

interface Common {
  readonly id: string;
  readonly enterprise: string;
  readonly occurredAt: string;
  readonly site?: string;
  readonly documents?: DocumentReference[];
  readonly note?: string;
}

export interface Party {
  readonly name: string;
  readonly uscc?: string;
}

export interface Mining extends Common {
  readonly type: 'mining';
  readonly licence: string;
  readonly yields: LotDeclaration[];
}

export interface Import extends Common {
  readonly type: 'import';
  readonly declaration: string;
  readonly originCountry: string;
  readonly yields: LotDeclaration[];
}

export interface ScrapIntake extends Common {
  readonly type: 'scrap-intake';
  readonly supplier: Party;
  readonly yields: LotDeclaration[];
}

export interface OpeningStock extends Common {
  readonly type: 'opening-stock';
  readonly statedOrigin?: string;
  readonly yields: LotDeclaration[];
}

export interface Processing extends Common {
  readonly type: 'processing';
  readonly process: string;
  readonly from: string;
  readonly draws: LotDraw[];
  readonly yields: LotDeclaration[];
  readonly losses?: {
    readonly kind: 'tailings' | 'waste' | 'radioactive-residue' | 'loss';
    readonly massKg: number;
    readonly reoPercent: number;
  }[];
}

export interface Dispatch extends Common {
  readonly type: 'dispatch';
  readonly to: string;
  readonly draws: (LotDraw & { readonly unitPrice?: number })[];
  readonly terms?: 'sale' | 'tolling' | 'storage' | 'return' | 'internal';
  readonly shipFrom?: string;
  readonly shipTo?: string;
}

export interface Receipt extends Common {
  readonly type: 'receipt';
  readonly dispatch: string;
  readonly outcome: 'accepted' | 'rejected';
  readonly items?: { readonly lot: string; readonly massKg: number }[];
}

/** Goods received that nobody dispatched. */
export interface UndispatchedReceipt extends Common {
  readonly type: 'receipt';
  readonly dispatch?: never;
  readonly from: Party;
  readonly yields: LotDeclaration[];
}

export interface Export extends Common {
  readonly type: 'export';
  readonly declaration: string;
  readonly destination: string;
  readonly items: (LotDraw & { readonly hsCode?: string; readonly unitPriceUsd?: number })[];
}

export interface Stocktake extends Common {
  readonly type: 'stocktake';
  readonly counts: { readonly lot: string; readonly countedKg: number }[];
  readonly reason?: string;
}

export type MaterialEvent =
  | Mining
  | Import
  | ScrapIntake
  | OpeningStock
  | Processing
  | Dispatch
  | Receipt
  | UndispatchedReceipt
  | Export
  | Stocktake;

type WithoutId<T> = T extends MaterialEvent ? Omit<T, 'id'> : never;
export type Replacement = WithoutId<MaterialEvent>;

export interface Correction extends Common {
  readonly type: 'correction';
  readonly corrects: string;
  readonly reason: string;
  readonly expectedVersion?: number;
  readonly replacement?: Replacement;
}

export type ContractEvent = MaterialEvent | Correction;

/** An event and the ledger position it was recorded at. */
export interface RecordedEvent {
  readonly seq: number;
  readonly event: ContractEvent;
}

export interface RegistryItem {
  readonly source: string;
  /** The item states facts for this half-open time; unbounded where left out. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface EnterpriseItem extends RegistryItem {
  readonly uscc: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly region: string;
}

export interface SiteItem extends RegistryItem {
  readonly code: string;
  readonly enterprise: string;
  readonly kind: 'mine' | 'plant' | 'warehouse' | 'recovery';
  readonly region: string;
}

export interface PermitItem extends RegistryItem {
  readonly kind: string;
  readonly number: string;
  readonly holder: string;
  readonly issuer: string;
  readonly issuerRegion?: string;
  readonly from: string;
  readonly to?: string;
  readonly status: 'valid' | 'suspended' | 'revoked';
  readonly contractors?: readonly string[];
}

export interface CustomsDeclarationItem extends RegistryItem {
  readonly number: string;
  readonly direction: 'import' | 'export';
  readonly party: string;
  readonly date: string;
  readonly country: string;
  readonly customs: string;
  readonly lines: readonly { readonly hsCode: string; readonly massKg: number; readonly valueUsd: number }[];
}

export interface RegistryItems {
  readonly enterprises: readonly EnterpriseItem[];
  readonly sites: readonly SiteItem[];
  readonly permits: readonly PermitItem[];
  readonly customsDeclarations: readonly CustomsDeclarationItem[];
}

/** Everything a test loads: registry items first, then events in the order they are to be recorded. */
export interface History {
  readonly registry: RegistryItems;
  readonly events: readonly ContractEvent[];
}
