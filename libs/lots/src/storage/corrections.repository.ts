import { groupBy } from '#kernel';
import type { Statement, Transaction } from '#platform';
import type { HoldingState, LotState } from '../domain/state.js';
import { HOLDING_COLUMNS, type HoldingRow, holdingWithLot, LOT_COLUMNS, type LotRow } from './rows.js';
import { CURRENT } from './lots.migration.js';

/** A draw as believed now, with the holding it was taken from. */
export interface RecordedDraw {
  readonly holding: HoldingState;
  readonly massG: number;
  readonly reoG: number;
}

/** What an event has made and taken, and the numbers it ever gave. */
export interface EventBooks {
  readonly draws: readonly RecordedDraw[];
  readonly holdings: readonly HoldingState[];
  /** The earliest event that consumed a part of a holding, by number of the holding. */
  readonly firstUse: ReadonlyMap<number, Date>;
  readonly lotNos: ReadonlyMap<string, number>;
  readonly holdingNos: ReadonlyMap<string, number>;
  readonly poolNos: ReadonlyMap<string, number>;
  /** Lots it made of which others have yielded holdings, also by counts that found nothing left. */
  readonly spreadLots: ReadonlySet<number>;
  /** Declarations that its root version cites, if it is an import. */
  readonly declarations: readonly string[];
}

type HeldRow = HoldingRow & LotRow;

interface DrawnRow extends HoldingRow, LotRow {
  readonly drawMassG: number;
  readonly drawReoG: number;
}

/** Loads the books of one event: one round trip. */
export async function loadBooks(tx: Transaction, eventNo: number): Promise<EventBooks> {
  const of = (text: string): Statement => ({ text, values: [eventNo] });
  const [draws, holdings, uses, lots, allHoldings, pools, spread, roots] = (await tx.pipeline([
    of(`SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}, d.mass_g AS "drawMassG", d.reo_g AS "drawReoG"
        FROM draw d JOIN holding h ON h.no = d.holding_no AND h.${CURRENT} JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
          JOIN event e ON e.no = h.event_no AND e.${CURRENT}
        WHERE d.event_no = $1 AND d.${CURRENT} ORDER BY d.ordinal`),
    of(`SELECT ${HOLDING_COLUMNS}, ${LOT_COLUMNS}
        FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${CURRENT} JOIN event e ON e.no = h.event_no AND e.${CURRENT}
        WHERE h.event_no = $1 AND h.${CURRENT} ORDER BY h.ordinal`),
    of(`SELECT d.holding_no AS no, min(e.occurred_at) AS at
        FROM holding h JOIN draw d ON d.holding_no = h.no AND d.${CURRENT} JOIN event e ON e.no = d.event_no AND e.${CURRENT}
        WHERE h.event_no = $1 AND h.${CURRENT} GROUP BY d.holding_no`),
    of('SELECT DISTINCT code, no FROM lot WHERE event_no = $1'),
    of('SELECT DISTINCT id, no FROM holding WHERE event_no = $1'),
    of('SELECT key, no FROM pool WHERE event_no = $1'),
    of(`SELECT DISTINCT l.no FROM lot l JOIN holding h ON h.lot_no = l.no AND h.event_no <> l.event_no AND h.${CURRENT}
        WHERE l.event_no = $1 AND l.${CURRENT}`),
    of(`SELECT reference FROM root WHERE event_no = $1 AND kind = 'import' AND ${CURRENT}`),
  ])) as [
    DrawnRow[], HeldRow[], { no: number; at: Date }[], { code: string; no: number }[], { id: string; no: number }[],
    { key: string; no: number }[], { no: number }[], { reference: string }[],
  ]; // prettier-ignore
  const byNo = new Map<number, LotState>();
  return {
    draws: draws.map(row => ({ holding: holdingWithLot(row, byNo), massG: row.drawMassG, reoG: row.drawReoG })),
    holdings: holdings.map(row => holdingWithLot(row, byNo)),
    firstUse: new Map(uses.map(use => [use.no, use.at])),
    lotNos: new Map(lots.map(lot => [lot.code, lot.no])),
    holdingNos: new Map(allHoldings.map(holding => [holding.id, holding.no])),
    poolNos: new Map(pools.map(pool => [pool.key, pool.no])),
    spreadLots: new Set(spread.map(lot => lot.no)),
    declarations: roots.map(root => root.reference),
  };
}

/** Ends the current version of an event and of everything it made, took and cited. */
export function closeEvent(eventNo: number, seq: number): Statement[] {
  const close = (table: string, column: string): Statement => ({
    text: `UPDATE ${table} SET seq_to = $2 WHERE ${column} = $1 AND ${CURRENT}`,
    values: [eventNo, seq],
  });
  return [
    close('event', 'no'),
    close('lot', 'event_no'),
    close('holding', 'event_no'),
    close('draw', 'event_no'),
    close('document', 'event_no'),
    close('root', 'event_no'),
  ];
}

