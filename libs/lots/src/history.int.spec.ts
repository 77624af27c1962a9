import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Context, ELEMENTS } from '#kernel';
import { Ledger, ledgerMigration } from '#ledger';
import { InProcessJobQueue, operationsMigration } from '#platform';
import { registryMigration, RegistryService } from '#registry';
import { freshDatabase, type FreshDatabase, type History, Oracle, recorded, seededHistory } from '#testing';
import { decodeComposition, PPB, singleSource } from './domain/composition.js';
import type { EventInput } from './domain/event-schema.js';
import { createLots, type Lots } from './lots.js';
import { lotsMigration } from './storage/lots.migration.js';
import { SYSTEM } from './system-context.js';

const context: Context = { ...SYSTEM, actor: 'test', channel: 'test', role: 'administrator' };
const FIRST_SEED = Number(process.env['ORETRAIL_TEST_SEED'] ?? 1000);
const ROUNDS = Number(process.env['ORETRAIL_TEST_ROUNDS'] ?? 25);

describe('random histories', () => {
  let fresh: FreshDatabase;
  let lots: Lots;
  let registry: RegistryService;
  let jobs: InProcessJobQueue;

  beforeAll(async () => {
    fresh = await freshDatabase([ledgerMigration, registryMigration, lotsMigration, operationsMigration]);
    const { database } = fresh;
    const ledger = new Ledger(database);
    registry = new RegistryService(database, ledger);
    jobs = new InProcessJobQueue(database);
    lots = createLots({ database, ledger, registry, jobs });
  });

  afterAll(async () => {
    await lots.capture.close();
    await jobs.close();
    await fresh.drop();
  });

  async function record(history: History): Promise<void> {
    const { enterprises, sites, permits, customsDeclarations } = history.registry;
    await registry.put(context, 'enterprises', enterprises);
    await registry.put(context, 'sites', sites);
    await registry.put(context, 'permits', permits);
    await registry.put(context, 'customs-declarations', customsDeclarations);
    for (const event of history.events) {
      await lots.capture.capture(context, [{ index: 0, event: event as EventInput, pointer: '' }], 'rollback');
    }
  }

  it(`keep the books, and the compositions, that the plain oracle keeps (${ROUNDS} rounds)`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const seed = FIRST_SEED + round;
      const history = seededHistory(seed, 60, { salt: round + 1 });
      try {
        await record(history);
        const oracle = new Oracle(recorded(history.events), history.registry);
        await compare(oracle, round);
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round + 1}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  async function compare(oracle: Oracle, round: number): Promise<void> {
    const events = oracle.books.current().map(event => event.id);
    const rows = await fresh.database.read<StoredHolding>(context, STORED, [events]);
    const left = oracle.books
      .holdings()
      .map(each => bookLine(each.event, each.owner, each.lot.code, each.mass, each.reo, each.drawn, each.drawnReo));
    const stored = rows.map(row =>
      bookLine(row.event, row.owner, row.code, row.massG, row.reoG, row.drawnG, row.drawnReoG),
    );
    expect(stored.sort()).toEqual(left.sort());
    await compareOrigins(oracle, rows, round);
  }

  async function compareOrigins(oracle: Oracle, rows: readonly StoredHolding[], round: number): Promise<void> {
    const sources = new Map(
      (
        await fresh.database.read<{ no: number; id: string; status: string }>(
          context,
          'SELECT no, id, status FROM source',
        )
      ).map(source => [source.no, source]),
    );
    for (const row of rows.filter(each => each.isLots)) {
      const composition = row.sourceNo === null ? decodeComposition(row.composition!) : singleSource(row.sourceNo);
      const shares = new Map<string, number>();
      for (const { sourceNo, ppb, mask } of composition.entries) {
        const source = sources.get(sourceNo)!;
        ELEMENTS.forEach((_, e) => {
          const amount = row.distribution[e]!;
          if (!(mask & (1 << e)) || amount === 0) return;
          const key = `${source.id} ${source.status}`;
          shares.set(key, (shares.get(key) ?? 0) + (amount * ppb[e]!) / PPB);
        });
      }
      const answer = oracle.lot(row.declaredBy, row.code);
      if (answer.reoG === 0) continue;
      const expected = new Map(
        answer.origins.map(origin => [`${origin.id} ${origin.status}`, origin.share.toNumber()]),
      );
      expect({ round, lot: row.code, keys: [...shares.keys()].sort() }).toEqual({
        round,
        lot: row.code,
        keys: [...expected.keys()].sort(),
      });
      for (const [key, share] of shares) {
        if (Math.abs(share - expected.get(key)!) > 1e-6) {
          const made = oracle.books.current().find(event => event.id === row.event)?.content;
          throw new Error(
            `lot ${row.code}: ${JSON.stringify({ stored: [...shares], expected: [...expected], made }, undefined, 1)}`,
          );
        }
      }
    }
  }
});

interface StoredHolding {
  readonly event: string;
  readonly owner: string;
  readonly code: string;
  readonly declaredBy: string;
  readonly massG: number;
  readonly reoG: number;
  readonly drawnG: number;
  readonly drawnReoG: number;
  readonly isLots: boolean;
  readonly distribution: number[];
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
}

const STORED = `
  SELECT e.id AS event, h.owner, l.code, l.declared_by AS "declaredBy", h.mass_g AS "massG", h.reo_g AS "reoG",
         h.drawn_g AS "drawnG", h.drawn_reo_g AS "drawnReoG", l.event_no = h.event_no AS "isLots", l.distribution,
         p.source_no AS "sourceNo", p.composition
  FROM event e JOIN holding h ON h.event_no = e.no AND h.seq_to = 9007199254740991
    JOIN lot l ON l.no = h.lot_no AND l.seq_to = 9007199254740991 JOIN pool p ON p.no = h.pool_no
  WHERE e.id = ANY ($1::uuid[]) AND e.seq_to = 9007199254740991`;

const bookLine = (...facts: readonly unknown[]): string => facts.join(' ');
