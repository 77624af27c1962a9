import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { groupBy } from '#kernel';
import { provenanceMigration, recallMigration } from '#provenance';
import { createScreening, findingsMigration, screeningFactsMigration, type Finding } from '#screening';
import { rounds, TESTER, TestLots, type ContractEvent } from '#testing';
import { compare } from './compare.js';
import type { KeyEntry } from './key.js';
import { SCENARIO_CLOCK, simulate } from './simulate.js';
import { VIOLATIONS } from './violations/index.js';

const BATCH = 1_000;

/** Is something still to be judged again? */
const DUE = 'SELECT EXISTS (SELECT FROM screening_due_event) OR EXISTS (SELECT FROM screening_due_enterprise) AS due';

describe('an invented country, recorded and screened', () => {
  let service: TestLots;

  beforeEach(async () => {
    service = await TestLots.start([provenanceMigration, recallMigration, findingsMigration, screeningFactsMigration]);
  });

  afterEach(() => service.stop());

  const seedsFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, n) => first + n);

  it.each(seedsFrom(101, rounds(1, 5)))('in which all keep to the law raises nothing grave (seed %i)', async seed => {
    await load(seed, []);
    const found = await screen();
    const grave = found.filter(({ severity }) => severity === 'S3' || severity === 'S4');
    expect(grave.map(({ rule, enterprise, subject }) => [rule, enterprise, subject])).toEqual([]);
  });

  it.each(seedsFrom(41, rounds(2, 6)))(
    'in which every rule is broken shows all and nothing else (seed %i)',
    async seed => {
      const key = await load(seed, VIOLATIONS);
      const scores = [...compare(key, await screen()).values()];
      const violations = key.filter(({ kind }) => kind === 'violation');
      const wrong = scores.flatMap(score => score.false);
      expect(scores.flatMap(({ missed, caught }) => [...missed, ...caught])).toEqual([]);
      expect({ wrong, isPrecise: wrong.length <= violations.length / 100 }).toMatchObject({ isPrecise: true });
    },
  );

  /** Answers the key. */
  async function load(seed: number, violations: readonly string[]): Promise<readonly KeyEntry[]> {
    const files = groupBy([...simulate({ scale: 'small', seed, violations })], ({ file }) => file);
    const itemsOf = (file: string): object[] => (files.get(file) ?? []).map(({ item }) => item);
    for (const file of ['registry/enterprises', ...files.keys()].filter(each => each.startsWith('registry/'))) {
      const { results } = await service.registry.put(TESTER, file.slice('registry/'.length), itemsOf(file));
      expect(results.filter(({ status }) => status === 'refused')).toEqual([]);
    }
    const events = itemsOf('events') as ContractEvent[];
    for (let first = 0; first < events.length; first += BATCH) await service.send(events.slice(first, first + BATCH));
    return itemsOf('key') as KeyEntry[];
  }

  /** A run over everything, and what follows from its findings. */
  async function screen(): Promise<readonly Finding[]> {
    const { database, ledger, lots, jobs } = service;
    const clock = Date.parse(SCENARIO_CLOCK);
    const { runs, findings } = createScreening({ database, ledger, lots, jobs, clock: () => clock });
    jobs.start();
    const id = await runs.start(TESTER, { clock: new Date(clock) });
    for (let state = 'queued'; state !== 'done'; await pause(50)) {
      const run = await runs.get(TESTER, id);
      if (run.state === 'failed') throw new Error(run.error);
      state = run.state;
    }
    while (await isDue()) await pause(50);
    return (await findings.list(TESTER, { state: 'open' }, { limit: 1_000 })).items;
  }

  async function isDue(): Promise<boolean> {
    const [row] = await service.database.read<{ due: boolean }>(TESTER, DUE);
    return row!.due;
  }
});
