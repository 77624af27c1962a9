import { describe, expect, it } from '@jest/globals';
import { permitValidOn } from './permit.js';

describe('permitValidOn', () => {
  const term = { status: 'valid', from: '2026-01-01', to: '2026-05-31' } as const;

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
  ])('holds from its first day through its last: %s', (day, holds) => expect(permitValidOn(term, day)).toBe(holds));

  it('holds for ever without an end, and never while suspended or revoked', () => {
    expect(permitValidOn({ status: 'valid', from: '2026-01-01' }, '2099-01-01')).toBe(true);
    expect(permitValidOn({ ...term, status: 'suspended' }, '2026-03-01')).toBe(false);
    expect(permitValidOn({ ...term, status: 'revoked' }, '2026-03-01')).toBe(false);
  });
});
