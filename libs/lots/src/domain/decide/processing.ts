import { formatInstant, parseInstant, reoGrams } from '#kernel';
import { findProcess } from '#catalogue';
import type { ProcessingEvent } from '../event-schema.js';
import { inheritedDistribution } from '../pools.js';
import type { DrawPlan } from '../state.js';
import { addEventRow, type Deciding, fault } from './deciding.js';
import { takeDraws } from './draws.js';
import { addYields, declareLots, type Unassayed } from './yields.js';

/** A run: consumes draws into one pool and yields new lots from it. */
export function decideProcessing(deciding: Deciding<ProcessingEvent>): void {
  const { ws, event, id, identity } = deciding;
  if (!findProcess(event.process)) {
    fault(deciding, 'out-of-range', '/process', event.process, 'a process code of the catalogue');
  }
  const from = parseInstant(event.from)!;
  if (from > deciding.occurredAt) {
    fault(deciding, 'out-of-range', '/from', event.from, `not after ${formatInstant(deciding.occurredAt)}`);
  }
  const poolNo = identity.poolNo('run');
  takeDraws(
    deciding,
    event.draws.map((draw, index) => ({ ...draw, pointer: `/draws/${index}` })),
    poolNo,
  );
  const inputs = inHoldingOrder(deciding.draws);
  const lots = declareLots(deciding, event.yields, from, inheritFrom(inputs));
  addEventRow(deciding);
  addYields(deciding, lots, poolNo);
  const yields = lots.map(lot => ({ lot, reoG: reoGrams(lot.massG, lot.grade) }));
  ws.addPool({
    kind: 'run',
    key: 'run',
    no: poolNo,
    eventNo: identity.no,
    eventId: id,
    tenant: event.enterprise,
    draws: inputs,
    yields,
  });
}

/** The order in which a pool sums its inputs, so that the same pool always gives the same bytes. */
export const inHoldingOrder = (draws: readonly DrawPlan[]): DrawPlan[] =>
  [...draws].sort((a, b) => a.holding.no - b.holding.no);

function inheritFrom(draws: readonly DrawPlan[]): Unassayed {
  const inputs = draws.map(draw => ({ reo: draw.reoG, distribution: draw.holding.lot.distribution }));
  return product => ({ distribution: inheritedDistribution(inputs, product), basis: 'inherited' });
}
