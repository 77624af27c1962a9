import type { Oracle } from './oracle/oracle.js';
import type { TestProcess } from './test-lots.js';

/** A holding as stored, with the composition it carries. */
export interface StoredHolding {
  readonly event: string;
  readonly owner: string;
  readonly code: string;
  readonly declaredBy: string;
  readonly massG: number;
  readonly reoG: number;
  readonly drawnG: number;
  readonly drawnReoG: number;
  /** It is the lot as it was made. */
  readonly isLots: boolean;
  readonly distribution: number[];
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
}

/** What is stored now of the holdings that events have yielded. */
export const storedHoldings = (process: TestProcess, events: readonly string[]): Promise<StoredHolding[]> =>
  process.rows<StoredHolding>(
    `SELECT e.id AS event, h.owner, l.code, l.declared_by AS "declaredBy", h.mass_g AS "massG", h.reo_g AS "reoG",
            h.drawn_g AS "drawnG", h.drawn_reo_g AS "drawnReoG", l.event_no = h.event_no AS "isLots", l.distribution,
            p.source_no AS "sourceNo", p.composition
     FROM event e JOIN holding h ON h.event_no = e.no AND h.seq_to = e.seq_to
       JOIN lot l ON l.no = h.lot_no AND l.seq_to = h.seq_to JOIN pool p ON p.no = h.pool_no
     WHERE e.id = ANY ($1::uuid[]) AND e.seq_to = $2`,
    [events, Number.MAX_SAFE_INTEGER],
  );

/** One line per holding: who has what of it, and how much of that is drawn. Sorted. */
export const storedBooks = (holdings: readonly StoredHolding[]): string[] =>
  holdings.map(row => bookLine(row.event, row.owner, row.code, row.massG, row.reoG, row.drawnG, row.drawnReoG)).sort();

/** The same, as the oracle's books have it. */
export const oracleBooks = ({ books }: Oracle): string[] =>
  books
    .holdings()
    .map(each => bookLine(each.event, each.owner, each.lot.code, each.mass, each.reo, each.drawn, each.drawnReo))
    .sort();

const bookLine = (...facts: readonly unknown[]): string => facts.join(' ');
