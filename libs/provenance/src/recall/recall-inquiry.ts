import type { Head } from '#ledger';
import { findExcess, inheritedDistribution } from '#lots';
import type { Transaction } from '#platform';
import { type Beginning, introducedG, type LotChemistry, passForward } from '../domain/recall/forward.js';
import type { SharesOf } from '../domain/recall/share.js';
import { NOW } from '../engines/postgres/subject-statements.js';
import { WALK_MS_MAX, WALK_NODES_MAX } from '../inquiry.js';
import { DownstreamWalk, type Reach } from './downstream-walk.js';
import { type Leaves, readLeaves } from './leaf-reader.js';
import { LotReader } from './lot-reader.js';
import { PoolReader, type Yielded } from './pool-reader.js';
import { sourceNos, startsOf } from './recall-statements.js';
import { readStoredShares } from './stored-shares.js';

/** Everything found of a subject: where it is, and how much of each part it is. */
export interface Found extends Leaves {
  readonly lots: ReadonlyMap<number, LotChemistry>;
  readonly sharesOf: SharesOf;
  /** REO of the subject where it begins. */
  readonly introducedG: number;
  readonly truncated: boolean;
  readonly recomputing: boolean;
}

export interface FoundSource {
  /** Absent where nobody knows the source. */
  readonly found?: Found;
  readonly statuses: readonly string[];
  /** Physical mass that root events brought in. */
  readonly massG?: number;
}

interface StartRow {
  readonly eventNo: number;
  readonly isRoot: boolean;
  readonly status: string;
}

/**
 * One question of recall. Where a source went now is read from the stored compositions at the ends of the walk, so that
 * it is exactly the transpose of origins. Everything else is passed forward along the walk: lots, the past, and sources
 * that a composition holds in a group only or that are being recomputed.
 */
export class RecallInquiry {
  private readonly position: number;
  private readonly limits = { nodes: WALK_NODES_MAX, deadline: performance.now() + WALK_MS_MAX };
  private readonly reader: LotReader;

  constructor(
    private readonly tx: Transaction,
    private readonly at: Head | undefined,
  ) {
    this.position = at?.seq ?? NOW;
    this.reader = new LotReader(tx, this.position);
  }

  async ofLot(lot: { lotNo: number; poolNo: number }, holdingNos: readonly number[]): Promise<Found> {
    const reach = await this.walk().fromHoldings(holdingNos);
    return this.passed(reach, { lot }, holdingNos, []);
  }

  async ofSource(id: string, introducer: string | undefined): Promise<FoundSource> {
    const [starts, named] = (await this.tx.pipeline([
      startsOf(id, introducer, this.position),
      sourceNos(id),
    ])) as [StartRow[], { no: number }[]];
    if (starts.length === 0 || named.length === 0) return { statuses: [] };
    const eventNos = starts.map(({ eventNo }) => eventNo);
    const yields = await new PoolReader(this.tx, this.position).readYields(eventNos);
    const reach = await this.walk().fromEvents(eventNos);
    const isRoot = starts.some(start => start.isRoot);
    const beginning: Beginning = isRoot
      ? { roots: new Set(yields.map(({ poolNo }) => poolNo)) }
      : { introducing: new Set(eventNos) };
    const stored = this.at ? undefined : await this.stored(reach, yields, named.map(({ no }) => no));
    const found = stored && !stored.isUncertain ? stored.found : await this.passedOr(stored?.found, reach, beginning, yields);
    if (found.introducedG === 0 && !isRoot) return { statuses: [] };
    const statuses = [...new Set(starts.map(({ status }) => status))].sort();
    return { found, statuses, ...(isRoot ? { massG: yields.reduce((sum, { massG }) => sum + massG, 0) } : {}) };
  } // prettier-ignore

  private walk(): DownstreamWalk {
    return new DownstreamWalk(this.tx, this.position, this.limits);
  }

  private leaves(eventNos: readonly number[], holdingNos: readonly number[]): Promise<Leaves> {
    return readLeaves(this.tx, this.position, this.at !== undefined, eventNos, holdingNos);
  }

  private async stored(
    reach: Reach,
    yields: readonly Yielded[],
    nos: readonly number[],
  ): Promise<{ found: Found; isUncertain: boolean }> {
    const leaves = await this.leaves(reach.eventNos, []);
    const parts = [...leaves.left, ...leaves.shipped, ...yields];
    const stored = await readStoredShares(this.tx, parts.map(({ poolNo }) => poolNo), nos);
    const found = await this.found(leaves, yields, poolNo => stored.shareOf(poolNo));
    return {
      found: { ...found, truncated: reach.truncated, recomputing: stored.isRecomputing },
      isUncertain: stored.isUncertain,
    };
  } // prettier-ignore

  /** What stored compositions say stands, as a part of the truth, where the pass cannot be done whole. */
  private async passedOr(
    stored: Found | undefined,
    reach: Reach,
    beginning: Beginning,
    yields: readonly Yielded[],
  ): Promise<Found> {
    const passed = await this.passed(reach, beginning, [], yields);
    if (stored && passed.truncated) return { ...stored, truncated: true };
    return { ...passed, recomputing: stored?.recomputing ?? false };
  }

  private async passed(
    reach: Reach,
    beginning: Beginning,
    holdingNos: readonly number[],
    yields: readonly Yielded[],
  ): Promise<Found> {
    const { pools, eventNos } = await new PoolReader(this.tx, this.position).read(reach.eventNos, this.limits);
    const parts = [...pools.values()].flatMap(({ inputs, outputs, surplus }) => [
      ...inputs,
      ...outputs,
      ...(surplus ? [surplus] : []),
    ]);
    const lots = await this.reader.read(parts.map(({ lotNo }) => lotNo));
    const passed = passForward({ pools, lots }, beginning, { findExcess, inherit: inheritedDistribution });
    for (const [no, lot] of passed.lots) this.reader.lots.set(no, lot);
    const found = await this.found(await this.leaves(eventNos, holdingNos), yields, passed.sharesOf);
    return { ...found, truncated: reach.truncated || eventNos.length < reach.eventNos.length, recomputing: false };
  }

  private async found(
    leaves: Leaves,
    yields: readonly Yielded[],
    sharesOf: SharesOf,
  ): Promise<Omit<Found, 'truncated' | 'recomputing'>> {
    const parts = [...leaves.left, ...leaves.shipped, ...yields];
    const held = parts.filter(({ poolNo, lotNo }) => sharesOf(poolNo, lotNo).mask !== 0);
    const lots = await this.reader.read(held.map(({ lotNo }) => lotNo));
    return { ...leaves, lots, sharesOf, introducedG: introducedG(yields, lots, sharesOf) };
  }
}
