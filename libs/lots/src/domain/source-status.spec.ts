import { describe, expect, it } from '@jest/globals';
import { day, declarationNumber, hour, licenceNumber, uscc } from '#testing';
import {
  type Believed, type DeclarationFacts, type EnterpriseFacts, judgeSource, type PermitFacts, type RootEvidence,
} from './source-status.js'; // prettier-ignore
import type { SourceStatus } from './source.js';
import type { RootPlan, SourceDecision } from './state.js';

const [OWNER, OTHER] = [uscc(1), uscc(2)];

const root = (given: Partial<RootPlan>): RootPlan => ({
  eventNo: 1,
  sourceId: 'source',
  kind: 'mine',
  reference: licenceNumber(1),
  enterprise: OWNER,
  year: 2026,
  occurredAt: new Date('2026-03-15T12:00:00+08:00'),
  massG: 10_000_000,
  firstSeq: 1,
  ...given,
});

const always = <Facts>(facts: Facts, from = -Infinity, to = Infinity): Believed<Facts> => ({
  facts,
  validFrom: from,
  validTo: to,
});

const nothing: RootEvidence = {
  permits: [],
  declarations: [],
  enterprises: [],
  sanctions: [],
  importedG: 0,
  decisions: [],
};

const permit = (given: Partial<PermitFacts> = {}): PermitFacts => ({
  kind: 'mining-licence',
  holder: OWNER,
  from: '2026-01-01',
  status: 'valid',
  ...given,
});

const declaration = (given: Partial<DeclarationFacts> = {}): DeclarationFacts => ({
  direction: 'import',
  party: OWNER,
  lines: [{ hsCode: '2846901999', massKg: 10_000 }],
  ...given,
});

type Row = readonly [name: string, root: RootPlan, evidence: Partial<RootEvidence>, status: SourceStatus];

const mined = (name: string, permits: readonly Believed<PermitFacts>[], status: SourceStatus): Row => [
  `mine: ${name}`,
  root({}),
  { permits },
  status,
];
const licensed = (name: string, given: Partial<PermitFacts>, status: SourceStatus): Row =>
  mined(name, [always(permit(given))], status);

const imported = (
  name: string,
  status: SourceStatus,
  given: Partial<DeclarationFacts> = {},
  importedG = 10_000_000,
): Row => [
  `import: ${name}`,
  root({ kind: 'import', reference: declarationNumber(1, 'import') }),
  { declarations: [always(declaration(given))], importedG },
  status,
];

const scrap = (name: string, status: SourceStatus, kinds: readonly string[] | undefined, party?: string): Row => [
  `scrap: ${name}`,
  root({ kind: 'scrap', ...(party && { party }) }),
  { enterprises: kinds ? [always<EnterpriseFacts>({ kinds })] : [] },
  status,
];

const JUNE = new Date('2026-06-01T00:00:00+08:00').getTime();
const suspended = permit({ status: 'suspended' });

