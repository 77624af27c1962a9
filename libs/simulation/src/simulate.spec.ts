import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isDeclarationNumber, isUscc, isUuid } from '#kernel';
import type { EventInput } from '#lots';
import { Oracle, registry, rounds, type ContractEvent } from '#testing';
import { simulate, type Scenario } from './simulate.js';

const small = (seed: number): Scenario => ({ scale: 'small', seed, violations: [] });
const digestOf = (scenario: Scenario): string => {
  const hash = createHash('sha256');
  for (const line of simulate(scenario)) hash.update(JSON.stringify(line));
  return hash.digest('hex');
};
const linesOf = (scenario: Scenario, file: string): object[] =>
  [...simulate(scenario)].filter(line => line.file === file).map(({ item }) => item);
const eventsOf = (seed: number): EventInput[] => linesOf(small(seed), 'events') as EventInput[];

describe('an invented country', () => {
  it('is the same for the same seed and another for another', () => {
    expect(digestOf(small(7))).toBe(digestOf(small(7)));
    expect(digestOf(small(7))).not.toBe(digestOf(small(8)));
  });

  it('has some 1,500 lots, and identifiers whose check rules hold', () => {
    const events = eventsOf(1);
    const lots = events.flatMap(event => ('yields' in event ? event.yields : []));
    expect(lots.length).toBeGreaterThan(1_200);
    expect(lots.length).toBeLessThan(2_200);
    expect(new Set(lots.map(({ lot }) => lot)).size).toBe(lots.length);
    expect(events.every(({ id, enterprise }) => isUuid(id) && isUscc(enterprise))).toBe(true);
    const declarations = events.flatMap(event => ('declaration' in event ? event.declaration : []));
    expect(declarations.every(isDeclarationNumber)).toBe(true);
  });

  it('tells events in the order of time, none earlier than what it uses', () => {
    const times = eventsOf(1).map(({ occurredAt }) => Date.parse(occurredAt));
    expect(times.every((at, n) => n === 0 || times[n - 1]! <= at)).toBe(true);
  });

  it('conserves masses to the gram, and every element within a run', () => {
    for (let seed = 1; seed <= rounds(1, 3); seed++) {
      const events = eventsOf(seed).slice(0, rounds(500, 1_000));
      expect({ seed, faults: faultsOf(events) }).toEqual({ seed, faults: [] });
    }
  });
});

/** Runs whose output exceeds their input, by the plain books; these throw where mass is used that nobody holds. */
function faultsOf(events: readonly EventInput[]): string[] {
  const oracle = new Oracle(
    events.map((event, n) => ({ seq: n + 1, event: event as ContractEvent })),
    registry(),
  );
  return oracle.books
    .current()
    .filter(({ content }) => content?.type === 'processing')
    .filter(({ draws, yields }) => sum(yields.map(({ reo }) => reo)) > sum(draws.map(({ reo }) => reo)) * 1.01)
    .map(({ id }) => id);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
