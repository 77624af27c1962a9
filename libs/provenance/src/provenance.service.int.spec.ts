import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegistryReader } from '#registry';
import {
  correction, day, declarationNumber, EXAMPLE_DECLARATION, enterprise, exporting, LATTICE_DECLARATION, diamondLattice, licence,
  licenceNumber, lot, mining, Oracle, recorded, registry, TESTER, TestLots, uscc, wideBlend, workedExample,
} from '#testing'; // prettier-ignore
import { PostgresProvenanceStore } from './engines/postgres/postgres-provenance-store.js';
import { ProvenanceService } from './provenance.service.js';
import { RegistryRegions } from './registry-regions.js';
import { provenanceMigration } from './storage/provenance.migration.js';

const EXAMPLE = { kind: 'shipment', declaration: EXAMPLE_DECLARATION } as const;
const LATTICE = { kind: 'shipment', declaration: LATTICE_DECLARATION } as const;

async function start(): Promise<[TestLots, ProvenanceService]> {
  const lots = await TestLots.start([provenanceMigration]);
  const regions = new RegistryRegions(lots.database, new RegistryReader());
  return [lots, new ProvenanceService(new PostgresProvenanceStore(lots.database), lots.ledger, regions)];
}

describe('the worked example', () => {
  let lots: TestLots;
  let provenance: ProvenanceService;

  beforeAll(async () => {
    [lots, provenance] = await start();
    await lots.record(workedExample);
  });

  afterAll(() => lots.stop());

  it('is FLAGGED for the mine whose licence ran out, in the language asked for', async () => {
    const { verdict } = await provenance.verdict(TESTER, EXAMPLE_DECLARATION);
    expect(verdict.status).toBe('FLAGGED');
    expect(verdict.reasons).toEqual([
      {
        code: 'illegal-source',
        detail: expect.stringMatching(/^1 illegal source\(s\) with \d+\.\d+ % of the rare earths/),
        refs: [`mining-licence:${licenceNumber(2)}:2026`],
      },
    ]);
    const chinese = await provenance.verdict({ ...TESTER, locale: 'zh' }, EXAMPLE_DECLARATION);
    expect(chinese.verdict.reasons[0]!.detail).toContain('非法来源');
  });

  it('crosses from Inner Mongolia to Shanghai with mass of an illegal source', async () => {
    const answer = await provenance.provenance(TESTER, EXAMPLE, {});
    expect(answer.crossProvince).toEqual([
      { from: `${uscc(1).slice(2, 4)}0000`, to: '310000', transfers: 1, reoKg: 12_590, flagged: true },
    ]);
    expect(answer.chain).toMatchObject({ events: 6, holdings: 8, enterprises: 2, depth: 5 });
    expect(answer.graph.total).toEqual({ nodes: 14, edges: 16 });
    expect(answer.graph.truncated).toBe(false);
  });

  it('shows as much of the graph as is wanted, nearest first', async () => {
    const none = await provenance.provenance(TESTER, EXAMPLE, { maxNodes: 0 });
    expect(none.graph).toMatchObject({ nodes: [], edges: [], total: { nodes: 14, edges: 16 }, truncated: true });
    const some = await provenance.provenance(TESTER, EXAMPLE, { maxNodes: 4 });
    expect(some.graph.nodes.map(node => node.type ?? node.lot)).toEqual(['export', 'DY', 'PN-1', 'receipt']);
    expect(some.graph.shown).toEqual({ nodes: 4, edges: 4 });
  });

  it('collapses to enterprises', async () => {
    const { graph } = await provenance.provenance(TESTER, EXAMPLE, { view: 'enterprises' });
    expect(graph.nodes.map(({ id }) => id)).toEqual([uscc(2, '310000'), uscc(1)]);
    expect(graph.edges).toMatchObject([
      { from: uscc(1), to: uscc(2, '310000'), massKg: 12_590, reoKg: 12_590, transfers: 1 },
    ]);
  });

  it('gives verdicts in bulk, in order, with a problem for the unknown', async () => {
    const unknown = declarationNumber(999, 'export');
    const items = await provenance.verdicts(TESTER, [unknown, EXAMPLE_DECLARATION, unknown]);
    expect(items.map(item => item.verdict?.status ?? item.problem?.status)).toEqual([404, 'FLAGGED', 404]);
  });

  it('says the same for ever as known at a position, while the history goes on', async () => {
    const asOf = { seq: (await lots.ledger.head(TESTER)).seq };
    const ask = async () => JSON.stringify([
      await provenance.provenance(TESTER, EXAMPLE, { asOf }),
      await provenance.provenance(TESTER, EXAMPLE, { asOf, view: 'enterprises' }),
      await provenance.origins(TESTER, EXAMPLE, asOf),
      await provenance.verdict(TESTER, EXAMPLE_DECLARATION, asOf),
    ]); // prettier-ignore
    const before = await ask();
    const newest = JSON.stringify(await provenance.origins(TESTER, EXAMPLE));
    const [rock] = workedExample.events;
    const { id: _, ...content } = rock as Extract<typeof rock, { type: 'mining' }>;
    const changed = lot({ ...content.yields[0]!, assay: { La: 40, Ce: 40, Pr: 5, Nd: 14, Dy: 1 } });
    await lots.send([correction(rock!, { ...content, yields: [changed] })]);
    expect(await ask()).toBe(before);
    await lots.state(
      registry({
        enterprises: [enterprise(uscc(1), ['mine'], { region: '440100' })],
        permits: [licence(licenceNumber(2), uscc(1))],
      }),
    );
    expect(await ask()).toBe(before);
    const later = exporting({
      enterprise: uscc(2, '310000'),
      declaration: EXAMPLE_DECLARATION,
      occurredAt: day(41),
      items: [{ lot: 'PN-1', massKg: 1 }],
    });
    await lots.send([later]);
    expect(await ask()).toBe(before);
    expect(JSON.stringify(await provenance.origins(TESTER, EXAMPLE))).not.toBe(newest);
  });

  it('refuses positions not reached yet', async () => {
    await expect(provenance.verdict(TESTER, EXAMPLE_DECLARATION, { seq: 1e9 })).rejects.toMatchObject({ status: 400 });
  });
});

