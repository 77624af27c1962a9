import { type Distribution, ELEMENT_COUNT } from '#kernel';

/** Share of a pool's elements that one source has given; see the composition of #lots. */
export interface PoolShare {
  readonly sourceNo: number;
  readonly mask: number;
  readonly ppb: Readonly<Int32Array>;
  readonly members: readonly number[];
}

/** A mass whose origin is asked for. */
export interface AttributedPart {
  readonly poolNo: number;
  readonly reoG: number;
  readonly distribution: Distribution;
}

/** What a source has given to a subject, in grams. */
export interface AttributedSource {
  readonly sourceNo: number;
  readonly reoG: number;
  readonly grams: Float64Array;
  /** Numbers of the sources that a group stands for. */
  readonly members: ReadonlySet<number>;
}

export interface AttributedMass {
  readonly reoG: number;
  /** Grams of each element in the whole subject. */
  readonly elements: Float64Array;
  /** Every source present, also where its share rounds to nothing. */
  readonly sources: readonly AttributedSource[];
  /** Grams that no pool accounts for: nothing, unless something is missing from what was read. */
  readonly lostG: number;
}

const PPB = 1e9;

/** Takes a subject apart into its sources: its element grams in each pool, times the pool's shares. */
export function attribute(
  parts: readonly AttributedPart[],
  sharesOf: (poolNo: number) => readonly PoolShare[],
): AttributedMass {
  const elements = new Float64Array(ELEMENT_COUNT);
  const sources = new Map<number, { grams: Float64Array; members: Set<number> }>();
  for (const [poolNo, grams] of gramsByPool(parts)) {
    for (let e = 0; e < ELEMENT_COUNT; e++) elements[e]! += grams[e]!;
    for (const share of sharesOf(poolNo)) addShare(sources, share, grams);
  }
  const listed = [...sources].map(([sourceNo, { grams, members }]) => ({ sourceNo, grams, members, reoG: sum(grams) }));
  const attributedG = listed.reduce((total, { reoG }) => total + reoG, 0);
  const reoG = parts.reduce((total, part) => total + part.reoG, 0);
  return { reoG, elements, sources: listed, lostG: Math.max(0, reoG - attributedG) };
}

/** In ascending order of pools, so that sums of doubles come out the same whatever the order of the parts. */
function gramsByPool(parts: readonly AttributedPart[]): [number, Float64Array][] {
  const pools = new Map<number, Float64Array>();
  for (const { poolNo, reoG, distribution } of parts) {
    const grams = pools.get(poolNo) ?? new Float64Array(ELEMENT_COUNT);
    for (let e = 0; e < ELEMENT_COUNT; e++) grams[e]! += reoG * distribution[e]!;
    pools.set(poolNo, grams);
  }
  return [...pools].sort(([a], [b]) => a - b);
}

function addShare(
  sources: Map<number, { grams: Float64Array; members: Set<number> }>,
  { sourceNo, mask, ppb, members }: PoolShare,
  grams: Float64Array,
): void {
  let source = sources.get(sourceNo);
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    if (!(mask & (1 << e)) || grams[e]! <= 0) continue;
    if (!source) sources.set(sourceNo, (source = { grams: new Float64Array(ELEMENT_COUNT), members: new Set() }));
    source.grams[e]! += (grams[e]! * ppb[e]!) / PPB;
  }
  if (source) for (const member of members) source.members.add(member);
}

const sum = (grams: Float64Array): number => grams.reduce((total, value) => total + value, 0);
