import { tenantTable, type Migration } from '../database/migrations.js';

export const operationsMigration: Migration = {
  id: '20261104-operations',
  sql: `
    CREATE TABLE operation (
      no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      tenant text NOT NULL,
      kind text NOT NULL,
      key text,
      state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
      input jsonb NOT NULL,
      cursor jsonb,
      progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
      done_count bigint,
      total_count bigint,
      cancel_requested boolean NOT NULL DEFAULT false,
      failures int NOT NULL DEFAULT 0,
      error text,
      actor text NOT NULL,
      request_id text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      moved_at timestamptz,
      finished_at timestamptz,
      runner uuid,
      lease_until timestamptz
    ) WITH (fillfactor = 80);
    COMMENT ON TABLE operation IS 'Derived work, queued in the transaction that makes it necessary; run by whoever has the lease';
    COMMENT ON COLUMN operation.failures IS 'Times in a row that a slice threw or its process died';
    COMMENT ON COLUMN operation.moved_at IS 'When the last slice was finished';
    COMMENT ON COLUMN operation.lease_until IS 'Another process may take a running operation over from here on';
    CREATE UNIQUE INDEX operation_pending_key ON operation (kind, key, tenant) WHERE state = 'queued';
    CREATE UNIQUE INDEX operation_one_running ON operation (kind) WHERE state = 'running';
    CREATE INDEX operation_open ON operation (no) WHERE state IN ('queued', 'running');
    ${tenantTable('operation', 'SELECT, INSERT, UPDATE')}`,
};
