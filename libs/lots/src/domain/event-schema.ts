import { Type, type Static } from '@sinclair/typebox';
import {
  correction, dispatch, exporting, importing, mining, openingStock, processing, receipt, scrapIntake, stocktake,
  undispatchedReceipt,
} from './event-schema/kinds.js'; // prettier-ignore

/** Most bytes of JSON of one event. */
export const MAX_EVENT_BYTES = 4 * 1024 * 1024;

export const EVENT_TYPES = [
  'mining',
  'import',
  'scrap-intake',
  'opening-stock',
  'processing',
  'dispatch',
  'receipt',
  'export',
  'stocktake',
  'correction',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type MiningEvent = Static<typeof mining.event>;
export type ImportEvent = Static<typeof importing.event>;
export type ScrapIntakeEvent = Static<typeof scrapIntake.event>;
export type OpeningStockEvent = Static<typeof openingStock.event>;
export type ProcessingEvent = Static<typeof processing.event>;
export type DispatchEvent = Static<typeof dispatch.event>;
/** Answer to a dispatch. Told from {@link UndispatchedReceiptEvent} by `'dispatch' in event`. */
export type ReceiptEvent = Static<typeof receipt.event>;
/** Goods that nobody dispatched: type `receipt` as well, but with `from` and `yields`. */
export type UndispatchedReceiptEvent = Static<typeof undispatchedReceipt.event>;
export type ExportEvent = Static<typeof exporting.event>;
export type StocktakeEvent = Static<typeof stocktake.event>;
export type CorrectionEvent = Static<typeof correction.event>;

/** An event as clients write it, every field of the right shape. */
export type EventInput =
  | MiningEvent
  | ImportEvent
  | ScrapIntakeEvent
  | OpeningStockEvent
  | ProcessingEvent
  | DispatchEvent
  | ReceiptEvent
  | UndispatchedReceiptEvent
  | ExportEvent
  | StocktakeEvent
  | CorrectionEvent;

/** Any event but a correction: what moves material. */
export type MaterialEvent = Exclude<EventInput, CorrectionEvent>;

/** What a correction puts in an event's place. */
export type Replacement = NonNullable<CorrectionEvent['replacement']>;

const EVENT_VARIANTS = [
  mining, importing, scrapIntake, openingStock, processing, dispatch, receipt, undispatchedReceipt, exporting, stocktake,
  correction,
].map(each => each.event); // prettier-ignore

/** One event of any kind. `variants` are told apart by `type`, and receipts by the member named in `when`. */
export const EventSchema = Type.Unsafe<EventInput>({
  title: 'Event',
  type: 'object',
  variants: EVENT_VARIANTS,
  description: 'Something that happened to material',
});

export { DOCUMENT_KINDS, DocumentRefSchema } from './event-schema/common.js';
export type { DocumentRef } from './event-schema/common.js';
export { AssaySchema, LotDeclarationSchema, LotDrawSchema, MAX_DRAWS, MAX_YIELDS } from './event-schema/lots.js';
export type {
  Assay, Count, DispatchDraw, ExportItem, Loss, LotDeclaration, LotDraw, Party, ReceiptItem,
} from './event-schema/lots.js'; // prettier-ignore
