import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ELEMENTS, provinceOf } from '#kernel';
import { findProduct, type Stage } from '#catalogue';
import { RegistryReader } from '#registry';
import {
  type ContractEvent, day, Dice, type History, Oracle, recorded, registryChange, Remembered, rounds, seededHistory, TESTER,
  TestLots,
} from '#testing'; // prettier-ignore
import type { CrossProvinceLink } from '../domain/schema/links.js';
import { PostgresProvenanceStore } from '../engines/postgres/postgres-provenance-store.js';
import { RegistryRegions } from '../registry-regions.js';
import { recallMigration } from '../storage/recall.migration.js';
import { type LinkFilter, LINK_STAGES, type LinkStage } from './flow-reader.js';
import { LinksService } from './links.service.js';

const ROUNDS = rounds(5, 60);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

const REGIONS = ['110000', '360700', '440300', '150200', '360100'];
/** From here on the last enterprise of the world lies somewhere else. */
const MOVED = { at: day(8), region: '530000' };

/** The history with sites all over the country, and some dispatches that say where they go from and to. */
function scattered(history: History): History {
  const events = history.events.map((event, index): ContractEvent => {
    if (event.type !== 'dispatch') return event;
    return {
      ...event,
      ...(index % 3 === 0 ? { shipFrom: REGIONS[index % 5]! } : {}),
      ...(index % 4 === 0 ? { shipTo: REGIONS[(index + 2) % 5]! } : {}),
    };
  });
  const sites = history.registry.sites.map((site, index) => ({ ...site, region: REGIONS[index % REGIONS.length]! }));
  return { events, registry: { ...history.registry, sites } };
}

const FILTERS: readonly LinkFilter[] = [
  {},
  { flagged: true },
  { flagged: false },
  { from: '360734', since: new Date(day(3)) },
  { to: '440000', until: new Date(day(10)) },
  ...Object.keys(LINK_STAGES).map(stage => ({ stage: stage as LinkStage, since: new Date(day(2)) })),
];

type Flow = Omit<CrossProvinceLink, 'events'> & { readonly events: readonly string[] };

/** Flows between provinces by the books, dispatch by dispatch. */
function plainly(oracle: Oracle, { registry }: History, filter: LinkFilter): Flow[] {
  const mover = registry.enterprises.at(-1)!.uscc;
  const regionOf = (content: { enterprise: string; site?: string; occurredAt: string }): string => {
    const site = registry.sites.find(({ code }) => code === content.site);
    const moved = content.enterprise === mover && Date.parse(content.occurredAt) >= Date.parse(MOVED.at);
    const home = registry.enterprises.find(({ uscc }) => uscc === content.enterprise)!.region;
    return site?.region ?? (moved ? MOVED.region : home);
  };
  const flows = new Map<string, Flow>();
  for (const { id, content, yields } of oracle.books.current()) {
    const answer = oracle.books.answerTo(id)?.content;
    if (content?.type !== 'dispatch' || answer?.type !== 'receipt') continue;
    if (answer.dispatch === undefined || answer.outcome !== 'accepted') continue;
    const at = new Date(content.occurredAt);
    if ((filter.since && at < filter.since) || (filter.until && at >= filter.until)) continue;
    const [from, to] = [provinceOf(content.shipFrom ?? regionOf(content)), provinceOf(content.shipTo ?? regionOf(answer))];
    const stages: readonly Stage[] | undefined = filter.stage && LINK_STAGES[filter.stage];
    const sent = yields.filter(({ lot }) => !stages || stages.includes(findProduct(lot.product)!.stage));
    if (from === to || sent.length === 0) continue;
    const known = flows.get(from + to) ?? { from, to, transfers: 0, massKg: 0, reoKg: 0, flagged: false, events: [] };
    flows.set(from + to, {
      ...known,
      transfers: known.transfers + 1,
      massKg: known.massKg + sent.reduce((sum, { mass }) => sum + mass, 0) / 1000,
      reoKg: known.reoKg + sent.reduce((sum, { reo }) => sum + reo, 0) / 1000,
      flagged: known.flagged || sent.some(holding => holding.reo > 0 && isIllegal(oracle, holding)),
      events: [...known.events, id],
    });
  }
  return [...flows.values()].filter(
    ({ from, to, flagged }) =>
      (!filter.from || from === provinceOf(filter.from)) &&
      (!filter.to || to === provinceOf(filter.to)) &&
      (filter.flagged === undefined || flagged === filter.flagged),
  );
} // prettier-ignore

