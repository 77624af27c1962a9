import type { Migration } from '#platform';
import { FOREVER_SEQ } from '#lots';

/** Codes of lots that were corrected or taken back: only questions about the past look for them. */
export const provenanceMigration: Migration = {
  id: '20261105-provenance',
  sql: `CREATE INDEX lot_past_code ON lot (code) WHERE seq_to < ${FOREVER_SEQ};`,
};
