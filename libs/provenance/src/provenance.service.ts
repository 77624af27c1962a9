import { type Context, type DomainError, NotFound } from '#kernel';
import type { AsOf, Head, Ledger } from '#ledger';
import { type ChainFinding, type ChainFindings, NO_FINDINGS, type OnChain } from './chain-findings.js';
import { listOrigins, unknownOrigins } from './domain/origins.js';
import type { OriginsAnswer, VerdictAnswer, VerdictOfSubject } from './domain/schema/origins.js';
import type { ProvenanceAnswer } from './domain/schema/provenance.js';
import { fullAnswer } from './full-answer.js';
import {
  asOfAnswer, type Closure, findByReplay, findNothing, type Finding, findStored, readSubject, subjectAnswer, verdictOf, walk,
  WALK_MS_MAX,
} from './inquiry.js'; // prettier-ignore
import { describeSources } from './naming.js';
import type { ProvenanceStore, SubjectFacts, SubjectReference } from './provenance-store.js';
import type { RegionReader } from './registry-regions.js';

/** Origins named in the fast answer; the others are in `rest`. */
export const ORIGINS_MAX = 200;

/** Shipments whose compositions are held in memory at once. */
const BULK_SLICE = 250;

export type View = 'lots' | 'enterprises';

export interface ProvenanceQuery {
  readonly asOf?: AsOf;
  /** Compose everything upstream anew, without folding. */
  readonly exact?: boolean;
  /** Nodes of the graph that are shown; the default is the contract's. */
  readonly maxNodes?: number;
  readonly view?: View;
}

export interface BulkVerdict {
  readonly declaration: string;
  readonly verdict?: VerdictAnswer;
  readonly problem?: DomainError;
}

/**
 * Questions of origin. Without `asOf` the answer is of the newest fact and reads compositions as stored. With `asOf`
 * everything upstream is composed anew from what was believed then: slower, but the same answer for ever, whatever is
 * recorded or corrected meanwhile.
 */
export class ProvenanceService {
  constructor(
    private readonly store: ProvenanceStore,
    private readonly ledger: Pick<Ledger, 'resolve'>,
    private readonly regions: RegionReader,
    private readonly screening: ChainFindings = NO_FINDINGS,
  ) {}

  /** The fast answer: sources and verdict, without the walk. */
  async origins(context: Context, reference: SubjectReference, asOf?: AsOf): Promise<OriginsAnswer> {
    const { facts, finding } = await this.inquire(context, reference, asOf);
    const named = await describeSources(this.store, context, finding.named, facts.asOf.seq, ORIGINS_MAX);
    return {
      ...head(context, reference, facts, finding, await this.findings(context, reference, facts, asOf)),
      ...(finding.unknown ? unknownOrigins(finding.mass.reoG) : listOrigins(named, finding.mass, ORIGINS_MAX)),
    };
  }

  async verdict(context: Context, declaration: string, asOf?: AsOf): Promise<VerdictOfSubject> {
    const reference = { kind: 'shipment', declaration } as const;
    const { facts, finding } = await this.inquire(context, reference, asOf);
    return head(context, reference, facts, finding, await this.findings(context, reference, facts, asOf));
  }

  /** Verdicts in the order asked for; shipments nobody knows get a problem. */
  async verdicts(context: Context, declarations: readonly string[]): Promise<BulkVerdict[]> {
    const verdicts: BulkVerdict[] = [];
    for (let start = 0; start < declarations.length; start += BULK_SLICE) {
      const slice = declarations.slice(start, start + BULK_SLICE);
      const shipments = await this.store.shipments(context, [...new Set(slice)]);
      const known = [...shipments.values()];
      const seq = Math.max(0, ...known.map(({ asOf }) => asOf.seq));
      const onChains = await this.screening.ofExports(context, known.flatMap(eventsOf), seq); // prettier-ignore
      for (const declaration of slice) {
        const facts = shipments.get(declaration);
        verdicts.push(
          facts
            ? {
                declaration,
                verdict: verdictOf(
                  context,
                  facts,
                  await findStored(this.store, context, facts),
                  together(facts, onChains),
                ),
              }
            : { declaration, problem: new NotFound('shipment', declaration) },
        );
      }
    }
    return verdicts;
  }

