import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeclarationNumber, isUscc, NotFound } from '#kernel';
import {
  correction, day, declarationNumber, dispatch, exporting, lot, mining, openingStock, processing, receipt, registry, Remembered, enterprise, rounds,
  seededHistory, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore
import type { PathsAnswer, PathStep } from '../domain/schema/paths.js';
import { PathsService } from './paths.service.js';

const ROUNDS = rounds(4, 60);
const PAIRS = 40;
const MAX = 5;
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

interface Edge {
  readonly event: string;
  readonly from: number;
  readonly to: number | string;
}

interface Node {
  readonly no: number;
  readonly owner: string;
  readonly inTransit: boolean;
  readonly at: Date;
  readonly lot: string;
  readonly isMade: boolean;
  readonly event: string;
}

/** Everything that anything could have gone into. */
interface Graph {
  readonly nodes: ReadonlyMap<number, Node>;
  readonly edges: readonly Edge[];
}

async function graphOf(service: TestLots): Promise<Graph> {
  const now = 'seq_to > 9007199254740990';
  const nodes = await service.rows<Node>(
    `SELECT h.no, h.owner, h.in_transit AS "inTransit", h.available_at AS at, l.declared_by || ':' || l.code AS lot,
            l.event_no = h.event_no AS "isMade", e.id AS event
     FROM holding h JOIN lot l ON l.no = h.lot_no AND l.${now} JOIN event e ON e.no = h.event_no AND e.${now} WHERE h.${now}`,
  );
  const inner = await service.rows<{ event: string; from: number; to: number }>(
    `SELECT e.id AS event, d.holding_no AS "from", y.no AS "to"
     FROM draw d JOIN event e ON e.no = d.event_no AND e.${now} JOIN holding h ON h.no = d.holding_no AND h.${now}
       JOIN holding y ON y.event_no = d.event_no AND y.${now} AND h.available_at <= y.available_at
         AND CASE WHEN d.pool_no IS NULL THEN y.from_holding_no = h.no ELSE y.pool_no = d.pool_no END
     WHERE d.${now}`,
  );
  const outer = await service.rows<{ event: string; from: number; to: string }>(
    `SELECT e.id AS event, d.holding_no AS "from", x.number AS "to" FROM document x
     JOIN draw d ON d.event_no = x.event_no AND d.${now} JOIN event e ON e.no = x.event_no AND e.${now}
     WHERE x.kind = 'export' AND x.${now}`,
  );
  return { nodes: new Map(nodes.map(node => [node.no, node])), edges: [...inner, ...outer] };
}

/** A declaration's number may by chance have the check digit of an enterprise's code. */
const isParty = (text: string): boolean => isUscc(text) && !isDeclarationNumber(text);

/** Lengths of the shortest ways by the event at the open end, found by relaxing every edge again and again. */
function plainLengths({ nodes, edges }: Graph, from: string, to: string): number[] {
  const isStart = ({ lot: code, isMade, owner, inTransit }: Node): boolean =>
    isParty(from) ? owner === from && !inTransit : code === from && isMade;
  const isEnd = (at: number | string): boolean => {
    if (typeof at === 'string') return at === to;
    const { owner, inTransit, lot: code, isMade } = nodes.get(at)!;
    return isParty(to) ? owner === to && !inTransit : code === to && isMade;
  };
  const isDown = isParty(to);
  // From a party its way begins with a dispatch; other things that it does with its own are no way to anybody.
  const leaves = ({ from: at, to: next }: Edge): boolean =>
    isStart(nodes.get(at)!) && (!isDown || !isParty(from) || (typeof next === 'number' && nodes.get(next)!.inTransit));
  const known = new Map<Edge, number>();
  const first = edges.filter(isDown ? leaves : ({ to: next }) => isEnd(next));
  for (const edge of first) known.set(edge, 1);
  const isDone = (edge: Edge): boolean => (isDown ? isEnd(edge.to) : isStart(nodes.get(edge.from)!));
  for (let changed = true; changed;) {
    changed = false;
    for (const [edge, length] of known) {
      if (isDone(edge)) continue;
      for (const next of edges) {
        if (isDown ? next.from !== edge.to : next.to !== edge.from) continue;
        if ((known.get(next) ?? Infinity) <= length + 1) continue;
        known.set(next, length + 1);
        changed = true;
      }
    }
  }
  const shortest = new Map<string, number>();
  for (const [edge, length] of known) {
    if (isDone(edge)) shortest.set(edge.event, Math.min(length, shortest.get(edge.event) ?? Infinity));
  }
  // Who has brought a lot in needs no more than that.
  const brought = [...nodes.values()].some(node => node.isMade && node.lot === to && node.owner === from);
  return shortest.size === 0 && brought ? [1] : [...shortest.values()].sort((a, b) => a - b);
}

describe('paths', () => {
  let service: TestLots;
  let paths: PathsService;

  beforeAll(async () => {
    service = await TestLots.start();
    paths = new PathsService(service.database, service.ledger);
  });

  afterAll(() => service.stop());

  const ask = (from: string, to: string, max = MAX): Promise<PathsAnswer> => paths.paths(TESTER, { from, to, max });

  it(`are the shortest, and never go back in time (${ROUNDS} rounds)`, async () => {
    let found = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      await service.record(seededHistory(seed, 60, { salt: round }));
      const graph = await graphOf(service);
      for (const [from, to] of pairsOf(graph, round)) {
        const { items } = await ask(from, to);
        const lengths = items.map(({ length }) => length).join();
        const expected = plainLengths(graph, from, to).slice(0, MAX).join();
        if (lengths !== expected) throw new Error(`seed ${seed}, ${from} to ${to}: ${lengths}, not ${expected}`);
        for (const { steps } of items) expectInOrder(steps);
        found += items.length;
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('as known at a position are the same for ever, whatever is recorded or corrected', async () => {
    const known = new Remembered(([from, to]: [string, string], asOf) =>
      paths.paths(TESTER, { from, to, max: MAX, ...(asOf ? { asOf } : {}) }),
    );
    for (let round = 1; round <= ROUNDS; round++) {
      const history = seededHistory(firstSeed + 1_000 + round, 60, { salt: 100 + round });
      await service.state(history.registry);
      for (const [index, event] of history.events.entries()) {
        const { head } = await service.send([event]);
        if (index % 12 !== 11) continue;
        for (const pair of pairsOf(await graphOf(service), index)) await known.take(pair, head);
      }
    }
    expect(await known.compare()).toBeGreaterThan(100);
  });

  it('as known at a position lead through dispatches that were taken back since', async () => {
    const [mine, plant] = [uscc(41), uscc(42)];
    await service.state({ enterprises: [mine, plant].map(each => enterprise(each, ['smelter'])) });
    const sent = dispatch({ enterprise: mine, to: plant, draws: [{ lot: 'BACK-1', massKg: 10 }] });
    await service.send([mining({ enterprise: mine, yields: [lot({ lot: 'BACK-1' })] })]);
    const { head: before } = await service.send([sent]);
    const arrived = receipt(sent);
    const { head: after } = await service.send([arrived]);
    for (const each of [arrived, sent]) await service.send([correction(each)]);
    const then = async (seq: number): Promise<PathsAnswer> =>
      paths.paths(TESTER, { from: mine, to: plant, asOf: { seq } });
    expect((await ask(mine, plant)).items).toEqual([]);
    expect((await then(after)).items).toMatchObject([{ length: 2, steps: [{ event: sent.id, to: plant }, {}] }]);
    expect((await then(before)).items).toEqual([]);
  });

  /** Some pairs of parties, lots and shipments; always the same of one round. */
  function pairsOf({ nodes, edges }: Graph, round: number): [string, string][] {
    const made = [...nodes.values()].filter(({ isMade, inTransit }) => isMade && !inTransit);
    const lots = [...new Set(made.map(node => node.lot))].sort().slice(-40);
    const parties = [...new Set(made.map(({ owner }) => owner))].sort();
    const shipments = [...new Set(edges.flatMap(({ to }) => (typeof to === 'string' ? [to] : [])))].sort().slice(-5);
    const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
    const sources = [parties, lots];
    const targets = [parties, lots, ...(shipments.length > 0 ? [shipments] : [])];
    return Array.from({ length: PAIRS }, (_, n): [string, string] => [
      pick(pick(sources, n), n * 7 + round),
      pick(pick(targets, n * 3 + (n >> 2)), n * 5 + round),
    ]).filter(([from, to]) => from !== to);
  }

  function expectInOrder(steps: readonly PathStep[]): void {
    steps.forEach((step, index) => {
      const before = steps[index - 1];
      if (!before) return;
      expect(Date.parse(step.at)).toBeGreaterThanOrEqual(Date.parse(before.at));
      if (step.type !== 'receipt') expect(step.from).toBe(before.to);
    });
  }

  it('name every step of the way', async () => {
    const [mine, plant] = [uscc(11), uscc(12)];
    await service.state(registry({ enterprises: [enterprise(mine, ['mine']), enterprise(plant, ['smelter'])] }));
    const mined = mining({ enterprise: mine, yields: [lot({ lot: 'WAY-1' })] });
    const sent = dispatch({ enterprise: mine, to: plant, draws: [{ lot: 'WAY-1', massKg: 9_000 }] });
    const arrived = receipt(sent, { items: [{ lot: 'WAY-1', massKg: 8_990 }] });
    const run = processing({
      enterprise: plant,
      occurredAt: day(5),
      from: day(3),
      draws: [{ lot: 'WAY-1', massKg: 8_000 }],
      yields: [lot({ lot: 'WAY-2', product: 'MRC', massKg: 9_000, reoPercent: 43, at: day(4) })],
    });
    const declaration = declarationNumber(77, 'export');
    const shipped = exporting({ enterprise: plant, declaration, items: [{ lot: 'WAY-2', massKg: 100 }] });
    for (const event of [mined, sent, arrived, run, shipped]) await service.send([event]);
    expect(await ask(mine, declaration)).toEqual({
      items: [
        {
          length: 4,
          steps: [
            { event: sent.id, type: 'dispatch', at: sent.occurredAt, from: mine, to: plant, lot: 'WAY-1', declaredBy: mine, massKg: 9_000 },
            { event: arrived.id, type: 'receipt', at: arrived.occurredAt, from: mine, to: plant, lot: 'WAY-1', declaredBy: mine, massKg: 8_990 },
            { event: run.id, type: 'processing', at: day(4), from: plant, to: plant, lot: 'WAY-2', declaredBy: plant, massKg: 9_000 },
            { event: shipped.id, type: 'export', at: shipped.occurredAt, from: plant, to: declaration, lot: 'WAY-2', declaredBy: plant, massKg: 100 },
          ],
        },
      ],
      truncated: false,
    });
    expect((await ask(mine, 'WAY-1')).items).toMatchObject([{ length: 1, steps: [{ event: mined.id, type: 'mining', to: mine }] }]);
    expect((await ask('WAY-1', 'WAY-2')).items.map(({ length }) => length)).toEqual([3]);
    expect((await ask('WAY-2', declaration)).items.map(({ length }) => length)).toEqual([1]);
    expect((await ask(plant, mine)).items).toEqual([]);
  }); // prettier-ignore

  it('leave out what would go back in time', async () => {
    const plant = uscc(13);
    await service.state(registry({ enterprises: [enterprise(plant, ['smelter'])] }));
    const facts = { product: 'MRC', massKg: 500, reoPercent: 43 };
    await service.send([
      openingStock({ enterprise: plant, occurredAt: day(6), yields: [lot({ ...facts, lot: 'LATE' })] }),
    ]);
    await service.send([
      processing({
        enterprise: plant,
        from: day(1),
        occurredAt: day(9),
        draws: [{ lot: 'LATE', massKg: 400 }],
        yields: [
          lot({ ...facts, lot: 'BEFORE', massKg: 200, at: day(2) }),
          lot({ ...facts, lot: 'AFTER', massKg: 200 }),
        ],
      }),
    ]);
    expect((await ask('LATE', 'BEFORE')).items).toEqual([]);
    expect((await ask('LATE', 'AFTER')).items.map(({ length }) => length)).toEqual([1]);
  });

  it('ask which lot is meant, by the name of the parameter', async () => {
    const twice = [uscc(31), uscc(32)];
    await service.state({ enterprises: twice.map(each => enterprise(each, ['mine'])) });
    await service.send(twice.map(each => mining({ enterprise: each, yields: [lot({ lot: 'TWICE' })] })));
    const meant = { code: 'ambiguous-lot', value: 'TWICE', expected: expect.stringContaining(`${uscc(31)}:TWICE`) };
    await expect(ask('TWICE', uscc(11))).rejects.toMatchObject({ faults: [{ ...meant, parameter: 'from' }] });
    await expect(ask(uscc(11), 'TWICE')).rejects.toMatchObject({ faults: [{ ...meant, parameter: 'to' }] });
  });

  it('lead nowhere where nobody is', async () => {
    await expect(ask('NO-SUCH-LOT', uscc(11))).rejects.toThrow(NotFound);
    const unknown = declarationNumber(88, 'export');
    expect(isDeclarationNumber(unknown)).toBe(true);
    await expect(ask(uscc(11), unknown)).rejects.toThrow(NotFound);
    expect((await ask(uscc(11), uscc(99))).items).toEqual([]);
  });
});
