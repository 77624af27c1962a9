import { tenantTable, type Migration } from '#platform';

export const ledgerMigration: Migration = {
  id: '20261101-ledger',
  sql: `
    CREATE TABLE ledger_head (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      seq bigint NOT NULL,
      recorded_at timestamptz NOT NULL
    );
    INSERT INTO ledger_head VALUES (true, 0, '1970-01-01T00:00:00Z');
    GRANT SELECT, UPDATE ON ledger_head TO oretrail_app;

    CREATE TABLE ledger_entry (
      seq bigint PRIMARY KEY,
      tenant text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('event', 'registry', 'decision', 'access')),
      subject text NOT NULL,
      recorded_at timestamptz NOT NULL,
      actor text NOT NULL,
      channel text NOT NULL,
      request_id text NOT NULL,
      body jsonb NOT NULL,
      digest bytea NOT NULL,
      personal_digest bytea
    );
    CREATE INDEX ledger_entry_recorded_at ON ledger_entry (recorded_at);
    COMMENT ON COLUMN ledger_entry.digest IS 'SHA-256 of the canonical JSON (RFC 8785) of the body';
    ${tenantTable('ledger_entry', 'SELECT, INSERT')}

    CREATE TABLE ledger_personal (
      seq bigint PRIMARY KEY,
      tenant text NOT NULL,
      salt bytea NOT NULL,
      body jsonb NOT NULL
    );
    COMMENT ON TABLE ledger_personal IS
      'Names, telephone numbers, consignees, notes and extensions: may be erased; the ledger keeps a salted digest';
    ${tenantTable('ledger_personal', 'SELECT, INSERT, DELETE')}

    CREATE TABLE ledger_follower (
      name text PRIMARY KEY,
      seq bigint NOT NULL DEFAULT 0,
      moved_at timestamptz NOT NULL DEFAULT now()
    );
    GRANT SELECT, INSERT, UPDATE ON ledger_follower TO oretrail_app;`,
};
