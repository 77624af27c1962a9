import { tenantTable, type Migration } from '#platform';
import { FOREVER_SEQ } from '../domain/version.js';

/**
 * One table for all collections. Conditions on it name plain columns only: row security keeps PostgreSQL from using an
 * index on an expression over `body`, as such expressions might leak what the reader may not see.
 */
export const registryMigration: Migration = {
  id: '20261102-registry',
  sql: `
    CREATE TABLE registry_version (
      collection text NOT NULL,
      key text NOT NULL,
      tenant text NOT NULL,
      lookup text,
      valid_from timestamptz NOT NULL,
      valid_to timestamptz NOT NULL,
      stated_seq bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      body jsonb NOT NULL,
      PRIMARY KEY (collection, key, seq_from, valid_from),
      CHECK (valid_from < valid_to),
      CHECK (seq_from < seq_to)
    );
    COMMENT ON TABLE registry_version IS
      'What the registry believes of a key for a time (valid_from, valid_to) at ledger positions (seq_from, seq_to); half-open';
    COMMENT ON COLUMN registry_version.lookup IS 'Value of the field that the collection is looked up by';
    COMMENT ON COLUMN registry_version.stated_seq IS
      'Position of the entry that states the body; seq_from is later where another entry cut the time';
    CREATE INDEX registry_version_stated ON registry_version (collection, stated_seq DESC);
    CREATE INDEX registry_version_tenant ON registry_version (collection, tenant, stated_seq DESC);
    CREATE INDEX registry_version_lookup ON registry_version (collection, lookup, stated_seq DESC);
    ${tenantTable('registry_version', 'SELECT, INSERT, UPDATE')}`,
};
