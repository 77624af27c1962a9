import type { Statement } from '#platform';
import type { HoldingState, TransferState } from '../domain/state.js';
import type { Counters, Plans } from '../domain/plans.js';

/** Statements that write what a batch decided, one per table. */
export function planStatements(plans: Plans): Statement[] {
  return [
    eventRows(plans.events),
    lotRows(plans.lots),
    holdingRows(plans.holdings),
    drawRows(plans.draws),
    documentRows(plans.documents),
    transferRows(plans.transfers),
  ].flat();
}

function eventRows(events: Plans['events']): Statement[] {
  if (events.length === 0) return [];
  return [
    {
      name: 'event-insert',
      text: `INSERT INTO event (no, version, id, tenant, type, enterprise, counterparty, occurred_at, site, ship_from, ship_to,
                                voided, reason, rank, first_seq, seq_from)
             SELECT no, version, id, enterprise, type, enterprise, counterparty, occurred_at, site, ship_from, ship_to,
                    voided, reason, rank, first_seq, seq_from
             FROM unnest($1::bigint[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                         $8::text[], $9::text[], $10::text[], $11::boolean[], $12::text[], $13::int[], $14::bigint[],
                         $15::bigint[])
               AS t (no, version, id, type, enterprise, counterparty, occurred_at, site, ship_from, ship_to, voided, reason,
                     rank, first_seq, seq_from)`,
      values: [
        events.map(event => event.no),
        events.map(event => event.version),
        events.map(event => event.id),
        events.map(event => event.type),
        events.map(event => event.enterprise),
        events.map(event => event.counterparty),
        events.map(event => event.occurredAt),
        events.map(event => event.site),
        events.map(event => event.shipFrom),
        events.map(event => event.shipTo),
        events.map(event => event.voided),
        events.map(event => event.reason),
        events.map(event => event.rank),
        events.map(event => event.firstSeq),
        events.map(event => event.seq),
      ],
    },
  ];
}

function lotRows(lots: Plans['lots']): Statement[] {
  if (lots.length === 0) return [];
  return [
    {
      name: 'lot-insert',
      text: `INSERT INTO lot (no, code, tenant, declared_by, event_no, product, grade, distribution, basis, ready_at, mass_g,
                              seq_from)
             SELECT no, code, tenant, declared_by, event_no, product, grade, distribution::float8[], basis, ready_at, mass_g,
                    seq_from
             FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[],
                         $8::text[], $9::text[], $10::timestamptz[], $11::bigint[], $12::bigint[])
               AS t (no, code, tenant, declared_by, event_no, product, grade, distribution, basis, ready_at, mass_g, seq_from)`,
      values: [
        lots.map(({ lot }) => lot.no),
        lots.map(({ lot }) => lot.code),
        lots.map(({ tenant }) => tenant),
        lots.map(({ lot }) => lot.declaredBy),
        lots.map(({ lot }) => lot.eventNo),
        lots.map(({ lot }) => lot.product),
        lots.map(({ lot }) => lot.grade),
        lots.map(({ lot }) => `{${lot.distribution.join(',')}}`),
        lots.map(({ lot }) => lot.basis),
        lots.map(({ lot }) => lot.readyAt),
        lots.map(({ lot }) => lot.massG),
        lots.map(({ seq }) => seq),
      ],
    },
  ];
}

function holdingRows(holdings: Plans['holdings']): Statement[] {
  if (holdings.length === 0) return [];
  const column = <K extends keyof HoldingState>(name: K): HoldingState[K][] =>
    holdings.map(({ holding }) => holding[name]);
  return [
    {
      name: 'holding-insert',
      text: `INSERT INTO holding (no, id, tenant, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, reo_g,
                                  surplus_reo_g, drawn_g, drawn_reo_g, site, in_transit, available_at, first_seq, seq_from)
             SELECT no, id, owner, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, reo_g, surplus_reo_g,
                    drawn_g, drawn_reo_g, site, in_transit, available_at, first_seq, seq_from
             FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::bigint[],
                         $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::text[],
                         $15::boolean[], $16::timestamptz[], $17::bigint[], $18::bigint[])
               AS t (no, id, owner, lot_no, event_no, ordinal, pool_no, from_holding_no, mass_g, reo_g, surplus_reo_g, drawn_g,
                     drawn_reo_g, site, in_transit, available_at, first_seq, seq_from)`,
      values: [
        column('no'),
        column('id'),
        column('owner'),
        column('lot').map(lot => lot.no),
        column('eventNo'),
        column('ordinal'),
        column('poolNo'),
        column('fromHoldingNo'),
        column('massG'),
        column('reoG'),
        column('surplusReoG'),
        column('drawnG'),
        column('drawnReoG'),
        column('site'),
        column('inTransit'),
        column('availableAt'),
        column('firstSeq'),
        holdings.map(({ seq }) => seq),
      ],
    },
  ];
}

