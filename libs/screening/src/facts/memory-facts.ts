import type { DispatchEvent, DocumentRef, ExportEvent, ImportEvent, MiningEvent, ReceiptEvent } from '#lots';
import type { Span } from '../periods.js';
import {
  type ChainFacts, type CorrectionFact, type DrawFact, type EventFact, type Instant, type KnownFinding, type TransferFact,
  type TransferPart, UPSTREAM_MAX,
} from './facts.js'; // prettier-ignore
import type { RegistryFacts } from './registry-facts.js';

/** What facts are made of; see {@link ChainFacts} for what each loader must put in. */
export interface FactParts {
  readonly clock: Instant;
  readonly span?: Span;
  readonly registry: RegistryFacts;
  readonly events: readonly EventFact[];
  readonly enterprises?: readonly string[];
  readonly firstProduction?: ReadonlyMap<string, Instant>;
  readonly findings?: readonly KnownFinding[];
  /** Ids of findings on the chains of exports, by the export's id. */
  readonly onChains?: ReadonlyMap<string, readonly string[]>;
  /** Events that are void, with their corrections. */
  readonly voided?: readonly {
    readonly event: string;
    readonly enterprise: string;
    readonly at: Instant;
    readonly corrections: readonly CorrectionFact[];
  }[];
}

/** Facts held in memory, behind indexes that are made when first asked for. */
export class MemoryFacts implements ChainFacts {
  readonly clock: Instant;
  readonly span?: Span;
  readonly registry: RegistryFacts;
  readonly enterprises: readonly string[];
  private readonly events: ReadonlyMap<string, EventFact>;
  private readonly ordered: readonly EventFact[];
  private readonly transfers = new Map<string, TransferFact>();
  private readonly indexes = new Map<string, Map<string, unknown[]>>();

  constructor(private readonly parts: FactParts) {
    this.clock = parts.clock;
    this.registry = parts.registry;
    if (parts.span) this.span = parts.span;
    this.ordered = [...parts.events].sort((a, b) => a.at - b.at || a.seq - b.seq);
    this.events = new Map(this.ordered.map(event => [event.id, event]));
    this.enterprises = parts.enterprises ?? [...new Set(this.ordered.map(({ enterprise }) => enterprise))];
    for (const event of this.ordered) this.addTransfer(event);
  }

  /** How many events are held. */
  get eventCount(): number {
    return this.events.size;
  }

  event(id: string): EventFact | undefined {
    return this.events.get(id);
  }

  transfer(eventId: string): TransferFact | undefined {
    const event = this.events.get(eventId);
    if (!event) return undefined;
    return isReceipt(event) ? this.transfers.get(event.content.dispatch) : this.transfers.get(eventId);
  }

  importsOn(declaration: string): readonly EventFact<ImportEvent>[] {
    return this.by('import', event => (event.content.type === 'import' ? [event.content.declaration] : []), declaration) as EventFact<ImportEvent>[]; // prettier-ignore
  }

  exportsOn(declaration: string): readonly EventFact<ExportEvent>[] {
    return this.by('export', event => (event.content.type === 'export' ? [event.content.declaration] : []), declaration) as EventFact<ExportEvent>[]; // prettier-ignore
  }

  citing(kind: DocumentRef['kind'], number: string): readonly EventFact[] {
    return this.by('document', event => (event.content.documents ?? []).map(each => `${each.kind} ${each.number}`), `${kind} ${number}`); // prettier-ignore
  }

  miningUnder(permit: string): readonly EventFact<MiningEvent>[] {
    return this.by('permit', event => (event.content.type === 'mining' ? [event.content.licence] : []), permit) as EventFact<MiningEvent>[]; // prettier-ignore
  }

  firstProduction(site: string): Instant | undefined {
    const known = this.parts.firstProduction?.get(site);
    if (known !== undefined) return known;
    const produced = ['mining', 'processing'];
    return this.by('site', event => (produced.includes(event.content.type) && event.content.site ? [event.content.site] : []), site)[0]?.at; // prettier-ignore
  }

  findings(rule: string, enterprise?: string): readonly KnownFinding[] {
    const all = this.index('finding', this.parts.findings ?? [], each => [
      each.rule,
      `${each.rule} ${each.enterprise}`,
    ]);
    return all.get(enterprise === undefined ? rule : `${rule} ${enterprise}`) ?? [];
  }

  upstreamOf(exportId: string): readonly EventFact[] {
    const start = this.events.get(exportId);
    if (start?.content.type !== 'export' || !isTainted(start)) return [];
    const seen = new Map([[start.id, start]]);
    for (const event of seen.values()) {
      for (const { from } of event.draws) {
        const above = this.events.get(from);
        if (above && seen.size < UPSTREAM_MAX) seen.set(above.id, above);
      }
    }
    return [...seen.values()];
  }

