import type { Transaction } from '#platform';
import { rebase } from '../domain/rebase.js';
import type { LotState } from '../domain/state.js';
import type { Workspace } from '../domain/workspace.js';
import { type EventBooks, loadLotBooks, writeRebased } from '../storage/corrections.repository.js';

/**
 * Lots of which something was used and whose grade is another now, or the mass of a holding that was drawn: its parts sum to
 * another whole.
 */
export function restatedLots(ws: Workspace, books: EventBooks): Set<LotState> {
  const before = new Map(books.holdings.map(holding => [holding.no, holding]));
  const restated = ws.plans.holdings.filter(({ holding: { no, lot, massG } }) => {
    const old = before.get(no);
    if (!old) return false;
    const isRegraded = old.lot.grade !== lot.grade && (old.drawnG > 0 || books.spreadLots.has(lot.no));
    return isRegraded || (old.drawnG > 0 && old.massG !== massG);
  });
  return new Set(restated.map(({ holding }) => holding.lot));
}

/** Gives a lot's holdings, and what was drawn from them, the REO that follows from its grade and their masses. */
export async function rebaseLot(tx: Transaction, { no, grade }: LotState, seq: number): Promise<void> {
  const { holdings, drawsOf } = await loadLotBooks(tx, no);
  const rebased = rebase(holdings, drawsOf, grade);
  await tx.pipeline(writeRebased(rebased.holdings, rebased.draws, seq));
}
