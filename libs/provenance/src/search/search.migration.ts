import { FOREVER_SEQ } from '#lots';
import { type Migration, tenantTable } from '#platform';

const CURRENT = `seq_to > ${FOREVER_SEQ - 1}`;

/** SQL of a text as searches compare it: full-width folded, Latin letters small, ordered by bytes on every database. */
const folded = (text: string): string => `lower(normalize(${text}, NFKC) COLLATE "C")`;

/**
 * Searches look for prefixes, as ranges of a plain column in the collation "C": row security keeps PostgreSQL from using
 * an index on an expression, or with LIKE. A name is found by any part of it because every ending of it is a term of its
 * own. Terms are kept by a trigger, so that whoever states a fact of the registry makes it found with the same commit;
 * terms of facts that were superseded stay, and lead to rows that no longer match.
 */
export const searchMigration: Migration = {
  id: '20261106-search',
  sql: `
    ALTER TABLE lot ADD COLUMN code_key text COLLATE "C" GENERATED ALWAYS AS (${folded('code')}) STORED;
    CREATE INDEX lot_code_key ON lot (code_key, declared_by) WHERE ${CURRENT};

    ALTER TABLE document ADD COLUMN number_key text COLLATE "C" GENERATED ALWAYS AS (${folded('number')}) STORED;
    CREATE INDEX document_export_key ON document (number_key) WHERE ${CURRENT} AND kind = 'export';
    CREATE INDEX document_number_key ON document (number_key, kind) WHERE ${CURRENT} AND kind <> 'export';

    CREATE TABLE registry_term (
      collection text NOT NULL,
      term text COLLATE "C" NOT NULL,
      key text NOT NULL,
      tenant text NOT NULL,
      PRIMARY KEY (collection, term, key)
    );
    COMMENT ON TABLE registry_term IS
      'What rows of the registry are found by: numbers, and every ending of a name';
    ${tenantTable('registry_term', 'SELECT, INSERT')}

    CREATE FUNCTION registry_terms(collection text, number text, name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
      SELECT ${folded('number')}
      UNION
      SELECT substr(${folded('name')}, n) FROM generate_series(1, length(${folded('name')})) n
      WHERE collection = 'enterprises'
    $$;

    CREATE FUNCTION keep_registry_terms() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO registry_term (collection, term, key, tenant)
      SELECT NEW.collection, t.term, NEW.key, NEW.tenant
      FROM registry_terms(NEW.collection, CASE NEW.collection WHEN 'permits' THEN NEW.lookup ELSE NEW.key END,
                          NEW.body ->> 'name') t (term)
      WHERE t.term IS NOT NULL
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER registry_version_terms AFTER INSERT ON registry_version FOR EACH ROW
      WHEN (NEW.collection IN ('enterprises', 'permits')) EXECUTE FUNCTION keep_registry_terms();

    INSERT INTO registry_term (collection, term, key, tenant)
    SELECT v.collection, t.term, v.key, v.tenant
    FROM registry_version v
      CROSS JOIN LATERAL registry_terms(v.collection, CASE v.collection WHEN 'permits' THEN v.lookup ELSE v.key END,
                                        v.body ->> 'name') t (term)
    WHERE v.collection IN ('enterprises', 'permits') AND t.term IS NOT NULL
    ON CONFLICT DO NOTHING;`,
};
