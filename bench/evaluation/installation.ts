import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Ledger } from '#ledger';
import { createLots, type EventInput, type Lots } from '#lots';
import { appUrl, Database, EmbeddedPostgres, InProcessJobQueue, migrate } from '#platform';
import {
  createQuestions, PostgresProvenanceStore, ProvenanceService, type Questions, RegistryRegions,
} from '#provenance'; // prettier-ignore
import { RegistryReader, RegistryService } from '#registry';
import { createScreening, type Finding, type RunRequest, type Screening, type ScreeningRun } from '#screening';
import { freshDatabase } from '#testing';
import { makeFolder } from '../folder.js';
import { MIGRATIONS } from '../../apps/api/src/migrations.js';
import { BENCH } from '../installation.js';

const BATCH = 1_000;
/** Enterprises first, as everything else names them. */
const FIRST = ['enterprises.ndjson', 'sites.ndjson', 'permits.ndjson'];

/** An installation of its own that takes in a scenario and screens it. */
export class Examined {
  private readonly jobs: InProcessJobQueue;
  private readonly lots: Lots;
  private readonly registry: RegistryService;
  readonly screening: Screening;
  readonly provenance: ProvenanceService;
  readonly questions: Questions;

  private constructor(
    readonly database: Database,
    private readonly clock: Date,
    private readonly dropped: () => Promise<void>,
  ) {
    const ledger = new Ledger(database);
    this.registry = new RegistryService(database, ledger);
    this.jobs = new InProcessJobQueue(database, { pollMs: 20 });
    this.lots = createLots({ database, ledger, registry: this.registry, jobs: this.jobs });
    this.screening = createScreening({
      database,
      ledger,
      lots: this.lots,
      jobs: this.jobs,
      clock: () => clock.getTime(),
    });
    const regions = new RegistryRegions(database, new RegistryReader());
    const store = new PostgresProvenanceStore(database);
    this.provenance = new ProvenanceService(store, ledger, regions, this.screening.onChains);
    this.questions = createQuestions({ database, ledger, store, regions });
  }

  /** At the scenario's clock, on the PostgreSQL of `ORETRAIL_TEST_POSTGRES`, else on one of its own. */
  static async open(server: string | undefined, clock: Date): Promise<Examined> {
    if (server !== undefined) {
      const fresh = await freshDatabase(MIGRATIONS);
      return new Examined(fresh.database, clock, () => fresh.drop());
    }
    const folder = await makeFolder('evaluation');
    const postgres = await EmbeddedPostgres.start({ dataDir: folder });
    await migrate(postgres.url, MIGRATIONS);
    const database = new Database({ url: appUrl(postgres.url) });
    return new Examined(database, clock, async () => {
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Takes in a scenario's files. Answers how many events; @throws Error where anything is refused */
  async load(folder: string): Promise<number> {
    const files = await readdir(join(folder, 'registry'));
    const others = files.filter(file => !FIRST.includes(file)).sort();
    for (const file of [...FIRST, ...others]) {
      for await (const items of batches(join(folder, 'registry', file))) await this.state(file.slice(0, -7), items);
    }
    let count = 0;
    for await (const events of batches(join(folder, 'events.ndjson'))) {
      const items = events.map((event, index) => ({ index, event: event as EventInput, pointer: `/events/${index}` }));
      await this.lots.capture.capture(BENCH, items, 'rollback');
      count += events.length;
    }
    return count;
  }

  /** Screens what was recorded, then everything again. Answers what stands. */
  async screen(isFollowed: boolean): Promise<Finding[]> {
    if (isFollowed) await this.follow();
    await this.run({});
    while (await this.isDue()) await pause(100);
    return this.findings();
  }

  /** Screens again at the scenario's clock. @throws Error where that fails */
  async run(request: RunRequest): Promise<ScreeningRun> {
    this.jobs.start();
    const id = await this.screening.runs.start(BENCH, { clock: this.clock, ...request });
    for (;;) {
      const run = await this.screening.runs.get(BENCH, id);
      if (run.state === 'failed') throw new Error(`the run failed: ${run.error ?? ''}`);
      if (run.state === 'done') return run;
      await pause(100);
    }
  }

  private async follow(): Promise<void> {
    await this.catchUp();
    while (await this.isDue()) await pause(100);
    await this.screening.follower.stop();
  }

  /** Follows the ledger from now on; answers once everything recorded is screened that verdicts wait for. */
  async catchUp(): Promise<void> {
    this.jobs.start();
    this.screening.follower.start();
    while ((await this.screening.revision()) === undefined) await pause(20);
  }

  private async isDue(): Promise<boolean> {
    const [row] = await this.database.read<{ due: boolean }>(BENCH, DUE); // prettier-ignore
    return row!.due;
  }

  /** All that are open. */
  async findings(): Promise<Finding[]> {
    const all: Finding[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.screening.findings.list(BENCH, { state: 'open' }, { limit: 500, ...(cursor ? { cursor } : {}) }); // prettier-ignore
      all.push(...page.items);
      if (page.nextCursor === undefined) return all;
      cursor = page.nextCursor;
    }
  }

  /** States registry items; @throws Error where one is refused. */
  async state(collection: string, items: readonly unknown[]): Promise<void> {
    const { results } = await this.registry.put(BENCH, collection, items);
    const refused = results.find(({ status }) => status === 'refused');
    if (refused) throw new Error(`${collection}: ${JSON.stringify(refused)}`);
  }

  async close(): Promise<void> {
    await this.screening.follower.stop();
    this.screening.leisure.end();
    await this.lots.capture.close();
    await this.jobs.close();
    await this.dropped();
  }
}

/** Is something still to be judged again: what followed from findings? */
const DUE = `SELECT EXISTS (SELECT FROM screening_due_event) OR EXISTS (SELECT FROM screening_due_enterprise) AS due`;

async function* batches(file: string): AsyncGenerator<unknown[]> {
  let batch: unknown[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (batch.push(JSON.parse(line)) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
