import { type Context, Refused } from '#kernel';
import { Ledger, ledgerMigration } from '#ledger';
import { createLots, lotsMigration, type CaptureOutcome, type EventInput, type Lots, type OnError } from '#lots';
import { Database, InProcessJobQueue, operationsMigration, type Migration } from '#platform';
import { registryMigration, RegistryService } from '#registry';
import type { ContractEvent, History, RegistryItems } from './contract.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

/** Somebody who may record for everybody and see everything. */
export const TESTER: Context = {
  actor: 'test',
  role: 'administrator',
  channel: 'test',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

/** One process that records events: its own connections, its own memory. */
export class TestProcess {
  readonly ledger: Ledger;
  readonly registry: RegistryService;
  readonly jobs: InProcessJobQueue;
  readonly lots: Lots;

  constructor(readonly database: Database) {
    this.ledger = new Ledger(database);
    this.registry = new RegistryService(database, this.ledger);
    this.jobs = new InProcessJobQueue(database, { pollMs: 20 });
    this.lots = createLots({ database, ledger: this.ledger, registry: this.registry, jobs: this.jobs });
  }

  /** Sends events as one request. */
  send(events: readonly ContractEvent[], onError: OnError = 'rollback', context = TESTER): Promise<CaptureOutcome> {
    const items = events.map((event, index) => ({
      index,
      event: event as EventInput,
      pointer: onError === 'rollback' ? `/events/${index}` : '',
    }));
    return this.lots.capture.capture(context, items, onError);
  }

  /** Sends events that are to be refused, and answers why; throws where they were recorded. */
  async refused(events: readonly ContractEvent[], context = TESTER): Promise<Refused> {
    const outcome = await this.send(events, 'rollback', context).catch((error: unknown) => error);
    if (outcome instanceof Refused) return outcome;
    throw outcome instanceof Error ? outcome : new Error(`recorded: ${JSON.stringify(outcome)}`);
  }

  async state(items: Partial<RegistryItems>): Promise<void> {
    const { enterprises = [], sites = [], permits = [], customsDeclarations = [] } = items;
    const collections = { enterprises, sites, permits, 'customs-declarations': customsDeclarations };
    for (const [name, list] of Object.entries(collections)) {
      if (list.length === 0) continue;
      const { results } = await this.registry.put(TESTER, name, list);
      const refused = results.find(result => result.status === 'refused');
      if (refused) throw new Error(`${name}: ${JSON.stringify(refused)}`);
    }
  }

  /** Records a history, event by event. */
  async record({ registry, events }: History): Promise<void> {
    await this.state(registry);
    for (const event of events) await this.send([event]);
  }

  /** Rows of a statement, seen with every right the application has. */
  rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.database.read<Row>(TESTER, text, values);
  }

  /** A digest of everything that is stored: the same as before where nothing has changed. */
  async fingerprint(): Promise<string> {
    const digests = await Promise.all(TABLES.map(table => this.rows<{ digest: string }>(digestOf(table))));
    return digests.map(([row]) => row!.digest).join(' ');
  }

  async stop(): Promise<void> {
    await this.lots.capture.close();
    await this.jobs.close();
  }
}

const TABLES = [
  'ledger_head', 'ledger_entry', 'ledger_personal', 'lots_counter', 'event', 'lot', 'holding', 'draw', 'source', 'root',
  'pool', 'transfer', 'document', 'registry_version', 'operation',
]; // prettier-ignore

const digestOf = (table: string): string =>
  `SELECT md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${table} t`;

/** A ledger of its own with a process that records events in it; more processes can join. */
export class TestLots extends TestProcess {
  private readonly others: TestProcess[] = [];

  private constructor(private readonly fresh: FreshDatabase) {
    super(fresh.database);
  }

  static async start(more: readonly Migration[] = []): Promise<TestLots> {
    const migrations = [ledgerMigration, operationsMigration, registryMigration, lotsMigration, ...more];
    return new TestLots(await freshDatabase(migrations));
  }

  /** Another process on the same database, stopped with this one. */
  join(): TestProcess {
    const other = new TestProcess(new Database({ url: this.fresh.url }));
    this.others.push(other);
    return other;
  }

  /** Stops all processes and drops the database. */
  override async stop(): Promise<void> {
    for (const other of this.others) {
      await other.stop();
      await other.database.close();
    }
    await super.stop();
    await this.fresh.drop();
  }
}
