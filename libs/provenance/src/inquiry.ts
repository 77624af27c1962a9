import { type Context, gramsToKg, formatInstant, NotFound } from '#kernel';
import type { Head } from '#ledger';
import type { Composition } from '#lots';
import type { OnChain } from './chain-findings.js';
import { attribute, type AttributedMass } from './domain/attribution.js';
import { type PoolGraph, poolGraph, type PoolNode } from './domain/pool-graph.js';
import { type AsOfAnswer, type SubjectAnswer, type VerdictAnswer } from './domain/schema/origins.js';
import type { NamedSource } from './domain/origins.js';
import type { Upstream } from './domain/upstream.js';
import { judge, type Remark } from './domain/verdict.js';
import { distributionOf } from './excess.js';
import { describe } from './messages.js';
import { namesOf } from './naming.js';
import type { ProvenanceStore, SourceLookup, SubjectFacts, SubjectReference } from './provenance-store.js';
import { Replay, ReplaySources } from './replay.js';

/** Most events and holdings that one walk visits, and how long it may take. */
export const WALK_NODES_MAX = 100_000;
export const WALK_MS_MAX = 5_000;

/** Where a subject's mass comes from, and how sure that is. */
export interface Finding {
  readonly mass: AttributedMass;
  readonly named: readonly NamedSource[];
  readonly lookup: SourceLookup;
  /** A correction upstream is still being worked in. */
  readonly recomputing: boolean;
  /** A walk stopped before its end. */
  readonly limitReached: boolean;
  /** Nothing is known of how the mass divides: only where a walk into the past was cut short. */
  readonly unknown: boolean;
}

/** A closure with its pools. */
export interface Closure {
  readonly upstream: Upstream;
  readonly graph: PoolGraph;
}

/** Reads a subject as it is, or as it was known at a position. */
export async function readSubject(
  store: ProvenanceStore,
  context: Context,
  reference: SubjectReference,
  at: Head | undefined,
): Promise<SubjectFacts> {
  switch (reference.kind) {
    case 'shipment': {
      const facts = (await store.shipments(context, [reference.declaration], at)).get(reference.declaration);
      if (!facts) throw new NotFound('shipment', reference.declaration);
      return facts;
    }
    case 'lot':
      return store.lot(context, reference, at);
    case 'document':
      return store.document(context, { kind: reference.documentKind, number: reference.number }, at);
  }
}

/** Origins by the compositions as stored: one look-up, however long the chain. */
export async function findStored(store: ProvenanceStore, context: Context, facts: SubjectFacts): Promise<Finding> {
  const mass = attribute(facts.items, poolNo => facts.pools.get(poolNo)?.composition.entries ?? []);
  const lookup = await store.sources(context, sourceNosOf(mass));
  const recomputing = facts.items.some(({ poolNo }) => facts.pools.get(poolNo)?.dirty);
  return { mass, named: namesOf(mass, lookup), lookup, recomputing, limitReached: false, unknown: false };
}

function* sourceNosOf({ sources }: AttributedMass): Generator<number> {
  for (const { sourceNo, members } of sources) {
    yield sourceNo;
    yield* members;
  }
}

/** Walks everything upstream of a subject. */
export async function walk(
  store: ProvenanceStore,
  context: Context,
  facts: SubjectFacts,
  options: { readonly yields: boolean; readonly deadline?: number },
): Promise<Closure> {
  const seeds = [...new Set(facts.items.map(({ eventNo }) => eventNo))];
  return walkFrom(store, context, seeds, facts.asOf.seq, options);
}

/** Walks everything upstream of events, as believed at a position. */
export async function walkFrom(
  store: ProvenanceStore,
  context: Context,
  eventNos: readonly number[],
  position: number,
  options: { readonly yields: boolean; readonly deadline?: number },
): Promise<Closure> {
  const upstream = await store.upstream(context, eventNos, position, { nodes: WALK_NODES_MAX, ...options });
  return { upstream, graph: poolGraph(upstream) };
}

