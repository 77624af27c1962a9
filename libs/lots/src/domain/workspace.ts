import type { EventInput } from './event-schema.js';
import { type Counters, type Loaded, type Decided, type EntryPlan, heldKey, noPlans } from './plans.js';
import type {
  DocumentPlan,
  DrawPlan,
  EventPlan,
  EventState,
  HoldingState,
  LotState,
  PoolPlan,
  RootPlan,
  TransferState,
} from './state.js';

/**
 * The state of a batch while its events are decided one after the other, each seeing the ones before it. Everything
 * that changes goes through here, so that a part of the batch can be taken back (`mark`, `rollback`).
 */
export class Workspace {
  readonly now: Date;
  readonly counters: Counters;
  readonly regionOf: Loaded['regionOf'];
  plans = noPlans();
  touched = new Set<HoldingState>();
  answered = new Set<TransferState>();

  private readonly undo: (() => void)[] = [];
  private readonly registered: ReadonlySet<string>;
  private readonly events = new Map<string, EventState>();
  private readonly lotsByCode = new Map<string, LotState[]>();
  private readonly holdingsByLot = new Map<number, HoldingState[]>();
  private readonly inTransit = new Map<number, HoldingState[]>();
  /** By id of the dispatch. */
  private readonly transfers = new Map<string, TransferState>();
  private readonly everHeld: Set<string>;
  private readonly makerRanks: Map<number, number>;
  private appended = 0;
  /** The last numbers of what is written. */
  private written: Counters;

  constructor(private readonly loaded: Loaded) {
    this.now = loaded.now;
    this.counters = { ...loaded.counters };
    this.written = loaded.counters;
    this.registered = loaded.registered;
    this.regionOf = loaded.regionOf;
    this.everHeld = new Set(loaded.everHeld);
    this.makerRanks = new Map(loaded.makerRanks);
    loaded.events.forEach(event => this.events.set(event.id, event));
    loaded.lots.forEach(lot => push(this.lotsByCode, lot.code, lot));
    loaded.holdings.forEach(holding => this.index(holding));
    loaded.transfers.forEach(transfer => this.transfers.set(transfer.dispatchId, transfer));
  }

  isRegistered(enterprise: string): boolean {
    return this.registered.has(enterprise);
  }

  /** A holding that was loaded, by number. */
  known(no: number): HoldingState | undefined {
    return this.loaded.holdings.find(holding => holding.no === no);
  }

  /** Takes the next ledger position. */
  nextSeq(): number {
    this.appended += 1;
    this.undo.push(() => (this.appended -= 1));
    return this.loaded.seq + this.appended;
  }

  next(counter: keyof Counters): number {
    this.counters[counter] += 1;
    this.undo.push(() => (this.counters[counter] -= 1));
    return this.counters[counter];
  }

  event(id: string): EventState | undefined {
    return this.events.get(id);
  }

  lotsOf(code: string): readonly LotState[] {
    return this.lotsByCode.get(code) ?? [];
  }

  /** Holdings of a lot that an owner can draw from, oldest first. */
  holdingsOf(owner: string, lotNo: number): readonly HoldingState[] {
    const holdings = this.holdingsByLot.get(lotNo) ?? [];
    return holdings.filter(each => each.owner === owner && each.drawnG < each.massG).sort(byAge);
  }

  /** A holding of a lot by its id, used up or not. */
  holdingNamed(owner: string, lotNo: number, id: string): HoldingState | undefined {
    const wanted = id.toLowerCase();
    return this.holdingsByLot.get(lotNo)?.find(each => each.owner === owner && each.id === wanted);
  }

  /** Rank of the event that made a lot; known of lots that are counted. */
  makerRank(lotNo: number): number {
    return this.makerRanks.get(lotNo) ?? 0;
  }

  wasHeld(owner: string, lotNo: number): boolean {
    return this.everHeld.has(heldKey(owner, lotNo));
  }

  /** A dispatch that has not been voided, and what became of it. */
  transfer(dispatchId: string): TransferState | undefined {
    return this.transfers.get(dispatchId);
  }

  /** The holdings a dispatch has put on the way, in its order. */
  inTransitOf(dispatchNo: number): readonly HoldingState[] {
    return [...(this.inTransit.get(dispatchNo) ?? [])].sort((a, b) => a.ordinal - b.ordinal);
  }