const ROWS: readonly Row[] = [
  mined('no licence in the registry', [], 'unverified'),
  licensed('its own licence', {}, 'legal'),
  licensed('a contractor of the holder', { holder: OTHER, contractors: [uscc(3), OWNER] }, 'legal'),
  licensed('a recovery approval', { kind: 'recovery-approval' }, 'legal'),
  licensed('its first day', { from: '2026-03-15' }, 'legal'),
  licensed('its last day', { to: '2026-03-15' }, 'legal'),
  licensed('the day before it begins', { from: '2026-03-16' }, 'illegal'),
  licensed('the day after it ran out', { to: '2026-03-14' }, 'illegal'),
  licensed('the licence of another', { holder: OTHER }, 'illegal'),
  licensed('of another, with other contractors', { holder: OTHER, contractors: [uscc(3)] }, 'illegal'),
  licensed('suspended', { status: 'suspended' }, 'illegal'),
  licensed('revoked', { status: 'revoked' }, 'illegal'),
  licensed('an exploration licence', { kind: 'exploration-licence' }, 'illegal'),
  mined('suspended from June', [always(permit(), -Infinity, JUNE), always(suspended, JUNE)], 'legal'),
  mined('suspended until June', [always(suspended, -Infinity, JUNE), always(permit(), JUNE)], 'illegal'),
  mined('one of two that fits', [always(permit({ holder: OTHER })), always(permit())], 'legal'),
  ['import: no declaration in the registry', root({ kind: 'import' }), { importedG: 1 }, 'unverified'],
  imported('as declared', 'legal'),
  imported('up to half a percent more', 'legal', {}, 10_050_000),
  imported('a gram beyond it', 'illegal', {}, 10_050_001),
  imported('an export declaration', 'illegal', { direction: 'export' }),
  imported('of another party', 'illegal', { party: OTHER }),
  imported('other goods beside rare earths do not count', 'illegal', {
    lines: [
      { hsCode: '2846901999', massKg: 9_000 },
      { hsCode: '7204290000', massKg: 9_000 },
    ],
  }),
  imported('all goods count where none is known to be rare earths', 'legal', {
    lines: [
      { hsCode: '7204290000', massKg: 4_000 },
      { hsCode: '7204490000', massKg: 6_000 },
    ],
  }),
  imported('several lines', 'legal', {
    lines: [
      { hsCode: '2846901999', massKg: 4_000.5 },
      { hsCode: '2846102000', massKg: 5_999.5 },
    ],
  }),
  scrap('taken in by a recycler, supplier named by its code', 'legal', ['trader', 'recycler'], OTHER),
  scrap('supplier known by name only', 'unverified', ['recycler'], undefined),
  scrap('taken in by no recycler', 'unverified', ['trader'], OTHER),
  scrap('taken in by nobody known', 'unverified', undefined, OTHER),
  ['opening stock', root({ kind: 'opening-stock' }), {}, 'unverified'],
  ['goods nobody dispatched', root({ kind: 'undispatched' }), {}, 'unexplained'],
];

describe('the status of a source', () => {
  it.each(ROWS)('%s', (_, given, evidence, status) => {
    expect(judgeSource(given, { ...nothing, ...evidence })).toBe(status);
  });

  const decided = (status: 'legal' | 'illegal', span: Partial<Pick<SourceDecision, 'from' | 'to'>> = {}) => ({
    sourceId: 'source',
    status,
    ...span,
  });
  const instant = (text: string): Date => new Date(text);
  const when = instant('2026-03-15T12:00:00+08:00');

  it.each([
    ['verified by decision', 'opening-stock', [decided('legal')], 'legal'],
    ['rejected by decision', 'opening-stock', [decided('illegal')], 'illegal'],
    ['a decision overrides the papers', 'mine', [decided('illegal')], 'illegal'],
    ['the newest decision speaks', 'mine', [decided('illegal'), decided('legal')], 'legal'],
    ['from its first instant', 'mine', [decided('illegal', { from: when })], 'illegal'],
    ['not before', 'mine', [decided('illegal', { from: instant(day(200)) })], 'legal'],
    ['until before its last instant', 'mine', [decided('illegal', { to: when })], 'legal'],
    ['an older one where the newest does not cover the day', 'mine', [decided('illegal'), decided('legal', { to: instant(hour(0)) })], 'illegal'],
    ['nobody can decide on what is unexplained', 'undispatched', [decided('legal')], 'unexplained'],
  ] as const)('%s', (_, kind, decisions, status) => {
    const evidence = { ...nothing, permits: [always(permit())], decisions };
    expect(judgeSource(root({ kind }), evidence)).toBe(status);
  }); // prettier-ignore

  const sanction = (given: object = {}) => always({ kind: 'illegal-source', from: '2026-03-15', ...given });
  it.each([
    ['a sanction overrides the papers', 'mine', [sanction()], [], 'illegal'],
    ['through its last day', 'mine', [sanction({ from: '2026-01-01', to: '2026-03-15' })], [], 'illegal'],
    ['not before its first day', 'mine', [sanction({ from: '2026-03-16' })], [], 'legal'],
    ['not after its last day', 'mine', [sanction({ from: '2026-01-01', to: '2026-03-14' })], [], 'legal'],
    ['nor does one of another kind', 'mine', [sanction({ kind: 'blacklist' })], [], 'legal'],
    ['a decision on the source overrides it', 'mine', [sanction()], [decided('legal')], 'legal'],
    ['what is unexplained stays so', 'undispatched', [sanction()], [], 'unexplained'],
  ] as const)('%s', (_, kind, sanctions, decisions, status) => {
    const evidence = { ...nothing, permits: [always(permit())], sanctions, decisions };
    expect(judgeSource(root({ kind }), evidence)).toBe(status);
  }); // prettier-ignore
});
