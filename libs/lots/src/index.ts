export { FOREVER_SEQ, lotsMigration } from './storage/lots.migration.js';
export { PPB, decodeComposition, encodeComposition, findEntries, singleSource } from './domain/composition.js';
export type { Composition, CompositionEntry, FoundEntries } from './domain/composition.js';
export { findExcess } from './domain/excess.js';
export { NAMED_SOURCES_MAX, SUSPECT_SOURCES_MAX } from './domain/fold.js';
export { elementGrams, mix } from './domain/mix.js';
export type { ElementGrams, MixOptions, PoolInput, PoolOutput } from './domain/mix.js';
export { blendRun, blendSurplus, inheritedDistribution, unexplainedSource } from './domain/pools.js';
export { compareSources } from './domain/source.js';
export type { NewSource, SourceDictionary, SourceEntry, SourceKind, SourceStatus } from './domain/source.js';
export { timeOrderFaults } from './domain/event-schema/time-order.js';
export type {
  CaptureItem, CaptureOutcome, CaptureResult, MisshapenItem, OnError, ShapedItem,
} from './domain/capture-types.js'; // prettier-ignore
export { createLots } from './lots.js';
export type { Lots } from './lots.js';
export { CaptureService } from './capture.service.js';
export { LotsQueries } from './lots.queries.js';
export * from './domain/event-schema.js';
export type { EventFilter, HoldingFilter, TransferFilter } from './storage/lots.queries.js';
export { SourceDecisions } from './source-decisions.js';
export type { DecisionInput, RecordedDecision } from './source-decisions.js';