  addEvent(plan: EventPlan, sameContent: (event: EventInput) => boolean): void {
    this.append(this.plans.events, plan);
    this.events.set(plan.id, { ...plan, sameContent });
    this.undo.push(() => this.events.delete(plan.id));
  }

  /** Adds a lot that an event of the given rank makes. */
  addLot(lot: LotState, tenant: string, seq: number, rank: number): void {
    this.append(this.plans.lots, { lot, tenant, seq });
    push(this.lotsByCode, lot.code, lot);
    this.makerRanks.set(lot.no, rank); // overwritten where the number is taken back and given out again
    this.undo.push(() => this.lotsByCode.get(lot.code)?.pop());
  }

  addHolding(holding: HoldingState, seq: number): void {
    this.append(this.plans.holdings, { holding, seq });
    const undo = this.index(holding);
    this.undo.push(undo);
  }

  /** Consumes a part of a holding; the caller has checked that it is there. */
  addDraw(draw: DrawPlan, tenant: string, seq: number): void {
    this.append(this.plans.draws, { draw, tenant, seq });
    this.debit(draw.holding, draw.massG, draw.reoG);
  }

  addPool(pool: PoolPlan): void {
    this.append(this.plans.pools, pool);
  }

  addRoot(root: RootPlan, seq: number): void {
    this.append(this.plans.roots, { root, seq });
  }

  addDocument(document: DocumentPlan, seq: number): void {
    this.append(this.plans.documents, { document, seq });
  }

  addEntry(entry: EntryPlan): void {
    this.append(this.plans.entries, entry);
  }

  addTransfer(transfer: TransferState, terms: string): void {
    this.append(this.plans.transfers, { transfer, terms });
    this.transfers.set(transfer.dispatchId, transfer);
    this.undo.push(() => this.transfers.delete(transfer.dispatchId));
  }

  answer(transfer: TransferState, state: 'accepted' | 'rejected', receiptNo: number): void {
    const before = { state: transfer.state, receiptNo: transfer.receiptNo };
    Object.assign(transfer, { state, receiptNo });
    const isNew = transfer.dispatchNo > this.written.eventNo;
    if (!isNew) this.answered.add(transfer);
    this.undo.push(() => {
      Object.assign(transfer, before);
      if (!isNew) this.answered.delete(transfer);
    });
  }

  /** Hands over what was decided since the last time, to be written: from now on it cannot be taken back. */
  take(): Decided {
    this.keep();
    const { plans, touched, answered } = this;
    this.plans = noPlans();
    this.touched = new Set();
    this.answered = new Set();
    this.written = { ...this.counters };
    return { plans, touched, answered, counters: this.written };
  }

  /** Nothing of what was decided so far will be taken back. */
  keep(): void {
    this.undo.length = 0;
  }

  mark(): number {
    return this.undo.length;
  }

  /** Takes back everything since a mark. */
  rollback(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()!();
  }

  private debit(holding: HoldingState, massG: number, reoG: number): void {
    holding.drawnG += massG;
    holding.drawnReoG += reoG;
    const isTouched = holding.no <= this.written.holdingNo && !this.touched.has(holding);
    if (isTouched) this.touched.add(holding);
    this.undo.push(() => {
      holding.drawnG -= massG;
      holding.drawnReoG -= reoG;
      if (isTouched) this.touched.delete(holding);
    });
  }

  private index(holding: HoldingState): () => void {
    if (holding.inTransit) {
      push(this.inTransit, holding.eventNo, holding);
      return () => this.inTransit.get(holding.eventNo)?.pop();
    }
    const key = heldKey(holding.owner, holding.lot.no);
    const known = this.everHeld.has(key);
    this.everHeld.add(key);
    push(this.holdingsByLot, holding.lot.no, holding);
    return () => {
      this.holdingsByLot.get(holding.lot.no)?.pop();
      if (!known) this.everHeld.delete(key);
    };
  }

  private append<T>(list: T[], item: T): void {
    list.push(item);
    this.undo.push(() => list.pop());
  }
}

/** Oldest first: by the ledger position of the yielding event, then its order of yields. */
const byAge = (a: HoldingState, b: HoldingState): number =>
  a.firstSeq - b.firstSeq || a.ordinal - b.ordinal || a.no - b.no;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
