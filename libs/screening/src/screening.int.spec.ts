import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatInstant } from '#kernel';
import {
  PostgresProvenanceStore,
  provenanceMigration,
  ProvenanceService,
  recallMigration,
  RegistryRegions,
} from '#provenance';
import { RegistryReader } from '#registry';
import {
  correction, day, declarationNumber, dispatch, enterprise, exporting, importDeclaration, importing, licence, licenceNumber, lot, mining, receipt, stocktake, TESTER,
  TestLots, uscc,
} from '#testing'; // prettier-ignore
import { createScreening, type Finding, findingsMigration, RULES, type RunRequest, type Screening } from './index.js';
import { defineRule, type AnyRule } from './rule.js';
import { screeningFactsMigration } from './storage/facts.migration.js';

const [MINE, EXPORTER] = [uscc(1), uscc(2)];
const SHIPMENT = declarationNumber(1, 'export');
const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(1), yields: [lot({ lot: 'A' })] });
const sent = dispatch({ enterprise: MINE, to: EXPORTER, occurredAt: day(2), draws: [{ lot: 'A', massKg: 10_000 }] });
const came = receipt(sent, { occurredAt: day(3) });
const left = exporting({
  enterprise: EXPORTER,
  declaration: SHIPMENT,
  occurredAt: day(9),
  items: [{ lot: 'A', massKg: 10_000 }],
});
const enterprises = [enterprise(MINE, ['mine']), enterprise(EXPORTER, ['exporter'])];
const held = licence(licenceNumber(1), MINE);

const only = (...codes: string[]): AnyRule[] => RULES.filter(({ code }) => codes.includes(code));

