import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '#platform';
import { InProcessJobQueue } from '#platform';
import { RegistryService } from '#registry';
import {
  Dice, Oracle, recorded, rounds, seededHistory, storedHoldings, storedSourceNames, TESTER, TestLots, uscc, wrongOrigins,
} from '#testing'; // prettier-ignore
import type { EventInput } from '../domain/event-schema.js';
import type { NewSource } from '../domain/source.js';
import { createLots, type Lots } from '../lots.js';
import { SourceCache, TransactionSources } from './source-dictionary.js';

const ROUNDS = rounds(5, 100);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the histories of a forgetful process: ${firstSeed} and on`);

let service: TestLots;

beforeAll(async () => {
  service = await TestLots.start();
});

afterAll(() => service.stop());

describe('a process that keeps but two sources in memory', () => {
  it(`finds the origins that the plain oracle finds, beside one that keeps all (${ROUNDS} rounds)`, async () => {
    const forgetful = forgetfulLots();
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      const history = seededHistory(seed, 60, { salt: round });
      const dice = new Dice(seed);
      await service.state(history.registry);
      for (const event of history.events) {
        if (dice.chance(0.5)) await service.send([event]);
        else await forgetful.capture.capture(TESTER, [{ index: 0, event: event as EventInput, pointer: '' }], 'rollback');
      }
      const oracle = new Oracle(recorded(history.events), history.registry);
      const stored = await storedHoldings(service, oracle.books.current().map(event => event.id)); // prettier-ignore
      const names = await storedSourceNames(service);
      const wrong = stored.flatMap(row => (row.isLots ? (wrongOrigins(oracle, row, names) ?? []) : []));
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
    }
    const [{ sources } = { sources: 0 }] = await service.rows<{ sources: number }>('SELECT count(*) AS sources FROM source');
    expect(sources).toBeGreaterThan(10);
  }); // prettier-ignore

  function forgetfulLots(): Lots {
    const { database, ledger } = service;
    const registry = new RegistryService(database, ledger);
    return createLots({ database, ledger, registry, jobs: new InProcessJobQueue(database), sourcesKept: 2 });
  }
});

describe('a transaction', () => {
  const source = (id: string): NewSource => ({
    id,
    kind: 'mine',
    status: 'legal',
    enterprise: uscc(1),
    folded: false,
  });

  /** Gives a source a number in a transaction of its own, which is undone or not. */
  async function intern(cache: SourceCache, id: string, isUndone = false): Promise<number> {
    let given = 0;
    const work = async (tx: Transaction): Promise<TransactionSources> => {
      const sources = await TransactionSources.within(tx, cache);
      await sources.lookUp(tx, [source(id)]);
      given = sources.intern(source(id)).no;
      await tx.pipeline(sources.flush());
      if (isUndone) throw new Error('undone');
      return sources;
    };
    await service.database.write(TESTER, work).then(
      sources => sources.commit(),
      (error: unknown) => expect(error).toEqual(new Error('undone')),
    );
    return given;
  }

  it('that is undone leaves nothing in memory', async () => {
    const cache = new SourceCache();
    const no = await intern(cache, 'undone', true);
    expect([cache.get(no), cache.find(source('undone'))]).toEqual([undefined, undefined]);
    expect(await intern(cache, 'other')).toBe(no);
    expect(await intern(cache, 'undone')).toBe(no + 1);
    expect(cache.get(no)?.id).toBe('other');
  });

  it('finds what another process has added', async () => {
    const cache = new SourceCache();
    const no = await intern(new SourceCache(), 'from elsewhere');
    expect(await intern(cache, 'from elsewhere')).toBe(no);
    expect(cache.get(no)).toEqual({ no, ...source('from elsewhere') });
  });

  it('gives no number to what nobody has looked for', () => {
    const sources = new TransactionSources(new SourceCache());
    expect(() => sources.intern(source('hasty'))).toThrow('nobody has looked for the source hasty');
    expect(() => sources.get(1)).toThrow('source 1 is not in the dictionary');
  });
});
