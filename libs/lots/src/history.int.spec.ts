import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Dice, type History, Oracle, oracleBooks, recorded, rounds, seededHistory, storedBooks, storedHoldings,
  storedSourceNames, TestLots, type TestProcess, wrongOrigins,
} from '#testing'; // prettier-ignore

const ROUNDS = rounds(25, 400);
const firstSeed = Number(process.env['ORETRAIL_TEST_SEED'] ?? Date.now() % 1_000_000);
console.info(`seeds of the random histories: ${firstSeed} and on`);

describe('random histories', () => {
  let service: TestLots;
  let other: TestProcess;

  beforeAll(async () => {
    service = await TestLots.start();
    other = service.join();
  });

  afterAll(() => service.stop());

  it(`keep the books, and the compositions, that the plain oracle keeps (${ROUNDS} rounds)`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      const history = seededHistory(seed, 60, { salt: round });
      try {
        await record(history, new Dice(seed));
        await compare(new Oracle(recorded(history.events), history.registry));
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  /** One by one, or in requests of several events, now to one process and now to another. */
  async function record({ registry, events }: History, dice: Dice): Promise<void> {
    await service.state(registry);
    const most = dice.pick([1, 4, 30]);
    for (let next = 0, size = 0; next < events.length; next += size) {
      size = dice.between(1, most);
      await dice.pick([service, other]).send(events.slice(next, next + size), dice.pick(['rollback', 'proceed']));
    }
  }

  async function compare(oracle: Oracle): Promise<void> {
    const current = oracle.books.current().map(event => event.id);
    const stored = await storedHoldings(service, current);
    expect(storedBooks(stored)).toEqual(oracleBooks(oracle));
    const names = await storedSourceNames(service);
    const lots = stored.filter(each => each.isLots);
    expect(lots.flatMap(row => wrongOrigins(oracle, row, names) ?? [])).toEqual([]);
  }
});
