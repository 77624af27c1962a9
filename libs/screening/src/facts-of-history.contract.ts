import { findProduct } from '#catalogue';
import { gradeToPercent, toDistribution } from '#kernel';
import type { EventInput, MaterialEvent } from '#lots';
import { COLLECTIONS, findCollection } from '#registry';
import { type ContractEvent, Oracle, recorded, type RegistryItems as OracleRegistry } from '#testing';
import type {
  ChainFacts,
  CorrectionFact,
  DrawFact,
  EventFact,
  HoldingFact,
  KnownFinding,
  LotFact,
  OriginFact,
  SourceFact,
} from './facts/facts.js';
import { MemoryFacts } from './facts/memory-facts.js';
import { type CollectionName, RegistryFacts } from './facts/registry-facts.js';
import type { RegistryItems } from './facts/registry-items.js';
import type { Span } from './periods.js';
// prettier-ignore

type ItemOf<C extends CollectionName> = Omit<RegistryItems[C], 'source'> & { readonly source?: string };

/** What a test tells: events in the order they are recorded, registry items in the order they are stated. */
export interface HistoryCase {
  readonly events?: readonly (ContractEvent | EventInput)[];
  readonly registry?: { readonly [C in CollectionName]?: readonly ItemOf<C>[] };
  /** The instant that deadlines take for now; by default a day after the last event. */
  readonly clock?: string;
  readonly span?: Span;
  readonly findings?: readonly KnownFinding[];
  /** Ids of these findings that lie on the chain of an export, by its id. */
  readonly onChains?: Readonly<Record<string, readonly string[]>>;
  /** Sources whose status is given rather than judged, by id. */
  readonly sources?: Readonly<Record<string, SourceFact['status']>>;
}

/** Facts as the plain oracle tells them: nothing of the product's own bookkeeping has a part in it. */
export function factsOf(given: HistoryCase): ChainFacts {
  const events = (given.events ?? []) as readonly ContractEvent[];
  const clock = given.clock ? Date.parse(given.clock) : Math.max(0, ...events.map(({ occurredAt }) => Date.parse(occurredAt))) + 86_400_000;
  const registry = new RegistryFacts(clock);
  for (const name of COLLECTIONS.map(each => each.name as CollectionName)) addItems(registry, name, (given.registry?.[name] ?? []));
  const reader = new OracleReader(events, given);
  const standing = reader.events();
  return new MemoryFacts({
    clock,
    registry,
    events: standing,
    enterprises: [...new Set([...standing.map(({ enterprise }) => enterprise), ...(given.registry?.enterprises ?? []).map(({ uscc }) => uscc)])],
    voided: reader.voided(),
    ...(given.findings ? { findings: given.findings } : {}),
    ...(given.onChains ? { onChains: new Map(Object.entries(given.onChains)) } : {}),
    ...(given.span ? { span: given.span } : {}),
  });
} // prettier-ignore

/** Items as stated one after the other: of a key the later overrides the time it is stated for. */
function addItems(registry: RegistryFacts, name: CollectionName, items: readonly Record<string, unknown>[]): void {
  const { key } = findCollection(name)!;
  registry.add(
    name,
    [...items].reverse().map(item => ({
      key: key.map(field => item[field]).filter(part => typeof part === 'string' || typeof part === 'number').join(':'),
      item: { source: 'test', ...item } as never,
      validFrom: item['validFrom'] ? Date.parse(item['validFrom'] as string) : -Infinity,
      validTo: item['validTo'] ? Date.parse(item['validTo'] as string) : Infinity,
    })),
  );
} // prettier-ignore

type OracleLot = ReturnType<Oracle['lots']>[number];

class OracleReader {
  private readonly oracle: Oracle;
  private readonly lots = new Map<unknown, LotFact>();
  private readonly corrections = new Map<string, CorrectionFact[]>();

  constructor(
    private readonly given: readonly ContractEvent[],
    private readonly history: HistoryCase,
  ) {
    const { enterprises = [], sites = [], permits = [], 'customs-declarations': customsDeclarations = [] } = history.registry ?? {};
    this.oracle = new Oracle(recorded(given), { enterprises, sites, permits, customsDeclarations } as unknown as OracleRegistry);
    for (const [index, event] of given.entries()) if (event.type === 'correction') this.correct(event, index + 1);
  } // prettier-ignore

