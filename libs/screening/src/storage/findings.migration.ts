import { tenantTable, type Migration } from '#platform';
import { FOREVER_SEQ } from '#lots';

/**
 * Findings are kept by their cause. What stands against a chain is kept by ledger positions, so that a verdict "as known
 * at" a position never changes: a span begins behind the last position that screening had settled when it was written.
 */
export const findingsMigration: Migration = {
  id: '20261107-findings',
  sql: `
    CREATE TABLE finding (
      no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      tenant text NOT NULL,
      rule text NOT NULL,
      cause text NOT NULL UNIQUE,
      scope text NOT NULL,
      enterprise text,
      region text,
      subject text,
      period text,
      event uuid,
      at timestamptz NOT NULL,
      severity text NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'in-progress', 'confirmed', 'dismissed', 'closed')),
      title jsonb NOT NULL,
      amount jsonb,
      evidence jsonb NOT NULL,
      parameters jsonb NOT NULL,
      raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      checked_seq bigint NOT NULL
    );
    COMMENT ON COLUMN finding.cause IS 'Rule, enterprise or region, subject and period: the same cause is the same finding';
    COMMENT ON COLUMN finding.scope IS 'What was judged when it was found: judged again without it, the finding closes';
    COMMENT ON COLUMN finding.checked_seq IS 'Head of the ledger that the facts were loaded at';
    CREATE INDEX finding_scope ON finding (scope);
    CREATE INDEX finding_newest ON finding (rule, no DESC);
    CREATE INDEX finding_enterprise ON finding (enterprise, no DESC);
    ${tenantTable('finding', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE finding_history (
      finding_no bigint NOT NULL,
      tenant text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      state text NOT NULL,
      actor text NOT NULL,
      note text,
      no bigint GENERATED ALWAYS AS IDENTITY
    );
    CREATE INDEX finding_history_of ON finding_history (finding_no, no);
    ${tenantTable('finding_history', 'SELECT, INSERT')}

    CREATE TABLE finding_decision (
      finding_id uuid NOT NULL,
      tenant text NOT NULL,
      seq bigint NOT NULL PRIMARY KEY,
      state text NOT NULL,
      actor text NOT NULL,
      note text
    );
    COMMENT ON TABLE finding_decision IS
      'What persons decided, by ledger position: also of findings that a ledger recorded again has not raised yet';
    CREATE INDEX finding_decision_of ON finding_decision (finding_id, seq);
    ${tenantTable('finding_decision', 'SELECT, INSERT')}

    CREATE TABLE finding_span (
      finding_no bigint NOT NULL,
      tenant text NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ}
    );
    COMMENT ON TABLE finding_span IS 'Ledger positions at which the finding stands: open, in progress or confirmed';
    CREATE INDEX finding_span_of ON finding_span (finding_no);
    ${tenantTable('finding_span', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE finding_event (
      finding_no bigint NOT NULL,
      tenant text NOT NULL,
      event_no bigint NOT NULL,
      seq_from bigint NOT NULL,
      seq_to bigint NOT NULL DEFAULT ${FOREVER_SEQ}
    );
    COMMENT ON TABLE finding_event IS 'Events that a finding is about at ledger positions: it lies on every chain through them';
    CREATE INDEX finding_event_at ON finding_event (event_no);
    CREATE INDEX finding_event_of ON finding_event (finding_no);
    ${tenantTable('finding_event', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE chain_finding (
      export_no bigint NOT NULL,
      finding_no bigint NOT NULL,
      tenant text NOT NULL,
      PRIMARY KEY (export_no, finding_no)
    );
    COMMENT ON TABLE chain_finding IS 'Findings on the chain of an export event: what a verdict reads without a walk';
    ${tenantTable('chain_finding', 'SELECT, INSERT, DELETE')}

    CREATE TABLE rule_parameters (
      seq bigint PRIMARY KEY,
      tenant text NOT NULL,
      rule text NOT NULL,
      parameters jsonb NOT NULL,
      actor text NOT NULL,
      note text
    );
    COMMENT ON TABLE rule_parameters IS 'What persons set for rules, by ledger position; what is not named has its default';
    CREATE INDEX rule_parameters_newest ON rule_parameters (rule, seq DESC);
    ${tenantTable('rule_parameters', 'SELECT, INSERT')}

    CREATE INDEX event_correction ON event (seq_from) WHERE type = 'correction';
    CREATE TABLE screening_due_event (event_no bigint PRIMARY KEY, seq bigint NOT NULL, times int NOT NULL DEFAULT 1);
    COMMENT ON TABLE screening_due_event IS 'Events to be judged again, and the ledger position that made them due';
    COMMENT ON COLUMN screening_due_event.times IS 'How often it became due: whoever judged it before that does not forget it';
    CREATE INDEX screening_due_event_seq ON screening_due_event (seq);
    CREATE TABLE screening_due_enterprise (uscc text NOT NULL, touched bigint NOT NULL, awaited bigint);
    CREATE UNIQUE INDEX screening_due_enterprise_reason ON screening_due_enterprise (uscc, (awaited IS NOT NULL));
    COMMENT ON TABLE screening_due_enterprise IS 'Enterprises to be judged again; - stands for what is no enterprise''s';
    COMMENT ON COLUMN screening_due_enterprise.touched IS 'Changes whenever it becomes due again: the position that made it due, or behind the mark before';
    COMMENT ON COLUMN screening_due_enterprise.awaited IS
      'First position since which papers, sources or corrections make it due: verdicts wait for it';
    GRANT SELECT, INSERT, UPDATE, DELETE ON screening_due_event, screening_due_enterprise TO oretrail_app;`,
};
