import { FOREVER_SEQ } from '#lots';
import { believed } from './packed.js';

/** Conditions that dispatches `e` meet: by the present state `t` of those that stand, by the event of those corrected since. */
export interface DispatchCondition {
  readonly transfer: string;
  readonly event: string;
}

/**
 * SQL of dispatches `e` believed at the position in a parameter, as `select` writes it around FROM and WHERE. The states
 * of transfers are of the present only; dispatches that were corrected or taken back since have indexes of their own.
 */
export const dispatchesThen = (
  position: string,
  { transfer, event }: DispatchCondition,
  select: (from: string, where: string) => string,
): string =>
  `(${select(
    `FROM transfer t JOIN event e ON e.no = t.dispatch_no AND e.seq_to = ${FOREVER_SEQ} AND e.seq_from <= ${position}`,
    `WHERE ${transfer}`,
  )}) UNION ALL (${select(
    'FROM event e',
    `WHERE e.type = 'dispatch' AND e.seq_to < ${FOREVER_SEQ} AND NOT e.voided AND ${believed('e', position)} AND ${event}`,
  )})`;

/** SQL of the receipt that answered the dispatch `e`, as believed at the position in a parameter, with its outcome. */
export const receiptThen = (position: string): string => `
  SELECT r.no, r.enterprise, r.occurred_at, r.site,
         COALESCE(l.body ->> 'outcome', l.body -> 'replacement' ->> 'outcome') AS outcome
  FROM holding s JOIN draw a ON a.holding_no = s.no AND ${believed('a', position)}
    JOIN event r ON r.no = a.event_no AND ${believed('r', position)} JOIN ledger_entry l ON l.seq = r.seq_from
  WHERE s.event_no = e.no AND s.in_transit AND ${believed('s', position)} LIMIT 1`;
