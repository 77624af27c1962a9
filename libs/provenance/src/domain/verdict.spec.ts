import { describe, expect, it } from '@jest/globals';
import { judge, type VerdictFacts } from './verdict.js';

const NO_GRAMS = new Float64Array(16);
const NOTHING_FOUND = { findings: [], staleFeeds: [], settled: true };

const source = (no: number, status: string, reoG: number, folded = false, members: number[] = []) => ({
  source: { no, id: `source-${no}`, status, kind: 'mine', region: '360728', folded },
  mass: { sourceNo: no, reoG, grams: NO_GRAMS, members: new Set(members) },
});

const facts = (given: Partial<VerdictFacts>): VerdictFacts => ({
  sources: [source(1, 'legal', 1_000)],
  mass: { reoG: 1_000, lostG: 0 },
  idOf: no => `source-${no}`,
  pending: [],
  recomputing: false,
  limitReached: false,
  screening: NOTHING_FOUND,
  ...given,
});

const stale = (region?: string): Partial<VerdictFacts> => ({
  screening: { ...NOTHING_FOUND, staleFeeds: [{ id: 'f', ...(region === undefined ? {} : { region }) }] },
});

type Weight = VerdictFacts['screening']['findings'][number]['weight'];

const found = (weight: Weight): Partial<VerdictFacts> => ({
  screening: { ...NOTHING_FOUND, findings: [{ id: 'f', weight }] },
});

const codes = (given: Partial<VerdictFacts>) => {
  const { status, reasons, missing } = judge(facts(given));
  return [status, reasons.map(({ code }) => code), missing.map(({ code }) => code)];
};

describe('the verdict', () => {
  it.each([
    ['legal sources only', {}, ['CLEAN', [], []]],
    ['an illegal source', { sources: [source(1, 'illegal', 1)] }, ['FLAGGED', ['illegal-source'], []]],
    ['an unverified source', { sources: [source(1, 'unverified', 1)] }, ['UNKNOWN', [], ['unverified-source']]],
    ['unexplained mass', { sources: [source(1, 'unexplained', 1)] }, ['UNKNOWN', [], ['unexplained-mass']]],
    ['a share that rounds to nothing', { sources: [source(1, 'illegal', 0)] }, ['FLAGGED', ['illegal-source'], []]],
    ['goods on the way', { pending: ['d-1'] }, ['UNKNOWN', [], ['pending-transfer']]],
    ['a correction being worked in', { recomputing: true }, ['UNKNOWN', [], ['recomputing']]],
    ['a walk cut short', { limitReached: true, mass: { reoG: 9, lostG: 9 } }, ['UNKNOWN', [], ['limit-reached']]],
    ['an open finding', found('finding'), ['FLAGGED', ['open-finding'], []]],
    ['a party under a sanction', found('sanction'), ['FLAGGED', ['sanctioned-party'], []]],
    ['a finding of little weight', found('none'), ['CLEAN', [], []]],
    ['a rule that failed', found('failure'), ['UNKNOWN', [], ['rule-failed']]],
    [
      'screening that is behind',
      { screening: { ...NOTHING_FOUND, settled: false } },
      ['UNKNOWN', [], ['engine-behind']],
    ],
    ['a feed of the whole country that is overdue', stale(), ['UNKNOWN', [], ['feed-stale']]],
    ['one of the country by its code', stale('000000'), ['UNKNOWN', [], ['feed-stale']]],
    ['one of the province of a source', stale('360000'), ['UNKNOWN', [], ['feed-stale']]],
    ['one of another province', stale('150000'), ['CLEAN', [], []]],
    ['mass that no pool accounts for', { mass: { reoG: 1_000, lostG: 1 } }, ['UNKNOWN', [], ['unexplained-mass']]],
    ['no rare earths', { sources: [], mass: { reoG: 0, lostG: 0 } }, ['UNKNOWN', [], ['unexplained-mass']]],
    [
      'everything at once: FLAGGED before UNKNOWN',
      { sources: ['illegal', 'unverified', 'unexplained'].map((status, no) => source(no, status, 1)), pending: ['d'] },
      ['FLAGGED', ['illegal-source'], ['unverified-source', 'unexplained-mass', 'pending-transfer']],
    ],
  ])('for %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('says how much and from where, members of groups included, at most 100 of them', () => {
    const members = Array.from({ length: 150 }, (_, no) => no + 10);
    const { missing } = judge(facts({ sources: [source(2, 'unverified', 250, true, members)] }));
    expect(missing[0]).toMatchObject({ values: { count: 150, percent: 25, reoKg: 0.25 } });
    expect([missing[0]!.refs.length, missing[0]!.refs[0]]).toEqual([100, 'source-10']);
  });
});