  onChainOf(exportId: string): readonly KnownFinding[] {
    const ids = new Set(this.parts.onChains?.get(exportId));
    return (this.parts.findings ?? []).filter(({ id }) => ids.has(id));
  }

  eventsOf(enterprise: string): readonly EventFact[] {
    return this.by('enterprise', event => [event.enterprise], enterprise);
  }

  sentBy(enterprise: string): readonly TransferFact[] {
    return this.transfersBy('sender', transfer => [transfer.from], enterprise);
  }

  sentTo(enterprise: string): readonly TransferFact[] {
    return this.transfersBy('receiver', transfer => [transfer.to], enterprise);
  }

  movesOf(lotKey: string): readonly TransferFact[] {
    return this.transfersBy('lot', transfer => [...new Set(transfer.parts.map(({ lot }) => lot.key))], lotKey);
  }

  corrected(enterprise: string): readonly { event: string; at: Instant; corrections: readonly CorrectionFact[] }[] {
    const standing = this.eventsOf(enterprise).filter(({ corrections }) => corrections.length > 0);
    const voided = (this.parts.voided ?? []).filter(each => each.enterprise === enterprise);
    return [...standing.map(({ id, at, corrections }) => ({ event: id, at, corrections })), ...voided];
  }

  private by(name: string, keysOf: (event: EventFact) => readonly string[], key: string): readonly EventFact[] {
    return this.index(name, this.ordered, keysOf).get(key) ?? [];
  }

  private transfersBy(name: string, keysOf: (transfer: TransferFact) => readonly string[], key: string): readonly TransferFact[] {
    return this.index(name, [...this.transfers.values()], keysOf).get(key) ?? [];
  } // prettier-ignore

  private index<T>(name: string, all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
    const known = this.indexes.get(name);
    if (known) return known as Map<string, T[]>;
    const index = new Map<string, T[]>();
    for (const one of all) for (const key of keysOf(one)) addTo(index, key, one);
    this.indexes.set(name, index);
    return index;
  }

  private addTransfer(event: EventFact): void {
    if (isDispatch(event)) this.transfers.set(event.id, transferOf(event, undefined));
    if (!isReceipt(event)) return;
    const dispatch = this.events.get(event.content.dispatch);
    if (dispatch && isDispatch(dispatch)) this.transfers.set(dispatch.id, transferOf(dispatch, event));
  }
}

/** Does it take out anything of an illegal source? */
export const isTainted = ({ draws }: EventFact): boolean =>
  draws.some(({ origins }) => origins.some(({ source }) => source.status === 'illegal'));

const isDispatch = (event: EventFact): event is EventFact<DispatchEvent> => event.content.type === 'dispatch';
const isReceipt = (event: EventFact): event is EventFact<ReceiptEvent> => 'dispatch' in event.content;

/** A dispatch and the receipt that answers it, as one. */
function transferOf(dispatch: EventFact<DispatchEvent>, receipt: EventFact<ReceiptEvent> | undefined): TransferFact {
  const { content } = dispatch;
  let parts: readonly TransferPart[] | undefined;
  return {
    dispatch,
    ...(receipt ? { receipt } : {}),
    state: receipt ? receipt.content.outcome : 'in-transit',
    from: dispatch.enterprise,
    to: content.to,
    terms: content.terms ?? 'sale',
    at: dispatch.at,
    get parts() {
      return (parts ??= partsOf(dispatch, receipt));
    },
  };
}

const NOTHING_RECEIVED = { receivedG: 0, receivedReoG: 0 };

/** Origins are asked for when they are needed only: a spread would ask for them at once. */
function partsOf({ content, draws, yields }: EventFact<DispatchEvent>, receipt: EventFact<ReceiptEvent> | undefined): TransferPart[] {
  const sent = new Map(yields.map(({ id, from }) => [from, id]));
  const received = new Map(receipt?.yields.map(({ from, massG, reoG }) => [from, { receivedG: massG, receivedReoG: reoG }]));
  const isAccepted = receipt?.content.outcome === 'accepted';
  return draws.map(draw => ({
    holding: draw.holding,
    lot: draw.lot,
    from: draw.from,
    fromType: draw.fromType,
    massG: draw.massG,
    reoG: draw.reoG,
    get origins() {
      return draw.origins;
    },
    ...(isAccepted ? (received.get(sent.get(draw.holding)) ?? NOTHING_RECEIVED) : {}),
    ...priceOf(draw, content),
  }));
} // prettier-ignore

function priceOf({ lot }: DrawFact, { draws }: DispatchEvent): Pick<TransferPart, 'unitPrice'> {
  const unitPrice = draws.find(draw => draw.lot === lot.code || draw.lot === lot.key)?.unitPrice;
  return unitPrice === undefined ? {} : { unitPrice };
}

function addTo<T>(index: Map<string, T[]>, key: string, one: T): void {
  const known = index.get(key);
  if (known) known.push(one);
  else index.set(key, [one]);
}
