import { describe, expect, it } from '@jest/globals';
import {
  type ContractEvent, Dice, registry, registryChange, type RegistryItems, rounds, seededHistory, TESTER, TestLots,
} from '#testing'; // prettier-ignore
import { factsOf, type HistoryCase } from '../facts-of-history.contract.js';
import type { ChainFacts, EventFact, EventFacts } from '../facts/facts.js';
import { differences, Plain } from './facts-plain.contract.js';
import { screeningFactsMigration } from './facts.migration.js';
import { FactsReader, type Loaded } from './facts.reader.js';
import { findingsMigration } from './findings.migration.js';

const ROUNDS = rounds(4, 60);
const STEPS = 90;
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the histories that facts are loaded of: ${firstSeed} and on`);

const start = (): Promise<TestLots> => TestLots.start([findingsMigration, screeningFactsMigration]);

describe('facts of random histories', () => {
  it(`are those that the plain oracle tells, for events and for enterprises (${ROUNDS} rounds)`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      const played = new Played(await start(), seed);
      try {
        await played.play();
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      } finally {
        await played.stop();
      }
    }
  }, 600_000);
});

/** A history in the making with two processes that read facts of it at any time. */
class Played {
  private readonly dice: Dice;
  private readonly readers: FactsReader[];
  private readonly events: ContractEvent[] = [];
  private known: RegistryItems = registry();

  constructor(
    private readonly service: TestLots,
    private readonly seed: number,
  ) {
    this.dice = new Dice(seed);
    this.readers = [service, service.join()].map(({ database }) => new FactsReader(database));
  }

  async play(): Promise<void> {
    const history = seededHistory(this.seed, STEPS, { salt: this.seed % 10_000 });
    await this.state(history.registry);
    for (const event of history.events.map(each => this.embellished(each))) {
      await this.service.send([event]);
      this.events.push(event);
      if (this.dice.chance(0.05)) await this.state(registryChange(this.dice, this.seed % 10_000, this.known));
      if (this.dice.chance(0.03)) await this.compare();
    }
    await this.compare();
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  private async state(items: Partial<RegistryItems>): Promise<void> {
    await this.service.state(items);
    const both = <K extends keyof RegistryItems>(name: K) => [...this.known[name], ...(items[name] ?? [])];
    this.known = registry({
      enterprises: both('enterprises'),
      sites: both('sites'),
      permits: both('permits'),
      customsDeclarations: both('customsDeclarations'),
    });
  }

  /** Papers, approvals and times of entry, which random histories do not have. */
  private embellished(event: ContractEvent): ContractEvent {
    const entered = { enteredAt: new Date(Date.parse(event.occurredAt) + this.dice.between(0, 1e8)).toISOString() };
    if (event.type !== 'correction') return { ...this.withPapers(event), ...entered };
    const replacement = event.replacement && this.withPapers(event.replacement);
    const approved = this.dice.chance(0.5) ? { approvedBy: '示例负责人' } : {};
    return { ...event, ...entered, ...approved, ...(replacement ? { replacement } : {}) };
  }

  private withPapers<E extends object>(event: E): E {
    const cited = (['vat-invoice', 'import-declaration', 'inspection-certificate'] as const)
      .filter(() => this.dice.chance(0.2))
      .map(kind => ({ kind, number: `${kind}-${this.dice.between(1, 6)}` }));
    const documents = [...((event as { documents?: object[] }).documents ?? []), ...cited];
    return {
      ...event,
      ...(documents.length > 0 ? { documents } : {}),
      ...(this.dice.chance(0.1) ? { note: '备注' } : {}),
    };
  }

  private async compare(): Promise<void> {
    const { customsDeclarations, ...rest } = this.known;
    const given = { ...rest, 'customs-declarations': customsDeclarations } as unknown as NonNullable<
      HistoryCase['registry']
    >;
    const oracle = factsOf({ events: this.events, registry: given });
    const { actual, expected } = await this.plains(oracle);
    const all = oracle.enterprises.flatMap(uscc => oracle.eventsOf(uscc));
    for (const reader of this.readers) {
      const ids = this.dice.some(all, this.dice.pick([1, 5, all.length])).map(({ id }) => id);
      const ofEvents = await reader.forEvents(TESTER, [...ids, this.events[0]!.id], oracle.clock);
      new Comparison(ofEvents, oracle, actual, expected).ofEvents(all.filter(({ id }) => ids.includes(id)));
      const usccs = this.dice.some([...oracle.enterprises], this.dice.pick([1, 3]));
      const ofEnterprises = await reader.forEnterprises(TESTER, usccs, { clock: oracle.clock });
      new Comparison(ofEnterprises, oracle, actual, expected).ofEnterprises(usccs);
    }
  }

  private async plains(oracle: ChainFacts): Promise<{ actual: Plain; expected: Plain }> {
    const holdings = await this.service.rows<{ id: string; name: string }>(
      `SELECT h.id, e.id || '#' || row_number() OVER (PARTITION BY e.no ORDER BY h.ordinal) AS name
       FROM holding h JOIN event e ON e.no = h.event_no AND e.seq_to = $1 WHERE h.seq_to = $1`,
      [Number.MAX_SAFE_INTEGER],
    );
    const entries = await this.service.rows<{ seq: number }>(
      `SELECT seq FROM ledger_entry WHERE kind = 'event' ORDER BY seq`,
    );
    const places = new Map(entries.map(({ seq }, index) => [seq, index + 1]));
    const all = oracle.enterprises.flatMap(uscc => oracle.eventsOf(uscc));
    const names = all.flatMap(({ id: event, yields }) => yields.map(({ id }, n) => [id, `${event}#${n + 1}`] as const));
    return {
      actual: new Plain(new Map(holdings.map(({ id, name }) => [id, name])), seq => places.get(seq)!),
      expected: new Plain(new Map(names), seq => seq),
    };
  }
}

