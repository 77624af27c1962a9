import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ELEMENTS, gramsToKg, NotFound } from '#kernel';
import { FOREVER_SEQ } from '#lots';
import {
  declarationNumber, exporting, type MaterialEvent, openingStock, Oracle, type Processing, recorded, rounds, seededHistory,
  TESTER, TestLots, uuid,
} from '#testing'; // prettier-ignore
import type { DestinationsAnswer } from '../domain/schema/destinations.js';
import { recallMigration } from '../storage/recall.migration.js';
import { RecallService } from './recall.service.js';

const ROUNDS = rounds(4, 100);
const STEPS = 60;
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

type Holding = ReturnType<Oracle['books']['holdings']>[number];

/** Kilograms of REO by what introduced them: the id of a root event, `excess:…` or `surplus:…`. */
function takeApart({ compositions }: Oracle, holding: Holding, reoG: number): Map<string, number> {
  const found = new Map<string, number>();
  const { grams } = compositions.stream(holding.lot, reoG);
  ELEMENTS.forEach((_, e) => {
    if (!grams[e]!.isPositive()) return;
    const mixture = compositions.of(holding)[e]!;
    for (const key of mixture.sources()) {
      found.set(key, (found.get(key) ?? 0) + grams[e]!.times(mixture.share(key)).toNumber() / 1000);
    }
  });
  return found;
}

/** Where everything went, by the plain oracle: for each key of `of`, kilograms by place. */
function plainly(oracle: Oracle, of: (key: string) => string): Map<string, Map<string, number>> {
  const places = new Map<string, Map<string, number>>();
  const add = (holding: Holding, reoG: number, place: string, sign = 1): void => {
    for (const [key, kg] of takeApart(oracle, holding, reoG)) {
      const own = places.get(of(key)) ?? new Map<string, number>();
      places.set(of(key), own);
      own.set(place, (own.get(place) ?? 0) + sign * kg);
    }
  };
  for (const holding of oracle.books.holdings()) {
    const transit = holding.inTransit ? holding.event : '';
    const place = `stock ${holding.owner} ${holding.lot.declaredBy}:${holding.lot.code} ${transit}`;
    if (holding.reo > holding.drawnReo) add(holding, holding.reo - holding.drawnReo, place);
  }
  for (const { content, draws, yields } of oracle.books.current()) {
    const place = content?.type === 'export' ? `shipment ${content.declaration}` : 'losses';
    for (const { holding, reo } of draws) if (reo > 0) add(holding, reo, place);
    if (content?.type !== 'export') for (const made of yields) add(made, made.reo, 'losses', -1);
  }
  return places;
}

/** The same of an answer; what is neither in stock nor shipped, less what the subject began with. */
function placesOf({ stock, shipments, stockReoKg, shipmentsReoKg }: DestinationsAnswer): Map<string, number> {
  const places = new Map<string, number>();
  for (const { enterprise, declaredBy, lot, dispatch = '', attributedReoKg } of stock) {
    places.set(`stock ${enterprise} ${declaredBy}:${lot} ${dispatch}`, attributedReoKg);
  }
  for (const { declaration, attributedReoKg } of shipments) places.set(`shipment ${declaration}`, attributedReoKg);
  places.set('losses', -stockReoKg - shipmentsReoKg);
  return places;
}

const lostKg = ({ subject, stockReoKg, shipmentsReoKg }: DestinationsAnswer): number =>
  subject.reoKg - stockReoKg - shipmentsReoKg;

/** Shares lie within 1e-6 of exact, so masses do within that part of the whole. */
function expectSame(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>, wholeKg: number): void {
  const names = (places: ReadonlyMap<string, number>): string[] => [...places.keys()].filter(name => name !== 'losses').sort();
  expect(names(found)).toEqual(names(expected));
  for (const [place, kg] of found) {
    const difference = Math.abs(kg - expected.get(place)!);
    // Answers are in milligrams, and an event may have many of them.
    if (!(difference <= 1e-6 * Math.max(10, wholeKg))) throw new Error(`${place}: ${kg} instead of ${expected.get(place)}`);
  }
} // prettier-ignore

/** The same history for everybody but who asks about the run's lots: they are a root's, and what it drew is exported. */
function fromNowhere({ id, enterprise, occurredAt, site, draws, yields }: Processing): MaterialEvent[] {
  const facts = { enterprise, occurredAt, ...(site === undefined ? {} : { site }) };
  const declaration = declarationNumber(999_999, 'export');
  return [
    exporting({ ...facts, id: uuid(999_999_999), declaration, items: draws }),
    openingStock({ ...facts, id, yields }),
  ];
}

