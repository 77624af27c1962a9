import { setImmediate } from 'node:timers/promises';
import type { Context } from '#kernel';
import { type Balances, balancesOf } from './domain/balance.js';
import { boundShares } from './domain/bounds.js';
import { chainOf } from './domain/chain.js';
import { enterpriseGraph } from './domain/enterprise-graph.js';
import { graphOf } from './domain/graph.js';
import { listOrigins, type NamedSource, type ShareBounds, unknownOrigins } from './domain/origins.js';
import { elementsOf, presenceOf } from './domain/presence.js';
import {
  acceptedOf,
  type Crossing,
  crossingsOf,
  crossProvince,
  type Movement,
  movementsOf,
} from './domain/provinces.js';
import type { Upstream } from './domain/upstream.js';
import type { GraphAnswer, ProvenanceAnswer } from './domain/schema/provenance.js';
import { type OwnHoldings, selectNodes } from './domain/selection.js';
import { excessIn } from './excess.js';
import type { Closure, Finding } from './inquiry.js';
import { introducersOf, sumBySource } from './introducers.js';
import { describeSources } from './naming.js';
import {
  type ProvenanceStore,
  type SourceKey,
  sourceKey,
  type SubjectFacts,
  type Transfer,
  type TransferFacts,
} from './provenance-store.js';
import type { ProvenanceQuery } from './provenance.service.js';
import type { RegionReader } from './registry-regions.js';

/** Nodes of the graph that are shown where nothing else is asked for. */
export const NODES_DEFAULT = 2_000;

/** Steps that bounds per root event may take; beyond that the root events of a source are taken together. */
const STEPS_PER_ROOT = 4_000_000;

type WalkedAnswer = Omit<ProvenanceAnswer, 'subject' | 'asOf' | 'verdict' | 'findings'>;

/** The part of the full answer that comes from the walk. What can be read is read while the bounds are computed. */
export async function fullAnswer(
  store: ProvenanceStore,
  regions: RegionReader,
  context: Context,
  facts: SubjectFacts,
  finding: Finding,
  closure: Closure,
  query: ProvenanceQuery,
): Promise<WalkedAnswer> {
  const { upstream, graph } = closure;
  const position = facts.asOf.seq;
  const own = ownHoldings(facts, closure);
  const movements = movementsOf(upstream);
  const reading = Promise.all([
    describeSources(store, context, finding.named, position),
    findCrossings(store, regions, context, closure, movements, position),
    drawGraph(store, context, closure, own, movements, position, query),
  ]);
  reading.catch(() => undefined); // thrown where it is awaited
  await setImmediate(); // lets the statements go out before the bounds keep the thread busy
  const balances = balancesOf(upstream, graph, excessIn(upstream));
  const bounds = finding.unknown ? undefined : boundsBySource(facts, closure, balances);
  const [named, crossings, drawn] = await reading;
  return {
    ...(finding.unknown
      ? unknownOrigins(finding.mass.reoG)
      : listOrigins(
          named.map(each => withBounds(each, bounds)),
          finding.mass,
        )),
    chain: chainOf(upstream, [...own.keys()]),
    crossProvince: flagCrossings(closure, balances, crossings),
    graph: drawn,
  };
}

/** Holdings of the subject that no event of it draws: of lots and documents. */
function ownHoldings(facts: SubjectFacts, { upstream }: Closure): OwnHoldings {
  const drawn = new Set(upstream.holdingNos);
  const own = facts.items.filter(({ holdingNo }) => !drawn.has(holdingNo));
  return new Map(own.map(({ holdingNo, eventNo }) => [holdingNo, eventNo]));
}

function boundsBySource(facts: SubjectFacts, closure: Closure, balances: Balances): ReadonlyMap<string, ShareBounds> {
  const { upstream, graph } = closure;
  for (const perRoot of [true, false]) {
    const introducers = introducersOf(upstream, perRoot);
    const steps = perRoot ? STEPS_PER_ROOT : undefined;
    const bounds = boundShares(upstream, graph, facts.items, introducers, balances, steps);
    if (bounds) return sumBySource(introducers, bounds);
  }
  return new Map();
}

/** Where nothing better is known, anything from nothing to all of it. */
function withBounds(named: NamedSource, bounds: ReadonlyMap<string, ShareBounds> | undefined): NamedSource {
  const own = bounds?.get(sourceKey(named.source as SourceKey));
  return { ...named, bounds: own ?? { min: 0, max: 1 } };
}

async function drawGraph(
  store: ProvenanceStore,
  context: Context,
  { upstream }: Closure,
  own: OwnHoldings,
  movements: readonly Movement[],
  position: number,
  { view, maxNodes = NODES_DEFAULT }: ProvenanceQuery,
): Promise<GraphAnswer> {
  if (view === 'enterprises') {
    const transfers = await store.transfers(context, numbersOf(upstream, movements), position);
    return enterpriseGraph(upstream, acceptedOf(upstream, movements, transfers), maxNodes);
  }
  const selection = selectNodes(upstream, own, maxNodes);
  const labels = await store.labels(context, selection.eventNos, selection.holdingNos, position);
  return graphOf(upstream, selection, labels);
}

interface FoundCrossing {
  readonly crossing: Crossing;
  readonly transfer: TransferFacts;
}

async function findCrossings(
  store: ProvenanceStore,
  reader: RegionReader,
  context: Context,
  { upstream }: Closure,
  movements: readonly Movement[],
  position: number,
): Promise<FoundCrossing[]> {
  if (movements.length === 0) return [];
  const { events } = upstream;
  const ends = movements.flatMap(({ dispatch, receipt }) => [dispatch, receipt]);
  const usccs = new Set(ends.map(index => events.enterprise[index]!));
  const sites = new Set(ends.flatMap(index => events.places.get(events.no[index]!)?.site ?? []));
  const regions = await reader.read(context, [...usccs], [...sites], position);
  const crossings = crossingsOf(upstream, movements, regions);
  const transfers = await store.transfers(context, numbersOf(upstream, crossings), position);
  return acceptedOf(upstream, crossings, transfers).map(([crossing, transfer]) => ({ crossing, transfer }));
}

const numbersOf = ({ events }: Upstream, movements: readonly Movement[]): Transfer[] =>
  movements.map(({ dispatch, receipt }) => ({ dispatchNo: events.no[dispatch]!, receiptNo: events.no[receipt]! }));

function flagCrossings(
  { upstream, graph }: Closure,
  balances: Balances,
  crossings: readonly FoundCrossing[],
): ProvenanceAnswer['crossProvince'] {
  const isIllegal = (eventNo: number): boolean => upstream.roots.get(eventNo)?.status === 'illegal';
  const anyIllegal = crossings.length > 0 && [...upstream.roots.keys()].some(isIllegal);
  const presence = anyIllegal ? presenceOf(upstream, graph, root => isIllegal(root.eventNo), balances) : undefined;
  const carriesIllegal = ({ units }: TransferFacts): boolean =>
    units.some(({ poolNo, lotNo }) => {
      const node = graph.nodeOf(poolNo, lotNo);
      const lot = upstream.lots.index.get(lotNo);
      return node && lot !== undefined && ((presence?.get(node) ?? 0) & elementsOf(upstream, lot)) !== 0;
    });
  return crossProvince(
    crossings.map(({ crossing: { from, to }, transfer }) => ({
      from,
      to,
      reoG: transfer.reoG,
      isIllegal: presence !== undefined && carriesIllegal(transfer),
    })),
  );
}
