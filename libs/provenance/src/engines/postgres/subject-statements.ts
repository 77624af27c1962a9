import type { Statement } from '#platform';
import { FOREVER_SEQ } from '#lots';
import { believed, numbers } from './packed.js';

/** A position at which exactly the rows are believed that are believed now. */
export const NOW = FOREVER_SEQ - 1;

/** Columns of an item row, of a mass of a holding `h` of lot `l`. */
const itemColumns = (massG: string, reoG: string): string =>
  `h.no AS "holdingNo", h.pool_no AS "poolNo", h.lot_no AS "lotNo", l.product, l.basis, l.distribution,
   ${massG} AS "massG", ${reoG} AS "reoG"`;

const LOT = `JOIN lot l ON l.no = h.lot_no AND ${believed('l', '$1')}`;

/** Position and time of the newest fact. */
export const HEAD: Statement = {
  name: 'provenance-head',
  text: 'SELECT seq, recorded_at AS "recordedAt" FROM ledger_head',
};

const EXPORTED = `FROM document x JOIN draw d ON d.event_no = x.event_no AND ${believed('d', '$1')}
  JOIN holding h ON h.no = d.holding_no AND ${believed('h', '$1')}`;

const IS_EXPORT = `WHERE x.kind = 'export' AND x.number = ANY ($2::text[]) AND ${believed('x', '$1')}`;

/** What the exports of declarations took. */
export const exportItems = (declarations: readonly string[], position: number): Statement => ({
  name: 'provenance-export-items',
  text: `SELECT x.number AS declaration, d.event_no AS "eventNo", ${itemColumns('d.mass_g', 'd.reo_g')}
         ${EXPORTED} ${LOT} ${IS_EXPORT} ORDER BY d.event_no, d.ordinal`,
  values: [position, declarations],
});

/** Compositions of the pools that {@link exportItems} come from. */
export const exportPools = (declarations: readonly string[], position: number): Statement => ({
  name: 'provenance-export-pools',
  text: `SELECT no, source_no AS "sourceNo", composition, dirty FROM pool
         WHERE no IN (SELECT h.pool_no ${EXPORTED} ${IS_EXPORT})`,
  values: [position, declarations],
});

/** True where the receipt of the holding `t` in transit, sent by `e`, sent it back. */
const REJECTED = `e.counterparty IS DISTINCT FROM e.enterprise AND EXISTS (
    SELECT FROM draw d JOIN holding y ON y.event_no = d.event_no AND y.from_holding_no = t.no AND ${believed('y', '$1')}
    WHERE d.holding_no = t.no AND ${believed('d', '$1')} AND y.owner = t.owner)`;

/** Mass that dispatches citing an export declaration have sent and nobody has sent back. */
export const announced = (declarations: readonly string[], position: number): Statement => ({
  name: 'provenance-announced',
  text: `SELECT c.number AS declaration, e.id, sum(t.mass_g)::bigint AS "massG"
         FROM (SELECT DISTINCT x.number, x.event_no FROM document x
               WHERE x.kind = 'export-declaration' AND x.number = ANY ($2::text[]) AND ${believed('x', '$1')}) c
         JOIN event e ON e.no = c.event_no AND e.type = 'dispatch' AND NOT e.voided AND ${believed('e', '$1')}
         JOIN holding t ON t.event_no = e.no AND t.in_transit AND ${believed('t', '$1')}
         WHERE NOT (${REJECTED}) GROUP BY c.number, e.no, e.id ORDER BY e.no`,
  values: [position, declarations],
});

/** Lots with one of the codes; past ones have an index of their own. */
export const lotsByCode = (codes: readonly string[], position: number): Statement => {
  const columns = 'SELECT l.no, l.code, l.declared_by AS "declaredBy", l.event_no AS "eventNo" FROM lot l';
  return {
    name: 'provenance-lots-by-code',
    text: `${columns} WHERE l.code = ANY ($2::text[]) AND l.seq_to = ${FOREVER_SEQ} AND l.seq_from <= $1
           UNION ALL
           ${columns} WHERE l.code = ANY ($2::text[]) AND l.seq_to < ${FOREVER_SEQ} AND ${believed('l', '$1')}
           ORDER BY 1`,
    values: [position, codes],
  };
};

