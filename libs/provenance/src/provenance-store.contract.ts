import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Head } from '#ledger';
import {
  correction, declarationNumber, diamondLattice, dispatch, enterprise, EXAMPLE_DECLARATION, exporting, LATTICE_DECLARATION,
  licence, licenceNumber, lot, mining, type Mining, receipt, registry, TESTER, type TestLots, uscc, workedExample,
} from '#testing'; // prettier-ignore
import { poolGraph } from './domain/pool-graph.js';
import { type ProvenanceStore, sourceKey } from './provenance-store.js';

/** An engine over a ledger that tests record in. */
export interface StoreUnderTest {
  readonly lots: TestLots;
  readonly store: ProvenanceStore;
  /** Waits until the engine knows everything recorded so far. */
  readonly caughtUp: () => Promise<void>;
}

const [MINE, TRADER] = [uscc(41), uscc(42, '310000')];
const LIMITS = { nodes: 100_000 };

/** What every engine of {@link ProvenanceStore} answers. */
export function describeProvenanceStore(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the provenance store ${name}`, () => {
    let lots: TestLots;
    let store: ProvenanceStore;
    let caughtUp: () => Promise<void>;

    beforeAll(async () => {
      ({ lots, store, caughtUp } = await start());
      await lots.record(workedExample);
      await lots.state(
        registry({
          enterprises: [enterprise(MINE, ['mine']), enterprise(TRADER, ['trader'])],
          permits: [licence(licenceNumber(41), MINE)],
        }),
      );
      await caughtUp();
    });

    afterAll(() => lots.stop());

    const now = (): Promise<Head> => lots.ledger.head(TESTER);
    const upstreamOf = async (declaration: string, nodes = LIMITS.nodes) => {
      const facts = (await store.shipments(TESTER, [declaration])).get(declaration)!;
      const seeds = [...new Set(facts.items.map(item => item.eventNo))];
      return store.upstream(TESTER, seeds, facts.asOf.seq, { nodes, yields: true });
    };

    it('finds shipments by declaration and leaves out those it does not know', async () => {
      const shipments = await store.shipments(TESTER, ['000000000000000000', EXAMPLE_DECLARATION]);
      expect([...shipments.keys()]).toEqual([EXAMPLE_DECLARATION]);
      const facts = shipments.get(EXAMPLE_DECLARATION)!;
      expect(facts.items.map(item => [item.product, item.massG, item.reoG])).toEqual([
        ['OX-Dy', 590_000, 590_000],
        ['OX-PrNd', 12_000_000, 12_000_000],
      ]);
      expect(facts.asOf).toEqual(await now());
      expect([...facts.pools.values()].map(pool => pool.dirty)).toEqual([false]);
    });

    it('finds a lot as it was made and what a holder has left of it', async () => {
      const made = await store.lot(TESTER, { code: 'PN-1' });
      expect(made.items.map(item => item.massG)).toEqual([12_000_000]);
      const rest = await store.lot(TESTER, { code: `${made.declaredBy}:PN-1`, enterprise: uscc(2, '310000') });
      expect(rest.items.map(item => item.massG)).toEqual([30_000]);
      await expect(store.lot(TESTER, { code: 'PN-9' })).rejects.toMatchObject({ status: 404 });
      await expect(store.lot(TESTER, { code: 'DY', enterprise: uscc(1) })).rejects.toMatchObject({ status: 404 });
    });

    it('wants the declarer of a code that two have used', async () => {
      const twice = [mined('TWICE', { enterprise: MINE }), mined('TWICE', { enterprise: TRADER })];
      await lots.send(twice);
      await caughtUp();
      await expect(store.lot(TESTER, { code: 'TWICE' })).rejects.toMatchObject({ status: 409, code: 'ambiguous-lot' });
      expect((await store.lot(TESTER, { code: `${TRADER}:TWICE` })).declaredBy).toBe(TRADER);
    });

    it('walks upstream and meets every event once', async () => {
      const { events, holdingNos, draws, lots: made, roots, truncated } = await upstreamOf(EXAMPLE_DECLARATION);
      expect(events.type).toEqual(['export', 'receipt', 'dispatch', 'processing', 'mining', 'mining']);
      expect(events.level).toEqual([0, 1, 2, 3, 4, 4]);
      expect(holdingNos.length).toBe(8);
      expect(draws.poolNo.filter(no => no !== 0).length).toBe(2);
      expect([...made.reoG].sort((a, b) => a - b)).toEqual([590_000, 1e7, 1.2e7, 1.2e7, 7.35e7, 9e7]);
      expect([...roots.values()].map(root => root.status).sort()).toEqual(['illegal', 'legal']);
      expect(truncated).toBe(false);
    });

    it('puts the pools of a closure into topological order', async () => {
      const upstream = await upstreamOf(EXAMPLE_DECLARATION);
      const { ordered, incomplete } = poolGraph(upstream);
      expect(ordered.map(({ kind }) => kind)).toEqual(['root', 'root', 'run']);
      expect(ordered[2]!.inputs.map(({ from }) => from)).toEqual(ordered.slice(0, 2));
      expect(incomplete).toBe(false);
    });

    it('stops at a limit and says so', async () => {
      const upstream = await upstreamOf(EXAMPLE_DECLARATION, 3);
      expect(upstream.truncated).toBe(true);
      expect(upstream.events.no.length).toBeLessThan(6);
    });

    it('walks a lattice of 10^40 paths through its 411 events', async () => {
      await lots.record(diamondLattice(10, 40));
      await caughtUp();
      const { events, holdingNos, draws } = await upstreamOf(LATTICE_DECLARATION);
      expect([events.no.length, holdingNos.length, draws.poolNo.length]).toEqual([411, 410, 4_010]);
    });

    it('knows shipments on the way, and no more once they have come', async () => {
      const declaration = declarationNumber(77, 'export');
      const cites = [{ kind: 'export-declaration' as const, number: declaration }];
      const sent = dispatch({ enterprise: MINE, to: TRADER, draws: [{ lot: 'WAY', massKg: 10 }], documents: cites });
      const exported = (massKg: number) =>
        exporting({ enterprise: TRADER, declaration, items: [{ lot: 'WAY', massKg }] });
      await lots.send([mined('WAY', { enterprise: MINE }), sent]);
      expect((await store.lot(TESTER, { code: 'WAY' })).pending).toEqual([sent.id]);
      await lots.send([receipt(sent, { documents: cites }), exported(4)]);
      await caughtUp();
      expect((await store.lot(TESTER, { code: 'WAY' })).pending).toEqual([]);
      const pending = async () => (await store.shipments(TESTER, [declaration])).get(declaration)!.pending;
      expect(await pending()).toEqual([sent.id]);
      await lots.send([exported(6)]);
      await caughtUp();
      expect(await pending()).toEqual([]);
      const cited = await store.document(TESTER, { kind: 'export-declaration', number: declaration });
      expect(cited.items.map(item => item.massG)).toEqual([10_000]);
    });

    it('answers as known at a position, whatever is corrected later', async () => {
      const event = mined('PAST', { enterprise: MINE });
      await lots.send([event]);
      const before = await now();
      const { id: _, ...content } = mined('PAST', { enterprise: MINE }, 7_000);
      await lots.send([correction(event, content)]);
      await caughtUp();
      const massAt = async (at?: Head) => (await store.lot(TESTER, { code: 'PAST' }, at)).items[0]!.massG;
      expect(await massAt(before)).toBe(10_000_000);
      expect(await massAt()).toBe(7_000_000);
      const earlier = { ...before, seq: before.seq - 1 };
      await expect(massAt(earlier)).rejects.toMatchObject({ status: 404 });
      await lots.send([correction({ id: event.id, enterprise: MINE })]);
      await caughtUp();
      await expect(massAt()).rejects.toMatchObject({ status: 404 });
      expect(await massAt(before)).toBe(10_000_000);
    });

    it('names sources by their latest root event, and what dispatches moved', async () => {
      const { events } = await upstreamOf(EXAMPLE_DECLARATION);
      const { seq } = await now();
      const sources = await store.sources(TESTER, 'all');
      const id = `mining-licence:${licenceNumber(1)}:2026`;
      expect(sources.find(id, 'legal')?.kind).toBe('mine');
      const roots = await store.latestRoots(TESTER, [{ id, status: 'legal' }], seq);
      expect(roots.get(sourceKey({ id, status: 'legal' }))?.enterprise).toBe(uscc(1));
      const dispatchNo = events.no[events.type.indexOf('dispatch')]!;
      const receiptNo = events.no[events.type.indexOf('receipt')]!;
      const [moved] = await store.transfers(TESTER, [{ dispatchNo, receiptNo }], seq);
      expect(moved).toMatchObject({ owner: uscc(2, '310000'), massG: 12_590_000, reoG: 12_590_000 });
      const labels = await store.labels(TESTER, events.no, [], seq);
      const run = labels.events.get(events.no[events.type.indexOf('processing')]!);
      expect(run?.process).toBe('SEPARATION');
      expect(await store.eventIds(TESTER, [run!.no])).toEqual(new Map([[run!.no, run!.id]]));
    });
  });
}

const mined = (code: string, given: Partial<Mining>, massKg = 10_000): Mining =>
  mining({ licence: licenceNumber(41), ...given, yields: [lot({ lot: code, massKg })] });
