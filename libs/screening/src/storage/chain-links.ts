import { CURRENT } from '#lots';
import type { Transaction } from '#platform';

/** An event that puts a finding on the chains through it. */
export interface ChainLink {
  readonly findingNo: number;
  /** Id of the event. */
  readonly event: string;
}

/**
 * Replaces what findings are about from a position on, and walks down from there to the exports whose chains they lie on.
 * One walk for all of them, visiting each event once a finding.
 */
export async function linkChains(
  tx: Transaction,
  findingNos: readonly number[],
  links: readonly ChainLink[],
  fromSeq: number,
): Promise<void> {
  if (findingNos.length === 0) return;
  const pairs = [links.map(({ findingNo }) => findingNo), links.map(({ event }) => event)];
  await tx.pipeline([
    { text: END_LINKS, values: [findingNos, fromSeq, ...pairs] },
    { text: BEGIN_LINKS, values: [fromSeq, ...pairs] },
    { text: 'DELETE FROM chain_finding WHERE finding_no = ANY ($1::bigint[])', values: [findingNos] },
    { text: LINK_DOWN, values: [findingNos] },
  ]);
}

/** The events named, by number. */
const named = (finding: string, event: string): string => `
  (SELECT DISTINCT t.finding_no, e.no AS event_no FROM unnest(${finding}::bigint[], ${event}::uuid[]) AS t (finding_no, event_id)
     CROSS JOIN LATERAL (SELECT no FROM event WHERE id = t.event_id AND ${CURRENT} OFFSET 0) e)`;

const END_LINKS = `
  UPDATE finding_event f SET seq_to = greatest($2, seq_from)
  WHERE finding_no = ANY ($1::bigint[]) AND f.${CURRENT}
    AND NOT EXISTS (SELECT FROM ${named('$3', '$4')} n WHERE n.finding_no = f.finding_no AND n.event_no = f.event_no)`;

const BEGIN_LINKS = `
  INSERT INTO finding_event (finding_no, tenant, event_no, seq_from)
  SELECT n.finding_no, f.tenant, n.event_no, $1
  FROM ${named('$2', '$3')} n JOIN finding f ON f.no = n.finding_no
  WHERE NOT EXISTS (SELECT FROM finding_event l WHERE l.finding_no = n.finding_no AND l.event_no = n.event_no AND l.${CURRENT})`;

/** Everything downstream of the findings' events, kept where it is an export. */
const LINK_DOWN = `
  WITH RECURSIVE down (finding_no, no) AS (
    SELECT finding_no, event_no FROM finding_event WHERE finding_no = ANY ($1::bigint[]) AND ${CURRENT}
    UNION
    SELECT down.finding_no, d.event_no FROM down
      CROSS JOIN LATERAL (SELECT event_no FROM draw WHERE from_event_no = down.no AND ${CURRENT} OFFSET 0) d
  )
  INSERT INTO chain_finding (export_no, finding_no, tenant)
  SELECT DISTINCT e.no, down.finding_no, e.tenant
  FROM down CROSS JOIN LATERAL (SELECT no, tenant FROM event WHERE no = down.no AND type = 'export' AND NOT voided AND ${CURRENT} OFFSET 0) e
  ON CONFLICT DO NOTHING`;

/** Finds again what lies on the chains of the exports at or below events: new ones, and those a correction moved. */
export async function relinkExports(tx: Transaction, eventNos: readonly number[]): Promise<void> {
  if (eventNos.length === 0) return;
  const exports = await tx.query<{ no: number }>(EXPORTS_BELOW, [eventNos]);
  if (exports.length === 0) return;
  const nos = exports.map(({ no }) => no);
  await tx.pipeline([
    { text: 'DELETE FROM chain_finding WHERE export_no = ANY ($1::bigint[])', values: [nos] },
    { text: LINK_UP, values: [nos] },
  ]);
}

const EXPORTS_BELOW = `
  WITH RECURSIVE down (no) AS (
    SELECT unnest($1::bigint[])
    UNION
    SELECT d.event_no FROM down
      CROSS JOIN LATERAL (SELECT event_no FROM draw WHERE from_event_no = down.no AND ${CURRENT} OFFSET 0) d
  )
  SELECT e.no FROM down
    CROSS JOIN LATERAL (SELECT no FROM event WHERE no = down.no AND type = 'export' AND ${CURRENT} OFFSET 0) e`;

/** Without a finding that could be met there is nothing to walk for. */
const LINK_UP = `
  WITH RECURSIVE up (export_no, no) AS (
    SELECT no, no FROM unnest($1::bigint[]) AS t (no) WHERE EXISTS (SELECT FROM finding_event WHERE ${CURRENT})
    UNION
    SELECT up.export_no, d.from_event_no FROM up
      CROSS JOIN LATERAL (SELECT from_event_no FROM draw WHERE event_no = up.no AND ${CURRENT} OFFSET 0) d
  )
  INSERT INTO chain_finding (export_no, finding_no, tenant)
  SELECT DISTINCT up.export_no, f.finding_no, e.tenant
  FROM up
    CROSS JOIN LATERAL (SELECT finding_no FROM finding_event WHERE event_no = up.no AND ${CURRENT} OFFSET 0) f
    CROSS JOIN LATERAL (SELECT tenant FROM event WHERE no = up.export_no AND ${CURRENT} OFFSET 0) e
  ON CONFLICT DO NOTHING`;
