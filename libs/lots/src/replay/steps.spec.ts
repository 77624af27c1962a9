import { describe, expect, it } from '@jest/globals';
import type { LedgerLine } from './ledger-line.js';
import { stepsOf } from './steps.js';

const by = { actor: 'test', channel: 'api' };

let seq = 0;
const line = (kind: string, second: number, more: object = {}): LedgerLine =>
  ({ kind, seq: ++seq, recordedAt: `2026-01-01T00:00:${String(second).padStart(2, '0')}+08:00`, by, ...more }) as LedgerLine; // prettier-ignore
const event = (second: number, type = 'mining', more: object = {}): LedgerLine =>
  line('event', second, { event: { type, ...more } });
const item = (second: number, collection = 'permits'): LedgerLine => line('registry', second, { collection, item: {} });

async function steps(lines: readonly LedgerLine[]): Promise<string[]> {
  const found: string[] = [];
  for await (const step of stepsOf(each(lines))) found.push(`${step.kind} ${step.lines.length}`);
  return found;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

describe('what is recorded together again', () => {
  it('is what was committed together, and plain events however they were committed', async () => {
    expect(await steps([event(1), event(1), event(2), event(3, 'processing'), item(4), event(5)])).toEqual([
      'events 4',
      'registry 1',
      'events 1',
    ]);
    expect(await steps(many(2_500, n => event(n % 60)))).toEqual(['events 1000', 'events 1000', 'events 500']);
  });

  it('keeps imports with those they were committed with, and no others', async () => {
    expect(await steps([event(1), event(2, 'import'), event(2), event(3), event(4)])).toEqual([
      'events 1',
      'events 2',
      'events 2',
    ]);
  });

  it('leaves every correction alone', async () => {
    expect(await steps([event(1), event(1, 'correction'), event(1, 'correction'), event(1)])).toEqual(many(4, () => 'events 1')); // prettier-ignore
  });

  it('keeps collections, decisions and times of the registry apart', async () => {
    expect(
      await steps([item(1), item(1), item(1, 'sites'), item(2, 'sites'), line('decision', 3), line('decision', 3)]),
    ).toEqual(['registry 2', 'registry 1', 'registry 1', 'decision 1', 'decision 1']);
  });

  it('stays small as a request', async () => {
    const draws = many(5_000, () => ({}));
    expect(await steps(many(9, n => event(n, 'dispatch', { draws })))).toEqual(['events 4', 'events 4', 'events 1']);
  });
});
