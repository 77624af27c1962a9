import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, Dice, dispatch, enterprise, hour, licence, licenceNumber, lot, mining, Oracle, processing, receipt,
  recorded, registry, registryChange, type RegistryItems, rounds, seededHistory, storedHoldings, storedSourceNames,
  TESTER, TestLots, type TestProcess, uscc, wrongOrigins,
} from '#testing'; // prettier-ignore
import { RecomputeJob } from './recompute.job.js';
import { FOREVER_SEQ } from './storage/lots.migration.js';
import { SourceCache } from './storage/source-dictionary.js';

const ROUNDS = rounds(6, 100);
const firstSeed = Date.now() % 1_000_000;

const ROCK = { La: 30, Ce: 50, Pr: 5, Nd: 15 };
const CLAY = { La: 20, Nd: 20, Dy: 10, Y: 50 };

console.info(`seeds of the recomputed histories: ${firstSeed} and on`);

describe(`random histories with corrections and changes of the registry (${ROUNDS} rounds)`, () => {
  let service: TestLots;
  let registrar: TestProcess;
  /** All that the registry was ever told, and the histories it was told of. */
  let known: RegistryItems = registry();
  const told: { readonly salt: number; readonly events: ReturnType<typeof recorded> }[] = [];

  beforeAll(async () => {
    service = await TestLots.start();
    registrar = service.join();
  });

  afterAll(() => service.stop());

  it('judge and blend as the oracle does, and as a recomputation from nothing would', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      try {
        await record(seed, round);
        for (const { events } of told.slice(-3)) await compare(new Oracle(events, known));
        await compareWithFull(service);
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
    for (const { events } of told) await compare(new Oracle(events, known));
  });

  async function record(seed: number, salt: number): Promise<void> {
    const dice = new Dice(seed);
    const history = seededHistory(seed, 60, { salt });
    const { enterprises, sites, permits, customsDeclarations } = history.registry;
    await state(salt === 1 ? { enterprises, sites, permits, customsDeclarations } : { customsDeclarations });
    let changes = Promise.resolve();
    for (const event of history.events) {
      await service.send([event]);
      const own = new Dice(dice.between(0, 1e9));
      if (dice.chance(0.3)) changes = changes.then(() => change(own, salt));
      if (dice.chance(0.2)) await changes;
    }
    await changes;
    told.push({ salt, events: recorded(history.events) });
  }

  /** Another process is told of it, while events are recorded. */
  const change = (dice: Dice, salt: number): Promise<void> =>
    state(registryChange(dice, dice.between(Math.max(1, salt - 1), salt), known));

  async function state(items: Partial<RegistryItems>): Promise<void> {
    await registrar.state(items);
    known = registry({
      enterprises: [...known.enterprises, ...(items.enterprises ?? [])],
      sites: [...known.sites, ...(items.sites ?? [])],
      permits: [...known.permits, ...(items.permits ?? [])],
      customsDeclarations: [...known.customsDeclarations, ...(items.customsDeclarations ?? [])],
    });
  }

  /** Every root is judged as the oracle judges it, and every lot made of what the oracle says. */
  async function compare(oracle: Oracle): Promise<void> {
    const current = oracle.books.current().map(event => event.id);
    const roots = await service.rows<{ id: string; name: string; carried: string }>(
      `SELECT e.id, r.source_id || ' ' || r.status AS name, s.id || ' ' || s.status AS carried
       FROM event e JOIN root r ON r.event_no = e.no AND r.seq_to = e.seq_to
         JOIN pool p ON p.event_no = e.no AND p.key = 'root' JOIN source s ON s.no = p.source_no
       WHERE e.id = ANY ($1::uuid[]) AND e.seq_to = $2`,
      [current, FOREVER_SEQ],
    );
    for (const { id, name, carried } of roots) {
      const { id: source, status } = oracle.sources.of(id);
      expect({ event: id, name, carried }).toEqual({ event: id, name: `${source} ${status}`, carried: name });
    }
    const names = await storedSourceNames(service);
    const lots = (await storedHoldings(service, current)).filter(row => row.isLots);
    expect(lots.flatMap(row => wrongOrigins(oracle, row, names) ?? [])).toEqual([]);
  }
});