describe('a lattice of 10^40 paths', () => {
  it('has exact shares, found in one bounded walk', async () => {
    const [lots, provenance] = await start();
    try {
      const history = diamondLattice(10, 40);
      await lots.state(history.registry);
      await lots.send(history.events);
      const answer = await provenance.provenance(TESTER, LATTICE, {});
      expect(answer.chain).toMatchObject({ events: 411, holdings: 410, depth: 42 });
      const oracle = new Oracle(recorded(history.events), history.registry).shipment(LATTICE_DECLARATION);
      const shares = new Map(answer.origins.map(origin => [origin.source.id, origin]));
      for (const { id, share } of oracle.origins) expect(shares.get(id)!.share).toBeCloseTo(share.toNumber(), 6);
      for (const { share, shareMin, shareMax } of answer.origins) {
        expect([shareMin! <= share, share <= shareMax!]).toEqual([true, true]);
      }
      expect(answer.verdict.status).toBe('CLEAN');
    } finally {
      await lots.stop();
    }
  });
});

describe('a pool of many sources', () => {
  it('folds the smallest, and names them all where asked to be exact', async () => {
    const [lots, provenance] = await start();
    try {
      const history = wideBlend(700);
      await lots.state(history.registry);
      await lots.send(history.events);
      const fast = await provenance.origins(TESTER, LATTICE);
      expect([fast.origins.length, fast.rest.count]).toEqual([200, 500]);
      const full = await provenance.provenance(TESTER, LATTICE, { maxNodes: 0 });
      expect([full.origins.length + full.rest.count, full.rest.count > 0]).toEqual([700, true]);
      expect(full.rest.groups).toMatchObject([{ kind: 'mine', status: 'legal', count: full.rest.count }]);
      const exact = await provenance.provenance(TESTER, LATTICE, { exact: true, maxNodes: 0 });
      expect([exact.origins.length, exact.rest.count]).toEqual([700, 0]);
      const total = exact.origins.reduce((sum, { share }) => sum + share, 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-9);
      for (const answer of [fast, full]) {
        const named = answer.origins.reduce((sum, { share }) => sum + share, answer.rest.share);
        expect(Math.abs(named - 1)).toBeLessThan(1e-9);
      }
    } finally {
      await lots.stop();
    }
  });
});

describe('a lot that holds nothing', () => {
  it('is UNKNOWN, because nothing can be attributed', async () => {
    const [lots, provenance] = await start();
    try {
      await lots.record({
        registry: registry({
          enterprises: [enterprise(uscc(1), ['mine'])],
          permits: [licence(licenceNumber(1), uscc(1))],
        }),
        events: [mining({ yields: [lot({ lot: 'EMPTY', reoPercent: 0 })] })],
      });
      const answer = await provenance.provenance(TESTER, { kind: 'lot', code: 'EMPTY' }, {});
      expect(answer.origins).toEqual([]);
      expect(answer.verdict).toMatchObject({ status: 'UNKNOWN', missing: [{ code: 'unexplained-mass', refs: [] }] });
    } finally {
      await lots.stop();
    }
  });
});
