import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, day, Dice, enterprise, exporting, lot, mining, type Processing, processing, rounds, stocktake, TESTER,
  TestLots, uscc,
} from '#testing'; // prettier-ignore
import { findViolations } from '../replay/violations.js';
import { RecomputeJob } from '../recompute.job.js';
import { FOREVER_SEQ } from '../storage/lots.migration.js';
import { SourceCache } from '../storage/source-dictionary.js';

const PLANT = uscc(1);
const WHEN = { enterprise: PLANT, occurredAt: day(1) };

const ROUNDS = rounds(12, 40);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the looping corrections: ${firstSeed} and on`);

let service: TestLots;

beforeAll(async () => {
  service = await TestLots.start();
  await service.state({ enterprises: [enterprise(PLANT, ['smelter'])] });
});

afterAll(() => service.stop());

type More = { readonly site?: string; readonly note?: string };

const run = (from: string, kg: number, to: string, made: number): Processing =>
  processing({ ...WHEN, draws: [{ lot: from, massKg: kg }], yields: [lot({ lot: to, massKg: made })] });
const dig = (code: string, massKg = 100) => mining({ ...WHEN, yields: [lot({ lot: code, massKg })] });
const shipAll = (code: string, massKg: number, more: More = {}) =>
  exporting({ ...WHEN, items: [{ lot: code, massKg }], ...more });
const find = (code: string, countedKg: number, more: More = {}) =>
  stocktake({ ...WHEN, counts: [{ lot: code, countedKg }], ...more });
const alsoDrawing = (event: Processing, code: string, massKg: number) =>
  correction(event, { ...event, draws: [...event.draws, { lot: code, massKg }] }, { reason: `and ${code}` });

describe('a lot that was found when nothing of it was left', () => {
  it('is no way round: a run does not draw what was made of the lot it makes', async () => {
    const making = run('A0', 50, 'A1', 40);
    const using = run('A1', 10, 'A2', 9);
    await service.send([dig('A0'), making, shipAll('A1', 40), find('A1', 15), using]);
    const looping = alsoDrawing(making, 'A2', 1);
    const before = await service.fingerprint();
    const refused = await service.refused([looping]);
    expect(refused).toMatchObject({ status: 409, code: 'cycle' });
    expect(refused.faults).toMatchObject([{ pointer: '/events/0/replacement/draws' }]);
    expect(await service.fingerprint()).toBe(before);
  });

  it('is none either over several runs and another such count', async () => {
    const making = run('B0', 50, 'B1', 40);
    const events = [
      ...[dig('B0'), making, shipAll('B1', 40), find('B1', 15), run('B1', 15, 'B2', 9)],
      ...[run('B2', 9, 'B3', 8), shipAll('B3', 8), find('B3', 8), run('B3', 2, 'B4', 2)],
    ];
    await service.send(events);
    expect(await service.refused([alsoDrawing(making, 'B4', 1)])).toMatchObject({ code: 'cycle' });
    expect(await service.refused([alsoDrawing(making, 'B3', 1)])).toMatchObject({ code: 'cycle' });
    await service.send([dig('B5'), alsoDrawing(making, 'B5', 1)]);
  });

  it('cannot be counted by a corrected count that it descends from', async () => {
    const counted = find('C0', 90);
    await service.send([dig('C0'), counted, run('C0', 50, 'C1', 40), shipAll('C1', 40)]);
    const more = correction(counted, { ...counted, counts: [...counted.counts, { lot: 'C1', countedKg: 5 }] });
    expect(await service.refused([more])).toMatchObject({ status: 409, code: 'cycle' });
  });

  it('stays covered: the event that made it is not taken back, nor made to make another', async () => {
    const made = mining({ ...WHEN, site: 'S-1', yields: [lot({ lot: 'D1', massKg: 10 })] });
    await service.send([made, find('D1', 5, { site: 'S-2' })]);
    expect(await service.refused([correction(made)])).toMatchObject({ status: 409, code: 'already-consumed' });
    const renamed = correction(made, { ...made, yields: [lot({ lot: 'D2', massKg: 10 })] });
    expect(await service.refused([renamed])).toMatchObject({ status: 409, code: 'already-consumed' });
    await service.send([correction(made, { ...made, yields: [lot({ lot: 'D1', massKg: 7, reoPercent: 30 })] })]);
    const { items } = await service.lots.queries.holdings(TESTER, { lot: 'D1' }, { limit: 5 });
    expect(items).toMatchObject([
      { massKg: 5, reoKg: 1.5 },
      { massKg: 7, reoKg: 2.1 },
    ]);
    expect(await findViolations({ query: (text, values) => service.rows(text, values) })).toEqual([]);
  });
});

describe(`random corrections of runs and counts at the same instant (${ROUNDS} rounds)`, () => {
  it('are refused where they would close a loop, and only there', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      await playOne(new Dice(seed), `${round}-`).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      });
      await expectInOrder();
    }
  });

  /** Digs, blends, ships and finds lots, and then lets runs draw from any other lot there is. */
  async function playOne(dice: Dice, prefix: string): Promise<void> {
    const lots = [`${prefix}0`, `${prefix}1`];
    const runs: Processing[] = [];
    await service.send(lots.map(code => dig(code)));
    for (let step = 0; step < 25; step++) {
      const code = dice.pick(lots);
      const left = (await holdingsLeft(code)).reduce((sum, each) => sum + each.leftG, 0) / 1_000;
      const next = dice.pick(['run', 'ship', 'find', 'correct', 'correct'] as const);
      const note = `${prefix}${step}`;
      if (next === 'find') await service.send([find(code, dice.between(1, 20), { note })]);
      else if (next === 'correct' && runs.length > 0) await tryToDraw(dice, runs, code, note);
      else if (left < 1) continue;
      else if (next === 'ship') await service.send([shipAll(code, left, { note })]);
      else {
        const made = `${prefix}${lots.length}`;
        const event = run(code, Math.min(left, dice.between(1, 10)), made, dice.between(1, 10));
        await service.send([event]);
        lots.push(made);
        runs.push(event);
      }
    }
  }

  async function tryToDraw(dice: Dice, runs: Processing[], code: string, note: string): Promise<void> {
    const at = dice.between(0, runs.length - 1);
    const target = runs[at]!;
    const [oldest] = await holdingsLeft(code);
    if (!oldest || target.draws.some(draw => draw.lot === code)) return;
    const draws = [...target.draws, { lot: code, massKg: 0.001 }];
    const changed = correction(target, { ...target, draws }, { note });
    const outcome: unknown = await service.send([changed]).catch((error: unknown) => error);
    if (await descends(oldest.eventId, target.id)) {
      expect(outcome).toMatchObject({ status: 409, code: 'cycle' });
    } else {
      expect(outcome).toMatchObject({ results: [{ status: 'recorded' }] });
      runs[at] = { ...target, draws };
    }
  }
});

interface Left {
  readonly eventId: string;
  readonly leftG: number;
}

/** Holdings of a lot with mass left, oldest first. */
const holdingsLeft = (code: string): Promise<Left[]> =>
  service.rows(
    `SELECT e.id AS "eventId", h.mass_g - h.drawn_g AS "leftG" FROM holding h JOIN lot l ON l.no = h.lot_no
       JOIN event e ON e.no = h.event_no
     WHERE l.code = $1 AND h.mass_g > h.drawn_g AND least(h.seq_to, l.seq_to, e.seq_to) = $2
     ORDER BY h.first_seq, h.ordinal`,
    [code, FOREVER_SEQ],
  );

/** Whether an event takes anything from another, or counts a lot that it made, at any number of removes. */
async function descends(from: string, ancestor: string): Promise<boolean> {
  const edges = await service.rows<{ event: string; above: string }>(
    `SELECT e.id AS event, p.id AS above FROM draw d JOIN event e ON e.no = d.event_no JOIN event p ON p.no = d.from_event_no
     WHERE least(d.seq_to, e.seq_to, p.seq_to) = $1
     UNION
     SELECT e.id, p.id FROM holding h JOIN event e ON e.no = h.event_no JOIN lot l ON l.no = h.lot_no
       JOIN event p ON p.no = l.event_no
     WHERE least(h.seq_to, e.seq_to, l.seq_to, p.seq_to) = $1 AND p.no <> e.no`,
    [FOREVER_SEQ],
  );
  const seen = new Set([from]);
  for (const event of seen) for (const edge of edges) if (edge.event === event) seen.add(edge.above);
  return seen.has(ancestor);
}

/** Nothing that must not be there is found, and a recomputation of everything comes to an end. */
async function expectInOrder(): Promise<void> {
  expect(await findViolations({ query: (text, values) => service.rows(text, values) })).toEqual([]);
  await service.database.write(TESTER, tx => tx.query('UPDATE pool SET dirty = true WHERE source_no IS NULL'));
  const job = new RecomputeJob(service.database, new SourceCache());
  for (let slice = 0; slice < 200; slice++) if ((await job.step()).done) return;
  throw new Error('the recomputation does not end');
}
