import { rm } from 'node:fs/promises';
import type { Context } from '#kernel';
import { Ledger, ledgerMigration } from '#ledger';
import { createLots, lotsMigration, type EventInput, type Lots } from '#lots';
import {
  appUrl,
  Database,
  EmbeddedPostgres,
  InProcessJobQueue,
  type JobQueue,
  migrate,
  type Migration,
  operationsMigration,
} from '#platform';
import { PostgresProvenanceStore, provenanceMigration, ProvenanceService, RegistryRegions } from '#provenance';
import { registryMigration, RegistryReader, RegistryService } from '#registry';
import { enterprise, licence } from '#testing';
import { makeFolder } from './folder.js';
import { exporterOf, licenceOf, mineOf, MINES, plantOf, PLANTS } from './economy.js';

export const BENCH: Context = {
  actor: 'bench',
  role: 'administrator',
  channel: 'bench',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

/** An installation of its own on a durable embedded PostgreSQL, removed at the end. */
export interface Installation {
  readonly adminUrl: string;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly jobs: JobQueue;
  readonly lots: Lots;
  readonly provenance: ProvenanceService;
  close(): Promise<void>;
}

/** The least that capture and origins need. */
const LEAST = [ledgerMigration, operationsMigration, registryMigration, lotsMigration, provenanceMigration];

export async function install(migrations: readonly Migration[] = LEAST): Promise<Installation> {
  const folder = await makeFolder('bench');
  const postgres = await EmbeddedPostgres.start({ dataDir: folder });
  const adminUrl = postgres.url;
  await migrate(adminUrl, migrations);
  const database = new Database({ url: appUrl(adminUrl) });
  const ledger = new Ledger(database);
  const registry = new RegistryService(database, ledger);
  const jobs = new InProcessJobQueue(database);
  const lots = createLots({ database, ledger, registry, jobs });
  const store = new PostgresProvenanceStore(database);
  const provenance = new ProvenanceService(store, ledger, new RegistryRegions(database, new RegistryReader()));
  await registerCast(registry);
  return {
    adminUrl,
    database,
    ledger,
    jobs,
    lots,
    provenance,
    close: async () => {
      await lots.capture.close();
      await jobs.close();
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function registerCast(registry: RegistryService): Promise<void> {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
  await registry.put(BENCH, 'enterprises', [
    ...numbers(MINES).map(n => enterprise(mineOf(n), ['mine'])),
    ...numbers(PLANTS).map(n => enterprise(plantOf(n), ['smelter'])),
    enterprise(exporterOf(0), ['exporter']),
  ]);
  await registry.put(
    BENCH,
    'permits',
    numbers(MINES).map(n => licence(licenceOf(n), mineOf(n))),
  );
}

/** Records events in requests of a size, one after the other. */
export async function record(lots: Lots, events: Iterable<EventInput>, size: number): Promise<number> {
  let batch: EventInput[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await lots.capture.capture(
      BENCH,
      batch.map((event, index) => ({ index, event, pointer: '' })),
      'rollback',
    );
    count += batch.length;
    batch = [];
  };
  for (const event of events) if (batch.push(event) === size) await flush();
  await flush();
  return count;
}
