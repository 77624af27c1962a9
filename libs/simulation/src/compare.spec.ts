import { describe, expect, it } from '@jest/globals';
import { compare } from './compare.js';
import type { KeyEntry } from './key.js';

const entry = (given: Partial<KeyEntry> = {}): KeyEntry => ({
  rule: 'MIN-01',
  kind: 'violation',
  enterprise: 'A',
  events: [],
  also: [],
  ...given,
});
const finding = (rule: string, enterprise: string, period?: string) => ({
  rule,
  enterprise,
  severity: 'S4' as const,
  ...(period === undefined ? {} : { period }),
});

describe('findings compared with what was planted', () => {
  it('counts what was found, and what was missed', () => {
    const scores = compare([entry(), entry({ enterprise: 'B' })], [finding('MIN-01', 'A')]);
    expect(scores.get('MIN-01')).toMatchObject({ planted: 2, found: 1, false: [] });
    expect(scores.get('MIN-01')!.missed).toEqual([entry({ enterprise: 'B' })]);
  });

  it('holds the period against it where the key tells one', () => {
    const planted = [entry({ rule: 'TAX-01', period: '2025-04' })];
    expect(compare(planted, [finding('TAX-01', 'A', '2025-05')]).get('TAX-01')).toMatchObject({ found: 0 });
    expect(compare(planted, [finding('TAX-01', 'A', '2025-04')]).get('TAX-01')).toMatchObject({ found: 1 });
  });

  it('takes near misses that are found, and findings nobody planted, for false', () => {
    const near = entry({ kind: 'near-miss' });
    const { caught, false: wrong } = compare([near], [finding('MIN-01', 'A'), finding('MIN-01', 'C')]).get('MIN-01')!;
    expect([caught, wrong.map(({ enterprise }) => enterprise)]).toEqual([[near], ['A', 'C']]);
  });

  it('knows what follows from something else', () => {
    const planted = [entry({ also: [{ rule: 'TRD-01', enterprise: 'B' }] })];
    const found = [finding('TRD-01', 'B'), finding('TRD-01', 'C')];
    expect(compare(planted, found).get('TRD-01')).toMatchObject({ consequences: 1, false: [found[1]] });
  });
});