/** What was loaded beside what the oracle tells. */
class Comparison {
  constructor(
    private readonly loaded: Loaded,
    private readonly oracle: ChainFacts,
    private readonly actual: Plain,
    private readonly expected: Plain,
  ) {}

  ofEvents(events: readonly EventFact[]): void {
    expect(this.loaded.recomputing.size).toBe(0);
    for (const event of events) this.event(event);
    this.registry();
  }

  ofEnterprises(usccs: readonly string[]): void {
    const { facts } = this.loaded;
    expect(facts.enterprises).toEqual(usccs);
    for (const uscc of usccs) {
      const own = this.oracle.eventsOf(uscc);
      expect(this.actual.events(facts.eventsOf(uscc))).toEqual(this.expected.events(own));
      expect(this.actual.transfers(facts.sentBy(uscc))).toEqual(this.expected.transfers(this.oracle.sentBy(uscc)));
      expect(this.actual.transfers(facts.sentTo(uscc))).toEqual(this.expected.transfers(this.oracle.sentTo(uscc)));
      expect(corrected(facts, uscc, this.actual)).toEqual(corrected(this.oracle, uscc, this.expected));
      for (const event of own) this.event(event);
      for (const lot of this.lotsBothWays(uscc)) {
        expect(this.actual.transfers(facts.movesOf(lot))).toEqual(this.expected.transfers(this.oracle.movesOf(lot)));
      }
    }
    this.registry();
  }

  /** An event, its transfer, and everything that its papers lead to. */
  private event(event: EventFact): void {
    const { facts } = this.loaded;
    const fact = facts.event(event.id);
    expect(this.actual.event(fact)).toEqual(this.expected.event(event));
    expect(differences(fact!, event)).toEqual([]);
    const told = (each: EventFacts, plain: Plain): unknown => [plain.transfer(each.transfer(event.id)), ...lookUps(each, plain, event), ...this.mining(each, plain, event)]; // prettier-ignore
    expect(told(facts, this.actual)).toEqual(told(this.oracle, this.expected));
  }

  /** Around single events the mining under plain mining licences is left alone. */
  private mining(facts: EventFacts, plain: Plain, { content }: EventFact): unknown[] {
    if (content.type !== 'mining' || this.loaded.facts.enterprises.length === 0) return [];
    return [plain.events(facts.miningUnder(content.licence))];
  }

  private lotsBothWays(uscc: string): string[] {
    const lots = (transfers: ReturnType<ChainFacts['sentBy']>): string[] =>
      transfers.flatMap(({ parts }) => parts.map(({ lot }) => lot.key));
    const got = new Set(lots(this.oracle.sentTo(uscc)));
    return [...new Set(lots(this.oracle.sentBy(uscc)))].filter(lot => got.has(lot));
  }

  /** What held of each key at any time; look-ups by value tell the same. */
  private registry(): void {
    const { registry } = this.oracle;
    const [sites, permits, declarations] = [registry.all('sites'), registry.all('permits'), registry.all('customs-declarations')];
    const told = ({ registry: facts }: EventFacts, at: number) => ({
      enterprises: this.oracle.enterprises.map(uscc => timeless(facts.at('enterprises', uscc, at))),
      sites: sites.map(({ code }) => timeless(facts.at('sites', code, at))),
      permits: permits.map(({ kind, number }) => timeless(facts.at('permits', `${kind}:${number}`, at))),
      declarations: declarations.map(({ number }) => timeless(facts.at('customs-declarations', number, at))),
    });
    const { facts } = this.loaded;
    for (const at of [facts.clock, facts.clock - 20 * 86_400_000, facts.clock - 40 * 86_400_000]) {
      const expected = told(this.oracle, at);
      expect(told(facts, at)).toEqual(expected);
      for (const uscc of this.oracle.enterprises) {
        const held = expected.permits.filter(permit => permit?.['holder'] === uscc);
        const found = facts.registry.whereAt('permits', 'holder', uscc, at).map(timeless);
        expect(found).toHaveLength(held.length);
        expect(found).toEqual(expect.arrayContaining(held));
      }
    }
  } // prettier-ignore
}

function lookUps(facts: EventFacts, plain: Plain, { content }: EventFact): unknown[] {
  const cited = (content.documents ?? []).map(({ kind, number }) => plain.events(facts.citing(kind, number)));
  const declaration = content.type === 'import' || content.type === 'export' ? content.declaration : undefined;
  return [
    cited,
    declaration && [plain.events(facts.importsOn(declaration)), plain.events(facts.exportsOn(declaration))],
    declaration && plain.events(facts.citing('export-declaration', declaration)),
    content.site && facts.firstProduction(content.site),
  ];
}

const corrected = (facts: ChainFacts, uscc: string, plain: Plain): unknown[] =>
  facts
    .corrected(uscc)
    .map(({ event, at, corrections }) => ({ event, at, corrections: plain.corrections(corrections) }))
    .sort((a, b) => (a.event < b.event ? -1 : 1));

function timeless(item: object | undefined): Record<string, unknown> | undefined {
  if (!item) return undefined;
  const { validFrom: _, validTo: __, ...facts } = item as Record<string, unknown>;
  return facts;
}
