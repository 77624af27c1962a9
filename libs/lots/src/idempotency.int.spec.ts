import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refused } from '#kernel';
import {
  type ContractEvent, correction, dispatch, enterprise, mining, Oracle, oracleBooks, recorded, rounds, scrapIntake,
  seededHistory, storedBooks, storedHoldings, TESTER, TestLots, type TestProcess, lot, uscc, uuid,
} from '#testing'; // prettier-ignore
import type { CaptureResult } from './index.js';

const ROUNDS = rounds(4, 60);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the repeated histories: ${firstSeed} and on`);

let service: TestLots;
let other: TestProcess;

beforeAll(async () => {
  service = await TestLots.start();
  other = service.join();
});

afterAll(() => service.stop());

/** What became of an event sent on its own: its result, or the code of its refusal. */
async function outcome(process: TestProcess, event: ContractEvent): Promise<CaptureResult | string> {
  try {
    const { results } = await process.send([event]);
    return results[0]!;
  } catch (error) {
    if (error instanceof Refused) return `${error.status} ${error.code}`;
    throw error;
  }
}

const CONFLICT = '409 idempotency-conflict';

/** The same event with other content. */
const CHANGES: readonly ((event: ContractEvent) => ContractEvent)[] = [
  event => ({ ...event, occurredAt: event.occurredAt.replace('+08:00', '.001+08:00') }),
  event => ({ ...event, note: `${event.note ?? ''} changed` }),
  event => ({ ...event, documents: [...(event.documents ?? []), { kind: 'other', number: '1' }] }),
  event => ({ ...event, enterprise: uscc(999) }),
  event => ({ ...event, site: `${event.site ?? ''}-other` }),
  event => mining({ id: event.id, note: 'something else altogether' }),
];

const upper = (event: ContractEvent): ContractEvent => ({ ...event, id: event.id.toUpperCase() });

describe(`every request of a history sent one to five times (${ROUNDS} rounds)`, () => {
  it('has one effect, the same answer each time, and refuses other content', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      try {
        await repeatAll(seed, round);
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  async function repeatAll(seed: number, salt: number): Promise<void> {
    const { registry, events: played } = seededHistory(seed, 50, { salt });
    const events = played.map((event, index) => (index % 4 === 1 ? { ...event, note: `note ${index}` } : event));
    await service.state(registry);
    const before = (await service.ledger.head(TESTER)).seq;
    for (const [index, event] of events.entries()) await sendAndRepeat(event, events, index, before + index + 1);

    expect((await service.ledger.head(TESTER)).seq).toBe(before + events.length);
    const oracle = new Oracle(recorded(events), registry);
    const current = oracle.books.current().map(event => event.id);
    expect(storedBooks(await storedHoldings(service, current))).toEqual(oracleBooks(oracle));
  }

  /** Refused under this id first, then recorded while it is sent again and again, then sent later. */
  async function sendAndRepeat(
    event: ContractEvent,
    events: readonly ContractEvent[],
    index: number,
    seq: number,
  ): Promise<void> {
    const change = (turn: number): ContractEvent => CHANGES[(index + turn) % CHANGES.length]!(event);
    if (index % 5 === 0) expect(await outcome(service, { ...event, enterprise: uscc(999) })).toMatch(/^4/);
    const first = outcome(service, event);
    const atOnce = Array.from({ length: index % 5 }, (_, turn) =>
      turn % 2 === 0 ? outcome(turn === 2 ? other : service, event) : outcome(service, change(turn)),
    );
    const same = (result: CaptureResult | string): void => expect(result).toMatchObject({ seq, version: 1 });
    const results = await Promise.all([first, ...atOnce]);
    expect(results.flatMap(result => (typeof result === 'string' ? [] : [result.status])).sort()).toEqual([
      ...results.slice(1).flatMap((_, turn) => (turn % 2 === 0 ? ['duplicate'] : [])),
      'recorded',
    ]);
    results.forEach((result, place) => (place % 2 === 1 || place === 0 ? same(result) : expect(result).toBe(CONFLICT)));

    const earlier = events[(index * 7) % (index + 1)]!;
    expect(await outcome(other, earlier)).toMatchObject({ status: 'duplicate' });
    expect(await outcome(other, upper(event))).toMatchObject({ id: event.id.toUpperCase(), status: 'duplicate', seq });
    expect(await outcome(other, change(5))).toBe(CONFLICT);
  }
});

describe('an id', () => {
  const OWNER = uscc(1);
  let count = 0;
  const dug = (given: Parameters<typeof mining>[0] = {}) =>
    mining({ id: uuid(5_000 + ++count), enterprise: OWNER, yields: [lot({ lot: `I${count}` })], ...given });

  beforeAll(() => service.state({ enterprises: [enterprise(OWNER, ['mine'])] }));

  it('in capitals is the same id', async () => {
    const event = { ...dug(), id: 'ABCDEF01-0000-4000-8000-00000000000A' };
    const first = (await service.send([event])).results[0]!;
    expect(first).toMatchObject({ id: event.id, status: 'recorded' });
    const lower = { ...event, id: event.id.toLowerCase() };
    expect(await outcome(service, lower)).toEqual({ ...first, id: lower.id, status: 'duplicate' });
    expect(await outcome(service, { ...lower, note: 'other' })).toBe(CONFLICT);
    expect(await service.lots.queries.event(TESTER, event.id)).toMatchObject({ id: lower.id });
    const sent = dispatch({ enterprise: OWNER, draws: [{ lot: event.yields[0]!.lot, massKg: 1 }] });
    const voiding = correction({ ...sent, id: sent.id.toUpperCase() });
    expect(await outcome(service, sent)).toMatchObject({ status: 'recorded' });
    expect(await outcome(service, voiding)).toMatchObject({ status: 'recorded' });
  });

  it('repeated within a request is a duplicate, or a conflict, like any other', async () => {
    const event = dug();
    const { results } = await service.send([event, event, upper(event), { ...event, note: 'other' }], 'proceed');
    expect(results.map(result => result.status)).toEqual(['recorded', 'duplicate', 'duplicate', 'refused']);
    expect(results[3]!.faults).toMatchObject([{ code: 'idempotency-conflict', pointer: '/id', index: 3 }]);
    expect(new Set(results.slice(0, 3).map(result => result.seq)).size).toBe(1);
  });

  it('stays free where it was refused, or where the request around it was', async () => {
    const event = dug();
    await service.refused([event, dug({ enterprise: uscc(998) })]);
    const { results } = await service.send([{ ...event, licence: '?', enterprise: uscc(998) }, event], 'proceed');
    expect(results.map(result => result.status)).toEqual(['refused', 'recorded']);
  });

  it('is that of the first version, whatever became of the event', async () => {
    const event = dug();
    const [first] = (await service.send([event])).results;
    const replaced = correction(event, { ...event, yields: [lot({ lot: event.yields[0]!.lot, massKg: 1 })] });
    const [second] = (await service.send([replaced])).results;
    await service.send([correction(event)]);
    expect(await outcome(service, event)).toEqual({ ...first, status: 'duplicate' });
    expect(await outcome(service, replaced)).toEqual({ ...second, status: 'duplicate' });
    expect(await outcome(service, { ...replaced, reason: 'other' })).toBe(CONFLICT);
    expect(await outcome(service, { ...event, ...replaced.replacement! })).toBe(CONFLICT);
    expect(await outcome(service, { ...replaced, id: event.id })).toBe(CONFLICT);
  });

  it('is known by what persons are named in it, and still when their names are erased', async () => {
    const bare = dug();
    const noted = dug({ note: 'seen by the weigher' });
    const named = scrapIntake({ enterprise: OWNER, yields: [lot({ lot: 'I-scrap', product: 'SCR-NdFeB-B' })] });
    const renamed = { ...named, supplier: { ...named.supplier, name: 'somebody else' } };
    const events = [bare, noted, named];
    const first = (await service.send(events)).results;
    const changed = [{ ...bare, note: 'added' }, { ...noted, note: 'changed' }, dug({ ...noted, note: undefined }), renamed]; // prettier-ignore
    for (const event of changed) expect([event, await outcome(service, event)]).toEqual([event, CONFLICT]);
    await service.database.write(TESTER, tx => tx.query('DELETE FROM ledger_personal'));
    for (const [index, event] of events.entries()) {
      expect(await outcome(other, event)).toEqual({ ...first[index], status: 'duplicate' });
    }
    expect(await outcome(service, { ...bare, note: 'added' })).toBe(CONFLICT);
    expect(await outcome(service, { ...noted, licence: 'other' })).toBe(CONFLICT);
  });
});
