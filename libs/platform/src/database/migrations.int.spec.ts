import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '#kernel';
import { Client } from 'pg';
import { StartupError } from '../config/notices.js';
import { EmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { Database } from './database.js';
import { appUrl, migrate } from './migrations.js';

const TRUSTED = 'host all all 127.0.0.1/32 trust';
const ADMIN_TRUSTED = 'host all postgres 127.0.0.1/32 trust';

describe('an address of a database', () => {
  it('becomes that of the application, whose password follows from the given one', () => {
    const app = new URL(appUrl('postgres://owner:secret@db.example:5433/x?sslmode=disable'));
    expect(app.username).toBe('oretrail_app');
    expect(app.password).toMatch(/^[\w-]{43}$/);
    expect(app.href).toBe(`postgres://oretrail_app:${app.password}@db.example:5433/x?sslmode=disable`);
    expect(appUrl('postgres://owner:other@db.example:5433/x')).not.toContain(app.password);
    expect(appUrl('postgres://db.example:5433/x?user=owner&password=secret')).toBe(
      `postgres://oretrail_app:${app.password}@db.example:5433/x`,
    );
  });

  it('has no password where none is given', () => {
    for (const given of ['postgres://owner@db.example/x', 'postgres://owner:@db.example/x'])
      expect(appUrl(given)).toBe('postgres://oretrail_app@db.example/x');
  });
});

describe('a database given without a password', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
  let postgres: EmbeddedPostgres;
  let withoutPassword: string;
  let rules: { file: string; text: string };

  beforeAll(async () => {
    chmodSync(dataDir, 0o711);
    postgres = await EmbeddedPostgres.start({ dataDir, durable: false });
    withoutPassword = Object.assign(new URL(postgres.url), { password: '' }).href;
    const [file] = await ask<string>('SHOW hba_file', 'hba_file');
    rules = { file: file!, text: readFileSync(file!, 'utf8') };
  });

  beforeEach(() =>
    ask(`DO $$ BEGIN
      IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'oretrail_app') THEN
        DROP OWNED BY oretrail_app;
        DROP ROLE oretrail_app;
      END IF;
    END $$`),
  );

  afterAll(async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function ask<Value>(sql: string, column = ''): Promise<Value[]> {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, Value>>(sql);
      return rows.map(row => row[column]!);
    } finally {
      await client.end();
    }
  }

  /** Puts a rule in front of those that ask everybody for a password. */
  async function admit(rule: string): Promise<void> {
    writeFileSync(rules.file, `${rule}\n${rules.text}`);
    await ask('SELECT pg_reload_conf()');
    await ask('SELECT pg_sleep(0.2)');
  }

  const passwordsOfApp = () =>
    ask<string | null>(`SELECT rolpassword FROM pg_authid WHERE rolname = 'oretrail_app'`, 'rolpassword');

  it('is used where the server lets the application in without one, and gets none', async () => {
    await admit(TRUSTED);
    await migrate(withoutPassword, []);
    const database = new Database({ url: appUrl(withoutPassword) });
    expect(await database.read(SYSTEM, 'SELECT current_user AS "user"')).toEqual([{ user: 'oretrail_app' }]);
    await database.close();
    expect(await passwordsOfApp()).toEqual([null]);
  });

  it('is refused, with what to do, where the server asks the application for one', async () => {
    await admit(ADMIN_TRUSTED);
    const refused = await migrate(withoutPassword, []).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartupError);
    expect(refused).toMatchObject({ code: 'database-app-password' });
    expect((refused as Error).message).toMatch(/oretrail_app in without a password .*DATABASE_URL.*user:password@host/);
    expect(await passwordsOfApp()).toEqual([null]);
  });

  it('leaves alone the password that others have given the application', async () => {
    await admit(ADMIN_TRUSTED);
    await migrate(postgres.url, []);
    const before = await passwordsOfApp();
    expect(before).toEqual([expect.stringMatching(/^SCRAM-SHA-256/)]);
    await expect(migrate(withoutPassword, [])).rejects.toThrow('oretrail_app');
    expect(await passwordsOfApp()).toEqual(before);
  });
});
