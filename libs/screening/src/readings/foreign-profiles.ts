import { PROFILES } from '#catalogue';
import { type Distribution, toDistribution, type Element, elementIndex } from '#kernel';
import { assayedShare, elementsOf, type LotReo } from './assay.js';
import { type Reference, unmix } from './unmix.js';

/** How much of a mixture only deposits of ore or ion clay explain. */
export interface ForeignPart {
  /** Share of the mixture, 0 to 1. */
  readonly share: number;
  /** Profiles of deposits that take part, the largest first. */
  readonly profiles: readonly string[];
  readonly residualPp: number;
}

const SCRAP = 'SCRAP_';
const DEPOSITS: readonly Reference[] = PROFILES.filter(({ id }) => !id.startsWith(SCRAP));
const SCRAPS: readonly Reference[] = PROFILES.filter(({ id }) => id.startsWith(SCRAP));

/** How much more of an element magnets may hold: cerium magnets, substitutes (distributions.md §5.2), %. */
const VARIETIES: Readonly<Partial<Record<Element, number>>> = { La: 3, Ce: 20, Pr: 12, Gd: 8, Tb: 1, Dy: 6, Ho: 3 };

/** Feed of which less is assayed may be of any variety of scrap. */
const ASSAYED_MIN = 0.8;

/**
 * Takes a mixture that should be of certain feeds apart into the feed, lot by lot, known scrap, and deposits (reading
 * REC-02, distributions.md §5.4). What the feed explains as well is not held against anybody.
 */
export function foreignPart(mixture: Distribution, feed: readonly LotReo[]): ForeignPart {
  const own = feedReferences(feed);
  const known = assayedShare(feed) >= ASSAYED_MIN ? [] : SCRAPS.flatMap(scrap => [scrap, ...varietiesOf(scrap)]);
  const { shares, residualPp } = unmix(mixture, [...own, ...known, ...DEPOSITS]);
  const taking = DEPOSITS.map(({ id }) => ({ id, share: shares.get(id)! })).filter(({ share }) => share > 0);
  return {
    share: taking.reduce((sum, { share }) => sum + share, 0),
    profiles: taking.sort((a, b) => b.share - a.share).map(({ id }) => id),
    residualPp,
  };
}

/** One reference for each product fed: its lots together. */
function feedReferences(feed: readonly LotReo[]): Reference[] {
  const codes = [...new Set(feed.map(({ lot }) => lot.product.code))].sort();
  return codes.map(code => {
    const parts = feed.filter(({ lot }) => lot.product.code === code);
    return { id: `feed ${code}`, distribution: toDistribution(elementsOf(parts)) };
  });
}

/** Scrap with more of one or two elements. */
function varietiesOf(scrap: Reference): Reference[] {
  const elements = Object.entries(VARIETIES);
  return elements.flatMap(([one, percent], n) => {
    const first = enriched(scrap, one, percent);
    return [first, ...elements.slice(n + 1).map(([other, more]) => enriched(first, other, more))];
  });
}

function enriched({ id, distribution }: Reference, element: string, percent: number): Reference {
  const rest = distribution.map(share => share * (1 - percent / 100));
  rest[elementIndex(element)!]! += percent / 100;
  return { id: `${id} ${element}`, distribution: toDistribution(rest) };
}
