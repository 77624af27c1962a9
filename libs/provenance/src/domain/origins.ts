import type { AttributedMass, AttributedSource } from './attribution.js';
import { compareText, elementShares, roundKg, roundShare } from './rounding.js';
import type { Attribution, OriginAnswer, RestAnswer, UnexplainedAnswer } from './schema/origins.js';
import { placeOf, referenceOf, type SourceFacts } from './source-facts.js';

/** A source of the subject with what is known of it. */
export interface NamedSource {
  readonly source: SourceFacts;
  readonly mass: AttributedSource;
  /** Enterprise and region of its latest root event. */
  readonly enterprise?: string;
  readonly region?: string;
  readonly bounds?: ShareBounds;
}

export interface ShareBounds {
  readonly min: number;
  readonly max: number;
}

/**
 * Lists a subject's sources: those with a name, largest first; what was folded, or is beyond `limit`, as `rest`; and
 * apart from both what nobody can explain.
 */
export function listOrigins(named: readonly NamedSource[], mass: AttributedMass, limit = Infinity): Attribution {
  const unexplained = named.filter(({ source }) => source.status === 'unexplained').sort(bySize);
  const explained = named.filter(({ source }) => source.status !== 'unexplained');
  const single = explained.filter(({ source }) => !source.folded).sort(bySize);
  const folded = explained.filter(({ source }) => source.folded);
  const shown = single.slice(0, limit);
  return {
    origins: shown.map(each => originOf(each, mass)),
    rest: restOf([...folded, ...single.slice(limit)], mass),
    unexplained: unexplainedOf(unexplained, mass),
  };
}

/** The answer where the walk into the past stopped at a limit: how the mass divides is not known. */
export const unknownOrigins = (reoG: number): Attribution => ({
  origins: [],
  rest: { count: 0, share: reoG > 0 ? 1 : 0, reoKg: roundKg(reoG), groups: [] },
  unexplained: { reoKg: 0, share: 0, introducedBy: [] },
});

/** Largest first; of equals by id, then status. */
export function bySize(a: NamedSource, b: NamedSource): number {
  const byShare = b.mass.reoG - a.mass.reoG;
  return byShare || compareText(a.source.id, b.source.id) || compareText(a.source.status, b.source.status);
}

const shareOf = (reoG: number, mass: AttributedMass): number => (mass.reoG > 0 ? roundShare(reoG / mass.reoG) : 0);

function originOf({ source, mass: own, enterprise, region, bounds }: NamedSource, mass: AttributedMass): OriginAnswer {
  const share = shareOf(own.reoG, mass);
  return {
    source: {
      id: source.id,
      kind: source.kind,
      ...(enterprise === undefined ? {} : { enterprise }),
      ...(region === undefined ? {} : { region }),
      reference: referenceOf(source),
      status: source.status,
    },
    reoKg: roundKg(own.reoG),
    share,
    // The estimate is rounded to parts per billion on its way; the bounds are not.
    ...(bounds && {
      shareMin: Math.min(share, Math.max(0, roundShare(bounds.min))),
      shareMax: Math.max(share, Math.min(1, roundShare(bounds.max))),
    }),
    elements: elementShares(own.grams, mass.elements),
  };
}

function restOf(cut: readonly NamedSource[], mass: AttributedMass): RestAnswer {
  const groups = new Map<string, { first: NamedSource; members: Set<number>; reoG: number }>();
  for (const each of cut) {
    const key = groupKey(each.source);
    const group = groups.get(key) ?? { first: each, members: new Set(), reoG: 0 };
    groups.set(key, group);
    group.reoG += each.mass.reoG;
    for (const no of each.source.folded ? each.mass.members : [each.source.no]) group.members.add(no);
  }
  const reoG = cut.reduce((sum, each) => sum + each.mass.reoG, 0);
  const listed = [...groups].sort(([keyA, a], [keyB, b]) => b.reoG - a.reoG || compareText(keyA, keyB));
  return {
    count: listed.reduce((sum, [, { members }]) => sum + members.size, 0),
    share: shareOf(reoG, mass),
    reoKg: roundKg(reoG),
    groups: listed.map(([, group]) => ({
      ...groupFacts(group.first.source),
      count: group.members.size,
      share: shareOf(group.reoG, mass),
      reoKg: roundKg(group.reoG),
    })),
  };
}

const groupFacts = ({ kind, status, region, year }: SourceFacts) => ({
  kind,
  status,
  ...(region === undefined ? {} : { region: placeOf(region) }),
  ...(year === undefined ? {} : { year }),
});

const groupKey = (source: SourceFacts): string => JSON.stringify(groupFacts(source));

function unexplainedOf(sources: readonly NamedSource[], mass: AttributedMass): UnexplainedAnswer {
  const reoG = sources.reduce((sum, { mass: own }) => sum + own.reoG, 0);
  return {
    reoKg: roundKg(reoG),
    share: shareOf(reoG, mass),
    introducedBy: sources.map(({ source, mass: own }) => ({
      source: source.id,
      ...(source.folded ? {} : { event: referenceOf(source) }),
      ...(source.enterprise === undefined ? {} : { enterprise: source.enterprise }),
      kind: source.kind,
      reoKg: roundKg(own.reoG),
      elements: elementShares(own.grams, mass.elements),
    })),
  };
}
