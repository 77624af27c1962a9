import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Dice, type History, openingStock, registryChange, registry, rounds, seededHistory, TESTER, TestLots, uscc, enterprise,
} from '#testing'; // prettier-ignore
import { checkByReplay, checkQuickly, isSound, readerOf } from './check.js';
import { compareStates } from './compare-states.js';
import { DatabaseTarget } from './database-target.js';
import type { LedgerLine } from './ledger-line.js';
import { readLedger } from './ledger-reader.js';
import { RELATION_NAMES } from './relations.js';
import { replay, ReplayRefused } from './replay.js';

const ROUNDS = rounds(3, 40);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the histories recorded again: ${firstSeed} and on`);

/** Records a random history in requests of several events, with changes of the registry and decisions in between. */
async function recordAll(service: TestLots, dice: Dice, salt: number, { registry: items, events }: History) {
  let known = registry({ ...items });
  await service.state(items);
  for (let at = 0; at < events.length; ) {
    const next = dice.between(1, 6);
    await service.send(events.slice(at, at + next));
    at += next;
    if (dice.chance(0.2)) {
      const change = registryChange(dice, salt, known);
      await service.state(change);
      known = registry(Object.fromEntries(Object.entries(known).map(([name, list]) => [name, [...list, ...(change[name as keyof typeof change] ?? [])]]))); // prettier-ignore
    }
    if (dice.chance(0.1)) await decideOnSomething(service, dice);
  }
} // prettier-ignore

async function decideOnSomething(service: TestLots, dice: Dice): Promise<void> {
  const sources = await service.rows<{ id: string }>(`SELECT DISTINCT source_id AS id FROM root WHERE seq_to = $1 AND source_id !~ '^(undispatched|surplus|excess)' ORDER BY 1`, [Number.MAX_SAFE_INTEGER]); // prettier-ignore
  if (sources.length === 0) return;
  const decision = { status: dice.pick(['legal', 'illegal'] as const), note: '现场核查' };
  await service.lots.decisions.decide(TESTER, dice.pick(sources).id, decision);
}

async function linesOf(service: TestLots): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  const { seq } = await service.ledger.head(TESTER);
  for await (const line of readLedger(readerOf(service.database), { until: seq })) lines.push(line);
  return lines;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** As a file would carry them. */
const carried = (lines: readonly LedgerLine[]): LedgerLine[] => lines.map(line => JSON.parse(JSON.stringify(line)) as LedgerLine); // prettier-ignore

describe('a ledger recorded again', () => {
  let original: TestLots;
  let copy: TestLots;

  beforeAll(async () => {
    [original, copy] = [await TestLots.start(), await TestLots.start()];
  });
  afterAll(() => Promise.all([original.stop(), copy.stop()]));

  it('leaves the same state as at first, and is the same ledger but for the time', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const dice = new Dice(firstSeed + round);
      await recordAll(original, dice, round, seededHistory(firstSeed + round, 60, { salt: round }));
    }
    const lines = await linesOf(original);
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['registry', 'event', 'decision']));
    const target = new DatabaseTarget(copy.database);
    expect(await replay(each(carried(lines)), target)).toBe(lines.length);
    await target.finish();
    const { differences, digests } = await compareStates(readerOf(original.database), readerOf(copy.database));
    expect(differences).toEqual([]);
    expect(Object.keys(digests)).toEqual([...RELATION_NAMES]);
    const untimed = (all: readonly LedgerLine[]) => all.map(line => ({ ...line, recordedAt: undefined }));
    expect(untimed(await linesOf(copy))).toEqual(untimed(lines));
  });

  it('passes the quick check', async () => {
    expect(await checkQuickly(original.database)).toMatchObject({ violations: [], wrongPools: [], wrongRoots: [] });
  });

  it('is refused where something else has been recorded before', async () => {
    const [first] = await linesOf(original);
    const target = new DatabaseTarget(copy.database);
    await expect(replay(each([first!]), target)).rejects.toThrow(ReplayRefused);
    await target.close();
  });
});

describe('a check', () => {
  let service: TestLots;
  const stock = openingStock({ enterprise: uscc(1) });

  beforeAll(async () => {
    service = await TestLots.start();
    await service.state({ enterprises: [enterprise(uscc(1), ['mine'])] });
    await service.send([stock]);
    await service.record(seededHistory(7, 60, { salt: 1 }));
  });
  afterAll(() => service.stop());

  async function check() {
    const scratch = await TestLots.start();
    try {
      return await checkByReplay(service.database, scratch.database);
    } finally {
      await scratch.stop();
    }
  }

  async function spoilt(statement: string, mend: string) {
    const change = (text: string) => service.database.write(TESTER, tx => tx.query(text));
    await change(statement);
    try {
      return { full: await check(), quick: await checkQuickly(service.database) };
    } finally {
      await change(mend);
    }
  }

  it('finds nothing in what was only recorded', async () => {
    const report = await check();
    expect(report).toMatchObject({ differences: [], tampered: [] });
    expect(isSound(report)).toBe(true);
  });

  it.each([
    ['holdings', 'UPDATE holding SET drawn_g = 1 WHERE no = 1', 'UPDATE holding SET drawn_g = 0 WHERE no = 1'],
    ['roots', `UPDATE root SET status = 'legal' WHERE kind = 'opening-stock'`, `UPDATE root SET status = 'unverified' WHERE kind = 'opening-stock'`],
  ] as const)('finds %s that are otherwise, both ways', async (relation, statement, mend) => {
    const { full, quick } = await spoilt(statement, mend);
    expect(full.differences).toContainEqual(expect.objectContaining({ relation, stored: expect.any(String), expected: expect.any(String) }));
    expect([...quick.violations, ...quick.wrongRoots]).not.toEqual([]);
  }); // prettier-ignore

  it('finds a composition that is otherwise, both ways', async () => {
    const flip = `UPDATE pool SET composition = set_byte(composition, 15, get_byte(composition, 15) # 1)
                  WHERE no = (SELECT min(no) FROM pool WHERE source_no IS NULL AND length(composition) > 16)`;
    const { full, quick } = await spoilt(flip, flip);
    expect(full.differences).toMatchObject([{ relation: 'pools' }]);
    expect(quick.wrongPools.length).toBeGreaterThan(0);
  });
});
