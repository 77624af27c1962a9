import type { DispatchEvent, DocumentRef, ExportEvent, ImportEvent, MiningEvent, ReceiptEvent } from '#lots';
import type { Span } from '../periods.js';
import type {
  ChainFacts,
  CorrectionFact,
  DrawFact,
  EventFact,
  Instant,
  KnownFinding,
  TransferFact,
  TransferPart,
} from './facts.js';
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
    const all = (this.parts.findings ?? []).filter(finding => finding.rule === rule);
    return enterprise === undefined ? all : all.filter(finding => finding.enterprise === enterprise);
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

const isDispatch = (event: EventFact): event is EventFact<DispatchEvent> => event.content.type === 'dispatch';
const isReceipt = (event: EventFact): event is EventFact<ReceiptEvent> => 'dispatch' in event.content;

/** A dispatch and the receipt that answers it, as one. */
function transferOf(dispatch: EventFact<DispatchEvent>, receipt: EventFact<ReceiptEvent> | undefined): TransferFact {
  const { content } = dispatch;
  return {
    dispatch,
    ...(receipt ? { receipt } : {}),
    state: receipt ? receipt.content.outcome : 'in-transit',
    from: dispatch.enterprise,
    to: content.to,
    terms: content.terms ?? 'sale',
    at: dispatch.at,
    parts: dispatch.draws.map(draw => ({
      ...draw,
      ...(receipt?.content.outcome === 'accepted' ? receivedOf(draw, dispatch, receipt) : {}),
      ...priceOf(draw, content),
    })),
  };
}

function receivedOf(
  draw: DrawFact,
  dispatch: EventFact<DispatchEvent>,
  receipt: EventFact<ReceiptEvent>,
): Pick<TransferPart, 'receivedG' | 'receivedReoG'> {
  const sent = dispatch.yields.find(({ from }) => from === draw.holding);
  const received = sent && receipt.yields.find(({ from }) => from === sent.id);
  return { receivedG: received?.massG ?? 0, receivedReoG: received?.reoG ?? 0 };
}

function priceOf({ lot }: DrawFact, { draws }: DispatchEvent): Pick<TransferPart, 'unitPrice'> {
  const unitPrice = draws.find(draw => draw.lot === lot.code || draw.lot === lot.key)?.unitPrice;
  return unitPrice === undefined ? {} : { unitPrice };
}

function addTo<T>(index: Map<string, T[]>, key: string, one: T): void {
  const known = index.get(key);
  if (known) known.push(one);
  else index.set(key, [one]);
}
