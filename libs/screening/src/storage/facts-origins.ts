import { ELEMENT_COUNT, type Distribution } from '#kernel';
import { type Composition, decodeComposition, findEntries, PPB, singleSource } from '#lots';
import type { OriginFact, SourceFact } from '../facts/facts.js';
import type { PoolRow } from './facts-row-statements.js';

/** Sources of a pool's REO in a lot's chemistry, with the share of each. */
interface Shares {
  readonly sources: readonly SourceFact[];
  readonly shares: Float64Array;
}

/** Compositions that are kept decoded at a time, some 100 kB each at most. */
const DECODED_MAX = 200;
/** Shares that are kept at a time, some 10 kB each at most. */
const SHARES_MAX = 5_000;

/** Origins of masses, told from the pools they are of when they are asked for. */
export class Origins {
  private readonly decoded = new Map<number, Composition>();
  private readonly shares = new Map<string, Shares>();

  constructor(
    private readonly pools: ReadonlyMap<number, PoolRow>,
    private readonly sourceOf: (no: number) => SourceFact,
  ) {}

  /** Where the REO of a mass comes from: a pool's shares, weighted by how much of each element the lot holds. */
  of(poolNo: number, lotNo: number, distribution: Distribution, reoG: number): OriginFact[] {
    if (reoG === 0) return [];
    const { sources, shares } = this.sharesOf(poolNo, lotNo, distribution);
    return sources.map((source, n) => ({ source, reoG: shares[n]! * reoG }));
  }

  private sharesOf(poolNo: number, lotNo: number, distribution: Distribution): Shares {
    return remember(this.shares, `${poolNo} ${lotNo}`, SHARES_MAX, () => this.weighted(poolNo, distribution));
  }

  private weighted(poolNo: number, distribution: Distribution): Shares {
    const parts = this.composition(poolNo).entries.flatMap(({ sourceNo, mask, ppb }) => {
      let share = 0;
      for (let e = 0; e < ELEMENT_COUNT; e++) if (mask & (1 << e)) share += (distribution[e]! * ppb[e]!) / PPB;
      return share > 0 ? [{ source: this.sourceOf(sourceNo), share }] : [];
    });
    return { sources: parts.map(({ source }) => source), shares: Float64Array.from(parts, ({ share }) => share) };
  }

  private composition(poolNo: number): Composition {
    return remember(this.decoded, poolNo, DECODED_MAX, () => compositionOf(this.pools.get(poolNo)!));
  }
}

function compositionOf({ sourceNo, composition }: PoolRow): Composition {
  if (sourceNo !== null) return singleSource(sourceNo);
  return composition ? decodeComposition(composition) : { entries: [] };
}

/** Numbers of the sources that pools name, members of groups among them. */
export function sourcesIn(pools: Iterable<PoolRow>): Set<number> {
  const nos = new Set<number>();
  for (const { sourceNo, composition } of pools) {
    if (sourceNo !== null) nos.add(sourceNo);
    else if (composition) findEntries(composition, no => nos.add(no).size === 0);
  }
  return nos;
}

/** Keeps what was found last, up to a number. */
function remember<Key, Value>(known: Map<Key, Value>, key: Key, max: number, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  if (known.size >= max) known.delete(known.keys().next().value!);
  known.set(key, found);
  return found;
}
