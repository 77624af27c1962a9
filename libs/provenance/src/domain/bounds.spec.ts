import { describe, expect, it } from '@jest/globals';
import { balancesOf } from './balance.js';
import { boundShares } from './bounds.js';
import { chainOf } from './chain.js';
import { poolGraph } from './pool-graph.js';
import type { Upstream } from './upstream.js';

const ELEMENTS = 16;

interface Run {
  readonly draws: readonly { lot: number; reoG: number }[];
  readonly lots: readonly number[];
}

/** Roots 1, 2, … give one lot each; run r is event 100 + r and pool 1000 + r; lots and holdings bear the same number. */
function closure(roots: readonly number[], runs: readonly Run[]): Upstream {
  const lotG = [...roots, ...runs.flatMap(({ lots }) => lots)];
  const lotEvents = [...roots.map((_, n) => n + 1), ...runs.flatMap(({ lots }, r) => lots.map(() => 100 + r))];
  const eventNos = [...runs.map((_, r) => 100 + r).reverse(), ...roots.map((_, n) => n + 1)];
  const index = new Map(eventNos.map((no, at) => [no, at]));
  const draws = runs.flatMap((run, r) => run.draws.map(draw => ({ ...draw, event: 100 + r, poolNo: 1000 + r })));
  const poolOf = (lot: number) => (lotEvents[lot - 1]! >= 100 ? 900 + lotEvents[lot - 1]! : 1);
  const holdingNos = [...new Set(draws.map(({ lot }) => lot))];
  const distributions = new Float64Array(lotG.length * ELEMENTS);
  lotG.forEach((_, at) => (distributions[at * ELEMENTS] = 1));
  return {
    events: {
      no: eventNos,
      level: eventNos.map((_, at) => at),
      type: eventNos.map(no => (no >= 100 ? 'processing' : 'mining')),
      enterprise: eventNos.map(no => `E${no}`),
      at: eventNos.map(no => no * 1_000),
      places: new Map(),
      index,
    },
    holdingNos,
    draws: {
      event: Int32Array.from(draws, ({ event }) => index.get(event)!),
      holding: Int32Array.from(draws, ({ lot }) => holdingNos.indexOf(lot)),
      from: Int32Array.from(draws, ({ lot }) => index.get(lotEvents[lot - 1]!)!),
      poolNo: draws.map(({ poolNo }) => poolNo),
      reoG: draws.map(({ reoG }) => reoG),
    },
    lots: {
      no: lotG.map((_, at) => at + 1),
      eventNo: lotEvents,
      reoG: lotG,
      assayed: lotG.map(() => true),
      inherits: lotG.map(() => ''),
      distributions,
      index: new Map(lotG.map((_, at) => [at + 1, at])),
    },
    units: new Map(holdingNos.map(lot => [lot, { lotNo: lot, poolNo: poolOf(lot) }])),
    roots: new Map(
      roots.map((_, n) => [n + 1, { sourceId: `s${n}`, status: 'legal', kind: 'mine', enterprise: 'E', year: 2026 }]),
    ),
    counted: new Map(),
    yields: new Map(),
    truncated: false,
  };
}

const perRoot = (roots: readonly number[]) => ({
  count: roots.length,
  of: (node: { eventNo: number }) => node.eventNo - 1,
});

function boundsOf(roots: readonly number[], runs: readonly Run[], lotNo: number, reoG: number) {
  const upstream = closure(roots, runs);
  const graph = poolGraph(upstream);
  const balances = balancesOf(upstream, graph, () => undefined);
  const part = { lotNo, poolNo: 1000 + runs.length - 1, reoG };
  return boundShares(upstream, graph, [part], perRoot(roots), balances)?.map(({ min, max }) => [min, max]);
}

describe('bounds of shares', () => {
  const even: Run = { draws: [{ lot: 1, reoG: 600 }, { lot: 2, reoG: 400 }], lots: [700, 300] }; // prettier-ignore

  it('are what one run leaves open', () => {
    // lot 3 holds 700 of 1,000: at least 300 of it from the first, because the second gave 400 only
    expect(boundsOf([600, 400], [even], 3, 700)).toEqual([
      [3 / 7, 6 / 7],
      [1 / 7, 4 / 7],
    ]);
    expect(boundsOf([600, 400], [even], 4, 300)).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('hold for any part of a lot, which is homogeneous', () => {
    expect(boundsOf([600, 400], [even], 3, 70)![0]).toEqual([3 / 7, 6 / 7]);
  });

  it('carry on from run to run', () => {
    // 700 with 300–600 of the first, and 300 more of the second: 1,000, all of it in one lot
    const next: Run = { draws: [{ lot: 4, reoG: 700 }, { lot: 3, reoG: 300 }], lots: [1_000] }; // prettier-ignore
    const [first, second, third] = boundsOf([600, 400, 300], [{ ...even, lots: [700, 300] }, next], 6, 1_000)!.map(
      each => each.map(share => Math.round(share * 1e9) / 1e9),
    );
    expect([first, second, third]).toEqual([
      [0.3, 0.6],
      [0.1, 0.4],
      [0.3, 0.3],
    ]);
  });

  it('know a single source for certain', () => {
    expect(boundsOf([600], [{ draws: [{ lot: 1, reoG: 600 }], lots: [200, 400] }], 2, 100)).toEqual([[1, 1]]);
  });

  it('are not computed past their limit, or where something is missing', () => {
    const upstream = closure([600, 400], [even]);
    const graph = poolGraph(upstream);
    const balances = balancesOf(upstream, graph, () => undefined);
    const part = { lotNo: 3, poolNo: 1000, reoG: 700 };
    expect(boundShares(upstream, graph, [part], perRoot([1, 2]), balances, -1)).toBeUndefined();
    const cut = { ...upstream, truncated: true };
    expect(boundShares(cut, graph, [part], perRoot([1, 2]), balances)).toBeUndefined();
  });
});

describe('the chain', () => {
  it('counts events and holdings once, and the most events on one way', () => {
    const runs = [
      { draws: [{ lot: 1, reoG: 100 }], lots: [100] },
      { draws: [{ lot: 3, reoG: 50 }, { lot: 1, reoG: 50 }, { lot: 2, reoG: 10 }], lots: [110] },
    ]; // prettier-ignore
    expect(chainOf(closure([200, 10], runs), [4])).toMatchObject({ events: 4, holdings: 4, enterprises: 4, depth: 3 });
  });
});
