import { CURRENT } from '#lots';
import type { Migration } from '#platform';

/** Ways to rows that only facts for rules go. */
export const screeningFactsMigration: Migration = {
  id: '20261108-screening-facts',
  sql: `
    CREATE INDEX event_production ON event (site, occurred_at)
      WHERE ${CURRENT} AND NOT voided AND type IN ('mining', 'processing');
    CREATE INDEX event_at ON event (enterprise, occurred_at) WHERE ${CURRENT} AND NOT voided;
    CREATE INDEX event_voided ON event (enterprise) WHERE ${CURRENT} AND voided;
    CREATE INDEX registry_version_since ON registry_version (seq_from);`,
};
