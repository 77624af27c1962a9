import { apportion, formatInstant, kgToGrams, reoGrams } from '#kernel';
import type { DispatchEvent, ExportEvent, ReceiptEvent } from '../event-schema.js';
import type { HoldingState, TransferState } from '../state.js';
import { addDocument, addEventRow, type Deciding, fault, refuseUnknownCountry } from './deciding.js';
import { addDraw, takeDraws } from './draws.js';
import { addHolding } from './yields.js';

/** Mass leaves the seller and is in transit: one holding on the way per holding drawn. */
export function decideDispatch(deciding: Deciding<DispatchEvent>): void {
  const { ws, event, id, identity, occurredAt } = deciding;
  takeDraws(
    deciding,
    event.draws.map((draw, index) => ({ ...draw, pointer: `/draws/${index}` })),
  );
  const { shipFrom, shipTo } = event;
  addEventRow(deciding, { counterparty: event.to, ...(shipFrom ? { shipFrom } : {}), ...(shipTo ? { shipTo } : {}) });
  for (const draw of deciding.draws) {
    carryOn(deciding, draw.holding, {
      owner: event.enterprise,
      massG: draw.massG,
      reoG: draw.reoG,
      ordinal: draw.ordinal,
      inTransit: true,
    });
  }
  const transfer: TransferState = {
    dispatchNo: identity.no,
    dispatchId: id,
    sender: event.enterprise,
    receiver: event.to,
    dispatchedAt: occurredAt,
    rank: deciding.rank,
    firstSeq: identity.firstSeq,
    state: 'in-transit',
  };
  ws.addTransfer(transfer, event.terms ?? 'sale');
}

/** Mass leaves the country. */
export function decideExport(deciding: Deciding<ExportEvent>): void {
  const { event } = deciding;
  refuseUnknownCountry(deciding, '/destination', event.destination);
  takeDraws(
    deciding,
    event.items.map((item, index) => ({ lot: item.lot, massKg: item.massKg, pointer: `/items/${index}` })),
  );
  addEventRow(deciding);
  addDocument(deciding, 'export', event.declaration);
}

/** Answers a dispatch: the buyer holds what was weighed, or everything goes back to the seller. */
export function decideReceipt(deciding: Deciding<ReceiptEvent>): void {
  const { ws, event, identity } = deciding;
  const transfer = answerable(deciding);
  if (!transfer) return;
  const holdings = ws.inTransitOf(transfer.dispatchNo);
  const weighed = weighedMasses(deciding, holdings);
  deciding.rank = Math.max(deciding.rank, transfer.rank + 1);
  for (const lotHoldings of byLot(holdings).values()) {
    const massG = weighed.get(lotHoldings[0]!.lot.no);
    settleLot(deciding, transfer, lotHoldings, event.outcome === 'rejected' ? undefined : massG);
  }
  addEventRow(deciding, { counterparty: transfer.sender });
  ws.answer(transfer, event.outcome, identity.no);
}

function answerable(deciding: Deciding<ReceiptEvent>): TransferState | undefined {
  const { ws, event } = deciding;
  const transfer = ws.transfer(event.dispatch.toLowerCase());
  if (!transfer) {
    fault(deciding, 'unknown-event', '/dispatch', event.dispatch, 'the id of a recorded dispatch');
  } else if (transfer.receiver !== event.enterprise) {
    fault(deciding, 'not-addressee', '/enterprise', event.enterprise, 'the enterprise the dispatch is addressed to');
  } else if (transfer.state !== 'in-transit') {
    fault(
      deciding,
      'already-answered',
      '/dispatch',
      event.dispatch,
      `a dispatch on its way; this one is ${transfer.state}`,
    );
  } else if (deciding.occurredAt < transfer.dispatchedAt) {
    const expected = `not before ${formatInstant(transfer.dispatchedAt)}, when it was dispatched`;
    fault(deciding, 'event-before-input', '/occurredAt', event.occurredAt, expected);
  } else {
    return transfer;
  }
  return undefined;
}

function byLot(holdings: readonly HoldingState[]): Map<number, HoldingState[]> {
  const groups = new Map<number, HoldingState[]>();
  for (const holding of holdings) groups.set(holding.lot.no, [...(groups.get(holding.lot.no) ?? []), holding]);
  return groups;
}