/** Speaks of every dispatch of more than nine tonnes. */
const heavy = defineRule({
  ...{ code: 'TST-01', kind: 'V', title: { zh: '重', en: 'heavy' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S3', authorities: ['industry'], basis: [], parameters: {} },
  *onEvent(event) {
    const massG = event.draws.reduce((sum, each) => sum + each.massG, 0);
    if (event.content.type !== 'dispatch' || massG <= 9_000_000) return;
    yield { enterprise: event.enterprise, subject: event.id, event: event.id, at: event.at, evidence: { events: [event.id] } };
  },
}); // prettier-ignore

const broken = defineRule({
  ...{ code: 'TST-02', kind: 'V', title: { zh: '坏', en: 'broken' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S4', authorities: ['industry'], basis: [], parameters: {} },
  onEvent(event) {
    if (event.content.type === 'mining') throw new Error('no such thing');
    return [];
  },
}); // prettier-ignore

/** Speaks of the digging of an enterprise, but only when asked about the month. */
const periodic = defineRule({
  ...{ code: 'TST-04', kind: 'C', title: { zh: '月', en: 'monthly' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S3', authorities: ['industry'], basis: [], parameters: {} },
  *onMonth(enterprise, { label: period, from: at }, facts) {
    const events = facts.eventsOf(enterprise).filter(({ content }) => content.type === 'mining');
    if (events.length > 0) yield { enterprise, period, at, evidence: { events: events.map(({ id }) => id) } };
  },
}); // prettier-ignore

describe('screening', () => {
  let service: TestLots;
  let screening: Screening;
  let provenance: ProvenanceService;

  const begin = (rules: readonly AnyRule[]): void => {
    const { database, ledger, lots, jobs } = service;
    screening = createScreening({ database, ledger, lots, jobs, rules });
    const regions = new RegistryRegions(database, new RegistryReader());
    provenance = new ProvenanceService(new PostgresProvenanceStore(database), ledger, regions, screening.onChains);
    jobs.start();
    screening.follower.start();
  };

  beforeEach(async () => {
    service = await TestLots.start([provenanceMigration, recallMigration, findingsMigration, screeningFactsMigration]);
    await service.state({ enterprises, permits: [held] });
  });

  afterEach(async () => {
    await screening.follower.stop();
    await service.stop();
  });

  const settled = async (): Promise<void> => {
    for (const until = Date.now() + 10_000; (await screening.revision()) === undefined; await delay(10)) {
      if (Date.now() > until)
        throw new Error(`screening does not catch up: ${screening.follower.status().error ?? ''}`);
    }
  };

  const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const until = Date.now() + 40_000; !(await holds()); await delay(20)) {
      if (Date.now() > until) throw new Error('it does not come about');
    }
  };

  const findings = async (rule?: string): Promise<readonly Finding[]> => {
    await settled();
    const { items } = await screening.findings.list(TESTER, rule === undefined ? {} : { rule }, { limit: 500 });
    return items;
  };

  const run = async (request: RunRequest) => {
    const id = await screening.runs.start(TESTER, request);
    for (;;) {
      const state = await screening.runs.get(TESTER, id);
      if (state.state === 'done' || state.state === 'failed') return state;
      await delay(20);
    }
  };

  const verdict = async (asOf?: number) => {
    const answer = await provenance.verdict(TESTER, SHIPMENT, asOf === undefined ? undefined : { seq: asOf });
    const { status, reasons, missing } = answer.verdict;
    return [status, ...[...reasons, ...missing].map(({ code }) => code)];
  };

  it('raises a finding as an event is recorded, on every chain through it, and says so in verdicts', async () => {
    begin([heavy]);
    await service.send([dug, sent, came, left]);
    expect(await findings()).toEqual([expect.objectContaining({ rule: 'TST-01', state: 'open', event: sent.id, enterprise: MINE, region: '360700' })]);
    expect(await verdict()).toEqual(['FLAGGED', 'open-finding']);
    const full = await provenance.provenance(TESTER, { kind: 'shipment', declaration: SHIPMENT }, {});
    expect(full.findings).toEqual([expect.objectContaining({ rule: 'TST-01', severity: 'S3', event: sent.id })]);
  }); // prettier-ignore

  it('links a finding to exports that come later', async () => {
    begin([heavy]);
    await service.send([dug, sent, came]);
    await settled();
    await service.send([left]);
    expect(await verdict()).toEqual(['FLAGGED', 'open-finding']);
  });

  it('closes a finding whose cause is gone, and raises the same one again', async () => {
    begin([heavy]);
    await service.send([dug, sent]);
    const [raised] = await findings();
    const lighter = { ...sent, draws: [{ lot: 'A', massKg: 8_000 }] };
    await service.send([correction(sent, lighter)]);
    expect(await findings()).toEqual([expect.objectContaining({ id: raised!.id, state: 'closed' })]);
    await service.send([correction(sent, sent, { reason: 'back again' })]);
    const [again] = await findings();
    expect(again).toMatchObject({ id: raised!.id, state: 'open' });
    const { history } = await screening.findings.get(TESTER, again!.id);
    expect(history.map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
  });

  it('keeps what a person decided, and the verdict follows', async () => {
    begin([heavy]);
    await service.send([dug, sent, came, left]);
    const [finding] = await findings();
    const decided = await screening.findings.decide(TESTER, finding!.id, { state: 'dismissed', note: 'allowed' });
    expect(decided).toMatchObject({ state: 'dismissed', shipments: [SHIPMENT] });
    expect(await verdict()).toEqual(['CLEAN']);
    await service.send([correction(left, { ...left, destination: 'KR' })]);
    expect(await findings()).toEqual([expect.objectContaining({ id: finding!.id, state: 'dismissed' })]);
  });

  it('answers as known at a position what it answered then', async () => {
    begin([heavy]);
    await service.send([dug, sent, came, left]);
    await settled();
    const { seq } = await service.ledger.head(TESTER);
    const before = await verdict(seq);
    const [finding] = await findings();
    await screening.findings.decide(TESTER, finding!.id, { state: 'dismissed', note: 'allowed' });
    expect([before, await verdict(seq), await verdict()]).toEqual([['FLAGGED', 'open-finding'], before, ['CLEAN']]);
  });

  it('reports a rule that throws as its own failure, never as clean, and goes on with the others', async () => {
    begin([broken, heavy]);
    await service.send([dug, sent, came, left]);
    const found = await findings();
    expect(found.map(({ rule, severity }) => [rule, severity]).sort()).toEqual([['TST-01', 'S3'], ['TST-02', 'S1']]);
    await screening.findings.decide(TESTER, found.find(({ rule }) => rule === 'TST-01')!.id, { state: 'dismissed', note: 'n' });
    expect(await verdict()).toEqual(['UNKNOWN', 'rule-failed']);
  }); // prettier-ignore

  it('makes the source illegal where unlicensed mining is confirmed', async () => {
    begin(only('MIN-01'));
    const other = mining({ ...dug, id: undefined as never, licence: licenceNumber(9), yields: [lot({ lot: 'B' })] });
    const away = dispatch({ enterprise: MINE, to: EXPORTER, occurredAt: day(4), draws: [{ lot: 'B', massKg: 5_000 }] });
    const out = exporting({ enterprise: EXPORTER, declaration: SHIPMENT, occurredAt: day(9), items: [{ lot: 'B', massKg: 5_000 }] });
    await service.send([dug, other, away, receipt(away, { occurredAt: day(5) }), out]);
    const [finding] = await findings('MIN-01');
    expect(await verdict()).toEqual(['FLAGGED', 'open-finding', 'unverified-source']);
    await screening.findings.decide(TESTER, finding!.id, { state: 'confirmed', note: 'seen on site' });
    expect(await verdict()).toEqual(['FLAGGED', 'illegal-source', 'open-finding']);
  }); // prettier-ignore

  it('judges downstream again when a licence is revoked, and clears it when it is restored', async () => {
    begin(only('EXP-01', 'TRD-01'));
    await service.send([dug, sent, came, left]);
    expect(await findings()).toEqual([]);
    await service.state({ permits: [{ ...held, status: 'revoked', validFrom: day(-100) }] });
    await eventually(async () => new Set((await findings()).map(({ rule }) => rule)).size === 2);
    await service.state({ permits: [{ ...held, validFrom: day(-100) }] });
    await eventually(async () => (await findings()).every(({ state }) => state === 'closed'));
    expect(await verdict()).toEqual(['CLEAN']);
  });

  it('judges exporters again for the watch-list once their exports are found out of the ordinary', async () => {
    const abnormal = defineRule({
      ...{ ...heavy, code: 'EXP-03', onEvent: undefined },
      *onMarketMonth({ label: period, from: at }) {
        yield { enterprise: EXPORTER, period, at, evidence: {} };
      },
    });
    begin([abnormal, ...only('EXP-08')]);
    await service.send([dug, sent]);
    await run({ period: '2026', clock: new Date(day(400)) });
    await eventually(async () => (await findings('EXP-08')).length > 0);
  });

  it('judges by the parameters that are set, and everything again when they are', async () => {
    begin(only('REP-12'));
    const counted = stocktake({ enterprise: MINE, occurredAt: day(2), counts: [{ lot: 'A', countedKg: 9_000 }] });
    await service.send([{ ...dug, yields: [lot({ lot: 'A', massKg: 10_000 })] }, counted]);
    expect(await findings('REP-12')).toMatchObject([{ state: 'open', event: counted.id }]);
    const set = await screening.parameters.set(TESTER, 'REP-12', { parameters: { floorT: 2 }, note: 'circular' });
    await eventually(async () => (await screening.runs.get(TESTER, set.run)).state === 'done');
    expect(await findings('REP-12')).toMatchObject([{ state: 'closed' }]);
    expect(await screening.parameters.current(TESTER)).toEqual(new Map([['REP-12', { floorT: 2 }]]));
    await expect(
      screening.parameters.set(TESTER, 'REP-12', { parameters: { floorT: -1, 'no~such': 1 }, note: 'n' }),
    ).rejects.toMatchObject({
      faults: [
        { code: 'out-of-range', pointer: '/parameters/floorT', value: -1, expected: expect.any(String) },
        { code: 'unknown-field', pointer: '/parameters/no~0such', value: 'no~such', expected: 'floorT, share' },
      ],
    });
    await expect(screening.parameters.set(TESTER, 'NO-01', { parameters: {}, note: 'n' })).rejects.toMatchObject({ status: 404 });
  }); // prettier-ignore

  it('says CLEAN of nothing that an overdue feed could tell otherwise of', async () => {
    begin(only('GOV-17'));
    await service.send([dug, sent, came, left]);
    expect(await verdict()).toEqual(['CLEAN']);
    const feed = {
      feed: 'licences',
      department: 'resources',
      collection: 'permits',
      region: '360000',
      periodDays: 7,
      source: 'test',
    };
    await service.registry.put(TESTER, 'feeds', [{ ...feed, lastAt: day(1) }]);
    await eventually(async () => (await verdict()).join() === 'UNKNOWN,feed-stale');
    await service.registry.put(TESTER, 'feeds', [{ ...feed, lastAt: formatInstant(new Date()) }]);
    await eventually(async () => (await verdict()).join() === 'CLEAN');
  });

  it.each(['0001-01-01', '9999-12-31'])('takes a day as far away as %s', async foundAt => {
    begin(only('GOV-10'));
    const told = [{ region: '440000', sentAt: foundAt }];
    const item = {
      number: 'AJ-1',
      region: '360000',
      rules: ['TRD-03'],
      stage: 'lead',
      stageSince: foundAt,
      source: 'test',
    };
    await service.registry.put(TESTER, 'cases', [{ ...item, crossProvince: { foundAt, acknowledgements: told } }]);
    await run({ clock: new Date('9999-12-31T15:59:59Z') });
    const late = (await findings('GOV-10')).map(({ region }) => region).sort();
    expect(late).toEqual(foundAt.startsWith('0') ? ['360000', '440000'] : []);
  });

  it('judges those again who cite a paper that now names another', async () => {
    begin(only('IMP-02'));
    const declaration = declarationNumber(2, 'import');
    const paper = importDeclaration(declaration, EXPORTER);
    await service.state({ customsDeclarations: [paper] });
    const yields = [lot({ lot: 'I', product: 'ENR-IMP', massKg: 50_000 })];
    await service.send([importing({ enterprise: EXPORTER, declaration, originCountry: 'MM', yields })]);
    expect(await findings('IMP-02')).toMatchObject([{ enterprise: EXPORTER, state: 'open' }]);
    await service.state({ customsDeclarations: [{ ...paper, party: MINE }] });
    const after = (await findings('IMP-02')).map(({ enterprise: uscc, state }) => `${uscc} ${state}`);
    expect(after.sort()).toEqual([`${MINE} open`, `${EXPORTER} closed`].sort());
  });

  it('shows what a run found on lots at once, and never at a position that was answered for', async () => {
    begin([periodic]);
    await service.send([dug, sent, came]);
    await settled();
    const asked = { kind: 'lot', code: 'A' } as const;
    const of = async (asOf?: { seq: number }) =>
      (await provenance.provenance(TESTER, asked, asOf ? { asOf } : {})).findings;
    const { seq } = await service.ledger.head(TESTER);
    expect(await of({ seq })).toEqual([]);
    await run({ period: day(1).slice(0, 7) });
    expect(await of()).toEqual([expect.objectContaining({ rule: 'TST-04' })]);
    expect(await of({ seq })).toEqual([]);
  });

  it('runs over a period on demand, twice with one effect', async () => {
    begin([heavy]);
    await service.send([dug, sent]);
    await settled();
    expect(await run({ period: '2026-01' })).toMatchObject({ state: 'done', progress: 1, raised: 0, closed: 0 });
    expect(await findings()).toHaveLength(1);
    await expect(screening.runs.start(TESTER, { period: '2026-13', rules: ['NO-01'] })).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: '/rules/0' }), expect.objectContaining({ pointer: '/period' })],
    });
  });
});
