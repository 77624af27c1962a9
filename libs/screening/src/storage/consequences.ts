import { CURRENT } from '#lots';
import type { Statement } from '#platform';
import { ABNORMAL_EXPORT_RULES } from '../readings/abnormal-exports.js';
import { CHAIN_TAX_RULES } from '../readings/chain-taxes.js';
import { UNLAWFUL_MAKING_RULES } from '../readings/taint.js';
import { AGAIN, judgeDue, ONCE_MORE } from './due.js';

/**
 * What has to be judged again because of findings that were raised, changed or decided: whatever lies downstream of goods
 * that were made without or beyond a plan, exports on whose chain a tax was evaded, and exporters out of the ordinary.
 */
export const consequencesOf = (findingNos: readonly number[], seq: number): Statement[] =>
  findingNos.length === 0
    ? []
    : [
        { text: DOWNSTREAM, values: [findingNos, UNLAWFUL_MAKING_RULES, seq] },
        { text: EXPORTS, values: [findingNos, CHAIN_TAX_RULES, seq] },
        { text: EXPORTERS, values: [findingNos, ABNORMAL_EXPORT_RULES, seq] },
        judgeDue(),
      ];

const DOWNSTREAM = `
  WITH RECURSIVE down (no) AS (
    SELECT e.event_no FROM finding f JOIN finding_event e ON e.finding_no = f.no AND e.${CURRENT}
    WHERE f.no = ANY ($1::bigint[]) AND f.rule = ANY ($2::text[])
    UNION
    SELECT d.event_no FROM down
      CROSS JOIN LATERAL (SELECT event_no FROM draw WHERE from_event_no = down.no AND ${CURRENT} OFFSET 0) d
  ), due AS (
    INSERT INTO screening_due_event (event_no, seq) SELECT no, $3 FROM down ${ONCE_MORE}
  )
  INSERT INTO screening_due_enterprise (uscc, touched, awaited)
  SELECT DISTINCT e.enterprise, $3::bigint, $3::bigint FROM down
    CROSS JOIN LATERAL (SELECT enterprise FROM event WHERE no = down.no AND ${CURRENT} AND NOT voided OFFSET 0) e
  ${AGAIN}`;

const EXPORTS = `
  INSERT INTO screening_due_event (event_no, seq)
  SELECT DISTINCT c.export_no, $3::bigint FROM finding f JOIN chain_finding c ON c.finding_no = f.no
  WHERE f.no = ANY ($1::bigint[]) AND f.rule = ANY ($2::text[])
  ${ONCE_MORE}`;

const EXPORTERS = `
  INSERT INTO screening_due_enterprise (uscc, touched)
  SELECT DISTINCT enterprise, $3::bigint FROM finding WHERE no = ANY ($1::bigint[]) AND rule = ANY ($2::text[])
  ${AGAIN}`;
