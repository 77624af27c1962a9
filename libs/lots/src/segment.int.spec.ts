import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ContractEvent, exporting, seededHistory, storedBooks, storedHoldings, storedShares, storedSourceNames, TestLots,
  uuid,
} from '#testing'; // prettier-ignore

const seed = Number(process.env['ORETRAIL_TEST_SEED'] ?? Date.now() % 1_000_000);
console.info(`seed of the long history: ${seed}`);

const { registry, events } = seededHistory(seed, 1_500, { corrections: false });
const IMPOSSIBLE_EVERY = 37;

/** Nobody ever holds what it exports. */
const impossible = (n: number): ContractEvent =>
  exporting({ id: uuid(n), enterprise: events[0]!.enterprise, items: [{ lot: 'NOWHERE', massKg: 1 }] });

describe('a long request, decided and written in parts', () => {
  let whole: TestLots;
  let single: TestLots;

  beforeAll(async () => {
    [whole, single] = [await TestLots.start(), await TestLots.start()];
    for (const service of [whole, single]) await service.state(registry);
  });

  afterAll(async () => {
    await whole.stop();
    await single.stop();
  });

  it('keeps the books and compositions that its events keep one by one', async () => {
    const lines = events.flatMap((event, n) => (n % IMPOSSIBLE_EVERY === 0 ? [impossible(n), event] : [event]));
    const { results, head } = await whole.send([...lines, ...lines.slice(0, 5)], 'proceed');
    const before = head - events.length;
    expect(results.map(({ status, seq }) => (seq === undefined ? status : seq - before))).toEqual(
      [...lines, ...lines.slice(0, 5)].map(line => (events.includes(line) ? events.indexOf(line) + 1 : 'refused')),
    );
    for (const event of events) await single.send([event]);
    expect(await stateOf(whole)).toEqual(await stateOf(single));
  }, 120_000);

  it('takes back everything where it is all or nothing', async () => {
    const more = seededHistory(seed + 1, 900, { salt: 1, corrections: false });
    await single.state(more.registry);
    const before = await single.fingerprint();
    await single.refused([...more.events, impossible(0)]);
    expect(await single.fingerprint()).toBe(before);
  });
});

async function stateOf(service: TestLots): Promise<unknown[]> {
  const rows = await storedHoldings(
    service,
    events.map(event => event.id),
  );
  const names = await storedSourceNames(service);
  const shares = rows.map(row => [row.event, row.code, row.owner, Object.fromEntries([...storedShares(row, names)])]);
  const text = (value: unknown): string => JSON.stringify(value);
  return [storedBooks(rows), shares.map(text).sort()];
}