  events(): EventFact[] {
    return this.oracle.books.current().map(({ id, firstSeq, content, draws, yields }) => ({
      id,
      seq: firstSeq,
      enterprise: content!.enterprise,
      content: { ...content, id } as unknown as MaterialEvent,
      at: Date.parse(content!.occurredAt),
      enteredAt: enteredAt(this.given[firstSeq - 1]!),
      draws: draws.map(({ holding, mass, reo }): DrawFact => {
        const from = this.oracle.books.event(holding.event);
        const lot = this.lot(holding.lot);
        return { holding: holding.id, lot, from: holding.event, fromType: from.content!.type, massG: mass, reoG: reo, origins: this.origins(holding, reo) };
      }),
      yields: yields.map((holding): HoldingFact => ({
        id: holding.id,
        lot: this.lot(holding.lot),
        owner: holding.owner,
        massG: holding.mass,
        reoG: holding.reo,
        surplusReoG: holding.surplus > 0 ? Math.max(0, holding.reo - draws.filter(draw => (holding.from ? draw.holding === holding.from : draw.holding.lot === holding.lot)).reduce((sum, { reo }) => sum + reo, 0)) : 0,
        ...(holding.site ? { site: holding.site } : {}),
        ...(holding.from ? { from: holding.from.id } : {}),
        origins: this.origins(holding, holding.reo),
      })),
      corrections: this.corrections.get(id) ?? [],
    }));
  } // prettier-ignore

  voided(): { event: string; enterprise: string; at: number; corrections: readonly CorrectionFact[] }[] {
    const isVoid = ({ id }: ContractEvent): boolean => this.oracle.books.events.get(id)?.content === undefined;
    return this.given.flatMap(event =>
      event.type !== 'correction' && isVoid(event)
        ? [{ event: event.id, enterprise: event.enterprise, at: Date.parse(event.occurredAt), corrections: this.corrections.get(event.id) ?? [] }]
        : [],
    );
  } // prettier-ignore

  private correct(event: Extract<ContractEvent, { type: 'correction' }>, seq: number): void {
    const approvedBy = (event as { approvedBy?: string }).approvedBy;
    const fact = { id: event.id, seq, enteredAt: enteredAt(event), recordedAt: enteredAt(event), voided: !event.replacement };
    this.corrections.set(event.corrects, [...(this.corrections.get(event.corrects) ?? []), { ...fact, ...(approvedBy ? { approvedBy } : {}) }]);
  } // prettier-ignore

  private lot(lot: OracleLot): LotFact {
    const known = this.lots.get(lot);
    if (known) return known;
    const exact = this.oracle.compositions.distribution(lot).map(share => share.toNumber());
    const event = this.oracle.books.event(lot.event);
    const declared = 'yields' in event.content! ? event.content.yields.find(each => each.lot === lot.code) : undefined;
    const fact: LotFact = {
      key: `${lot.declaredBy}:${lot.code}`,
      code: lot.code,
      declaredBy: lot.declaredBy,
      product: findProduct(lot.product)!,
      reoPercent: gradeToPercent(lot.grade),
      distribution: toDistribution(exact),
      basis: lot.assay ? 'declared' : event.content!.type === 'processing' ? 'inherited' : 'nominal',
      event: lot.event,
      eventType: event.content!.type,
      readyAt: Date.parse(declared?.at ?? event.content!.occurredAt),
    };
    this.lots.set(lot, fact);
    return fact;
  }

  /** Reading K16, of a root event. */
  private declared(key: string): Pick<SourceFact, 'isDeclared'> {
    const event = this.oracle.books.events.get(key)?.content;
    if (event?.type !== 'opening-stock') return {};
    const own = this.given.filter(({ enterprise }) => enterprise === event.enterprise);
    const first = Math.min(...own.map(({ occurredAt }) => Date.parse(occurredAt)));
    const inTime = Date.parse(event.occurredAt) - first <= 31 * 86_400_000;
    return { isDeclared: event.statedOrigin !== undefined && inTime };
  }

  private origins(holding: Parameters<Oracle['compositions']['of']>[0], reoG: number): OriginFact[] {
    const shares = this.oracle.compositions.distribution(holding.lot).map(share => share.toNumber());
    const bySource = new Map<string, { source: SourceFact; reoG: number }>();
    this.oracle.compositions.of(holding).forEach((mixture, e) => {
      for (const key of mixture.sources()) {
        const { id, kind, status, enterprise } = this.oracle.sources.of(key);
        const source: SourceFact = {
          id,
          kind,
          status: this.history.sources?.[id] ?? status,
          enterprise,
          ...this.declared(key),
        };
        const known = bySource.get(`${id} ${source.status}`) ?? { source, reoG: 0 };
        bySource.set(`${id} ${source.status}`, {
          source,
          reoG: known.reoG + reoG * shares[e]! * mixture.share(key).toNumber(),
        });
      }
    });
    return [...bySource.values()].filter(origin => origin.reoG > 0);
  }
}

const enteredAt = (event: ContractEvent): number =>
  Date.parse((event as { enteredAt?: string }).enteredAt ?? event.occurredAt);