/**
 * True where one of the events lies downstream of `eventNo` (or is it): by draws, or by a count of a lot, of which
 * nothing need have been left. Only events of a higher rank are looked at.
 */
export async function descendsFrom(
  tx: Pick<Transaction, 'query'>,
  events: readonly number[],
  eventNo: number,
  rank: number,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH RECURSIVE up (no) AS (
       SELECT unnest($1::bigint[])
       UNION
       SELECT e.no
       FROM up
         CROSS JOIN LATERAL (
           SELECT from_event_no AS no FROM draw WHERE event_no = up.no AND ${CURRENT}
           UNION ALL
           SELECT l.event_no FROM event c JOIN holding h ON h.event_no = c.no AND h.${CURRENT}
             JOIN lot l ON l.no = h.lot_no AND l.${CURRENT}
           WHERE c.no = up.no AND c.type = 'stocktake' AND c.${CURRENT}) p
         JOIN event e ON e.no = p.no AND e.${CURRENT}
       WHERE e.rank >= $3
     )
     SELECT FROM up WHERE no = $2`,
    [events, eventNo, rank],
  );
  return rows.length > 0;
}

/** Lifts the ranks of everything downstream above what it draws from, and counts above what made the lots they count. */
export async function liftRanks(tx: Pick<Transaction, 'query'>, eventNo: number): Promise<void> {
  for (let lifted = [eventNo]; lifted.length > 0;) {
    const rows = await tx.query<{ no: number }>(
      `UPDATE event e SET rank = t.rank
       FROM (SELECT no, max(above) + 1 AS rank
             FROM (SELECT d.event_no AS no, p.rank AS above
                   FROM draw d JOIN event p ON p.no = d.from_event_no AND p.${CURRENT}
                   WHERE d.from_event_no = ANY ($1::bigint[]) AND d.${CURRENT}
                   UNION ALL
                   SELECT c.no, p.rank
                   FROM lot l JOIN event p ON p.no = l.event_no AND p.${CURRENT}
                     JOIN holding h ON h.lot_no = l.no AND h.${CURRENT}
                     JOIN event c ON c.no = h.event_no AND c.type = 'stocktake' AND c.${CURRENT}
                   WHERE l.event_no = ANY ($1::bigint[]) AND l.${CURRENT}) x
             GROUP BY no) t
       WHERE e.no = t.no AND e.${CURRENT} AND e.rank < t.rank RETURNING e.no`,
      [lifted],
    );
    lifted = rows.map(row => row.no);
  }
}

/** Pools that draw from holdings of the lots, or hold nothing but what was found of them. */
export async function poolsDrawingLots(tx: Pick<Transaction, 'query'>, lots: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ no: number }>(
    `SELECT DISTINCT d.pool_no AS no FROM holding h JOIN draw d ON d.holding_no = h.no AND d.${CURRENT}
     WHERE h.lot_no = ANY ($1::bigint[]) AND h.${CURRENT} AND d.pool_no IS NOT NULL
     UNION
     SELECT p.no FROM holding h JOIN pool p ON p.no = h.pool_no AND p.event_no = h.event_no AND p.source_no IS NULL
     WHERE h.lot_no = ANY ($1::bigint[]) AND h.${CURRENT}`,
    [lots],
  );
  return rows.map(row => row.no);
}

/** Gives the holdings that carry on from one whose pool changed the new pool; returns the pools that draw from them. */
export async function repoint(
  tx: Pick<Transaction, 'query'>,
  holdingNo: number,
  from: number,
  to: number,
): Promise<number[]> {
  const rows = await tx.query<{ no: number | null }>(
    `WITH RECURSIVE onward (no) AS (
       SELECT $1::bigint
       UNION
       SELECT h.no FROM onward JOIN draw d ON d.holding_no = onward.no AND d.${CURRENT}
         JOIN holding h ON h.event_no = d.event_no AND h.from_holding_no = onward.no AND h.pool_no = $2 AND h.${CURRENT}
     ), moved AS (
       UPDATE holding h SET pool_no = $3 FROM onward o WHERE h.no = o.no AND h.${CURRENT} RETURNING h.no
     )
     SELECT DISTINCT d.pool_no AS no FROM onward o JOIN draw d ON d.holding_no = o.no AND d.${CURRENT}
     WHERE d.pool_no IS NOT NULL`,
    [holdingNo, from, to],
  );
  return rows.flatMap(row => row.no ?? []);
}

/** Everything of a lot that its grade decides: its holdings and what was drawn from them, as believed now. */
export interface LotBooks {
  readonly holdings: readonly LotHolding[];
  readonly drawsOf: ReadonlyMap<number, readonly LotDraw[]>;
}

export interface LotHolding {
  readonly no: number;
  readonly eventNo: number;
  readonly eventType: string;
  readonly rank: number;
  readonly fromHoldingNo: number | null;
  readonly massG: number;
  readonly reoG: number;
  readonly hasOwnPool: boolean;
}

export interface LotDraw {
  readonly eventNo: number;
  readonly ordinal: number;
  readonly holdingNo: number;
  readonly massG: number;
  readonly reoG: number;
}

export async function loadLotBooks(tx: Transaction, lotNo: number): Promise<LotBooks> {
  const [holdings, draws] = (await tx.pipeline([
    {
      text: `SELECT h.no, h.event_no AS "eventNo", e.type AS "eventType", e.rank, h.from_holding_no AS "fromHoldingNo",
                    h.mass_g AS "massG", h.reo_g AS "reoG", p.event_no = h.event_no AS "hasOwnPool"
             FROM holding h JOIN event e ON e.no = h.event_no AND e.${CURRENT} JOIN pool p ON p.no = h.pool_no
             WHERE h.lot_no = $1 AND h.${CURRENT} ORDER BY e.rank, h.no`,
      values: [lotNo],
    },
    {
      text: `SELECT d.event_no AS "eventNo", d.ordinal, d.holding_no AS "holdingNo", d.mass_g AS "massG", d.reo_g AS "reoG"
             FROM holding h JOIN draw d ON d.holding_no = h.no AND d.${CURRENT}
             WHERE h.lot_no = $1 AND h.${CURRENT} ORDER BY d.first_seq, d.ordinal`,
      values: [lotNo],
    },
  ])) as [LotHolding[], LotDraw[]];
  return { holdings, drawsOf: groupBy(draws, draw => draw.holdingNo) };
}

export interface RebasedHolding {
  readonly no: number;
  readonly reoG: number;
  readonly surplusReoG: number;
  readonly drawnReoG: number;
}

/** Writes the REO that follows from a new grade or mass: new versions of holdings and draws, but not of what `seq` wrote itself. */
export function writeRebased(holdings: readonly RebasedHolding[], draws: readonly LotDraw[], seq: number): Statement[] {
  return [
    {
      text: `UPDATE holding h SET reo_g = t.reo_g, surplus_reo_g = t.surplus_reo_g, drawn_reo_g = t.drawn_reo_g
             FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS t (no, reo_g, surplus_reo_g, drawn_reo_g)
             WHERE h.no = t.no AND h.${CURRENT} AND h.seq_from = $5`,
      values: [...holdingColumns(holdings), seq],
    },
    {
      text: `UPDATE holding SET seq_to = $2 WHERE no = ANY ($1::bigint[]) AND ${CURRENT} AND seq_from < $2`,
      values: [holdings.map(each => each.no), seq],
    },
    {
      text: `INSERT INTO holding (no, id, tenant, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, reo_g,
                                  surplus_reo_g, drawn_g, drawn_reo_g, site, in_transit, available_at, first_seq, seq_from)
             SELECT h.no, id, tenant, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, t.reo_g,
                    t.surplus_reo_g, drawn_g, t.drawn_reo_g, site, in_transit, available_at, first_seq, $5
             FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS t (no, reo_g, surplus_reo_g, drawn_reo_g)
               JOIN holding h ON h.no = t.no AND h.seq_to = $5
             WHERE NOT EXISTS (SELECT FROM holding n WHERE n.no = t.no AND n.seq_from = $5)`,
      values: [...holdingColumns(holdings), seq],
    },
    {
      text: `UPDATE draw d SET reo_g = t.reo_g FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS t (event_no, ordinal, reo_g)
             WHERE d.event_no = t.event_no AND d.ordinal = t.ordinal AND d.${CURRENT} AND d.seq_from = $4`,
      values: [...drawColumns(draws), seq],
    },
    {
      text: `UPDATE draw d SET seq_to = $4 FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS t (event_no, ordinal, reo_g)
             WHERE d.event_no = t.event_no AND d.ordinal = t.ordinal AND d.${CURRENT} AND d.seq_from < $4`,
      values: [...drawColumns(draws), seq],
    },
    {
      text: `INSERT INTO draw (event_no, ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, reo_g, first_seq, seq_from)
             SELECT d.event_no, d.ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, t.reo_g, first_seq, $4
             FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS t (event_no, ordinal, reo_g)
               JOIN draw d ON d.event_no = t.event_no AND d.ordinal = t.ordinal AND d.seq_to = $4
             WHERE NOT EXISTS (SELECT FROM draw n WHERE n.event_no = t.event_no AND n.ordinal = t.ordinal AND n.seq_from = $4)`,
      values: [...drawColumns(draws), seq],
    },
  ];
}

const holdingColumns = (holdings: readonly RebasedHolding[]): unknown[] => [
  holdings.map(each => each.no),
  holdings.map(each => each.reoG),
  holdings.map(each => each.surplusReoG),
  holdings.map(each => each.drawnReoG),
];

const drawColumns = (draws: readonly LotDraw[]): unknown[] => [
  draws.map(draw => draw.eventNo),
  draws.map(draw => draw.ordinal),
  draws.map(draw => draw.reoG),
];
