import { FOREVER_SEQ } from '#lots';
import type { Migration } from '#platform';

const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;
const PAST = `seq_to < ${FOREVER_SEQ}`;

/**
 * Searches as known at a position: indexes on what was corrected, terms with the position that first stated them, and an
 * order in which the events that cite the same number always come.
 */
export const pastSearchMigration: Migration = {
  id: '20261125-past-search',
  sql: `
    CREATE INDEX lot_past_key ON lot (code_key, declared_by) WHERE ${PAST};

    DROP INDEX document_export_key;
    CREATE INDEX document_export_key ON document (number_key, event_no) WHERE ${CURRENT} AND kind = 'export';
    CREATE INDEX document_past_export_key ON document (number_key, event_no) WHERE ${PAST} AND kind = 'export';
    DROP INDEX document_number_key;
    CREATE INDEX document_number_key ON document (number_key, kind, event_no) WHERE ${CURRENT} AND kind <> 'export';
    CREATE INDEX document_past_number_key ON document (number_key, kind, event_no) WHERE ${PAST} AND kind <> 'export';

    ALTER TABLE registry_term ADD COLUMN first_seq bigint;
    COMMENT ON COLUMN registry_term.first_seq IS 'Ledger position of the first row of the registry that is found by it';
    UPDATE registry_term r SET first_seq = f.first_seq
    FROM (SELECT v.collection, t.term, v.key, min(v.seq_from) AS first_seq
          FROM registry_version v
            CROSS JOIN LATERAL registry_terms(v.collection, CASE v.collection WHEN 'permits' THEN v.lookup ELSE v.key END,
                                              v.body ->> 'name') t (term)
          WHERE v.collection IN ('enterprises', 'permits') GROUP BY v.collection, t.term, v.key) f
    WHERE r.collection = f.collection AND r.term = f.term AND r.key = f.key;
    ALTER TABLE registry_term ALTER COLUMN first_seq SET NOT NULL;

    CREATE OR REPLACE FUNCTION keep_registry_terms() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO registry_term (collection, term, key, tenant, first_seq)
      SELECT NEW.collection, t.term, NEW.key, NEW.tenant, NEW.seq_from
      FROM registry_terms(NEW.collection, CASE NEW.collection WHEN 'permits' THEN NEW.lookup ELSE NEW.key END,
                          NEW.body ->> 'name') t (term)
      WHERE t.term IS NOT NULL
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;`,
};
