import type { DrawFact, EventFacts, KnownFinding, LotFact, OriginFact } from '../facts/facts.js';

/** Illegal REO of a mass, and the sources it is from. */
export interface Taint {
  readonly reoG: number;
  readonly share: number;
  readonly sources: readonly string[];
  /** Findings that make output of its maker illegal, whatever it was made of (readings K9, K10): their ids. */
  readonly findings: readonly string[];
  readonly isTainted: boolean;
}

/** REO of a lot with where it comes from: a draw, a holding or a part of a transfer. */
export type LotMass = Pick<DrawFact, 'lot' | 'reoG' | 'origins'>;

/** Least illegal part that counts (estimate): share of the REO, and kilograms of REO. */
export interface TaintLimits {
  /** Percent. */
  readonly minTaint: number;
  readonly minTaintKgReo: number;
}

export const TAINT_PARAMETERS = {
  minTaint: {
    value: 0.1, min: 0, max: 100, unit: '%',
    meaning: { zh: '非法来源占比下限(估计值)', en: 'Least share from illegal sources that counts (estimate)' },
  },
  minTaintKgReo: {
    value: 1, min: 0, max: 1e6, unit: 'kg REO',
    meaning: { zh: '非法来源稀土量下限', en: 'Least REO from illegal sources that counts' },
  },
} as const; // prettier-ignore

/**
 * How much of masses is illegal: from illegal sources, and, where `facts` are given, made without or beyond a plan.
 * Unverified and unexplained sources are no taint.
 */
export function taintOf(masses: readonly LotMass[], limits: TaintLimits, facts?: EventFacts): Taint {
  const reoG = sumOf(masses.map(mass => (facts ? illegalReoOf(mass, facts) : illegalOriginsG(mass))));
  const total = sumOf(masses.map(mass => mass.reoG));
  const share = total > 0 ? reoG / total : 0;
  return {
    reoG,
    share,
    sources: [...new Set(masses.flatMap(({ origins }) => origins.filter(isIllegal).map(({ source }) => source.id)))].sort(),
    findings: facts ? [...new Set(masses.flatMap(({ lot }) => unlawfulMaking(lot, facts).map(({ finding }) => finding.id)))] : [],
    isTainted: share * 100 >= limits.minTaint && reoG >= limits.minTaintKgReo * 1000,
  };
} // prettier-ignore

/**
 * Grams of REO of a mass that are illegal (readings K9, K10): what illegal sources gave of it; all of it where its lot was
 * made without a plan (SEP-01, an open finding is enough); of a lot made beyond a plan (SEP-02 and MIN-03, confirmed) the
 * part that was beyond.
 */
export function illegalReoOf(mass: LotMass, facts: EventFacts): number {
  const unlawful = Math.max(0, ...unlawfulMaking(mass.lot, facts).map(({ share }) => share));
  return unlawful === 1 ? mass.reoG : mass.reoG * unlawful + illegalOriginsG(mass) * (1 - unlawful);
}

/** What makes masses illegal: ids of illegal sources, and `findings/id` of findings by which their making was unlawful. */
export const causesOf = ({ sources, findings }: Pick<Taint, 'sources' | 'findings'>): string[] => [
  ...sources,
  ...findings.map(id => `findings/${id}`),
];

/** Grams of REO of masses that are illegal by one cause; by a finding, all that is illegal of the lots it is about. */
export function illegalReoBy(cause: string, masses: readonly LotMass[], facts: EventFacts): number {
  if (!cause.startsWith('findings/')) return sumOf(masses.map(mass => illegalOriginsG(mass, cause)));
  const isAbout = ({ lot }: LotMass): boolean =>
    unlawfulMaking(lot, facts).some(({ finding }) => `findings/${finding.id}` === cause);
  return sumOf(masses.filter(isAbout).map(mass => illegalReoOf(mass, facts)));
}

const isIllegal = ({ source }: OriginFact): boolean => source.status === 'illegal';

const illegalOriginsG = ({ origins }: Pick<LotMass, 'origins'>, id?: string): number =>
  sumOf(origins.filter(each => isIllegal(each) && (id === undefined || each.source.id === id)).map(({ reoG }) => reoG));

/** A finding by which the making of a lot was unlawful, and the share of the lot that it is about. */
interface UnlawfulMaking {
  readonly finding: KnownFinding;
  readonly share: number;
}

const OVER_PLAN_RULES = ['SEP-02', 'MIN-03'];

/** Rules whose findings make what was made illegal. */
export const UNLAWFUL_MAKING_RULES: readonly string[] = ['SEP-01', ...OVER_PLAN_RULES];

function unlawfulMaking({ declaredBy, event, eventType }: LotFact, facts: EventFacts): UnlawfulMaking[] {
  if (eventType !== 'processing' && eventType !== 'mining') return [];
  const about = (rule: string): readonly KnownFinding[] =>
    facts.findings(rule, declaredBy).filter(({ events }) => events.includes(event));
  const withoutPlan = about('SEP-01').filter(({ state }) => state !== 'dismissed' && state !== 'closed');
  const overPlan = OVER_PLAN_RULES.flatMap(about).filter(({ state }) => state === 'confirmed');
  return [
    ...withoutPlan.map(finding => ({ finding, share: 1 })),
    ...overPlan.map(finding => ({ finding, share: finding.shares?.[event] ?? 1 })),
  ];
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
