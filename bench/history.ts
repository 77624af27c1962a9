import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ledger } from '#ledger';
import { createLots } from '#lots';
import { appUrl, Database, EmbeddedPostgres, InProcessJobQueue, migrate } from '#platform';
import {
  createQuestions, PostgresProvenanceStore, ProvenanceService, type Questions, RegistryRegions,
} from '#provenance'; // prettier-ignore
import { RegistryReader, RegistryService } from '#registry';
import { makeFolder } from './folder.js';
import { MIGRATIONS } from '../apps/api/src/migrations.js';
import { registerNation } from './cast.js';
import { economy } from './economy.js';
import { BENCH, record } from './installation.js';

/** An installation of its own that holds a recorded history, and the questions to it. */
export interface History {
  readonly database: Database;
  readonly provenance: ProvenanceService;
  readonly questions: Questions;
  close(): Promise<void>;
}

/** Lies in a data folder whose history was recorded to the end. */
const RECORDED = 'bench.recorded';

/**
 * Opens a history of so many lots. A folder keeps it for the next time, as recording a million lots takes half an hour;
 * without one it is removed at the end.
 */
export async function openHistory(lots: number, keptIn?: string): Promise<History> {
  const folder = keptIn === undefined ? await makeFolder('bench') : join(keptIn, `${lots}-lots`);
  const isRecorded = existsSync(join(folder, RECORDED));
  if (!isRecorded) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const postgres = await EmbeddedPostgres.start({ dataDir: folder });
  await migrate(postgres.url, MIGRATIONS);
  const database = new Database({ url: appUrl(postgres.url) });
  if (!isRecorded) {
    await recordHistory(database, lots);
    await writeFile(join(folder, RECORDED), '');
  }
  const ledger = new Ledger(database);
  const regions = new RegistryRegions(database, new RegistryReader());
  const store = new PostgresProvenanceStore(database);
  return {
    database,
    provenance: new ProvenanceService(store, ledger, regions),
    questions: createQuestions({ database, ledger, store, regions }),
    close: async () => {
      await database.close();
      await postgres.stop();
      if (keptIn === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function recordHistory(database: Database, lotCount: number): Promise<void> {
  const ledger = new Ledger(database);
  const registry = new RegistryService(database, ledger);
  const jobs = new InProcessJobQueue(database);
  const lots = createLots({ database, ledger, registry, jobs });
  const start = performance.now();
  await registerNation(BENCH, registry);
  const events = await record(lots, economy({ lots: lotCount, seed: 7, invoices: true }), 1_000);
  const seconds = (performance.now() - start) / 1000;
  console.log(`  ${events} events recorded at ${Math.round(events / seconds)} events/s`);
  await lots.capture.close();
  await jobs.close();
}