/** Weighed grams by number of the lot, for the lots that were weighed. */
function weighedMasses(deciding: Deciding<ReceiptEvent>, holdings: readonly HoldingState[]): Map<number, number> {
  const weighed = new Map<number, number>();
  (deciding.event.items ?? []).forEach((item, index) => {
    const pointer = `/items/${index}/lot`;
    const lots = new Map(holdings.filter(each => isNamed(each, item.lot)).map(each => [each.lot.no, each.lot]));
    const [lotNo, ...others] = lots.keys();
    if (lotNo === undefined) fault(deciding, 'not-in-transit', pointer, item.lot, 'a lot of this dispatch');
    else if (others.length > 0) fault(deciding, 'ambiguous-lot', pointer, item.lot, 'USCC:code');
    else if (weighed.has(lotNo)) fault(deciding, 'lot-repeated', pointer, item.lot, 'each lot once');
    else weighed.set(lotNo, kgToGrams(item.massKg));
  });
  return weighed;
}

const isNamed = ({ lot }: HoldingState, text: string): boolean =>
  lot.code === text || `${lot.declaredBy}:${lot.code}` === text;

/** A gain up to and including 0.3 % of the dispatched mass is weighing error; beyond, all of it is unexplained. */
const isWeighingError = (gainG: number, dispatchedG: number): boolean =>
  BigInt(gainG) * 1000n <= BigInt(dispatchedG) * 3n;

/** Consumes a lot's holdings on the way and yields what arrived (`weighedG`), or what goes back to the seller. */
function settleLot(
  deciding: Deciding<ReceiptEvent>,
  transfer: TransferState,
  holdings: readonly HoldingState[],
  weighedG: number | undefined,
): void {
  const masses = holdings.map(holding => holding.massG);
  const dispatchedG = masses.reduce((sum, mass) => sum + mass, 0);
  const difference = (weighedG ?? dispatchedG) - dispatchedG;
  const parts = apportion(Math.abs(difference), masses);
  const surplus = difference > 0 && !isWeighingError(difference, dispatchedG);
  const owner = deciding.event.outcome === 'rejected' ? transfer.sender : deciding.event.enterprise;
  holdings.forEach((holding, index) => {
    const massG = holding.massG + Math.sign(difference) * parts[index]!;
    settleHolding(deciding, holding, owner, massG, surplus && massG > holding.massG);
  });
}

function settleHolding(
  deciding: Deciding,
  holding: HoldingState,
  owner: string,
  massG: number,
  surplus: boolean,
): void {
  const { ws, event, id, identity } = deciding;
  const poolNo = surplus ? identity.poolNo(surplusKey(holding)) : undefined;
  const draw = addDraw(deciding, holding, holding.massG, poolNo);
  if (massG === 0) return;
  const reoG = massG === holding.massG ? holding.reoG : reoGrams(massG, holding.lot.grade);
  const surplusReoG = surplus ? Math.max(0, reoG - holding.reoG) : 0;
  carryOn(deciding, holding, { owner, massG, reoG, ordinal: draw.ordinal, surplusReoG, ...(poolNo ? { poolNo } : {}) });
  if (poolNo === undefined) return;
  const { lot } = holding;
  const tenant = event.enterprise;
  ws.addPool({
    kind: 'surplus',
    key: surplusKey(holding),
    no: poolNo,
    eventNo: identity.no,
    eventId: id,
    tenant,
    draws: [draw],
    lot,
    surplusReoG,
  });
}

type Carried = Pick<HoldingState, 'owner' | 'massG' | 'reoG' | 'ordinal'> &
  Partial<Pick<HoldingState, 'inTransit' | 'surplusReoG' | 'poolNo'>>;

/** The same material in another place: origins go with it. */
function carryOn(deciding: Deciding, from: HoldingState, facts: Carried): void {
  addHolding(deciding, {
    poolNo: from.poolNo,
    ...facts,
    key: from.id,
    lot: from.lot,
    fromHoldingNo: from.no,
    availableAt: deciding.occurredAt,
  });
}

const surplusKey = (holding: HoldingState): string => `surplus:${holding.no}`;