/** Origins by composing everything upstream anew, from what was believed at the position; `undefined` past the limits. */
export async function findByReplay(
  store: ProvenanceStore,
  context: Context,
  facts: SubjectFacts,
  { upstream, graph }: Closure,
  options: { readonly exact: boolean; readonly deadline: number },
): Promise<Finding | undefined> {
  const composed = await composeAnew(store, context, { upstream, graph }, options);
  if (!composed) return undefined;
  const { lookup, compositions } = composed;
  const nodes = new Map(facts.items.map(({ poolNo, lotNo }) => [poolNo, graph.nodeOf(poolNo, lotNo)]));
  const parts = facts.items.map(item => {
    const lot = upstream.lots.index.get(item.lotNo);
    const inherited = lot === undefined ? item.distribution : distributionOf(upstream.lots.distributions, lot);
    return { poolNo: item.poolNo, reoG: item.reoG, distribution: inherited };
  });
  const mass = attribute(parts, poolNo => {
    const node = nodes.get(poolNo);
    return (node && compositions.get(node)?.entries) ?? [];
  });
  return { mass, named: namesOf(mass, lookup), lookup, recomputing: false, limitReached: false, unknown: false };
}

/** Pools of a closure, composed anew from what was believed at its position. */
export interface Composed {
  readonly lookup: SourceLookup;
  readonly compositions: ReadonlyMap<PoolNode, Composition>;
}

/** Composes the pools of a closure anew; writes the distributions of lots without an assay into it. `undefined` past the limits. */
export async function composeAnew(
  store: ProvenanceStore,
  context: Context,
  { upstream, graph }: Closure,
  options: { readonly exact: boolean; readonly deadline: number },
): Promise<Composed | undefined> {
  if (upstream.truncated) return undefined;
  const lookup = new ReplaySources(await store.sources(context, 'all'));
  const blended = graph.ordered.filter(({ kind }) => kind !== 'root').map(({ eventNo }) => eventNo);
  const eventIds = await store.eventIds(context, blended);
  const compositions = new Replay(upstream, graph, lookup, eventIds, options).run();
  return compositions && { lookup, compositions };
}

/** What is left to say where a walk into the past was cut short. */
export function findNothing(facts: SubjectFacts): Finding {
  const mass = { ...attribute(facts.items, () => []), lostG: 0 };
  const lookup: SourceLookup = { get: () => undefined, find: () => undefined };
  return { mass, named: [], lookup, recomputing: false, limitReached: true, unknown: true };
}

export function verdictOf(context: Context, facts: SubjectFacts, finding: Finding, screening: OnChain): VerdictAnswer {
  const verdict = judge({
    sources: finding.named,
    mass: finding.mass,
    idOf: no => finding.lookup.get(no)?.id ?? 'withheld',
    pending: facts.pending,
    recomputing: finding.recomputing,
    limitReached: finding.limitReached,
    screening,
  });
  const inWords = ({ code, message, values, refs }: Remark) => ({
    code,
    detail: describe(context.locale, message ?? code, values),
    refs: [...refs],
  });
  return { status: verdict.status, reasons: verdict.reasons.map(inWords), missing: verdict.missing.map(inWords) };
}

export function subjectAnswer(facts: SubjectFacts, reference: SubjectReference): SubjectAnswer {
  const enterprise = reference.kind === 'lot' ? reference.enterprise : undefined;
  const sum = (key: 'massG' | 'reoG'): number => facts.items.reduce((total, item) => total + item[key], 0);
  return {
    kind: reference.kind,
    id: facts.id,
    ...(facts.declaredBy === undefined ? {} : { declaredBy: facts.declaredBy }),
    ...(enterprise === undefined ? {} : { enterprise }),
    massKg: gramsToKg(sum('massG')),
    reoKg: gramsToKg(sum('reoG')),
    assayBasis: [...new Set(facts.items.map(({ basis }) => basis))].sort(),
  };
}

export const asOfAnswer = ({ seq, recordedAt }: Head): AsOfAnswer => ({ seq, at: formatInstant(recordedAt) });
