import type { Context } from '#kernel';
import type { Database, Statement } from '#platform';
import { ClosureFacts } from './closure-facts.js';
import {
  countedOf, type CountedRow, type EventColumns, eventsOf, type LotColumns, lotsByNo, lotsOf, type RootRow, rootsOf, type UnitColumns,
  unitsOf, type YieldRow, yieldsOf,
} from './walk-statements.js'; // prettier-ignore

/**
 * Reads what a walk has found on a connection of its own, one round trip after the other, each for everything that has
 * come together meanwhile. Errors wait for {@link finish}.
 */
export class FactsLane {
  readonly facts = new ClosureFacts();
  private events: number[] = [];
  private holdings: number[] = [];
  private running: Promise<void> | undefined;
  private failure: unknown;

  constructor(
    private readonly database: Database,
    private readonly context: Context,
    private readonly position: number,
  ) {}

  ofEvents(nos: readonly number[]): void {
    for (const no of nos) this.events.push(no);
    this.start();
  }

  ofHoldings(nos: readonly number[]): void {
    for (const no of nos) this.holdings.push(no);
    this.start();
  }

  /** Waits for everything asked for, then reads what only the whole of it can tell. */
  async finish(
    further: (facts: ClosureFacts) => { counting: readonly number[]; yielding: readonly number[] },
  ): Promise<ClosureFacts> {
    while (this.running) await this.running;
    if (this.failure !== undefined) throw this.failure;
    const { counting, yielding } = further(this.facts);
    if (counting.length > 0) await this.readCounted(counting);
    if (yielding.length > 0) this.facts.addYields(await this.rows<YieldRow>(yieldsOf(yielding, this.position)));
    return this.facts;
  }

  private start(): void {
    if (this.failure === undefined && this.isWaiting()) this.running ??= this.run();
  }

  private isWaiting(): boolean {
    return this.events.length + this.holdings.length > 0;
  }

  private async run(): Promise<void> {
    try {
      while (this.isWaiting()) await this.readOnce();
    } catch (error) {
      this.failure = error;
    } finally {
      this.running = undefined;
    }
  }

  private async readOnce(): Promise<void> {
    const [events, holdings] = [this.events.sort(ascending), this.holdings.sort(ascending)];
    this.events = [];
    this.holdings = [];
    const statements = [
      unitsOf(holdings, this.position),
      eventsOf(events, this.position),
      lotsOf(events, this.position),
      rootsOf(events, this.position),
    ];
    const results = await this.database.snapshot(this.context, tx => tx.pipeline(statements));
    const [[units], [columns], [lots], roots] = results as [[UnitColumns], [EventColumns], [LotColumns], RootRow[]];
    this.facts.addUnits(units);
    this.facts.addEvents(columns);
    this.facts.addLots(lots);
    this.facts.addRoots(roots);
  }

  /** A count may find a lot of which nothing was left: nothing leads to the event that declared it. */
  private async readCounted(eventNos: readonly number[]): Promise<void> {
    const counted = await this.rows<CountedRow>(countedOf(eventNos, this.position));
    this.facts.addCounted(counted);
    const known = this.facts.lotNos();
    const missing = counted.map(({ lotNo }) => lotNo).filter(no => !known.has(no));
    if (missing.length === 0) return;
    const [lots] = await this.rows<LotColumns>(lotsByNo([...new Set(missing)], this.position));
    this.facts.addLots(lots!);
  }

  private rows<Row>({ text, values, name }: Statement): Promise<Row[]> {
    return this.database.read<Row>(this.context, text, values, name);
  }
}

const ascending = (a: number, b: number): number => a - b;
