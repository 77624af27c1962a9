import { CURRENT } from '../storage/lots.migration.js';

/** A part of what is stored, as a statement whose rows follow from the ledger alone. Its first column is `key`. */
export interface Relation {
  readonly name: RelationName;
  readonly rows: string;
}

export const RELATION_NAMES = [
  'ledger', 'registry', 'events', 'lots', 'holdings', 'draws', 'roots', 'decisions', 'transfers', 'documents', 'pools', 'counters',
] as const; // prettier-ignore
export type RelationName = (typeof RELATION_NAMES)[number];

/**
 * Left out is what another recording of the same entries need not repeat: the digest of a registry entry that did not
 * say from when it holds, the numbers of sources, and when a job computed the mixture that a lot has inherited.
 */
const ROWS: Readonly<Record<RelationName, string>> = {
  ledger: `SELECT seq AS key, kind, tenant, subject, CASE WHEN kind <> 'registry' THEN encode(digest, 'hex') END AS digest
           FROM ledger_entry`,
  registry: `SELECT stated_seq AS key, collection, key AS item, tenant, lookup, valid_from, valid_to, seq_from, seq_to, body
             FROM registry_version`,
  events: `SELECT no AS key, version, id, tenant, type, enterprise, counterparty, occurred_at, site, ship_from, ship_to, voided,
                  reason, CASE WHEN ${CURRENT} THEN rank END AS rank, first_seq, seq_from, seq_to FROM event`,
  lots: `SELECT no AS key, code, tenant, declared_by, event_no, product, grade, distribution, basis, ready_at, mass_g,
                CASE WHEN basis <> 'inherited' THEN seq_from END AS seq_from, seq_to
         FROM lot WHERE ${CURRENT} OR basis <> 'inherited'`,
  holdings: `SELECT no AS key, id, tenant, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, reo_g,
                    surplus_reo_g, drawn_g, drawn_reo_g, site, in_transit, available_at, first_seq, seq_from, seq_to
             FROM holding`,
  draws: `SELECT event_no AS key, ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, reo_g, first_seq, seq_from, seq_to
          FROM draw`,
  roots: `SELECT event_no AS key, tenant, source_id, kind, reference, status, enterprise, region, year, occurred_at, mass_g,
                 party, first_seq, seq_from, seq_to FROM root`,
  decisions: `SELECT seq AS key, source_id, status, valid_from, valid_to FROM source_decision`,
  transfers: `SELECT dispatch_no AS key, tenant, sender, receiver, state, terms, dispatched_at, receipt_no, first_seq
              FROM transfer`,
  documents: `SELECT event_no AS key, tenant, kind, number, code, seq_from, seq_to FROM document`,
  pools: `SELECT p.no AS key, p.event_no, p.key AS part, s.id || ' ' || s.status AS source, p.dirty,
                 CASE WHEN p.source_no IS NULL THEN p.composition END AS composition
          FROM pool p LEFT JOIN source s ON s.no = p.source_no
          WHERE EXISTS (SELECT FROM holding h WHERE h.pool_no = p.no AND h.${CURRENT})`,
  counters: `SELECT 0 AS key, event_no, lot_no, holding_no, pool_no FROM lots_counter`,
};

export const RELATIONS: readonly Relation[] = RELATION_NAMES.map(name => ({ name, rows: ROWS[name] }));
