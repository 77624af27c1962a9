import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Dice, Oracle, recorded, registry, registryChange, type RegistryItems, rounds, seededHistory, storedHoldings,
  storedSourceNames, TESTER, TestLots, wrongOrigins,
} from '#testing'; // prettier-ignore
import { RecomputeJob } from './recompute.job.js';
import { FOREVER_SEQ } from './storage/lots.migration.js';
import { SourceCache } from './storage/source-dictionary.js';

const ROUNDS = rounds(6, 100);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the recomputed histories: ${firstSeed} and on`);

describe(`random histories with corrections and changes of the registry (${ROUNDS} rounds)`, () => {
  let service: TestLots;
  /** All that the registry was ever told, and the histories it was told of. */
  let known: RegistryItems = registry();
  const told: { readonly salt: number; readonly events: ReturnType<typeof recorded> }[] = [];

  beforeAll(async () => {
    service = await TestLots.start();
  });

  afterAll(() => service.stop());

  it('judge and blend as the oracle does, and as a recomputation from nothing would', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      try {
        await record(seed, round);
        for (const { events } of told.slice(-3)) await compare(new Oracle(events, known));
        await compareWithFull();
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
    for (const event of history.events) {
      await service.send([event]);
      if (dice.chance(0.3)) await state(registryChange(dice, dice.between(Math.max(1, salt - 1), salt), known));
    }
    told.push({ salt, events: recorded(history.events) });
  }

  async function state(items: Partial<RegistryItems>): Promise<void> {
    await service.state(items);
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

  async function compareWithFull(): Promise<void> {
    const kept = await derived();
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
    const job = new RecomputeJob(service.database, new SourceCache());
    while (!(await job.step()).done);
    expect(await derived()).toEqual(kept);
  }

  /** What is computed from events: compositions of pools in use, distributions of lots. */
  async function derived(): Promise<Record<'pools' | 'lots' | 'dirty' | 'misranked', unknown[]>> {
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
    return { pools, lots, dirty, misranked };
  }
});
