import { join } from 'node:path';
import { Authenticator } from '#access';
import { SYSTEM } from '#kernel';
import { Ledger } from '#ledger';
import { createLots, type Lots } from '#lots';
import { Database, InProcessJobQueue, Metrics, Operations, type Logger } from '#platform';
import {
  createQuestions,
  PostgresProvenanceStore,
  ProvenanceService,
  type Questions,
  RegistryRegions,
} from '#provenance';
import { RegistryReader, RegistryService } from '#registry';
import { EventImports } from './events/event-imports.js';
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
  readonly ledger: Ledger;
  readonly registry: RegistryService;
  readonly lots: Lots;
  readonly provenance: ProvenanceService;
  readonly questions: Questions;
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
  const regions = new RegistryRegions(database, new RegistryReader());
  return {
    logger,
    authenticator: new Authenticator(adminKey),
    metrics,
    database,
    ledger,
    registry,
    lots,
    provenance: new ProvenanceService(new PostgresProvenanceStore(database), ledger, regions),
    questions: createQuestions({ database, ledger, regions }),
    imports: new EventImports(lots.capture, metrics, logger, spoolFolder(dataDir)),
    registryImports: new RegistryImports(registry, logger, spoolFolder(dataDir)),
    jobs,
    operations: new Operations(database),
  };
}

/** Where answers of imports wait for their clients. */
export const spoolFolder = (dataDir: string): string => join(dataDir, 'spool');

/** Ends what is under way, then lets the database go. */
export async function closeServices({ imports, registryImports, lots, jobs, database }: Services): Promise<void> {
  imports.close();
  registryImports.close();
  await lots.capture.close();
  await jobs.close();
  await database.close();
}
