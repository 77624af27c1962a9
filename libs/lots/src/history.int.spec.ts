import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ELEMENTS } from '#kernel';
import {
  Oracle, oracleBooks, recorded, rounds, seededHistory, storedBooks, type StoredHolding, storedHoldings, TestLots,
} from '#testing'; // prettier-ignore
import { decodeComposition, PPB, singleSource } from './domain/composition.js';

const ROUNDS = rounds(25, 400);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

/** Every share lies within this of exact rational arithmetic. */
const EXACTNESS = 1e-6;

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
    const stored = await storedHoldings(
      service,
      oracle.books.current().map(event => event.id),
    );
    expect(storedBooks(stored)).toEqual(oracleBooks(oracle));
    const sources = await sourceNames();
    for (const row of stored.filter(each => each.isLots)) compareOrigins(oracle, row, sources);
  }

  /** Id and status of the sources that compositions name. */
  async function sourceNames(): Promise<ReadonlyMap<number, string>> {
    const rows = await service.rows<{ no: number; name: string }>(`SELECT no, id || ' ' || status AS name FROM source`);
    return new Map(rows.map(({ no, name }) => [no, name]));
  }
});

function compareOrigins(oracle: Oracle, row: StoredHolding, sources: ReadonlyMap<number, string>): void {
  const answer = oracle.lot(row.declaredBy, row.code);
  if (answer.reoG === 0) return;
  const shares = sharesOf(row, sources);
  const expected = new Map(answer.origins.map(({ id, status, share }) => [`${id} ${status}`, share.toNumber()]));
  expect({ lot: row.code, sources: [...shares.keys()].sort() }).toEqual({
    lot: row.code,
    sources: [...expected.keys()].sort(),
  });
  for (const [name, share] of shares) {
    if (Math.abs(share - expected.get(name)!) <= EXACTNESS) continue;
    const made = oracle.books.event(row.event).content;
    throw new Error(JSON.stringify({ lot: row.code, stored: [...shares], expected: [...expected], made }));
  }
}

/** Shares of the sources in a lot's REO as stored. */
function sharesOf(row: StoredHolding, sources: ReadonlyMap<number, string>): Map<string, number> {
  const { entries } = row.sourceNo === null ? decodeComposition(row.composition!) : singleSource(row.sourceNo);
  const shares = new Map<string, number>();
  for (const { sourceNo, ppb, mask } of entries) {
    ELEMENTS.forEach((_, e) => {
      const amount = row.distribution[e]!;
      if (!(mask & (1 << e)) || amount === 0) return;
      const name = sources.get(sourceNo)!;
      shares.set(name, (shares.get(name) ?? 0) + (amount * ppb[e]!) / PPB);
    });
  }
  return shares;
}