  /** The full answer: bounds, chain, flows between provinces and the graph. */
  async provenance(context: Context, reference: SubjectReference, query: ProvenanceQuery): Promise<ProvenanceAnswer> {
    const at = query.asOf && (await this.ledger.resolve(context, query.asOf));
    const facts = await readSubject(this.store, context, reference, at);
    const replays = at !== undefined || query.exact === true;
    const deadline = performance.now() + WALK_MS_MAX;
    const closure = await walk(this.store, context, facts, { yields: replays, deadline });
    const finding = replays
      ? await this.replayed(context, facts, closure, { exact: query.exact === true, deadline })
      : await findStored(this.store, context, facts);
    const complete = { ...finding, limitReached: finding.limitReached || closure.upstream.truncated };
    const { graph, ...rest } = await fullAnswer(this.store, this.regions, context, facts, complete, closure, query);
    const onChain = await this.findings(context, reference, facts, query.asOf);
    return {
      ...head(context, reference, facts, complete, onChain),
      ...rest,
      findings: onChain.findings.map(shown),
      graph,
    };
  }

  /** Of shipments now, what is kept beside them; else what lies on the chain, by a walk. */
  private async findings(
    context: Context,
    { kind }: SubjectReference,
    facts: SubjectFacts,
    asOf: AsOf | undefined,
  ): Promise<OnChain> {
    const { seq } = facts.asOf;
    if (kind !== 'shipment' || asOf) return this.screening.ofChain(context, eventsOf(facts), seq, !asOf);
    return together(facts, await this.screening.ofExports(context, eventsOf(facts), seq));
  }

  private async inquire(
    context: Context,
    reference: SubjectReference,
    asOf: AsOf | undefined,
  ): Promise<{ facts: SubjectFacts; finding: Finding }> {
    const at: Head | undefined = asOf && (await this.ledger.resolve(context, asOf));
    const facts = await readSubject(this.store, context, reference, at);
    if (!at) return { facts, finding: await findStored(this.store, context, facts) };
    const deadline = performance.now() + WALK_MS_MAX;
    const closure = await walk(this.store, context, facts, { yields: true, deadline });
    return { facts, finding: await this.replayed(context, facts, closure, { exact: false, deadline }) };
  }

  /** Past the limits, the compositions as stored where the question is of the present; else nothing can be said. */
  private async replayed(
    context: Context,
    facts: SubjectFacts,
    closure: Closure,
    options: { readonly exact: boolean; readonly deadline: number },
  ): Promise<Finding> {
    const found = await findByReplay(this.store, context, facts, closure, options);
    if (found) return found;
    if (facts.pools.size === 0) return findNothing(facts);
    return { ...(await findStored(this.store, context, facts)), limitReached: true };
  }
}

const head = (
  context: Context,
  reference: SubjectReference,
  facts: SubjectFacts,
  finding: Finding,
  onChain: OnChain,
): VerdictOfSubject => ({
  subject: subjectAnswer(facts, reference),
  asOf: asOfAnswer(facts.asOf),
  verdict: verdictOf(context, facts, finding, onChain),
});

const eventsOf = ({ items }: SubjectFacts): number[] => [...new Set(items.map(({ eventNo }) => eventNo))];

/** Findings on the chains of all exports of a shipment, each once. */
function together(facts: SubjectFacts, onChains: ReadonlyMap<number, OnChain>): OnChain {
  const parts = eventsOf(facts).flatMap(no => onChains.get(no) ?? []);
  const findings = new Map(parts.flatMap(part => part.findings.map(finding => [finding.id, finding])));
  const [first] = parts;
  const staleFeeds = first?.staleFeeds ?? [];
  return { findings: [...findings.values()], staleFeeds, settled: parts.every(({ settled }) => settled) };
}

const shown = ({ weight: _, ...finding }: ChainFinding): Omit<ChainFinding, 'weight'> => finding;