function drawRows(draws: Plans['draws']): Statement[] {
  if (draws.length === 0) return [];
  return [
    {
      name: 'draw-insert',
      text: `INSERT INTO draw (event_no, ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, reo_g, first_seq, seq_from)
             SELECT event_no, ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, reo_g, seq_from, seq_from
             FROM unnest($1::bigint[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                         $8::bigint[], $9::bigint[])
               AS t (event_no, ordinal, tenant, holding_no, from_event_no, pool_no, mass_g, reo_g, seq_from)`,
      values: [
        draws.map(({ draw }) => draw.eventNo),
        draws.map(({ draw }) => draw.ordinal),
        draws.map(({ tenant }) => tenant),
        draws.map(({ draw }) => draw.holding.no),
        draws.map(({ draw }) => draw.holding.eventNo),
        draws.map(({ draw }) => draw.poolNo),
        draws.map(({ draw }) => draw.massG),
        draws.map(({ draw }) => draw.reoG),
        draws.map(({ seq }) => seq),
      ],
    },
  ];
}

function documentRows(documents: Plans['documents']): Statement[] {
  if (documents.length === 0) return [];
  return [
    {
      name: 'document-insert',
      text: `INSERT INTO document (event_no, tenant, kind, number, code, seq_from)
             SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])`,
      values: [
        documents.map(({ document }) => document.eventNo),
        documents.map(({ document }) => document.tenant),
        documents.map(({ document }) => document.kind),
        documents.map(({ document }) => document.number),
        documents.map(({ document }) => document.code),
        documents.map(({ seq }) => seq),
      ],
    },
  ];
}

function transferRows(transfers: Plans['transfers']): Statement[] {
  if (transfers.length === 0) return [];
  return [
    {
      name: 'transfer-insert',
      text: `INSERT INTO transfer (dispatch_no, tenant, sender, receiver, state, terms, dispatched_at, receipt_no, first_seq)
             SELECT dispatch_no, sender, sender, receiver, state, terms, dispatched_at, receipt_no, first_seq
             FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[],
                         $8::bigint[])
               AS t (dispatch_no, sender, receiver, state, terms, dispatched_at, receipt_no, first_seq)
             ON CONFLICT (dispatch_no) DO UPDATE
               SET receiver = EXCLUDED.receiver, state = EXCLUDED.state, terms = EXCLUDED.terms,
                   dispatched_at = EXCLUDED.dispatched_at, receipt_no = EXCLUDED.receipt_no`,
      values: [
        transfers.map(({ transfer }) => transfer.dispatchNo),
        transfers.map(({ transfer }) => transfer.sender),
        transfers.map(({ transfer }) => transfer.receiver),
        transfers.map(({ transfer }) => transfer.state),
        transfers.map(({ terms }) => terms),
        transfers.map(({ transfer }) => transfer.dispatchedAt),
        transfers.map(({ transfer }) => transfer.receiptNo),
        transfers.map(({ transfer }) => transfer.firstSeq),
      ],
    },
  ];
}

/** Keeps the last numbers given out. */
export const countersStatement = ({ eventNo, lotNo, holdingNo, poolNo }: Counters): Statement => ({
  name: 'lots-counter-move',
  text: 'UPDATE lots_counter SET event_no = $1, lot_no = $2, holding_no = $3, pool_no = $4',
  values: [eventNo, lotNo, holdingNo, poolNo],
});

/** Moves what has been drawn from known holdings; fails the transaction where a holding would be overdrawn. */
export function debitStatements(holdings: readonly HoldingState[]): Statement[] {
  if (holdings.length === 0) return [];
  const ordered = [...holdings].sort((a, b) => a.no - b.no);
  return [
    {
      name: 'holding-debit',
      text: `UPDATE holding h SET drawn_g = t.drawn_g, drawn_reo_g = t.drawn_reo_g
             FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS t (no, seq_from, drawn_g, drawn_reo_g)
             WHERE h.no = t.no AND h.seq_from = t.seq_from`,
      values: [
        ordered.map(each => each.no),
        ordered.map(each => each.seqFrom),
        ordered.map(each => each.drawnG),
        ordered.map(each => each.drawnReoG),
      ],
    },
  ];
}

/** Moves known dispatches to what became of them. */
export function answerStatements(transfers: readonly TransferState[]): Statement[] {
  if (transfers.length === 0) return [];
  return [
    {
      name: 'transfer-answer',
      text: `UPDATE transfer t SET state = a.state, receipt_no = a.receipt_no
             FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS a (dispatch_no, state, receipt_no)
             WHERE t.dispatch_no = a.dispatch_no`,
      values: [
        transfers.map(each => each.dispatchNo),
        transfers.map(each => each.state),
        transfers.map(each => each.receiptNo),
      ],
    },
  ];
}
