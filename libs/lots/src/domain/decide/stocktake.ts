import { kgToGrams, reoGrams } from '#kernel';
import type { Count, StocktakeEvent } from '../event-schema.js';
import { type HoldingState, type LotState, remaining } from '../state.js';
import { addEventRow, type Deciding, fault } from './deciding.js';
import { addDraw, heldLot } from './draws.js';
import { inHoldingOrder } from './processing.js';
import { addHolding } from './yields.js';

/**
 * A stock count: consumes all holdings of each lot there and yields one. What it finds takes its chemistry from the lot,
 * also where nothing was left of it: the count ranks above the event that made the lot.
 */
export function decideStocktake(deciding: Deciding<StocktakeEvent>): void {
  const counted = new Map<number, { readonly lot: LotState; readonly count: Count; readonly ordinal: number }>();
  deciding.event.counts.forEach((count, ordinal) => {
    const pointer = `/counts/${ordinal}/lot`;
    const lot = heldLot(deciding, count.lot, pointer);
    if (!lot) return;
    if (counted.has(lot.no)) fault(deciding, 'lot-repeated', pointer, count.lot, 'each lot once');
    else counted.set(lot.no, { lot, count, ordinal });
  });
  const drawn = [...counted.values()].map(entry => ({ ...entry, ...consume(deciding, entry.lot) }));
  const found = [...counted.values()].filter(({ count }) => count.countedKg > 0);
  deciding.rank = Math.max(deciding.rank, ...found.map(({ lot }) => deciding.ws.makerRank(lot.no) + 1));
  addEventRow(deciding);
  for (const { lot, count, ordinal, poolNo, draws } of drawn) {
    settleCount(deciding, lot, kgToGrams(count.countedKg), ordinal, poolNo, draws);
  }
}

type Consumed = { readonly poolNo: number; readonly draws: ReturnType<typeof addDraw>[] };

/**
 * Holdings at the counted site (and those at no site); all of the enterprise's where the count names none. A corrected
 * count keeps to what it had found in the books: mass that came later is none of its.
 */
function consume(deciding: Deciding<StocktakeEvent>, lot: LotState): Consumed {
  const { ws, event, identity } = deciding;
  const isThere = (holding: HoldingState): boolean =>
    event.site === undefined || holding.site === undefined || holding.site === event.site;
  const key = countKey(lot);
  const kept = identity.hadPool(key);
  const poolNo = identity.poolNo(key);
  const holdings = ws.holdingsOf(event.enterprise, lot.no).filter(isThere);
  const massOf = (holding: HoldingState): number => (kept ? identity.drawnBefore(holding.no) : remaining(holding));
  const found = holdings.filter(holding => massOf(holding) > 0);
  return { poolNo, draws: found.map(holding => addDraw(deciding, holding, massOf(holding), poolNo)) };
}

function settleCount(
  deciding: Deciding<StocktakeEvent>,
  lot: LotState,
  massG: number,
  ordinal: number,
  poolNo: number,
  draws: Consumed['draws'],
): void {
  const { ws, event, id, identity, occurredAt } = deciding;
  const bookG = draws.reduce((sum, draw) => sum + draw.massG, 0);
  const bookReoG = draws.reduce((sum, draw) => sum + draw.reoG, 0);
  const reoG = massG === bookG ? bookReoG : reoGrams(massG, lot.grade);
  const surplusReoG = massG > bookG ? Math.max(0, reoG - bookReoG) : 0;
  const holding = { key: `${lot.declaredBy}:${lot.code}`, owner: event.enterprise, lot, ordinal, poolNo, massG };
  if (massG > 0) addHolding(deciding, { ...holding, reoG, surplusReoG, availableAt: occurredAt });
  ws.addPool({
    kind: 'surplus',
    key: countKey(lot),
    no: poolNo,
    eventNo: identity.no,
    eventId: id,
    tenant: event.enterprise,
    draws: inHoldingOrder(draws),
    lot,
    surplusReoG,
  });
}

const countKey = (lot: LotState): string => `count:${lot.no}`;
