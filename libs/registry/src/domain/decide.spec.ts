import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '#kernel';
import * as fc from 'fast-check';
import { Type } from '@sinclair/typebox';
import { defineCollection, type RegistryItem } from './collection.js';
import { decide, type CheckedItem } from './decide.js';
import { FOREVER_SEQ, itemOf, versionAt, type Version } from './version.js';

const things = defineCollection({
  name: 'things',
  title: 'Thing',
  description: 'A thing',
  fields: { number: Type.String(), state: Type.Integer() },
  key: ['number'],
  filters: [],
});

const seed = Date.now() % 2 ** 31;
console.info(`seed of the random statements: ${seed}`);

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00+08:00');
const day = (index: number): Date => new Date(START + index * DAY);
const at = (index: number): string => formatInstant(day(index));

interface Stated {
  readonly state: number;
  readonly from?: number;
  readonly to?: number;
}

const itemFrom = ({ state, from, to }: Stated): RegistryItem => ({
  source: 'test',
  number: 'N1',
  state,
  ...(from === undefined ? {} : { validFrom: at(from) }),
  ...(to === undefined ? {} : { validTo: at(to) }),
});

const checked = (stated: Stated): CheckedItem => {
  const item = itemFrom(stated);
  return { key: String(item['number']), item, place: { index: 0, pointer: '' }, warnings: [] };
};

/** A table in memory that decisions are saved to. */
class Table {
  readonly rows: Version[] = [];
  seq = 0;

  put(statements: readonly Stated[], now: Date) {
    const believed = this.rows.filter(row => row.seqTo === FOREVER_SEQ);
    const decision = decide(things, statements.map(checked), new Map([['N1', believed]]), this.seq, now);
    for (const closed of decision.closed) {
      const index = this.rows.findIndex(row => row.seqFrom === closed.seqFrom && row.validFrom === closed.validFrom);
      this.rows[index] = closed;
    }
    this.rows.push(...decision.opened);
    this.seq += decision.statements.length;
    return decision;
  }

  at(index: number, seq = this.seq): unknown {
    const believed = this.rows.filter(row => row.seqFrom <= seq && seq < row.seqTo);
    return versionAt(believed, day(index))?.facts['state'];
  }
}

