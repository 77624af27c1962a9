import type { Ledger } from '#ledger';
import type { Database, JobQueue } from '#platform';
import type { RegistryService } from '#registry';
import { CaptureService } from './capture.service.js';
import { CorrectionsRecorder } from './corrections/corrections.recorder.js';
import { FollowUp } from './follow-up.js';
import { LotsQueries } from './lots.queries.js';
import { enqueueRecompute, RECOMPUTE, RecomputeJob } from './recompute.job.js';
import { SourceDecisions } from './source-decisions.js';
import { SourceCache } from './storage/source-dictionary.js';

export interface Lots {
  readonly capture: CaptureService;
  readonly queries: LotsQueries;
  readonly decisions: SourceDecisions;
}

/** Wires the capability: capture and corrections, what registry changes do to sources, and the job for what is left. */
export function createLots(parts: {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly registry: RegistryService;
  readonly jobs: JobQueue;
  /** How many sources are kept in memory; by default 100,000. */
  readonly sourcesKept?: number;
}): Lots {
  const { database, ledger, registry, jobs } = parts;
  const sources = new SourceCache(parts.sourcesKept);
  const followUp = new FollowUp(sources, enqueueRecompute, () => jobs.wake());
  registry.listeners.push(followUp);
  jobs.register(RECOMPUTE, new RecomputeJob(database, sources));
  const queries = new LotsQueries(database, ledger);
  registry.parties.push(queries);
  const corrections = new CorrectionsRecorder(database, sources, followUp);
  return {
    capture: new CaptureService(database, sources, corrections, followUp, ledger),
    queries,
    decisions: new SourceDecisions(database, followUp, ledger),
  };
}
