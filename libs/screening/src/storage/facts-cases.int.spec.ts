import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventInput } from '#lots';
import {
  type ContractEvent, correction, day, declarationNumber, dispatch, enterprise, exporting, hour, importing, licence, licenceNumber,
  lot, mining, openingStock, processing, receipt, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore
import { screeningFactsMigration } from './facts.migration.js';
import { FactsReader } from './facts.reader.js';
import { findingsMigration } from './findings.migration.js';

const [MINE, PLANT, OTHER] = [uscc(1), uscc(2), uscc(3)];
const NOW = Date.parse(day(30));

const dug = mining({ enterprise: MINE, yields: [lot({ lot: 'M', massKg: 10_000 })] });
const sent = dispatch({ enterprise: MINE, to: PLANT, occurredAt: day(2), draws: [{ lot: 'M', massKg: 6_000 }] });
const got = receipt(sent, { occurredAt: day(4) });

let service: TestLots;
let reader: FactsReader;

beforeEach(async () => {
  service = await TestLots.start([findingsMigration, screeningFactsMigration]);
  reader = new FactsReader(service.database);
  await service.state({
    enterprises: [MINE, PLANT, OTHER].map(code => enterprise(code, ['mine', 'smelter', 'exporter'])),
  });
});

afterEach(() => service.stop());

const put = (collection: string, ...items: object[]) => service.registry.put(TESTER, collection, items);
const record = (...events: (ContractEvent | EventInput)[]) => service.send(events as ContractEvent[]);
const ofEvents = (...events: { readonly id: string }[]) =>
  reader.forEvents(
    TESTER,
    events.map(({ id }) => id),
    NOW,
  );

describe('the clock', () => {
  it('ends what is told of enterprises, not what is told of events', async () => {
    await record(dug, sent, got);
    const { facts } = await reader.forEnterprises(TESTER, [MINE, PLANT], { clock: Date.parse(day(3)) });
    expect(facts.eventsOf(PLANT)).toEqual([]);
    expect(facts.sentTo(PLANT).map(({ state }) => state)).toEqual(['in-transit']);
    const early = await reader.forEvents(TESTER, [sent.id], Date.parse(day(3)));
    expect(early.facts.transfer(sent.id)?.state).toBe('accepted');
  });
});

describe('events that are void or unknown', () => {
  it('are no facts; their corrections are, of enterprises', async () => {
    const taken = correction(dug, undefined, { occurredAt: day(5) });
    await record(dug, taken);
    expect((await ofEvents(dug, taken, sent)).facts.event(dug.id)).toBeUndefined();
    const { facts } = await reader.forEnterprises(TESTER, [MINE], { clock: NOW });
    expect(facts.eventsOf(MINE)).toEqual([]);
    expect(facts.corrected(MINE)).toMatchObject([{ event: dug.id, corrections: [{ id: taken.id, voided: true }] }]);
  });
});

describe('facts that were not loaded', () => {
  it('are refused, not told in part', async () => {
    await record(dug, sent, got);
    const { facts } = await ofEvents(sent);
    expect(facts.enterprises).toEqual([]);
    for (const ask of [
      () => facts.eventsOf(MINE),
      () => facts.sentBy(MINE),
      () => facts.sentTo(PLANT),
      () => facts.corrected(MINE),
      () => facts.citing('vat-invoice', '1'),
      () => facts.miningUnder(licenceNumber(1)),
      () => facts.importsOn(declarationNumber(1, 'import')),
      () => facts.exportsOn(declarationNumber(1, 'export')),
      () => facts.firstProduction('S'),
    ])
      expect(ask).toThrow();
  });
});

describe('invoices', () => {
  const invoice = (number: string, seller: string, buyer: string, given: object = {}) => ({
    ...{
      number,
      type: 'digital-special',
      seller,
      buyer,
      issuedAt: day(3),
      region: '360700',
      state: 'normal',
      lines: [],
      source: 'test',
    },
    ...given,
  });
  const digital = (n: number): string => `26360000${String(n).padStart(12, '0')}`;

  it('are those of the enterprises examined and those cited, and tell since when a province has any', async () => {
    await put('invoices', invoice(digital(1), MINE, PLANT), invoice(digital(2), OTHER, MINE), invoice(digital(3), OTHER, PLANT, { region: '150200', issuedAt: day(1) })); // prettier-ignore
    await record(dug, { ...sent, documents: [{ kind: 'vat-invoice', number: digital(3) }] });
    const numbers = async (load: ReturnType<typeof ofEvents>): Promise<string[]> =>
      (await load).facts.registry.all('invoices').map(({ number }) => number).sort(); // prettier-ignore
    expect(await numbers(reader.forEnterprises(TESTER, [MINE], { clock: NOW }))).toEqual([1, 2, 3].map(digital));
    expect(await numbers(reader.forEnterprises(TESTER, [PLANT], { clock: NOW }))).toEqual([1, 3].map(digital));
    expect(await numbers(ofEvents(sent))).toEqual([digital(3)]);
    expect(await numbers(reader.forEnterprises(TESTER, [], { clock: NOW }))).toEqual([]);
    await put('invoices', invoice(digital(4), MINE, PLANT, { issuedAt: day(2) }));
    const { registry } = (await ofEvents(sent)).facts;
    expect(registry.begin('invoices', '150000')).toBe(Date.parse(day(1)));
    expect(registry.begin('invoices', '360000')).toBe(Date.parse(day(2)));
  });

  it('with a code are found with it, and without it among those of who cites them', async () => {
    const old = (code: string, seller: string) => invoice('12345678', seller, PLANT, { code, type: 'special' });
    await put('invoices', old('3600201130', MINE), old('3600201131', OTHER));
    const cited = (id: string, code?: string) =>
      ({ ...dug, id, yields: [lot({ lot: id })], documents: [{ kind: 'vat-invoice', number: '12345678', ...(code ? { code } : {}) }] }) as ContractEvent; // prettier-ignore
    const [bare, coded] = [cited(sent.id), cited(got.id, '3600201131')];
    const codes = async (event: ContractEvent) => (await ofEvents(event)).facts.registry.where('invoices', 'number', '12345678').map(({ code }) => code).sort(); // prettier-ignore
    await record(bare);
    expect(await codes(bare)).toEqual(['3600201130']);
    await record(coded);
    expect(await codes(coded)).toEqual(['3600201130', '3600201131']);
  });
});

describe('the registry', () => {
  it('is as another process has just stated it, and as a load under way has begun with', async () => {
    await record(dug);
    expect(
      (await ofEvents(dug)).facts.registry.latest('permits', `mining-licence:${licenceNumber(1)}`),
    ).toBeUndefined();
    const other = service.join();
    const early = (await ofEvents(dug)).facts.registry;
    await other.state({ permits: [licence(licenceNumber(1), MINE)] });
    const status = async () =>
      (await ofEvents(dug)).facts.registry.where('permits', 'holder', MINE).map(each => each.status);
    expect(await status()).toEqual(['valid']);
    await other.state({ permits: [licence(licenceNumber(1), MINE, { status: 'revoked', validFrom: day(1) })] });
    expect(await status()).toEqual(['revoked']);
    expect(early.where('permits', 'holder', MINE)).toEqual([]);
  });
});

describe('mining under permits', () => {
  const under = (n: number, id: string) =>
    mining({ id, enterprise: MINE, licence: licenceNumber(n), yields: [lot({ lot: id })] });
  const [first, second, third] = [under(1, sent.id), under(1, got.id), under(2, dug.id)];

  it('is summed event by event where a permit limits it, and of enterprises always', async () => {
    await service.state({
      permits: [licence(licenceNumber(1), MINE, { kind: 'recovery-approval' }), licence(licenceNumber(2), MINE)],
    });
    await record(first, second, third);
    const { facts } = await ofEvents(first);
    expect(facts.miningUnder(licenceNumber(1)).map(({ id }) => id)).toEqual([first.id, second.id]);
    const examined = (await reader.forEnterprises(TESTER, [MINE], { clock: NOW })).facts;
    expect([1, 2].map(n => examined.miningUnder(licenceNumber(n)).length)).toEqual([2, 1]);
    await expect(ofEvents(third).then(each => each.facts.miningUnder(licenceNumber(2)))).rejects.toThrow();
  });
});

describe('exports of illegal mass', () => {
  const shipped = (n: number, massKg: number) =>
    exporting({
      enterprise: PLANT,
      occurredAt: hour(24 * 10 + n),
      declaration: declarationNumber(1, 'export'),
      items: [{ lot: 'P', massKg }],
    });
  const made = processing({
    enterprise: PLANT,
    occurredAt: day(5),
    draws: [{ lot: 'M', massKg: 6_000 }],
    yields: [lot({ lot: 'P', massKg: 6_000 })],
  });

  it('come with everything upstream, and with the findings on their chains', async () => {
    await service.state({ permits: [licence(licenceNumber(1), MINE, { status: 'revoked' })] });
    const [one, two] = [shipped(1, 1_000), shipped(2, 2_000)];
    await record(dug, sent, got, made, one, two);
    await service.database.write(TESTER, tx =>
      tx.query(`WITH f AS (
          INSERT INTO finding (id, tenant, rule, cause, scope, enterprise, at, severity, state, title, evidence, parameters, checked_seq)
          VALUES (gen_random_uuid(), $1, 'TAX-01', 'c', 's', $1, now(), 'S3', 'open', '{}', '{"events": ["e"], "shares": {"e": 0.5}}', '{}', 1)
          RETURNING no, tenant)
        INSERT INTO chain_finding (export_no, finding_no, tenant)
        SELECT e.no, f.no, f.tenant FROM f, event e WHERE e.id = $2`, [MINE, two.id]),
    ); // prettier-ignore
    const above = [dug, sent, got, made].map(({ id }) => id);
    for (const { facts } of [await ofEvents(one), await reader.forEnterprises(TESTER, [PLANT], { clock: NOW })]) {
      for (const { id } of [one, two])
        expect(
          facts
            .upstreamOf(id)
            .map(each => each.id)
            .sort(),
        ).toEqual([id, ...above].sort());
      expect(facts.upstreamOf(made.id)).toEqual([]);
      expect(facts.onChainOf(one.id)).toEqual([]);
      expect(facts.onChainOf(two.id)).toMatchObject([
        { rule: 'TAX-01', enterprise: MINE, events: ['e'], shares: { e: 0.5 } },
      ]);
      expect(facts.findings('TAX-01', MINE)).toHaveLength(1);
    }
  });

  it('are told of as recomputing while a correction is being worked in', async () => {
    await record(dug, sent, got, made, shipped(1, 1_000));
    expect((await ofEvents(made, sent)).recomputing).toEqual(new Set());
    await service.database.write(TESTER, tx => tx.query('UPDATE pool SET dirty = true WHERE source_no IS NULL'));
    expect((await ofEvents(made, sent)).recomputing).toEqual(new Set([made.id]));
  });
});

describe('sources', () => {
  it('of opening stocks are declared where their origin was stated in time', async () => {
    const stock = (owner: string, at: string, statedOrigin?: string) =>
      openingStock({
        enterprise: owner,
        occurredAt: at,
        yields: [lot({ lot: `O${owner}` })],
        ...(statedOrigin ? { statedOrigin } : {}),
      });
    const first = importing({
      enterprise: OTHER,
      occurredAt: hour(-24 * 40),
      yields: [lot({ product: 'ENR-IMP', reoPercent: 92 })],
    });
    const stocks = [stock(MINE, day(0), '2025'), stock(PLANT, day(0)), stock(OTHER, day(0), '2025')];
    await record(first, ...stocks);
    const { facts } = await ofEvents(...stocks);
    const declared = stocks.map(({ id }) => facts.event(id)!.yields[0]!.origins[0]!.source.isDeclared);
    expect(declared).toEqual([true, false, false]);
  });

  it('name who introduced them last', async () => {
    const [early, late] = [
      mining({ enterprise: MINE, occurredAt: day(0) }),
      mining({ enterprise: PLANT, occurredAt: day(3) }),
    ];
    await record(early);
    const introducer = async () =>
      (await ofEvents(early)).facts.event(early.id)!.yields[0]!.origins[0]!.source.enterprise;
    expect(await introducer()).toBe(MINE);
    await record(late);
    expect(await introducer()).toBe(PLANT);
    await record(correction(late, undefined, { occurredAt: day(5) }));
    expect(await introducer()).toBe(MINE);
  });

  it('that were folded stand as groups, and nothing is lost', async () => {
    const numbers = Array.from({ length: 600 }, (_, n) => n + 1);
    await service.state({ permits: numbers.map(n => licence(licenceNumber(n), MINE)) });
    const roots = numbers.map(n =>
      mining({ enterprise: MINE, licence: licenceNumber(n), yields: [lot({ lot: `R${n}`, massKg: 100 + n })] }),
    );
    const draws = numbers.map(n => ({ lot: `R${n}`, massKg: 100 }));
    const blend = processing({
      enterprise: MINE,
      process: 'BLEND',
      draws,
      yields: [lot({ lot: 'B', massKg: 60_000 })],
    });
    await record(...roots);
    await record(blend);
    const [made] = (await ofEvents(blend)).facts.event(blend.id)!.yields;
    const groups = made!.origins.filter(({ source }) => source.id.startsWith('rest:'));
    expect(made!.origins).toHaveLength(512 + groups.length);
    expect(groups.map(({ source }) => source.status)).toEqual(['legal']);
    expect(made!.origins.reduce((sum, { reoG }) => sum + reoG, 0)).toBeCloseTo(made!.reoG, 0);
  });

  it('are not loaded further once they are no longer wanted', async () => {
    const load = reader.forEnterprises(TESTER, [MINE], { clock: NOW, signal: AbortSignal.abort() });
    await expect(load).rejects.toThrow('aborted');
  });
});
