import { setTimeout as delay } from 'node:timers/promises';
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { causeOf, StartupError } from '../config/notices.js';

/** One step of the schema. Applied once, in order of `id`, never edited after a release. */
export interface Migration {
  /** Sorts by time: `20261101-ledger`. */
  readonly id: string;
  /** Statements run as role `oretrail_owner` with `search_path` set to the schema `oretrail`. */
  readonly sql: string;
}

/** Any 64-bit number that no other program is likely to lock on: "oretrail" in ASCII, shortened. */
const MIGRATION_LOCK = '8028075772393122156';

const OLDEST_POSTGRES = 150_000;

/** A database that cannot be used, in words that say what to do about it. */
export class DatabaseSetupError extends Error {}

/**
 * Password of the role `oretrail_app`, derived from the administrator's, so that all processes that share
 * `DATABASE_URL` agree on it and nothing has to be stored. From no password none is derived: anybody could do the same.
 */
function appPassword(adminUrl: string): string | undefined {
  const secret = new pg.Client({ connectionString: adminUrl }).password; // wherever the driver takes it from
  return secret ? createHmac('sha256', secret).update('oretrail_app').digest('base64url') : undefined;
}

/** The same database, as the application's role sees it. */
export function appUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  for (const name of ['user', 'password']) url.searchParams.delete(name); // they would win over those in front
  url.password = appPassword(adminUrl) ?? '';
  url.username = 'oretrail_app';
  return url.href;
}

/**
 * Brings the schema up to date under an advisory lock, so that processes that start together migrate once. Creates
 * the two roles where they are missing: `oretrail_owner` owns the tables, `oretrail_app` may only use them.
 * Returns the ids newly applied. @throws DatabaseSetupError, StartupError `database-app-password`
 */
export async function migrate(adminUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await ensureRoles(client);
    await admitApp(client, adminUrl);
    return await applyMissing(client, migrations);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  );
  if (Number(rows[0]?.number) >= OLDEST_POSTGRES) return;
  throw new DatabaseSetupError(`PostgreSQL ${rows[0]?.name} is too old: OreTrail needs PostgreSQL 15 or newer.`);
}

async function ensureRoles(client: pg.Client): Promise<void> {
  await onServer(
    client,
    `DO $roles$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'oretrail_owner') THEN
        CREATE ROLE oretrail_owner NOLOGIN NOSUPERUSER NOBYPASSRLS;
      END IF;
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'oretrail_app') THEN
        CREATE ROLE oretrail_app LOGIN NOSUPERUSER NOBYPASSRLS;
      END IF;
      EXECUTE format('GRANT oretrail_owner TO %I', current_user);
      EXECUTE format('GRANT CREATE, CONNECT ON DATABASE %I TO oretrail_owner', current_database());
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO oretrail_app', current_database());
    END $roles$`,
  );
}

/** How PostgreSQL refuses to change a role or database that another connection changes at the same moment. */
const CONCURRENTLY = /tuple concurrently updated/;
const SERVER_TRIES = 20;
const SERVER_WAIT_MS = 25;

/** Changes what is the whole server's, as roles are: another database there may be set up at the same time. */
async function onServer(client: pg.Client, text: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(text);
      return;
    } catch (error) {
      if (tries === SERVER_TRIES || !CONCURRENTLY.test((error as Error).message)) throw error;
      await delay(SERVER_WAIT_MS);
    }
  }
}

/** Gives the application's role its password; where none can be derived, the server must let it in without. */
async function admitApp(client: pg.Client, adminUrl: string): Promise<void> {
  const password = appPassword(adminUrl);
  if (password !== undefined) {
    await onServer(client, `ALTER ROLE oretrail_app PASSWORD ${client.escapeLiteral(password)}`);
    return;
  }
  const app = new pg.Client({ connectionString: appUrl(adminUrl), connectionTimeoutMillis: 5_000 });
  app.on('error', () => undefined);
  try {
    await app.connect();
  } catch (error) {
    const values = { address: new URL(adminUrl).host, cause: causeOf(error) };
    throw new StartupError('database-app-password', values, { cause: error });
  } finally {
    await app.end().catch(() => undefined);
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('SET ROLE oretrail_owner');
  await client.query('CREATE SCHEMA IF NOT EXISTS oretrail');
  await client.query('SET search_path TO oretrail');
  await client.query('GRANT USAGE ON SCHEMA oretrail TO oretrail_app');
  await client.query(
    'CREATE TABLE IF NOT EXISTS migration (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ id: string }>('SELECT id FROM migration');
  const done = new Set(rows.map(row => row.id));
  const missing = migrations.filter(migration => !done.has(migration.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(migration => migration.id);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO migration (id) VALUES ($1)', [migration.id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new DatabaseSetupError(`Migration ${migration.id} failed: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * SQL that puts a table under row security: the application may use it as `grants` say, and sees a row only where
 * its scope covers the `tenant` column.
 */
export function tenantTable(table: string, grants: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant_scope ON ${table} TO oretrail_app USING (
      (SELECT current_setting('oretrail.scope', true)) = '*'
      OR tenant = ANY (string_to_array((SELECT current_setting('oretrail.scope', true)), ',')));
    GRANT ${grants} ON ${table} TO oretrail_app;`;
}
