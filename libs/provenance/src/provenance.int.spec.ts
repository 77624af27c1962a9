import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ELEMENTS } from '#kernel';
import { RegistryReader } from '#registry';
import { Oracle, type OracleAnswer, Rational, recorded, rounds, seededHistory, TestLots, TESTER } from '#testing';
import type { OriginAnswer } from './domain/schema/origins.js';
import type { ProvenanceAnswer } from './domain/schema/provenance.js';
import { PostgresProvenanceStore } from './engines/postgres/postgres-provenance-store.js';
import { ProvenanceService } from './provenance.service.js';
import type { SubjectReference } from './provenance-store.js';
import { RegistryRegions } from './registry-regions.js';
import { provenanceMigration } from './storage/provenance.migration.js';

const ROUNDS = rounds(6, 200);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

const TOLERANCE = 1e-6;

describe('answers on random histories', () => {
  let lots: TestLots;
  let provenance: ProvenanceService;

  beforeAll(async () => {
    lots = await TestLots.start([provenanceMigration]);
    const store = new PostgresProvenanceStore(lots.database);
    provenance = new ProvenanceService(store, lots.ledger, new RegistryRegions(lots.database, new RegistryReader()));
  });

  afterAll(() => lots.stop());

  it(`agree with the plain oracle, now and as known at a position (${ROUNDS} rounds)`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      const history = seededHistory(seed, 50, { salt: round });
      try {
        await lots.record(history);
        await compare(new Oracle(recorded(history.events), history.registry));
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  async function compare(oracle: Oracle): Promise<void> {
    for (const [reference, expected] of subjectsOf(oracle)) {
      const answer = await provenance.provenance(TESTER, reference, {});
      const name = JSON.stringify(reference);
      expect({ name, ...summaryOf(answer) }).toEqual({ name, ...expectedSummary(expected) });
      expectShares(answer, expected);
      const asOf = { seq: answer.asOf.seq };
      const replayed = await provenance.provenance(TESTER, reference, { asOf });
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(answer));
      const { subject, verdict, origins, unexplained } = await provenance.origins(TESTER, reference);
      const listed = answer.origins.map(withoutBounds);
      expect({ subject, verdict, origins, unexplained }).toEqual({
        subject: answer.subject, verdict: answer.verdict, origins: listed, unexplained: answer.unexplained,
      }); // prettier-ignore
    }
  }
});

function* subjectsOf({ books, ...oracle }: Oracle): Generator<[SubjectReference, OracleAnswer]> {
  const ask = Object.assign(Object.create(Oracle.prototype) as Oracle, { books, ...oracle });
  const declarations = books
    .current()
    .flatMap(({ content }) => (content?.type === 'export' ? content.declaration : []));
  for (const declaration of new Set(declarations)) {
    yield [{ kind: 'shipment', declaration }, ask.shipment(declaration)];
  }
  const held = books.holdings();
  for (const lot of new Set(held.map(holding => holding.lot))) {
    const code = `${lot.declaredBy}:${lot.code}`;
    yield [{ kind: 'lot', code }, ask.lot(lot.declaredBy, lot.code)];
    for (const owner of new Set(held.filter(each => each.lot === lot).map(each => each.owner))) {
      const answer = ask.stock(lot.declaredBy, lot.code, owner);
      if (answer.massG > 0) yield [{ kind: 'lot', code, enterprise: owner }, answer];
    }
  }
}

const summaryOf = ({ subject, verdict, chain, graph }: ProvenanceAnswer) => ({
  massKg: subject.massKg,
  reoKg: subject.reoKg,
  status: verdict.status,
  reasons: verdict.reasons.map(({ code }) => code),
  missing: verdict.missing.map(({ code }) => code).sort(),
  events: chain.events,
  holdings: chain.holdings,
  depth: chain.depth,
  nodes: graph.total.nodes,
});

const expectedSummary = ({ massG, reoG, verdict, chain }: OracleAnswer) => ({
  massKg: massG / 1000,
  reoKg: reoG / 1000,
  status: verdict.status,
  reasons: verdict.reasons,
  missing: verdict.missing,
  events: chain.events,
  holdings: chain.holdings,
  depth: chain.depth,
  nodes: chain.events + chain.holdings,
});

function expectShares(answer: ProvenanceAnswer, { origins }: OracleAnswer): void {
  const { introducedBy, reoKg, share } = answer.unexplained;
  const listed = new Map(answer.origins.map(origin => [`${origin.source.id} ${origin.source.status}`, origin]));
  const total = answer.origins.reduce((sum, origin) => sum + origin.share, answer.rest.share + share);
  if (answer.subject.reoKg > 0) expect(Math.abs(total - 1)).toBeLessThan(1e-9);
  for (const expected of origins) {
    const part = listed.get(`${expected.id} ${expected.status}`);
    const found = introducedBy.find(({ source }) => source === expected.id);
    const reo = part?.reoKg ?? found?.reoKg;
    expect([expected.id, reo === undefined]).toEqual([expected.id, false]);
    expectNear(expected.id, part?.share ?? reo! / answer.subject.reoKg, expected.share);
    for (const element of ELEMENTS) {
      const exact = expected.elements.get(element) ?? Rational.ZERO;
      expectNear(`${expected.id} ${element}`, (part ?? found)!.elements[element] ?? 0, exact);
    }
    if (!part) continue;
    expect(part.source.enterprise).toBeDefined();
    expectNear(`${expected.id} at least`, part.shareMin!, expected.bounds().least);
    expectNear(`${expected.id} at most`, part.shareMax!, expected.bounds().most);
    expect(part.shareMin!).toBeLessThanOrEqual(part.share);
    expect(part.shareMax!).toBeGreaterThanOrEqual(part.share);
  }
  expect(listed.size + introducedBy.length).toBe(origins.length);
  expect(introducedBy.reduce((sum, each) => sum + each.reoKg, 0)).toBeCloseTo(reoKg, 4);
}

function expectNear(name: string, value: number, exact: Rational): void {
  const error = Math.abs(value - exact.toNumber());
  if (!(error < TOLERANCE)) throw new Error(`${name}: ${value} instead of ${exact.toNumber()}`);
}

function withoutBounds({ source, reoKg, share, elements }: OriginAnswer): OriginAnswer {
  return { source, reoKg, share, elements };
}