describe('recall', () => {
  let service: TestLots;
  let recall: RecallService;

  beforeEach(async () => {
    service = await TestLots.start([recallMigration]);
    recall = new RecallService(service.database, service.ledger);
  });

  afterEach(() => service.stop());

  for (let round = 1; round <= ROUNDS; round++) {
    const seed = firstSeed + round;
    it(`is the transpose of origins, now and then (seed ${seed})`, async () => {
      const history = seededHistory(seed, STEPS);
      await service.state(history.registry);
      const positions: number[] = [];
      for (const event of history.events) positions.push((await service.send([event])).head);
      const whole = new Oracle(recorded(history.events), history.registry);
      await compareSources(whole);
      await compareRootLots(whole);
      for (const part of [0.4, 0.8]) {
        const count = Math.floor(history.events.length * part);
        if (count === 0) continue;
        const then = new Oracle(recorded(history.events.slice(0, count)), history.registry);
        await compareSources(then, positions[count - 1]);
        await compareRootLots(then, positions[count - 1]);
      }
    });
  }

  async function compareSources(oracle: Oracle, seq?: number): Promise<void> {
    const places = plainly(oracle, key => oracle.sources.of(key).id);
    for (const [id, expected] of places) {
      const answer = await recall.source(TESTER, id, seq === undefined ? undefined : { seq });
      expect(answer.truncated).toBe(false);
      expect(answer.lossesReoKg).toBeCloseTo(Math.max(0, lostKg(answer)), 5);
      try {
        expectSame(placesOf(answer), expected, answer.subject.reoKg);
      } catch (error) {
        throw new Error(`${id}${seq === undefined ? '' : ` at ${seq}`}: ${(error as Error).message}`, { cause: error });
      }
    }
  }

  /** The lots of a root event are all of what it brought in. */
  async function compareRootLots(oracle: Oracle, seq?: number): Promise<void> {
    const places = plainly(oracle, key => key);
    for (const { id, content, yields } of oracle.books.current()) {
      const expected = places.get(id);
      if (!expected || !content || content.type === 'processing') continue;
      const codes = yields.map(({ lot }) => `${lot.declaredBy}:${lot.code}`);
      const { found, wholeKg } = await recallLots(codes, seq);
      expectSame(found, expected, wholeKg);
    }
  }

  async function recallLots(
    codes: readonly string[],
    seq?: number,
  ): Promise<{ found: Map<string, number>; wholeKg: number }> {
    const found = new Map<string, number>();
    let wholeKg = 0;
    for (const code of codes) {
      const answer = await recall.lot(TESTER, code, seq === undefined ? undefined : { seq });
      wholeKg += answer.subject.reoKg;
      for (const [place, kg] of placesOf(answer)) found.set(place, (found.get(place) ?? 0) + kg);
    }
    return { found, wholeKg };
  }

  it('passes the same forward as the stored compositions say', async () => {
    const history = seededHistory(firstSeed, 100);
    await service.record(history);
    const { seq } = await service.ledger.head(TESTER);
    const sources = await service.rows<{ id: string }>('SELECT DISTINCT id FROM source');
    for (const { id } of sources) {
      const stored = await recall.source(TESTER, id).catch((error: unknown) => error);
      const passed = await recall.source(TESTER, id, { seq }).catch((error: unknown) => error);
      if (stored instanceof NotFound) expect(passed).toBeInstanceOf(NotFound);
      else {
        const [now, then] = [stored as DestinationsAnswer, passed as DestinationsAnswer];
        expectSame(placesOf(then), placesOf(now), now.subject.reoKg);
        expect(then.subject).toEqual({ ...now.subject, reoKg: expect.closeTo(now.subject.reoKg, 4) });
      }
    }
  });

  it('passes forward what compositions do not tell while they are recomputed', async () => {
    await service.record(seededHistory(firstSeed + 3_000, 60));
    const sources = await service.rows<{ id: string }>(
      `SELECT DISTINCT source_id AS id FROM root WHERE seq_to = ${FOREVER_SEQ} LIMIT 5`,
    );
    const before = await Promise.all(sources.map(({ id }) => recall.source(TESTER, id)));
    await service.database.write(TESTER, tx => tx.query('UPDATE pool SET dirty = true WHERE source_no IS NULL'));
    for (const known of before) {
      const answer = await recall.source(TESTER, known.subject.id);
      expectSame(placesOf(answer), placesOf(known), known.subject.reoKg);
      expect(known.recomputing).toBeUndefined();
    }
  });

  it('follows the lots of a run as if they had come from nowhere', async () => {
    const history = seededHistory(firstSeed + 1_000, 80, { corrections: false });
    await service.record(history);
    for (const run of history.events) {
      if (run.type !== 'processing' || run.yields.some(({ assay }) => !assay)) continue;
      const events = history.events.flatMap(event => (event === run ? fromNowhere(run) : [event]));
      const expected = plainly(new Oracle(recorded(events), history.registry), key => key).get(run.id);
      if (!expected) continue;
      const codes = run.yields.map(({ lot }) => `${run.enterprise}:${lot}`);
      const { found, wholeKg } = await recallLots(codes);
      expectSame(found, expected, wholeKg);
    }
  });

  it('does not know what nobody declared', async () => {
    await expect(recall.source(TESTER, 'import:422020261000000001')).rejects.toThrow(NotFound);
    await expect(recall.source(TESTER, 'excess:not-an-event')).rejects.toThrow(NotFound);
    await expect(recall.lot(TESTER, 'NONE')).rejects.toThrow(NotFound);
  });

  it('keeps a lot that never moved in stock', async () => {
    await service.record(seededHistory(firstSeed + 2_000, 3));
    const [lot] = await service.rows<{ code: string; massG: number }>(
      'SELECT code, mass_g AS "massG" FROM lot LIMIT 1',
    );
    if (!lot) return;
    const answer = await recall.lot(TESTER, lot.code);
    expect(answer.subject.massKg).toBe(gramsToKg(lot.massG));
  });
});
