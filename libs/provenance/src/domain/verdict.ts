import { provinceOf } from '#kernel';
import type { AttributedMass } from './attribution.js';
import type { NamedSource } from './origins.js';
import { compareText } from './rounding.js';

/** A reason or a missing piece, still without words. */
export interface Remark {
  readonly code:
    | 'illegal-source'
    | 'open-finding'
    | 'sanctioned-party'
    | 'unverified-source'
    | 'unexplained-mass'
    | 'pending-transfer'
    | 'recomputing'
    | 'limit-reached'
    | 'rule-failed'
    | 'feed-stale'
    | 'engine-behind';
  /** Message of the catalogue, where it is not that of the code. */
  readonly message?: 'no-rare-earths';
  readonly values: Readonly<Record<string, number>>;
  readonly refs: readonly string[];
}

export interface Verdict {
  readonly status: 'CLEAN' | 'FLAGGED' | 'UNKNOWN';
  readonly reasons: readonly Remark[];
  readonly missing: readonly Remark[];
}

export interface VerdictFacts {
  readonly sources: readonly Pick<NamedSource, 'source' | 'mass'>[];
  readonly mass: Pick<AttributedMass, 'reoG' | 'lostG'>;
  /** Sources by number, for the members of groups. */
  readonly idOf: (sourceNo: number) => string;
  readonly pending: readonly string[];
  readonly recomputing: boolean;
  readonly limitReached: boolean;
  /** Findings that lie on the chain, feeds that are overdue, and whether screening has looked at all of it. */
  readonly screening: {
    readonly findings: readonly { readonly id: string; readonly weight: 'finding' | 'sanction' | 'failure' | 'none' }[];
    readonly staleFeeds: readonly { readonly id: string; readonly region?: string }[];
    readonly settled: boolean;
  };
}

/** The country as a region. */
const COUNTRY = '000000';

/** Most references of one remark. */
const REFS_MAX = 100;

/** Part of the REO that doubles may lose in adding up. */
const LOST_RATIO = 1e-9;

/**
 * The verdict. `CLEAN` only where all mass comes from sources shown to be legal, no finding of
 * weight lies on the chain, and nothing is pending or still to be screened; a source counts even where its share rounds to nothing.
 */
export function judge(facts: VerdictFacts): Verdict {
  const reasons = [
    ...sourceRemark(facts, 'illegal', 'illegal-source'),
    ...findingRemark(facts, 'finding', 'open-finding'),
    ...findingRemark(facts, 'sanction', 'sanctioned-party'),
  ];
  const missing = [
    ...sourceRemark(facts, 'unverified', 'unverified-source'),
    ...unexplainedRemark(facts),
    ...(facts.pending.length > 0 ? [plain('pending-transfer', facts.pending)] : []),
    ...(facts.recomputing ? [plain('recomputing')] : []),
    ...findingRemark(facts, 'failure', 'rule-failed'),
    ...staleFeedRemark(facts),
    ...(facts.limitReached ? [plain('limit-reached')] : []),
    ...(facts.screening.settled ? [] : [plain('engine-behind')]),
  ];
  const status = reasons.length > 0 ? 'FLAGGED' : missing.length > 0 ? 'UNKNOWN' : 'CLEAN';
  return { status, reasons, missing };
}

function plain(code: Remark['code'], refs: readonly string[] = []): Remark {
  return { code, values: { count: refs.length }, refs: refs.slice(0, REFS_MAX) };
}

function findingRemark({ screening }: VerdictFacts, weight: string, code: Remark['code']): Remark[] {
  const findings = screening.findings.filter(finding => finding.weight === weight);
  return findings.length > 0 ? [plain(code, findings.map(({ id }) => id))] : []; // prettier-ignore
}

/** Feeds that could have told something of the sources: of the whole country, or of the province of one of them. */
function staleFeedRemark({ screening, sources }: VerdictFacts): Remark[] {
  const provinces = new Set(sources.map(({ source }) => provinceIn(source.region)));
  const stale = screening.staleFeeds.filter(({ region }) => isNational(region) || provinces.has(provinceIn(region)));
  return stale.length > 0 ? [plain('feed-stale', stale.map(({ id }) => id))] : []; // prettier-ignore
}

const isNational = (region: string | undefined): boolean => region === undefined || region === COUNTRY;
const provinceIn = (region: string | undefined): string | undefined => region && provinceOf(region);

function sourceRemark(facts: VerdictFacts, status: string, code: Remark['code']): Remark[] {
  const sources = facts.sources.filter(({ source }) => source.status === status);
  if (sources.length === 0) return [];
  return [remarkOn(facts, code, sources, 0)];
}

function unexplainedRemark(facts: VerdictFacts): Remark[] {
  if (facts.mass.reoG === 0) {
    return [{ code: 'unexplained-mass', message: 'no-rare-earths', values: {}, refs: [] }];
  }
  const sources = facts.sources.filter(({ source }) => source.status === 'unexplained');
  const lostG = facts.limitReached || facts.mass.lostG <= LOST_RATIO * facts.mass.reoG ? 0 : facts.mass.lostG;
  return sources.length > 0 || lostG > 0 ? [remarkOn(facts, 'unexplained-mass', sources, lostG)] : [];
}

function remarkOn(facts: VerdictFacts, code: Remark['code'], sources: VerdictFacts['sources'], lostG: number): Remark {
  const reoG = sources.reduce((sum, { mass }) => sum + mass.reoG, lostG);
  const ids = sources.flatMap(({ source, mass }) => (source.folded ? [...mass.members].map(facts.idOf) : [source.id]));
  const refs = [...new Set(ids)].sort(compareText);
  const percent = facts.mass.reoG > 0 ? forPeople((reoG / facts.mass.reoG) * 100) : 0;
  return {
    code,
    values: { count: refs.length, percent, reoKg: forPeople(reoG / 1000) },
    refs: refs.slice(0, REFS_MAX),
  };
}

/** Four significant digits; whole numbers as they are. */
const forPeople = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
