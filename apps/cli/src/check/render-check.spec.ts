import { describe, expect, it } from '@jest/globals';
import type { CheckReport } from '#lots';
import { renderCheck } from './render-check.js';

const SOUND: CheckReport = {
  seq: 1234, violations: [], wrongPools: [], wrongRoots: [], tampered: [], differences: [], digests: {},
}; // prettier-ignore

const PLAIN = { quick: false, lang: 'en', colour: false, width: 100 } as const;

describe('what a check found', () => {
  it('is one line where all is well', () => {
    expect(renderCheck(SOUND, PLAIN)).toBe('Everything is as it follows from the ledger, up to position 1,234.\n');
    expect(renderCheck(SOUND, { ...PLAIN, quick: true })).toMatch(/^The sums are right/);
    expect(renderCheck(SOUND, { ...PLAIN, lang: 'zh', colour: true })).toMatch(/\u001b\[32m截至位置 1,234/);
  });

  it('names everything that is otherwise, and of rows only what differs', () => {
    const report: CheckReport = {
      ...SOUND,
      violations: [{ rule: 'drawn-differs-from-draws', at: 'h-1' }],
      wrongPools: [{ pool: 7, event: 'e-7' }],
      wrongRoots: [{ source: 'import:4220', eventNo: 3, stored: 'legal', expected: 'illegal' }],
      tampered: [12],
      differences: [
        { relation: 'holdings', key: 5, stored: '{"key":5,"mass_g":2,"site":null}', expected: '{"key":5,"mass_g":1,"site":null}' },
        { relation: 'lots', key: 6, expected: '{"key":6}' },
      ],
    }; // prettier-ignore
    expect(renderCheck(report, PLAIN).split('\n')).toEqual([
      'Something is stored otherwise than it follows from the ledger, at position 1,234:',
      '  more or less was taken from a holding than the events took: h-1',
      '  the composition of what event e-7 made does not follow from what went into it',
      '  import:4220 is stored as legal but is illegal',
      '  entry 12 of the ledger is not what was recorded: its digest does not fit',
      '  holding no. 5',
      '    stored: {"mass_g":2}',
      '    expected: {"mass_g":1}',
      '  lot no. 6',
      '    stored: nothing',
      '    expected: {"key":6}',
      '',
    ]);
  });

  it('is cut where it would be endless, and cannot steer the terminal', () => {
    const violations = Array.from({ length: 30 }, () => ({ rule: 'recomputing', at: '\u001b[2J' }) as const);
    const text = renderCheck({ ...SOUND, violations, stoppedAt: { seq: 1, reason: 'no' } }, PLAIN);
    expect(text.split('\n')).toHaveLength(24);
    expect(text).toContain('and 10 more');
    expect(text).not.toContain('\u001b');
  });
});
