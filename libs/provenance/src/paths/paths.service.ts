import { type Context, isDeclarationNumber, isUscc, Refused } from '#kernel';
import type { Database, Transaction } from '#platform';
import type { PathsAnswer } from '../domain/schema/paths.js';
import { type Passage, passagesOf, type Reached, type WayHolding } from '../domain/ways.js';
import { Subjects } from '../engines/postgres/subjects.js';
import { WALK_MS_MAX, WALK_NODES_MAX } from '../inquiry.js';
import { exportedFrom, holdingsByNo, sentBy } from './path-statements.js';
import { stepsOf } from './path-steps.js';
import { type FoundWays, WaySearch } from './way-search.js';

export const PATHS_DEFAULT = 10;

/** Holdings that a search begins with at most. */
const STARTS_MAX = 20_000;

export interface PathsQuestion {
  /** USCC or lot. */
  readonly from: string;
  /** USCC, lot, or export declaration. */
  readonly to: string;
  readonly max?: number;
}

interface Lot {
  readonly lotNo: number;
  /** The lot as it was made. */
  readonly holdings: readonly WayHolding[];
}

/** An enterprise by its USCC, or a lot. */
type Place = string | Lot;

/**
 * How material went from one party or lot to another, or into a shipment: the shortest ways, in which no step is earlier
 * than the one before. Towards a lot or shipment it is searched backwards, because fewer things lie upstream.
 */
export class PathsService {
  constructor(private readonly database: Database) {}

  /** Throws {@link NotFound} for a lot nobody declared, and `ambiguous-lot`. */
  async paths(context: Context, { from, to, max = PATHS_DEFAULT }: PathsQuestion): Promise<PathsAnswer> {
    const limits = { nodes: WALK_NODES_MAX, deadline: performance.now() + WALK_MS_MAX, max };
    return this.database.snapshot(context, async tx => {
      const search = new WaySearch(tx, limits);
      const origin = await asked('from', placeOf(tx, from));
      const shipped = isDeclarationNumber(to) ? await shipment(tx, to) : [];
      const { ways, truncated } = await findWays(tx, search, origin, shipped.length > 0 ? shipped : await asked('to', placeOf(tx, to)));
      const steps = await stepsOf(tx, ways);
      return { items: steps.map(each => ({ length: each.length, steps: each })), truncated };
    });
  } // prettier-ignore
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

async function findWays(
  tx: Transaction,
  search: WaySearch,
  from: Place,
  to: Place | readonly Reached[],
): Promise<Ways> {
  if (typeof to === 'string') return findDown(search, await departures(tx, from, to), to);
  if ('lotNo' in to) {
    const born = to.holdings.filter(({ owner }) => owner === from);
    const start = to.holdings.map(holding => ({ holding, passage: undefined, before: undefined }));
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

/** Where material leaves a party (with what it has sent) or a lot. */
async function departures(tx: Transaction, from: Place, addressee: string): Promise<Reached[]> {
  if (typeof from !== 'string') {
    return from.holdings.map(holding => ({ holding, passage: undefined, before: undefined }));
  }
  const [sent] = (await tx.pipeline([sentBy(from, addressee, STARTS_MAX)])) as [WayHolding[]];
  return sent.map(holding => {
    const passage = { eventNo: holding.eventNo, fromNo: holding.fromHoldingNo ?? undefined, toNo: holding.no };
    return { holding, passage, before: undefined };
  });
}

async function shipment(tx: Transaction, declaration: string): Promise<Reached[]> {
  type Row = WayHolding & { readonly exportNo: number };
  const [rows] = (await tx.pipeline([exportedFrom(declaration, STARTS_MAX)])) as [Row[]];
  return rows.map(({ exportNo, ...holding }) => {
    const passage = { eventNo: exportNo, fromNo: holding.no, toNo: undefined };
    return { holding, passage, before: undefined };
  });
}

async function placeOf(tx: Transaction, text: string): Promise<Place> {
  if (isUscc(text)) return text;
  const { items } = await new Subjects(tx, undefined).lot({ code: text });
  const [holdings] = (await tx.pipeline([holdingsByNo(items.map(({ holdingNo }) => holdingNo))])) as [WayHolding[]];
  return { lotNo: items[0]!.lotNo, holdings };
}
