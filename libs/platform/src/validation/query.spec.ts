import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { DomainError } from '#kernel';
import { parseAsOf } from './as-of.js';
import { cursorParser, encodeCursor } from './cursor.js';
import { asOfParameter, pageParameters } from './lists.js';
import { queryParser } from './query.js';

const read = queryParser(
  Type.Object(
    {
      ...pageParameters,
      asOf: Type.Optional(asOfParameter),
      enterprise: Type.Optional(Type.String({ format: 'uscc' })),
      exact: Type.Optional(Type.Boolean()),
      text: Type.Optional(Type.String({ minLength: 1 })),
    },
    { additionalProperties: false },
  ),
);

function faultsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.status).toBe(400);
    return error.faults.map(fault => `${fault.code} ${fault.parameter}`);
  }
}

describe('queryParser', () => {
  it('reads parameters by their types', () => {
    expect(read('limit=5&exact=true&text=a+b%2B%E9%95%9D&&asOf=17')).toEqual({ limit: 5, exact: true, text: 'a b+镝', asOf: '17' });
    expect(read('')).toEqual({});
  }); // prettier-ignore

  it('takes an offset whose plus was not encoded', () => {
    expect(read('asOf=2026-01-01T00:00:00+08:00')).toEqual({ asOf: '2026-01-01T00:00:00+08:00' });
  });

  it.each([
    ['limit=0', 'out-of-range limit'],
    ['limit=1.5', 'bad-format limit'],
    ['limit=0x10', 'bad-format limit'],
    ['limit=', 'bad-format limit'],
    ['limit=1e2', 'bad-format limit'],
    ['exact=1', 'bad-format exact'],
    ['asOf=-1', 'bad-format asOf'],
    ['asOf=2026-01-01', 'bad-format asOf'],
    ['enterprise=9136', 'bad-format enterprise'],
    ['text=', 'out-of-range text'],
    ['text=%00', 'bad-format text'],
    ['text=%C3%28', 'bad-format text'],
    ['text=%', 'bad-format text'],
    ['text=%ED%A0%80', 'bad-format text'],
    ['text=a&text=a', 'bad-format text'],
    ['Text=a', 'unknown-parameter Text'],
    ['constructor=a', 'unknown-parameter constructor'],
    ['=a', 'unknown-parameter '],
  ])('refuses %s', (search, fault) => {
    expect(faultsOf(() => read(search))).toEqual([fault]);
  });

  it('names every fault', () => {
    expect(faultsOf(() => read('a=1&limit=0&b=1&exact=x')).sort()).toEqual(
      ['bad-format exact', 'out-of-range limit', 'unknown-parameter a', 'unknown-parameter b'],
    );
  }); // prettier-ignore
});

describe('parseAsOf', () => {
  it('reads positions and instants', () => {
    expect(parseAsOf('0')).toEqual({ seq: 0 });
    expect(parseAsOf('2026-01-01T08:00:00+08:00')).toEqual({ instant: new Date('2026-01-01T00:00:00Z') });
    for (const text of ['', ' 1', '1.0', '9'.repeat(16), '2026-01-01T00:00:00', 'now']) {
      expect(parseAsOf(text)).toBeUndefined();
    }
  });
});

describe('cursors', () => {
  const readCursor = cursorParser(Type.Object({ seq: Type.Integer() }, { additionalProperties: false }));

  it('come back as they went', () => {
    expect(readCursor(encodeCursor({ seq: 7 }))).toEqual({ seq: 7 });
  });

  it.each(['', 'x', '%%%', encodeCursor({}), encodeCursor({ seq: '7' }), encodeCursor(null)])('refuse %j', cursor => {
    expect(faultsOf(() => readCursor(cursor))).toEqual(['bad-format cursor']);
  });
});
