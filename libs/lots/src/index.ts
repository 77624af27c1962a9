export { CURRENT, FOREVER_SEQ, lotsMigration } from './storage/lots.migration.js';
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
export type { EventFilter, HoldingFilter } from './lots.queries.js';
export * from './domain/event-schema.js';
export type { TransferFilter } from './storage/lots.queries.js';
export { SourceDecisions } from './source-decisions.js';
export type { DecisionInput, RecordedDecision } from './source-decisions.js';
export { checkByReplay, checkQuickly, isSound, readerOf } from './replay/check.js';
export type { CheckReport } from './replay/check.js';
export { compareStates } from './replay/compare-states.js';
export type { Comparison, Difference } from './replay/compare-states.js';
export { DatabaseTarget } from './replay/database-target.js';
export type { LedgerLine } from './replay/ledger-line.js';
export { readLedger } from './replay/ledger-reader.js';
export { replay, ReplayRefused } from './replay/replay.js';
export type { ReplayTarget } from './replay/replay.js';
export type { ReplayStep } from './replay/steps.js';