describe('decide', () => {
  it('takes a new key for all time, and a known one from now on', () => {
    const table = new Table();
    expect(table.put([{ state: 1 }], day(5)).results).toEqual([{ key: 'N1', status: 'created', seq: 1 }]);
    expect(table.put([{ state: 2 }], day(10)).results).toEqual([{ key: 'N1', status: 'updated', seq: 2 }]);
    expect([0, 9, 10, 99].map(index => table.at(index))).toEqual([1, 1, 2, 2]);
    expect([0, 9, 10, 99].map(index => table.at(index, 1))).toEqual([1, 1, 1, 1]);
  });

  it('makes two versions of a licence valid in May and revoked from June', () => {
    const table = new Table();
    table.put([{ state: 1 }, { state: 2, from: 151 }], day(140));
    const believed = table.rows.filter(row => row.seqTo === FOREVER_SEQ);
    expect(believed.map(itemOf)).toEqual([
      { source: 'test', number: 'N1', state: 1, validTo: at(151) },
      { source: 'test', number: 'N1', state: 2, validFrom: at(151) },
    ]);
  });

  it('overrides only the time an item states, and keeps who stated the rest', () => {
    const table = new Table();
    table.put([{ state: 1 }], day(0));
    table.put([{ state: 2, from: 10, to: 20 }], day(0));
    expect([9, 10, 19, 20].map(index => table.at(index))).toEqual([1, 2, 2, 1]);
    expect(table.rows.filter(row => row.seqTo === FOREVER_SEQ).map(row => row.statedSeq)).toEqual([1, 1, 2]);
  });

  it('leaves a key alone where the same is believed for all of the time', () => {
    const table = new Table();
    table.put([{ state: 1, from: 0, to: 10 }, { state: 1, from: 10, to: 20 }], day(0)); // prettier-ignore
    expect(table.put([{ state: 1, from: 5, to: 15 }], day(0)).results).toEqual([{ key: 'N1', status: 'unchanged' }]);
    expect(table.put([{ state: 1, from: 15, to: 25 }], day(0)).results[0]).toMatchObject({ status: 'updated', seq: 3 });
  });

  it('applies items in order, each seeing those before it', () => {
    const table = new Table();
    const { results, statements } = table.put([{ state: 1 }, { state: 1 }, { state: 2 }, { state: 3 }], day(10));
    expect(results.map(result => result.status)).toEqual(['created', 'unchanged', 'updated', 'updated']);
    expect(statements.map(statement => statement.seq)).toEqual([1, 2, 3]);
    expect([1, 2, 3].map(seq => table.at(10, seq))).toEqual([1, 2, 3]);
    expect(table.at(9)).toBe(1);
  });

  it('refuses an end in the past for a known key without a beginning', () => {
    const table = new Table();
    const { results } = table.put([{ state: 1 }, { state: 2, to: 5 }, { state: 3, to: 15 }], day(10));
    expect(results.map(result => result.status)).toEqual(['created', 'refused', 'updated']);
    expect(results[1]).toMatchObject({ faults: [{ code: 'out-of-range', pointer: '/validTo', value: at(5) }] });
  });

  it('tells listeners what was believed before and after, once per key', () => {
    const table = new Table();
    table.put([{ state: 1 }], day(0));
    const { changes } = table.put([{ state: 2, from: 5 }, { state: 3, from: 9 }], day(0)); // prettier-ignore
    expect(changes).toHaveLength(1);
    expect(changes[0]?.before.map(version => version.facts['state'])).toEqual([1]);
    expect(changes[0]?.after.map(version => version.facts['state'])).toEqual([1, 2, 3]);
  });

  it('believes of each day at each position what the last statement covering it said', () => {
    const dayIndex = fc.integer({ min: 0, max: 30 });
    const statement = fc
      .record({ state: fc.integer({ min: 1, max: 3 }), bounds: fc.tuple(dayIndex, dayIndex), open: fc.integer({ min: 0, max: 3 }) })
      .map(({ state, bounds: [a, b], open }): Stated => ({
        state,
        ...(open % 2 === 0 ? { from: Math.min(a, b) } : {}),
        ...(open < 2 ? { to: Math.max(a, b) + 1 } : {}),
      })); // prettier-ignore
    const slices = fc.array(fc.array(statement, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(slices, given => {
        const table = new Table();
        const days = Array.from({ length: 36 }, (_, index) => index - 2);
        const oracle: (readonly unknown[])[] = [days.map(() => undefined)];
        given.forEach((slice, round) => {
          const now = 3 * (round + 1);
          const { results } = table.put(slice, day(now));
          slice.forEach(({ state, from, to }, index) => {
            const last = oracle.at(-1)!;
            const known = oracle.length > 1;
            const begin = from ?? (known ? now : -Infinity);
            const told = days.map((each, place) => (begin <= each && each < (to ?? Infinity) ? state : last[place]));
            const result = results[index]!;
            expect(result.status === 'refused').toBe(begin >= (to ?? Infinity));
            if ('seq' in result) oracle.push(told);
            else expect(told).toEqual(last);
          });
        });
        expect(table.seq).toBe(oracle.length - 1);
        oracle.forEach((told, seq) => expect(days.map(each => table.at(each, seq))).toEqual(told));
        expect(overlaps(table.rows)).toEqual([]);
      }),
      { seed, numRuns: 200 },
    );
  });
});

/** Pairs of versions that are believed of the same time at the same position: there must be none. */
function overlaps(rows: readonly Version[]): unknown[] {
  return rows.flatMap((a, index) =>
    rows
      .slice(index + 1)
      .filter(b => a.validFrom < b.validTo && b.validFrom < a.validTo && a.seqFrom < b.seqTo && b.seqFrom < a.seqTo)
      .map(b => [a, b]),
  );
}
