import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Oracle, oracleBooks, recorded, rounds, seededHistory, storedBooks, storedHoldings, storedSourceNames, TestLots,
  wrongOrigins,
} from '#testing'; // prettier-ignore

const ROUNDS = rounds(25, 400);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

describe('random histories', () => {
  let service: TestLots;

  beforeAll(async () => {
    service = await TestLots.start();
  });

  afterAll(() => service.stop());

  it(`keep the books, and the compositions, that the plain oracle keeps (${ROUNDS} rounds)`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      const history = seededHistory(seed, 60, { salt: round });
      try {
        await service.record(history);
        await compare(new Oracle(recorded(history.events), history.registry));
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  async function compare(oracle: Oracle): Promise<void> {
    const current = oracle.books.current().map(event => event.id);
    const stored = await storedHoldings(service, current);
    expect(storedBooks(stored)).toEqual(oracleBooks(oracle));
    const names = await storedSourceNames(service);
    const lots = stored.filter(each => each.isLots);
    expect(lots.flatMap(row => wrongOrigins(oracle, row, names) ?? [])).toEqual([]);
  }
});