describe('pools of more sources than are named', () => {
  const PLANT = uscc(1);
  const MINES = 700;
  const owners = [uscc(11, '360700'), uscc(12, '150200'), uscc(13, '511900')];
  const ownerOf = (n: number): string => owners[n % 3]!;
  const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
  const dug = (n: number, assay = n % 2 ? ROCK : CLAY) =>
    mining({ enterprise: ownerOf(n), licence: licenceNumber(n), occurredAt: hour(n % 2 ? 0 : -9_000), yields: [lot({ lot: `M${n}`, massKg: 1_000 + n, assay })] }); // prettier-ignore
  const sent = (n: number) => dispatch({ enterprise: ownerOf(n), to: PLANT, occurredAt: hour(1), draws: [{ lot: `M${n}`, massKg: 1_000 }] }); // prettier-ignore
  const blend = (code: string, parts: readonly string[], massKg: number, at: number) =>
    processing({
      enterprise: PLANT,
      occurredAt: hour(at),
      draws: parts.map(part => ({ lot: part, massKg })),
      yields: [lot({ lot: code, massKg: massKg * parts.length })],
    });

  it('fold the same way, however they come to be computed', async () => {
    const service = await TestLots.start();
    const permits = numbers(0, MINES).map(n => licence(licenceNumber(n), ownerOf(n)));
    const enterprises = [PLANT, ...owners].map(code => enterprise(code, ['mine', 'smelter']));
    await service.state({ enterprises, permits });
    const transfers = numbers(0, MINES).map(sent);
    const events = [...numbers(0, MINES).map(n => dug(n)), ...transfers, ...transfers.map(each => receipt(each))];
    for (let from = 0; from < events.length; from += 1_000) await service.send(events.slice(from, from + 1_000));
    const lots = (from: number, to: number): string[] => numbers(from, to).map(n => `M${n}`);
    await service.send([blend('A', lots(0, 600), 500, 2), blend('B', lots(400, MINES), 400, 3), blend('C', ['A', 'B'], 9_000, 4)]); // prettier-ignore
    await compareWithFull(service);
    await service.send([correction(dug(7), dug(7, CLAY)), correction(dug(650), { ...dug(650), licence: 'other' })]);
    await service.state({
      permits: [3, 4].map(n => ({ ...permits[n]!, status: 'revoked', validFrom: hour(-10_000) })),
    });
    await compareWithFull(service);
    const [folded] = await service.rows<{ groups: number; widest: number }>(
      `SELECT (SELECT count(*) FROM source WHERE folded) AS groups,
              (SELECT max(length(composition)) FROM pool) AS widest`,
    );
    expect(folded!.groups).toBeGreaterThanOrEqual(6);
    await service.stop();
  });
});

/** Forgets all that was computed from events, computes it anew, and finds the same bytes. */
async function compareWithFull(service: TestLots): Promise<void> {
  const kept = await derived(service);
  expect(kept.dirty).toEqual([]);
  await service.database.write(TESTER, tx =>
    tx.pipeline([
      { text: 'UPDATE pool SET composition = NULL, dirty = true WHERE source_no IS NULL' },
      {
        text: `UPDATE lot SET distribution = array_fill(0::float8, ARRAY[16]) WHERE basis = 'inherited' AND seq_to = $1`,
        values: [FOREVER_SEQ],
      },
    ]),
  );
  const job = new RecomputeJob(service.database, new SourceCache(10)); // fewer than a pool names: nothing hangs on what is kept
  while (!(await job.step()).done);
  expect(await derived(service)).toEqual(kept);
}

/** What is computed from events: compositions of pools in use, distributions of lots. Ranks are in order. */
async function derived(service: TestLots): Promise<Record<'pools' | 'lots' | 'dirty', unknown[]>> {
  const pools = await service.rows(
    `SELECT no, source_no, encode(composition, 'hex') AS bytes FROM pool p
     WHERE EXISTS (SELECT FROM holding WHERE pool_no = p.no AND seq_to = $1)
       OR EXISTS (SELECT FROM draw WHERE pool_no = p.no AND seq_to = $1) ORDER BY no`,
    [FOREVER_SEQ],
  );
  const lots = await service.rows('SELECT no, distribution FROM lot WHERE seq_to = $1 ORDER BY no', [FOREVER_SEQ]);
  const dirty = await service.rows('SELECT no FROM pool WHERE dirty');
  const misranked = await service.rows(
    `SELECT d.event_no FROM draw d JOIN event e ON e.no = d.event_no AND e.seq_to = $1
       JOIN event f ON f.no = d.from_event_no AND f.seq_to = $1 WHERE d.seq_to = $1 AND e.rank <= f.rank`,
    [FOREVER_SEQ],
  );
  expect(misranked).toEqual([]);
  return { pools, lots, dirty };
}
