import type { Migration } from '#platform';

/** What questions that go down the chain, and questions of a span of time, look up by. */
export const recallMigration: Migration = {
  id: '20261105-recall',
  sql: `
    CREATE INDEX draw_from_event ON draw (from_event_no) INCLUDE (event_no, seq_from, seq_to);
    CREATE INDEX transfer_dispatched ON transfer (dispatched_at);`,
};
