import { FOREVER_SEQ } from '#lots';
import type { Migration } from '#platform';

const PAST = `WHERE type = 'dispatch' AND seq_to < ${FOREVER_SEQ}`;

/** Dispatches that were corrected or taken back, which no row of a transfer tells of: only questions about the past look for them. */
export const pastDispatchesMigration: Migration = {
  id: '20261125-past-dispatches',
  sql: `
    CREATE INDEX event_past_sender ON event (enterprise) ${PAST};
    CREATE INDEX event_past_receiver ON event (counterparty) ${PAST};
    CREATE INDEX event_past_dispatched ON event (occurred_at, no) ${PAST};`,
};
