import type { Context } from '#kernel';
import type { Statement } from '#platform';
import { isPresent, NOTHING } from '../domain/recall/share.js';
import { unpack } from '../engines/postgres/packed.js';
import { distributionOf } from '../excess.js';
import { type Closure, composeAnew, type Composed, WALK_MS_MAX, WALK_NODES_MAX, walkFrom } from '../inquiry.js';
import { DownstreamWalk } from '../recall/downstream-walk.js';
import type { FlowSources } from './flow-reader.js';
import { ILLEGAL_SOURCES, illegalRoots, type UnitRow, unitsSent } from './link-statements.js';

export interface JudgedDispatches {
  /** Numbers of those that carried mass of an illegal source. */
  readonly illegal: ReadonlySet<number>;
  /** The latest dispatch that could not be judged within the limits, where there is one: no older one was. */
  readonly unjudgedFrom: number | undefined;
}

/** Part of the dispatches that is tried next where all of them lie below more than one walk reads. */
const SMALLER = 1 / 4;

/**
 * Judges which dispatches carried mass of an illegal source, as was believed at a position: those that lie below illegal
 * roots, by composing what is upstream of them anew. Compositions are not divided by who may see what, so everything is
 * walked; of the sources only those count that the caller sees, as at present.
 */
export class IllegalDispatchesThen {
  private readonly deadline = performance.now() + WALK_MS_MAX;
  private readonly everything: Context;

  constructor(
    private readonly sources: Pick<FlowSources, 'database' | 'store'>,
    private readonly context: Context,
    private readonly position: number,
  ) {
    this.everything = { ...context, scope: { kind: 'all' } };
  }

  /** Judges dispatches, given the latest first; of some products only where they are given. */
  async among(dispatchNos: readonly number[], products: readonly string[] | undefined): Promise<JudgedDispatches> {
    const sources = await this.rows<{ no: number }>(ILLEGAL_SOURCES);
    const suspects = sources.length === 0 ? [] : await this.suspectsAmong(dispatchNos);
    if (suspects.length === 0) return { illegal: new Set(), unjudgedFrom: undefined };
    const units = await this.rows<UnitRow>(unitsSent(suspects, products, this.position));
    return this.judged(suspects, units, new Set(sources.map(({ no }) => no)));
  }

  /** Those below events that brought in mass of illegal sources; all of them where that is too far to walk. */
  private async suspectsAmong(dispatchNos: readonly number[]): Promise<readonly number[]> {
    const limits = { nodes: WALK_NODES_MAX, deadline: this.deadline };
    return this.sources.database.snapshot(this.everything, async tx => {
      const [[roots]] = (await tx.pipeline([illegalRoots(this.position)])) as [[{ nos: string | null }]];
      const reach = await new DownstreamWalk(tx, this.position, limits).fromEvents(unpack(roots.nos));
      const reached = new Set(reach.eventNos);
      return reach.truncated ? dispatchNos : dispatchNos.filter(no => reached.has(no));
    });
  }

  private async judged(
    suspects: readonly number[],
    units: readonly UnitRow[],
    illegalNos: ReadonlySet<number>,
  ): Promise<JudgedDispatches> {
    for (let count = suspects.length; count > 0; count = Math.floor(count * SMALLER)) {
      const latest = new Set(suspects.slice(0, count));
      const closure = await this.walk([...latest]);
      const composed = await composeAnew(this.sources.store, this.everything, closure, { exact: false, deadline: this.deadline });
      if (!composed) continue;
      const carrying = units.filter(unit => latest.has(unit.dispatchNo) && carries(unit, closure, composed, illegalNos));
      return { illegal: new Set(carrying.map(({ dispatchNo }) => dispatchNo)), unjudgedFrom: suspects[count] };
    }
    return { illegal: new Set(), unjudgedFrom: suspects[0] };
  } // prettier-ignore

  private rows<Row>({ text, values, name }: Statement): Promise<Row[]> {
    return this.sources.database.read<Row>(this.context, text, values, name);
  }

  private walk(dispatchNos: readonly number[]): Promise<Closure> {
    return walkFrom(this.sources.store, this.everything, dispatchNos, this.position, {
      yields: true,
      deadline: this.deadline,
    });
  }
}

function carries(
  { poolNo, lotNo }: UnitRow,
  { upstream: { lots }, graph }: Closure,
  { compositions }: Composed,
  illegalNos: ReadonlySet<number>,
): boolean {
  const node = graph.nodeOf(poolNo, lotNo);
  const lot = lots.index.get(lotNo);
  if (!node || lot === undefined) return false;
  const entries = compositions.get(node)?.entries.filter(({ sourceNo }) => illegalNos.has(sourceNo)) ?? [];
  const mask = entries.reduce((bits, entry) => bits | entry.mask, 0);
  return isPresent(1, distributionOf(lots.distributions, lot), { ...NOTHING, mask });
}
