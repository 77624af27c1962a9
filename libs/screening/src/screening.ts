import type { Follower, Ledger } from '#ledger';
import type { Lots } from '#lots';
import { type Database, type JobQueue, type Logger, Operations } from '#platform';
import type { ChainFindings } from '#provenance';
import { DueJob } from './engine/due.job.js';
import { Leisure } from './engine/leisure.js';
import { RUN, RunJob } from './engine/run.job.js';
import { Schedule } from './engine/schedule.js';
import { Screener } from './engine/screener.js';
import { screeningFollower } from './engine/screening.follower.js';
import { FindingsSearch } from './findings-search.js';
import { FindingsService } from './findings.service.js';
import { RuleParameters } from './rule-parameters.js';
import { Referrals } from './referrals/referrals.service.js';
import { RULES } from './rules/index.js';
import type { AnyRule } from './rule.js';
import { ScreeningRuns } from './screening-runs.js';
import { ChainFindingsReader } from './storage/chain-findings.reader.js';
import { FactsReader } from './storage/facts.reader.js';
import { DUE } from './storage/due.js';
import { readRevision } from './storage/revision.js';

export interface Screening {
  /** Screens what is recorded; to be started, and stopped before the database is let go. */
  readonly follower: Follower;
  /** Asks for a run every day; to be started and stopped likewise. */
  readonly schedule: Schedule;
  /** What the job that judges rests by; to be ended before the jobs are closed. */
  readonly leisure: Leisure;
  readonly findings: FindingsService;
  readonly search: FindingsSearch;
  readonly referrals: Referrals;
  readonly runs: ScreeningRuns;
  readonly parameters: RuleParameters;
  readonly onChains: ChainFindings;
  /** Names the state of all findings; `undefined` while something is still to be screened. */
  revision(): Promise<string | undefined>;
}

/** Wires the capability: the follower, the jobs, what people read and decide. */
export function createScreening(parts: {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly lots: Lots;
  readonly jobs: JobQueue;
  readonly logger?: Logger;
  /** The catalogue's rules by default. */
  readonly rules?: readonly AnyRule[];
  /** The instant that deadlines take for now; the time of day by default. */
  readonly clock?: () => number;
}): Screening {
  const { database, ledger, lots, jobs, logger, rules = RULES, clock = Date.now } = parts;
  const screener = new Screener(new FactsReader(database), rules);
  const runs = new ScreeningRuns(jobs, new Operations(database));
  const leisure = new Leisure(database);
  jobs.register(DUE, new DueJob(database, screener, leisure, clock));
  jobs.register(RUN, new RunJob(database, screener));
  return {
    follower: screeningFollower({
      database,
      ledger,
      screener,
      clock,
      handled: () => {
        jobs.wake();
        leisure.wake();
      },
      ...(logger ? { logger } : {}),
    }),
    schedule: new Schedule(database, jobs),
    leisure,
    findings: new FindingsService(database, ledger, lots.decisions),
    referrals: new Referrals(database),
    search: new FindingsSearch(database),
    runs,
    parameters: new RuleParameters(database, ledger, runs),
    onChains: new ChainFindingsReader(database),
    revision: () => readRevision(database),
  };
}
