import { type Context, isDeclarationNumber, Refused } from '#kernel';
import type { AsOf, Ledger } from '#ledger';
import type { Database } from '#platform';
import type { PathsAnswer } from '../domain/schema/paths.js';
import { type Passage, passagesOf, type Reached, type WayHolding } from '../domain/ways.js';
import { WALK_MS_MAX, WALK_NODES_MAX } from '../inquiry.js';
import { stepsOf } from './path-steps.js';
import { type Place, Places, startAt, STARTS_MAX } from './places.js';
import { type FoundWays, WaySearch } from './way-search.js';

export const PATHS_DEFAULT = 10;

export interface PathsQuestion {
  /** USCC or lot. */
  readonly from: string;
  /** USCC, lot, or export declaration. */
  readonly to: string;
  readonly max?: number;
  readonly asOf?: AsOf;
}

/**
 * How material went from one party or lot to another, or into a shipment: the shortest ways, in which no step is earlier
 * than the one before. Towards a lot or shipment it is searched backwards, because fewer things lie upstream.
 */
export class PathsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Pick<Ledger, 'resolve'>,
  ) {}

  /** Throws {@link NotFound} for a lot nobody declared, and `ambiguous-lot`. */
  async paths(context: Context, { from, to, max = PATHS_DEFAULT, asOf }: PathsQuestion): Promise<PathsAnswer> {
    const at = asOf && (await this.ledger.resolve(context, asOf));
    const limits = { nodes: WALK_NODES_MAX, deadline: performance.now() + WALK_MS_MAX, max };
    return this.database.snapshot(context, async tx => {
      const places = new Places(tx, at);
      const search = new WaySearch(tx, at?.seq, limits);
      const origin = await asked('from', places.named(from));
      const shipped = isDeclarationNumber(to) ? await places.shipment(to) : [];
      const target = shipped.length > 0 ? shipped : await asked('to', places.named(to));
      const { ways, truncated } = await findWays(places, search, origin, target);
      const steps = await stepsOf(tx, at?.seq, ways);
      return { items: steps.map(each => ({ length: each.length, steps: each })), truncated };
    });
  }
}

/** Refuses what was asked for by the name of its parameter. */
async function asked(parameter: 'from' | 'to', place: Promise<Place>): Promise<Place> {
  try {
    return await place;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.faults.map(fault => ({ ...fault, parameter })));
  }
}

interface Ways {
  /** Each in the direction material flows, the shortest first. */
  readonly ways: readonly (readonly Passage[])[];
  readonly truncated: boolean;
}

async function findWays(places: Places, search: WaySearch, from: Place, to: Place | readonly Reached[]): Promise<Ways> {
  if (typeof to === 'string') return findDown(search, await places.departures(from, to), to);
  if ('lotNo' in to) {
    const born = to.holdings.filter(({ owner }) => owner === from);
    const start = to.holdings.map(startAt);
    const found = await findUp(search, start, from);
    return found.ways.length > 0 ? found : { ...found, ways: rootWays(born) };
  }
  return findUp(search, to, from);
}

async function findDown(search: WaySearch, start: readonly Reached[], to: string): Promise<Ways> {
  const found = await search.down(start, ({ owner, inTransit }) => owner === to && !inTransit);
  const isCut = start.length >= STARTS_MAX;
  return { ways: found.ends.map(end => passagesOf(end).reverse()), truncated: found.truncated || isCut };
}

async function findUp(search: WaySearch, start: readonly Reached[], from: Place): Promise<Ways> {
  const made = typeof from === 'string' ? undefined : new Set(from.holdings.map(({ no }) => no));
  const isBeginning = ({ no, owner, inTransit }: WayHolding): boolean =>
    made ? made.has(no) : owner === from && !inTransit;
  const { ends, truncated }: FoundWays = await search.up(start, isBeginning);
  return { ways: ends.map(passagesOf), truncated };
}

/** The enterprise brought the lot in itself: one step, out of nothing. */
const rootWays = (born: readonly WayHolding[]): Passage[][] =>
  born.slice(0, 1).map(({ no, eventNo }) => [{ eventNo, fromNo: undefined, toNo: no }]);