/** A lot's whole mass as its event made it. */
export const madeItems = (lot: { no: number; eventNo: number }, position: number): Statement => ({
  name: 'provenance-made-items',
  text: `SELECT h.event_no AS "eventNo", ${itemColumns('h.mass_g', 'h.reo_g')} FROM holding h ${LOT}
         WHERE h.event_no = $2 AND h.lot_no = $3 AND ${believed('h', '$1')} ORDER BY h.ordinal`,
  values: [position, lot.eventNo, lot.no],
});

/** What an enterprise has left of a lot. */
export const heldItems = (lotNo: number, enterprise: string, position: number): Statement => ({
  name: 'provenance-held-items',
  text: `SELECT h.event_no AS "eventNo", ${itemColumns('h.mass_g - COALESCE(d.mass_g, 0)', 'h.reo_g - COALESCE(d.reo_g, 0)')}
         FROM holding h ${LOT} LEFT JOIN LATERAL (
           SELECT sum(d.mass_g)::bigint AS mass_g, sum(d.reo_g)::bigint AS reo_g
           FROM draw d WHERE d.holding_no = h.no AND ${believed('d', '$1')}) d ON true
         WHERE h.lot_no = $2 AND h.owner = $3 AND NOT h.in_transit AND ${believed('h', '$1')}
           AND h.mass_g > COALESCE(d.mass_g, 0) ORDER BY h.no`,
  values: [position, lotNo, enterprise],
});

/** Dispatches that have lots on the way: any of the lots, or only those the named events sent. */
export const onTheWay = (lotNos: readonly number[], dispatchNos: readonly number[], position: number): Statement => ({
  name: 'provenance-on-the-way',
  text: `SELECT DISTINCT e.no, e.id FROM (
           SELECT * FROM holding WHERE lot_no = ANY ($2::bigint[]) UNION ALL
           SELECT * FROM holding WHERE event_no = ANY ($3::bigint[])) t
         JOIN event e ON e.no = t.event_no AND ${believed('e', '$1')}
         WHERE t.in_transit AND t.mass_g > 0 AND ${believed('t', '$1')}
           AND NOT EXISTS (SELECT FROM draw d WHERE d.holding_no = t.no AND ${believed('d', '$1')})
         ORDER BY e.no`,
  values: [position, numbers(lotNos), numbers(dispatchNos)],
});

const CITING = `SELECT x.event_no FROM document x
  WHERE x.kind = $2 AND x.number = $3 AND ${believed('x', '$1')}`;

/** What the events that cite a document yielded, and what exports among them took. */
export const citedItems = (document: { kind: string; number: string }, position: number): Statement => ({
  name: 'provenance-cited-items',
  text: `SELECT e.no AS "eventNo", e.type, h.in_transit AS "inTransit", h.from_holding_no AS "fromHoldingNo",
                ${itemColumns('h.mass_g', 'h.reo_g')}
         FROM event e JOIN holding h ON h.event_no = e.no AND ${believed('h', '$1')} ${LOT}
         WHERE e.no IN (${CITING}) AND NOT e.voided AND ${believed('e', '$1')}
         UNION ALL
         SELECT e.no, e.type, false, NULL, ${itemColumns('d.mass_g', 'd.reo_g')}
         FROM event e JOIN draw d ON d.event_no = e.no AND ${believed('d', '$1')}
         JOIN holding h ON h.no = d.holding_no AND ${believed('h', '$1')} ${LOT}
         WHERE e.no IN (${CITING}) AND e.type = 'export' AND NOT e.voided AND ${believed('e', '$1')}
         ORDER BY 1, "holdingNo"`,
  values: [position, document.kind, document.number],
});

/** Holdings in transit that receipts citing the document have answered. */
export const citedAnswers = (document: { kind: string; number: string }, position: number): Statement => ({
  name: 'provenance-cited-answers',
  text: `SELECT d.holding_no AS "holdingNo" FROM event e JOIN draw d ON d.event_no = e.no AND ${believed('d', '$1')}
         WHERE e.no IN (${CITING}) AND e.type = 'receipt' AND ${believed('e', '$1')}`,
  values: [position, document.kind, document.number],
});

export const poolsByNo = (nos: readonly number[]): Statement => ({
  name: 'provenance-pools',
  text: 'SELECT no, source_no AS "sourceNo", composition, dirty FROM pool WHERE no = ANY ($1::bigint[])',
  values: [numbers(nos)],
});
