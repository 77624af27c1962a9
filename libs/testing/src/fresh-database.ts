import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Database, appUrl, migrate, type Migration } from '#platform';

/** A database of its own for one test file, on the PostgreSQL that the run has started. */
export interface FreshDatabase {
  /** The application's door to it. */
  readonly database: Database;
  /** Its address as the role `oretrail_app` and as the superuser. */
  readonly url: string;
  readonly adminUrl: string;
  /** Closes {@link database} and drops it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes and migrates a database. Its name is random, so that test files run side by side. */
export async function freshDatabase(migrations: readonly Migration[], poolSize = 10): Promise<FreshDatabase> {
  const server = process.env.ORETRAIL_TEST_POSTGRES;
  if (!server) throw new Error('ORETRAIL_TEST_POSTGRES is not set: run this test with the projects int or e2e');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnServer(server, `CREATE DATABASE ${name}`);
  const adminUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrateInTurn(adminUrl, migrations);
  const url = appUrl(adminUrl);
  const database = new Database({ url, poolSize });
  const drop = async (): Promise<void> => {
    await database.close();
    await runOnServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { database, url, adminUrl, drop };
}

/** Roles belong to the whole server: databases that are migrated side by side may trip over each other's change. */
async function migrateInTurn(adminUrl: string, migrations: readonly Migration[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await migrate(adminUrl, migrations));
    } catch (error) {
      const isCollision = /concurrently|already exists|duplicate key/.test((error as Error).message);
      if (!isCollision || attempt === 10) throw error;
    }
  }
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
