import { Client } from 'pg';
import { causeOf, StartupError } from '../config/notices.js';

const NO_SUCH_DATABASE = '3D000';

/** Makes a database of an embedded server where it is missing. */
export async function ensureDatabase(url: string, database: string): Promise<void> {
  try {
    await withClient(url, async () => undefined);
  } catch (error) {
    if ((error as { code?: unknown }).code !== NO_SUCH_DATABASE) throw error;
    const maintenance = new URL(url);
    maintenance.pathname = '/postgres';
    await withClient(maintenance.href, client => createDatabase(client, database));
  }
}

async function createDatabase(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`CREATE DATABASE ${name}`);
  const { rowCount } = await client.query(
    `SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`,
  );
  if (rowCount) await client.query(`ALTER DATABASE ${name} SET default_toast_compression = 'lz4'`);
}

/** Makes sure that a given PostgreSQL answers, so that a wrong `DATABASE_URL` is told apart from everything else. */
export async function probeDatabase(url: string): Promise<void> {
  try {
    await withClient(url, client => client.query('SELECT 1'));
  } catch (error) {
    const { host } = new URL(url);
    throw new StartupError('database-unreachable', { address: host, cause: causeOf(error) }, { cause: error });
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
