import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatInstant } from '#kernel';
import { day, declarationNumber, importDeclaration, importing, lot, stocktake, TESTER } from '#testing';
import { defineRule } from './rule.js';
import { ScreenedChain, held, dug, sent, came, left, MINE, EXPORTER, only, heavy } from './screened-chain.contract.js';

/** Speaks of the digging of an enterprise, but only when asked about the month. */
const periodic = defineRule({
  ...{ code: 'TST-04', kind: 'C', title: { zh: '月', en: 'monthly' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S3', authorities: ['industry'], basis: [], parameters: {} },
  *onMonth(enterprise, { label: period, from: at }, facts) {
    const events = facts.eventsOf(enterprise).filter(({ content }) => content.type === 'mining');
    if (events.length > 0) yield { enterprise, period, at, evidence: { events: events.map(({ id }) => id) } };
  },
}); // prettier-ignore

describe('screening again', () => {
  let at: ScreenedChain;

  beforeEach(async () => void (at = await ScreenedChain.open()));
  afterEach(() => at.close());

  it('judges downstream again when a licence is revoked, and clears it when it is restored', async () => {
    at.begin(only('EXP-01', 'TRD-01'));
    await at.service.send([dug, sent, came, left]);
    expect(await at.findings()).toEqual([]);
    await at.service.state({ permits: [{ ...held, status: 'revoked', validFrom: day(-100) }] });
    await at.eventually(async () => new Set((await at.findings()).map(({ rule }) => rule)).size === 2);
    await at.service.state({ permits: [{ ...held, validFrom: day(-100) }] });
    await at.eventually(async () => (await at.findings()).every(({ state }) => state === 'closed'));
    expect(await at.verdict()).toEqual(['CLEAN']);
  });

  it('judges exporters again for the watch-list once their exports are found out of the ordinary', async () => {
    const abnormal = defineRule({
      ...{ ...heavy, code: 'EXP-03', onEvent: undefined },
      *onMarketMonth({ label: period, from: at }) {
        yield { enterprise: EXPORTER, period, at, evidence: {} };
      },
    });
    at.begin([abnormal, ...only('EXP-08')]);
    await at.service.send([dug, sent]);
    await at.run({ period: '2026', clock: new Date(day(400)) });
    await at.eventually(async () => (await at.findings('EXP-08')).length > 0);
  });

  it('judges by the parameters that are set, and everything again when they are', async () => {
    at.begin(only('REP-12'));
    const counted = stocktake({ enterprise: MINE, occurredAt: day(2), counts: [{ lot: 'A', countedKg: 9_000 }] });
    await at.service.send([{ ...dug, yields: [lot({ lot: 'A', massKg: 10_000 })] }, counted]);
    expect(await at.findings('REP-12')).toMatchObject([{ state: 'open', event: counted.id }]);
    const set = await at.screening.parameters.set(TESTER, 'REP-12', { parameters: { floorT: 2 }, note: 'circular' });
    await at.eventually(async () => (await at.screening.runs.get(TESTER, set.run)).state === 'done');
    expect(await at.findings('REP-12')).toMatchObject([{ state: 'closed' }]);
    expect(await at.screening.parameters.current(TESTER)).toEqual(new Map([['REP-12', { floorT: 2 }]]));
    await expect(
      at.screening.parameters.set(TESTER, 'REP-12', { parameters: { floorT: -1, 'no~such': 1 }, note: 'n' }),
    ).rejects.toMatchObject({
      faults: [
        { code: 'out-of-range', pointer: '/parameters/floorT', value: -1, expected: expect.any(String) },
        { code: 'unknown-field', pointer: '/parameters/no~0such', value: 'no~such', expected: 'floorT, share' },
      ],
    });
    await expect(at.screening.parameters.set(TESTER, 'NO-01', { parameters: {}, note: 'n' })).rejects.toMatchObject({ status: 404 });
  }); // prettier-ignore

  it('says CLEAN of nothing that an overdue feed could tell otherwise of', async () => {
    at.begin(only('GOV-17'));
    await at.service.send([dug, sent, came, left]);
    expect(await at.verdict()).toEqual(['CLEAN']);
    const feed = {
      feed: 'licences',
      department: 'resources',
      collection: 'permits',
      region: '360000',
      periodDays: 7,
      source: 'test',
    };
    await at.service.registry.put(TESTER, 'feeds', [{ ...feed, lastAt: day(1) }]);
    await at.eventually(async () => (await at.verdict()).join() === 'UNKNOWN,feed-stale');
    await at.service.registry.put(TESTER, 'feeds', [{ ...feed, lastAt: formatInstant(new Date()) }]);
    await at.eventually(async () => (await at.verdict()).join() === 'CLEAN');
  });

  it.each(['0001-01-01', '9999-12-31'])('takes a day as far away as %s', async foundAt => {
    at.begin(only('GOV-10'));
    const told = [{ region: '440000', sentAt: foundAt }];
    const item = {
      number: 'AJ-1',
      region: '360000',
      rules: ['TRD-03'],
      stage: 'lead',
      stageSince: foundAt,
      source: 'test',
    };
    await at.service.registry.put(TESTER, 'cases', [{ ...item, crossProvince: { foundAt, acknowledgements: told } }]);
    await at.run({ clock: new Date('9999-12-31T15:59:59Z') });
    const late = (await at.findings('GOV-10')).map(({ region }) => region).sort();
    expect(late).toEqual(foundAt.startsWith('0') ? ['360000', '440000'] : []);
  });

  it('judges those again who cite a paper that now names another', async () => {
    at.begin(only('IMP-02'));
    const declaration = declarationNumber(2, 'import');
    const paper = importDeclaration(declaration, EXPORTER);
    await at.service.state({ customsDeclarations: [paper] });
    const yields = [lot({ lot: 'I', product: 'ENR-IMP', massKg: 50_000 })];
    await at.service.send([importing({ enterprise: EXPORTER, declaration, originCountry: 'MM', yields })]);
    expect(await at.findings('IMP-02')).toMatchObject([{ enterprise: EXPORTER, state: 'open' }]);
    await at.service.state({ customsDeclarations: [{ ...paper, party: MINE }] });
    const after = (await at.findings('IMP-02')).map(({ enterprise: uscc, state }) => `${uscc} ${state}`);
    expect(after.sort()).toEqual([`${MINE} open`, `${EXPORTER} closed`].sort());
  });

  it('shows what a run found on lots at once, and never at a position that was answered for', async () => {
    at.begin([periodic]);
    await at.service.send([dug, sent, came]);
    await at.settled();
    const asked = { kind: 'lot', code: 'A' } as const;
    const of = async (asOf?: { seq: number }) =>
      (await at.provenance.provenance(TESTER, asked, asOf ? { asOf } : {})).findings;
    const { seq } = await at.service.ledger.head(TESTER);
    expect(await of({ seq })).toEqual([]);
    await at.run({ period: day(1).slice(0, 7) });
    expect(await of()).toEqual([expect.objectContaining({ rule: 'TST-04' })]);
    expect(await of({ seq })).toEqual([]);
  });

  it('runs over a period on demand, twice with one effect', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent]);
    await at.settled();
    expect(await at.run({ period: '2026-01' })).toMatchObject({ state: 'done', progress: 1, raised: 0, closed: 0 });
    expect(await at.findings()).toHaveLength(1);
    await expect(at.screening.runs.start(TESTER, { period: '2026-13', rules: ['NO-01'] })).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: '/rules/0' }), expect.objectContaining({ pointer: '/period' })],
    });
  });
});
