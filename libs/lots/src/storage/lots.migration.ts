import { tenantTable, type Migration } from '#platform';

/** `seq_to` of rows believed now; the largest integer that is safe in JavaScript. */
export const FOREVER_SEQ = Number.MAX_SAFE_INTEGER;

/**
 * Condition of rows believed now. An inequality, because PostgreSQL takes an equality for very selective as long as it
 * has no statistics of a young table, and then joins by whole indexes.
 */
export const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;

/**
 * Events, lots, holdings, draws and roots are versioned: a row is believed at position p where
 * `seq_from <= p < seq_to`. Pools, transfers and ranks are derived state of the present and hold no history.
 * There are no foreign keys between the large tables: one writer at a time derives all of them from the ledger, and
 * checking each of some ten references per event costs more than writing it.
 */
export const lotsMigration: Migration = {
  id: '20261103-lots',
  sql: `
    CREATE TABLE lots_counter (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      event_no bigint NOT NULL DEFAULT 0,
      lot_no bigint NOT NULL DEFAULT 0,
      holding_no bigint NOT NULL DEFAULT 0,
      pool_no bigint NOT NULL DEFAULT 0,
      source_no bigint NOT NULL DEFAULT 0
    );
    INSERT INTO lots_counter DEFAULT VALUES;
    COMMENT ON TABLE lots_counter IS 'Last numbers given; moved under the lock of ledger_head, so they have no gaps';
    GRANT SELECT, UPDATE ON lots_counter TO oretrail_app;

    CREATE TABLE event (
      no bigint NOT NULL,
      version int NOT NULL,
      id uuid NOT NULL,
      tenant text NOT NULL,
      type text NOT NULL,
      enterprise text NOT NULL,
      counterparty text,
      occurred_at timestamptz NOT NULL,
      site text,
      ship_from text,
      ship_to text,
      voided boolean NOT NULL DEFAULT false,
      reason text,
      rank int NOT NULL,
      first_seq bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      PRIMARY KEY (no, version)
    );
    COMMENT ON COLUMN event.rank IS
      'Above the rank of every event whose holdings it draws or whose lots it counts: a topological order';
    COMMENT ON COLUMN event.first_seq IS 'Ledger position of the first version';
    CREATE UNIQUE INDEX event_current_id ON event (id) WHERE ${CURRENT};
    CREATE INDEX event_seq ON event (seq_from, no) WHERE ${CURRENT};
    CREATE INDEX event_enterprise ON event (enterprise, seq_from) WHERE ${CURRENT};
    ${tenantTable('event', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE lot (
      no bigint NOT NULL,
      code text NOT NULL,
      tenant text NOT NULL,
      declared_by text NOT NULL,
      event_no bigint NOT NULL,
      product text NOT NULL,
      grade bigint NOT NULL,
      distribution float8[] NOT NULL,
      basis text NOT NULL CHECK (basis IN ('declared', 'inherited', 'nominal')),
      ready_at timestamptz NOT NULL,
      mass_g bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      PRIMARY KEY (no, seq_from)
    );
    COMMENT ON COLUMN lot.grade IS 'REO in millionths of a percent of the physical mass';
    COMMENT ON COLUMN lot.distribution IS
      'Share of each element in the REO, in the order of kernel ELEMENTS; an inherited one follows its pool';
    CREATE UNIQUE INDEX lot_current_code ON lot (code, declared_by) WHERE ${CURRENT};
    CREATE INDEX lot_event ON lot (event_no);
    ${tenantTable('lot', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE holding (
      no bigint NOT NULL,
      id uuid NOT NULL,
      tenant text NOT NULL,
      owner text NOT NULL,
      lot_no bigint NOT NULL,
      event_no bigint NOT NULL,
      ordinal int NOT NULL,
      pool_no bigint NOT NULL,
      from_holding_no bigint,
      mass_g bigint NOT NULL CHECK (mass_g >= 0),
      reo_g bigint NOT NULL CHECK (reo_g >= 0),
      surplus_reo_g bigint NOT NULL DEFAULT 0,
      drawn_g bigint NOT NULL DEFAULT 0,
      drawn_reo_g bigint NOT NULL DEFAULT 0,
      site text,
      in_transit boolean NOT NULL DEFAULT false,
      available_at timestamptz NOT NULL,
      first_seq bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      PRIMARY KEY (no, seq_from),
      CONSTRAINT never_overdrawn CHECK (drawn_g >= 0 AND drawn_g <= mass_g AND drawn_reo_g >= 0 AND drawn_reo_g <= reo_g)
    ) WITH (fillfactor = 80);
    COMMENT ON COLUMN holding.from_holding_no IS 'The holding it carries on, where the yielding event is a transfer';
    COMMENT ON COLUMN holding.surplus_reo_g IS 'REO grams of it that a weighing or count found beyond what was known';
    CREATE INDEX holding_owner_lot ON holding (owner, lot_no) WHERE ${CURRENT};
    CREATE INDEX holding_lot ON holding (lot_no);
    CREATE INDEX holding_event ON holding (event_no);
    CREATE INDEX holding_pool ON holding (pool_no) WHERE ${CURRENT};
    ${tenantTable('holding', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE draw (
      event_no bigint NOT NULL,
      ordinal int NOT NULL,
      tenant text NOT NULL,
      holding_no bigint NOT NULL,
      from_event_no bigint NOT NULL,
      pool_no bigint,
      mass_g bigint NOT NULL,
      reo_g bigint NOT NULL,
      first_seq bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      PRIMARY KEY (event_no, seq_from, ordinal) INCLUDE (from_event_no, seq_to, tenant)
    );
    COMMENT ON COLUMN draw.from_event_no IS 'The event that yielded the holding: a walk needs no other table';
    COMMENT ON COLUMN draw.pool_no IS 'The pool it was blended into; none where the draw only moves or exports mass';
    CREATE INDEX draw_holding ON draw (holding_no);
    ${tenantTable('draw', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE source (
      no bigint PRIMARY KEY,
      tenant text NOT NULL,
      id text NOT NULL,
      status text NOT NULL CHECK (status IN ('legal', 'illegal', 'unverified', 'unexplained')),
      kind text NOT NULL,
      enterprise text,
      region text,
      year int,
      folded boolean NOT NULL DEFAULT false,
      UNIQUE (id, status)
    );
    COMMENT ON TABLE source IS 'Dictionary of what compositions name: a source with one of its statuses, or a group of folded ones. Append only';
    ${tenantTable('source', 'SELECT, INSERT')}

    CREATE TABLE root (
      event_no bigint NOT NULL,
      tenant text NOT NULL,
      source_id text NOT NULL,
      kind text NOT NULL,
      reference text NOT NULL,
      status text NOT NULL,
      enterprise text NOT NULL,
      region text,
      year int NOT NULL,
      occurred_at timestamptz NOT NULL,
      mass_g bigint NOT NULL,
      party text,
      first_seq bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ},
      PRIMARY KEY (event_no, seq_from)
    );
    COMMENT ON TABLE root IS 'A root event''s source and its status as judged at each position';
    COMMENT ON COLUMN root.party IS 'USCC of the supplier of scrap, where given';
    CREATE INDEX root_source ON root (source_id, status, occurred_at, first_seq);
    CREATE INDEX root_reference ON root (kind, reference) WHERE ${CURRENT};
    CREATE INDEX root_enterprise ON root (enterprise) WHERE ${CURRENT};
    ${tenantTable('root', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE source_decision (
      seq bigint PRIMARY KEY,
      tenant text NOT NULL,
      source_id text NOT NULL,
      status text NOT NULL CHECK (status IN ('legal', 'illegal')),
      valid_from timestamptz,
      valid_to timestamptz
    );
    COMMENT ON TABLE source_decision IS 'Decisions of persons on sources: override what the papers say; the newest speaks';
    CREATE INDEX source_decision_source ON source_decision (source_id);
    ${tenantTable('source_decision', 'SELECT, INSERT')}

    CREATE TABLE pool (
      no bigint PRIMARY KEY,
      tenant text NOT NULL,
      event_no bigint NOT NULL,
      key text NOT NULL,
      source_no bigint,
      composition bytea,
      dirty boolean NOT NULL DEFAULT false
    );
    COMMENT ON COLUMN pool.key IS 'What it is within its event: root, run, count:<lot no>, surplus:<holding no>';
    COMMENT ON TABLE pool IS 'What was blended at one event: a single source (roots) or a composition; present state only';
    CREATE UNIQUE INDEX pool_event ON pool (event_no, key);
    CREATE INDEX pool_dirty ON pool (no) WHERE dirty;
    ${tenantTable('pool', 'SELECT, INSERT, UPDATE, DELETE')}

    CREATE TABLE transfer (
      dispatch_no bigint PRIMARY KEY,
      tenant text NOT NULL,
      sender text NOT NULL,
      receiver text NOT NULL,
      state text NOT NULL CHECK (state IN ('in-transit', 'accepted', 'rejected')),
      terms text NOT NULL,
      dispatched_at timestamptz NOT NULL,
      receipt_no bigint,
      first_seq bigint NOT NULL
    ) WITH (fillfactor = 80);
    CREATE INDEX transfer_receiver ON transfer (receiver, dispatch_no);
    CREATE INDEX transfer_sender ON transfer (sender, dispatch_no);
    ${tenantTable('transfer', 'SELECT, INSERT, UPDATE, DELETE')}

    CREATE TABLE document (
      event_no bigint NOT NULL,
      tenant text NOT NULL,
      kind text NOT NULL,
      number text NOT NULL,
      code text,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ}
    );
    COMMENT ON TABLE document IS 'Documents an event cites; an export''s own declaration is kept with kind export';
    CREATE INDEX document_number ON document (number, kind);
    CREATE INDEX document_event ON document (event_no);
    ${tenantTable('document', 'SELECT, INSERT, UPDATE')}`,
};
