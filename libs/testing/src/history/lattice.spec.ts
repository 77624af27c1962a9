import { describe, expect, test } from '@jest/globals';
import { Oracle } from '../oracle/oracle.js';
import { LATTICE_DECLARATION, diamondLattice, wideBlend } from './lattice.js';
import { recorded } from './recorded.js';

describe('diamondLattice', () => {
  test('shares of a lattice with 10^40 ways are exact', () => {
    const { events, registry } = diamondLattice(10, 40);
    const answer = new Oracle(recorded(events), registry).shipment(LATTICE_DECLARATION);
    expect(answer.chain).toEqual({ events: 411, holdings: 410, depth: 42 });
    expect(answer.origins.map(({ share }) => String(share))).toEqual(Array.from({ length: 10 }, () => '1/10'));
    expect(answer.verdict.status).toBe('CLEAN');
  });

  test('a single column of it is uneven', () => {
    const { events, registry } = diamondLattice(3, 1);
    const { books } = new Oracle(recorded(events), registry);
    expect(books.events.get(events[3]!.id)!.draws.map(({ mass }) => mass)).toEqual([1_000_000, 2_000_000, 3_000_000]);
  });
});

describe('wideBlend', () => {
  test('every mine has its part', () => {
    const { events, registry } = wideBlend(100);
    const answer = new Oracle(recorded(events), registry).shipment(LATTICE_DECLARATION);
    expect(answer.origins).toHaveLength(100);
    expect(String(answer.origins[0]!.share)).toBe('2/191');
  });
});
