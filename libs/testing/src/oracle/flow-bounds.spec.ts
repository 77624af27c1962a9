import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { lot, mining, processing } from '../history/build.js';
import { day, licenceNumber } from '../history/codes.js';
import { recorded } from '../history/recorded.js';
import type { ContractEvent, LotDeclaration } from '../contract.js';
import { FlowNetwork } from './max-flow.js';
import { Oracle } from './oracle.js';
import { Rational } from './rational.js';

const DYSPROSIUM = 8;

const oxide = (code: string, massKg: number): LotDeclaration =>
  lot({ lot: code, product: 'OX-Dy', massKg, reoPercent: 100 });

const root = (n: number, massKg: number): ContractEvent =>
  mining({ licence: licenceNumber(n), yields: [oxide(`R${n}`, massKg)] });

const blend = (on: number, draws: readonly { lot: string; massKg: number }[], yields: readonly LotDeclaration[]) =>
  processing({ process: 'BLEND', occurredAt: day(on), draws: [...draws], yields: [...yields] });

/** Bounds of every source of every lot's dysprosium, found both ways. */
function bothWays(events: readonly ContractEvent[]): { code: string; event: string; pool: string; flow: string }[] {
  const oracle = new Oracle(recorded(events), { enterprises: [], sites: [], permits: [], customsDeclarations: [] });
  return oracle.books.holdings().flatMap(holding => {
    const subject = { parts: [{ ...holding, holding }], events: [], pending: false };
    return [...oracle.bounds.of(holding)[DYSPROSIUM]!].map(([event, bound]) => {
      const flow = oracle.flowBounds.of(subject, DYSPROSIUM, new Set([event]));
      const text = ({ least, most }: typeof flow): string => `${String(least)}…${String(most)}`;
      return { code: holding.lot.code, event, pool: text(bound), flow: text(flow) };
    });
  });
}

describe('FlowNetwork', () => {
  test('finds the most that can flow, going back on a first choice where it must', () => {
    const network = new FlowNetwork();
    const edges: [string, string, number][] = [['s', 'a', 1], ['s', 'b', 1], ['a', 'c', 1], ['a', 'd', 1], ['b', 'c', 1], ['c', 't', 1], ['d', 't', 1]]; // prettier-ignore
    for (const [from, to, capacity] of edges) network.connect(from, to, Rational.of(capacity, 3));
    expect(String(network.maximum('s', 't'))).toBe('2/3');
  });
});

const sum = (masses: readonly number[]): number => masses.reduce((total, mass) => total + mass, 0);

/** A little more out than in may have come from anywhere, says the flow; in proportion, say the pools. */
const isTolerated = (into: number, out: number): boolean => out > into && out <= into * 1.02;

describe('bounds by flow', () => {
  const grams = fc.integer({ min: 1, max: 5_000_000 });

  test('are those of the pool for one event', () => {
    fc.assert(
      fc.property(
        fc.array(grams, { minLength: 1, maxLength: 4 }),
        fc.array(grams, { minLength: 1, maxLength: 4 }),
        (ins, outs) => {
          fc.pre(!isTolerated(sum(ins), sum(outs)));
          const roots = ins.map((mass, index) => root(index, mass / 1000));
          const draws = ins.map((mass, index) => ({ lot: `R${index}`, massKg: mass / 1000 }));
          const run = blend(1, draws, outs.map((mass, index) => oxide(`O${index}`, mass / 1000))); // prettier-ignore
          for (const { pool, flow } of bothWays([...roots, run])) expect(flow).toBe(pool);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('are those of the pools along a chain of whole lots', () => {
    const chain = [
      root(1, 60), root(2, 40), root(3, 100),
      blend(1, [{ lot: 'R1', massKg: 60 }, { lot: 'R2', massKg: 40 }], [oxide('A', 50), oxide('B', 50)]),
      blend(2, [{ lot: 'A', massKg: 50 }, { lot: 'R3', massKg: 100 }], [oxide('C', 120), oxide('D', 30)]),
    ]; // prettier-ignore
    const bounds = bothWays(chain);
    for (const { pool, flow } of bounds) expect(flow).toBe(pool);
    // A is 10 to 50 of R1; C lacks 30 kg of the pool of 150
    expect(bounds.filter(({ code }) => code === 'C').map(({ pool }) => pool)).toEqual(['0…5/12', '0…1/3', '7/12…5/6']);
  });

  test('differ where two ways meet: the pools count the source twice, the flow does not', () => {
    const diamond = [
      root(1, 50), root(2, 50),
      blend(1, [{ lot: 'R1', massKg: 50 }, { lot: 'R2', massKg: 50 }], [oxide('A', 50), oxide('B', 50)]),
      blend(2, [{ lot: 'A', massKg: 50 }, { lot: 'B', massKg: 50 }], [oxide('C', 100)]),
    ]; // prettier-ignore
    const [, , , , , , ...met] = bothWays(diamond);
    expect(met.map(({ pool, flow }) => [pool, flow])).toEqual([['0…1', '1/2…1/2'], ['0…1', '1/2…1/2']]); // prettier-ignore
  });

  test('differ where a lot is split: the flow draws it apart, the pools know that a lot is one', () => {
    const split = [
      root(1, 50), root(2, 50),
      blend(1, [{ lot: 'R1', massKg: 50 }, { lot: 'R2', massKg: 50 }], [oxide('A', 100)]),
      blend(2, [{ lot: 'A', massKg: 50 }], [oxide('C', 50)]),
    ]; // prettier-ignore
    const bounds = bothWays(split).filter(({ code }) => code === 'C');
    expect(bounds.map(({ pool, flow }) => [pool, flow])).toEqual([['1/2…1/2', '0…1'], ['1/2…1/2', '0…1']]); // prettier-ignore
  });
});
