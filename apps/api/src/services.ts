import { join } from 'node:path';
import { Authenticator } from '#access';
import { SYSTEM } from '#kernel';
import { Ledger } from '#ledger';
import { createLots, type Lots } from '#lots';
import { Database, InProcessJobQueue, Metrics, Operations, Pulse, type Logger } from '#platform';
import {
  createQuestions,
  PostgresProvenanceStore,
  ProvenanceService,
  type Questions,
  RegistryRegions,
} from '#provenance';
import { RegistryReader, RegistryService } from '#registry';
import { createScreening, type Screening } from '#screening';
import { EventImports } from './events/event-imports.js';
import type { TagSource } from './http/etag.interceptor.js';
import { RegistryImports } from './registry/registry-imports.js';

export interface ServiceOptions {
  /** The database as the application's role sees it. */
  readonly databaseUrl: string;
  readonly adminKey: string;
  readonly dataDir: string;
  readonly logger: Logger;
}

/** Everything that answers requests, wired. */
export interface Services {
  readonly logger: Logger;
  readonly authenticator: Authenticator;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly pulse: Pulse;
  readonly ledger: Ledger;
  readonly registry: RegistryService;
  readonly lots: Lots;
  readonly provenance: ProvenanceService;
  readonly questions: Questions;
  readonly screening: Screening;
  readonly tags: TagSource;
  readonly imports: EventImports;
  readonly registryImports: RegistryImports;
  readonly jobs: InProcessJobQueue;
  readonly operations: Operations;
}

export function createServices({ databaseUrl, adminKey, dataDir, logger }: ServiceOptions): Services {
  const database = new Database({ url: databaseUrl });
  const ledger = new Ledger(database);
  const metrics = new Metrics(async () => (await ledger.head(SYSTEM)).seq);
  const registry = new RegistryService(database, ledger);
  const jobs = new InProcessJobQueue(database, { logger });
  const lots = createLots({ database, ledger, registry, jobs });
  const screening = createScreening({ database, ledger, lots, jobs, logger });
  const regions = new RegistryRegions(database, new RegistryReader());
  const store = new PostgresProvenanceStore(database);
  const questions = createQuestions({ database, ledger, store, regions, findings: screening.search });
  return {
    logger,
    authenticator: new Authenticator(adminKey),
    metrics,
    database,
    pulse: new Pulse(databaseUrl),
    ledger,
    registry,
    lots,
    provenance: new ProvenanceService(store, ledger, regions, screening.onChains),
    questions,
    screening,
    tags: { knowledge: questions.knowledge, screening },
    imports: new EventImports(lots.capture, metrics, logger, spoolFolder(dataDir)),
    registryImports: new RegistryImports(registry, logger, spoolFolder(dataDir)),
    jobs,
    operations: new Operations(database),
  };
}

/** Where answers of imports wait for their clients. */
export const spoolFolder = (dataDir: string): string => join(dataDir, 'spool');

/** Begins the work that goes on beside the requests. */
export function startServices({ jobs, screening }: Services): void {
  jobs.start();
  screening.follower.start();
  screening.schedule.start();
}

/** Ends what is under way, then lets the database go. */
export async function closeServices({
  imports,
  registryImports,
  lots,
  screening,
  jobs,
  pulse,
  database,
}: Services): Promise<void> {
  imports.close();
  registryImports.close();
  await lots.capture.close();
  screening.schedule.stop();
  screening.leisure.end();
  await screening.follower.stop();
  await jobs.close();
  await pulse.close();
  await database.close();
}
