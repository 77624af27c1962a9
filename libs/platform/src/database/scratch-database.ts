import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { appUrl, DatabaseSetupError, migrate, type Migration } from './migrations.js';

/** A database beside the real one, for work that leaves nothing behind. */
export interface ScratchDatabase {
  /** As the application's role sees it. */
  readonly url: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes and migrates an empty database on the server of `adminUrl`. @throws DatabaseSetupError */
export async function createScratchDatabase(
  adminUrl: string,
  migrations: readonly Migration[],
): Promise<ScratchDatabase> {
  const name = `oretrail_scratch_${randomBytes(6).toString('hex')}`;
  await runOn(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const drop = (): Promise<void> => runOn(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  try {
    const scratchUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
    await migrate(scratchUrl, migrations);
    return { url: appUrl(scratchUrl), drop };
  } catch (error) {
    await drop().catch(() => undefined);
    throw error;
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new DatabaseSetupError(`${statement.split(' ', 2).join(' ')}: ${(error as Error).message}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