function isIllegal(
  { compositions, sources }: Oracle,
  holding: ReturnType<Oracle['books']['holdings']>[number],
): boolean {
  const { grams } = compositions.stream(holding.lot, holding.reo);
  const mixtures = compositions.of(holding);
  return ELEMENTS.some(
    (_, e) => grams[e]!.isPositive() && mixtures[e]!.sources().some(key => sources.of(key).status === 'illegal'),
  );
}

const sorted = (flows: readonly Flow[]): unknown[] =>
  flows
    .map(({ events, massKg, reoKg, ...flow }) => ({
      ...flow,
      massKg: Math.round(massKg * 1000),
      reoKg: Math.round(reoKg * 1000),
      events: [...events].sort(),
    }))
    .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));

describe('links between provinces', () => {
  let service: TestLots;
  let links: LinksService;

  beforeAll(async () => {
    service = await TestLots.start([recallMigration]);
    const { database } = service;
    const regions = new RegistryRegions(database, new RegistryReader());
    links = new LinksService({ database, store: new PostgresProvenanceStore(database), regions }, service.ledger);
  });

  afterAll(() => service.stop());

  it(`are what a plain recomputation says (${ROUNDS} rounds)`, async () => {
    const events: ContractEvent[] = [];
    const customsDeclarations: History['registry']['customsDeclarations'][number][] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const history = scattered(seededHistory(firstSeed + round, 60, { salt: round }));
      await service.record(history);
      if (round === 1) {
        const mover = { ...history.registry.enterprises.at(-1)!, region: MOVED.region, validFrom: MOVED.at };
        await service.registry.put(TESTER, 'enterprises', [mover]);
      }
      events.push(...history.events);
      customsDeclarations.push(...history.registry.customsDeclarations);
      await compare({ events, registry: { ...history.registry, customsDeclarations } }, round);
    }
  });

  it('as known at a position are the same for ever, whatever is recorded, corrected or stated', async () => {
    const known = new Remembered((filter: LinkFilter, asOf) =>
      links.crossProvince(TESTER, { ...filter, ...(asOf ? { asOf } : {}) }, { limit: 500 }),
    );
    const dice = new Dice(firstSeed);
    let flagged = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const { registry, events } = scattered(seededHistory(firstSeed + 1_000 + round, 60, { salt: 100 + round }));
      await service.state(registry);
      for (const [index, event] of events.entries()) {
        await service.send([event]);
        if (dice.chance(0.3)) await service.state(registryChange(dice, 100 + round, registry));
        if (index % 8 !== 7) continue;
        const { seq } = await service.ledger.head(TESTER);
        for (const filter of FILTERS) await known.take(filter, seq);
        flagged += (await links.crossProvince(TESTER, { flagged: true }, { limit: 1 })).total;
      }
    }
    expect(flagged).toBeGreaterThan(0);
    expect(await known.compare()).toBeGreaterThan(100);
  });

  async function compare(history: History, round: number): Promise<void> {
    const oracle = new Oracle(recorded(history.events), history.registry);
    for (const filter of FILTERS) {
      const answer = await links.crossProvince(TESTER, filter, { limit: 500 });
      try {
        expect(sorted(answer.items)).toEqual(sorted(plainly(oracle, history, filter)));
      } catch (error) {
        const message = `seed ${firstSeed + round}, ${JSON.stringify(filter)}: ${(error as Error).message}`;
        throw new Error(message, { cause: error });
      }
    }
  }

  it('come page by page, the largest flow first', async () => {
    const whole = await links.crossProvince(TESTER, {}, { limit: 500 });
    const paged: CrossProvinceLink[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await links.crossProvince(TESTER, {}, { limit: 2, ...(cursor === '' ? {} : { cursor }) });
      expect(page.total).toBe(whole.items.length);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.items);
    const reo = whole.items.map(({ reoKg }) => reoKg);
    expect(reo).toEqual([...reo].sort((a, b) => b - a));
  });

  it('come page by page as known where the first page was', async () => {
    const { seq } = await service.ledger.head(TESTER);
    const whole = await links.crossProvince(TESTER, { asOf: { seq } }, { limit: 500 });
    const paged: CrossProvinceLink[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const filter = cursor === '' ? { asOf: { seq } } : {};
      const page = await links.crossProvince(TESTER, filter, { limit: 2, ...(cursor === '' ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.nextCursor;
      await service.record(scattered(seededHistory(firstSeed + paged.length, 20, { salt: 200 + paged.length })));
    }
    expect(paged).toEqual(whole.items);
  });
});
