import { describe, expect, it } from '@jest/globals';
import { groupBy, gramsToKg, reoGrams } from '#kernel';
import {
  type ContractEvent, Dice, dispatch, exporting, hour, lot, mining, type Receipt, receipt, rounds, stocktake, TESTER, uscc,
  uuid,
} from '#testing'; // prettier-ignore
import { decideRequest } from './decide-request.js';
import type { EventInput } from './event-schema.js';
import { type GradedDraw, type GradedHolding, rebase } from './rebase.js';
import { type HoldingState, remaining } from './state.js';
import { Workspace } from './workspace.js';

const ROUNDS = rounds(150, 5_000);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the rebased lots: ${firstSeed} and on`);

const OWNER = uscc(1);

/** The books of one owner and one lot, decided event by event. */
class Played {
  readonly ws = new Workspace({
    counters: { eventNo: 0, lotNo: 0, holdingNo: 0, poolNo: 0 },
    seq: 0,
    now: new Date(hour(10_000)),
    registered: new Set([OWNER]),
    events: [],
    lots: [],
    holdings: [],
    everHeld: new Set(),
    makerRanks: new Map(),
    transfers: [],
    regionOf: () => undefined,
  });
  private events = 0;

  record(event: ContractEvent): void {
    const items = [{ index: 0, event: event as EventInput, pointer: '' }];
    const { refused } = decideRequest(this.ws, { context: TESTER, items, onError: 'rollback' });
    if (refused) throw new Error(JSON.stringify(refused));
    this.events += 1;
  }

  facts(): { id: string; enterprise: string; occurredAt: string } {
    return { id: uuid(this.events + 1), enterprise: OWNER, occurredAt: hour(this.events) };
  }

  get holdings(): HoldingState[] {
    return this.ws.plans.holdings.map(({ holding }) => holding);
  }

  /** What is left in the owner's hands, in grams. */
  get left(): number {
    return this.holdings.filter(each => !each.inTransit).reduce((sum, each) => sum + remaining(each), 0);
  }
}

/** The same moves at any grade: they are of masses only. */
function play(seed: number, reoPercent: number): Played {
  const dice = new Dice(seed);
  const played = new Played();
  const massKg = gramsToKg(dice.between(1, dice.pick([20, 5_000, 1_000_000])));
  played.record(mining({ ...played.facts(), yields: [lot({ lot: 'L', massKg, reoPercent })] }));
  for (let n = 0; n < 12; n++) move(played, dice);
  return played;
}

function move(played: Played, dice: Dice): void {
  const { left } = played;
  const part = { lot: 'L', massKg: gramsToKg(dice.chance(0.3) ? left : dice.between(1, Math.max(1, left))) };
  const kind = dice.pick(['send', 'send', 'ship', 'count'] as const);
  if (kind === 'count') {
    const countedKg = gramsToKg(Math.round(left * dice.pick([1, 1, 0.9, 1.07])) + dice.pick([0, 0, 1, 700]));
    return played.record(stocktake({ ...played.facts(), counts: [{ lot: 'L', countedKg }] }));
  }
  if (left === 0) return;
  if (kind === 'ship') return played.record(exporting({ ...played.facts(), items: [part] }));
  const sent = dispatch({ ...played.facts(), to: OWNER, draws: [part] });
  played.record(sent);
  const items: Receipt['items'] = [{ lot: 'L', massKg: gramsToKg(Math.floor(part.massKg * 1000 * dice.pick([1, 0.98, 1.002, 1.1]))) }]; // prettier-ignore
  const outcome = dice.pick(['accepted', 'accepted', 'rejected'] as const);
  played.record(receipt(sent, { ...played.facts(), outcome, items }));
}

/** The books as they are stored: holdings in topological order, draws in order of recording. */
function booksOf({ ws, holdings }: Played): { holdings: GradedHolding[]; drawsOf: Map<number, GradedDraw[]> } {
  const types = new Map(ws.plans.events.map(event => [event.no, event.type]));
  const owners = new Map(ws.plans.pools.map(pool => [pool.no, pool.eventNo]));
  const graded = holdings
    .toSorted((a, b) => a.eventRank - b.eventRank || a.no - b.no)
    .map(({ no, eventNo, massG, reoG, fromHoldingNo = null, poolNo }) => ({
      no,
      eventNo,
      eventType: types.get(eventNo)!,
      fromHoldingNo,
      massG,
      reoG,
      hasOwnPool: owners.get(poolNo) === eventNo,
    }));
  const draws = ws.plans.draws.map(({ draw: { eventNo, ordinal, holding, massG, reoG } }) => ({
    eventNo,
    ordinal,
    holdingNo: holding.no,
    massG,
    reoG,
  }));
  return { holdings: graded, drawsOf: groupBy(draws, draw => draw.holdingNo) };
}

const seeds = Array.from({ length: ROUNDS }, (_, round) => firstSeed + round);
const GRADES = [60, 61.234567, 0, 99.999999, 0.000001, 154];

describe('the books of a lot at another grade', () => {
  it('are those of the same moves made at that grade', () => {
    for (const seed of seeds) {
      const [before, after] = [GRADES[seed % 6]!, GRADES[(seed * 7 + 1) % 6]!];
      const [first, second] = [play(seed, before), play(seed, after)];
      const { holdings, drawsOf } = booksOf(first);
      const rebased = rebase(holdings, drawsOf, Math.round(after * 1e6));
      const expected = second.holdings.map(({ no, reoG, surplusReoG, drawnReoG }) => ({ no, reoG, surplusReoG, drawnReoG })); // prettier-ignore
      const found = { seed, holdings: rebased.holdings.toSorted((a, b) => a.no - b.no) };
      expect(found).toEqual({ seed, holdings: expected });
      const changed = new Map(rebased.draws.map(draw => [`${draw.eventNo}|${draw.ordinal}`, draw.reoG]));
      for (const [index, { draw }] of second.ws.plans.draws.entries()) {
        const was = first.ws.plans.draws[index]!.draw.reoG;
        expect([seed, changed.get(`${draw.eventNo}|${draw.ordinal}`) ?? was]).toEqual([seed, draw.reoG]);
      }
    }
  });

  it('at the same grade are the same', () => {
    for (const seed of seeds) {
      const { holdings, drawsOf } = booksOf(play(seed, 60));
      const rebased = rebase(holdings, drawsOf, 60e6);
      expect({ seed, draws: rebased.draws }).toEqual({ seed, draws: [] });
      expect(rebased.holdings.map(({ reoG }) => reoG)).toEqual(holdings.map(({ reoG }) => reoG));
    }
  });

  it('hold no more than the grade allows, and what was drawn sums to what is gone', () => {
    for (const seed of seeds) {
      const { holdings } = play(seed, 61.234567);
      for (const { massG, reoG, drawnG, drawnReoG, fromHoldingNo } of holdings) {
        if (fromHoldingNo === undefined) expect(Math.abs(reoG - reoGrams(massG, 61_234_567))).toBeLessThanOrEqual(20);
        if (drawnG === massG) expect([seed, drawnReoG]).toEqual([seed, reoG]);
      }
    }
  });
});
