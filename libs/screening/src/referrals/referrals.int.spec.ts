import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provinceOf } from '#kernel';
import { provenanceMigration, recallMigration } from '#provenance';
import {
  day, dispatch, enterprise, licence, licenceNumber, lot, mining, processing, receipt, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore
import { factsOf } from '../facts-of-history.contract.js';
import type { TransferFact } from '../facts/facts.js';
import { createScreening, type Finding, findingsMigration, RULES, type Screening } from '../index.js';
import { screeningFactsMigration } from '../storage/facts.migration.js';

const [MINE, TRADER, PLANT, BUYER, NEAR] = [uscc(1, '360700'), uscc(2, '440300'), uscc(3, '150200'), uscc(4, '440100'), uscc(5, '360100')]; // prettier-ignore
const SOURCE = `mining-licence:${licenceNumber(1)}:2026`;
const kinds = [['mine'], ['trader'], ['smelter'], ['magnet'], ['trader']];
const enterprises = [MINE, TRADER, PLANT, BUYER, NEAR].map((each, n) => enterprise(each, kinds[n]!));
const permits = [{ ...licence(licenceNumber(1), MINE), status: 'revoked' as const }, licence(licenceNumber(2), PLANT)];
const contract = { kind: 'contract' as const, number: 'HT-1' };
const waybill = { kind: 'transport' as const, number: 'YD-7' };

const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(1), yields: [lot({ lot: 'A', massKg: 40_000 })] }); // prettier-ignore
const clean = mining({ enterprise: PLANT, licence: licenceNumber(2), occurredAt: day(1), yields: [lot({ lot: 'C' })] });
const send = (from: string, to: string, at: number, draws: { lot: string; massKg: number }[], given = {}) =>
  dispatch({ enterprise: from, to, occurredAt: day(at), draws, ...given });
const first = send(MINE, TRADER, 2, [{ lot: 'A', massKg: 10_000 }], { documents: [contract] });
const near = send(MINE, NEAR, 2, [{ lot: 'A', massKg: 1_000 }]);
const back = send(MINE, BUYER, 3, [{ lot: 'A', massKg: 2_000 }]);
const second = send(TRADER, PLANT, 4, [{ lot: 'A', massKg: 6_000 }], { documents: [contract] });
const run = processing({
  enterprise: PLANT,
  occurredAt: day(6),
  draws: [{ lot: 'A', massKg: 6_000 }, { lot: 'C', massKg: 3_000 }],
  yields: [lot({ lot: 'B', massKg: 8_000 })],
}); // prettier-ignore
const third = send(PLANT, BUYER, 7, [{ lot: 'B', massKg: 5_000 }, { lot: 'C', massKg: 2_000 }]); // prettier-ignore
const events = [
  ...[dug, clean, first, receipt(first, { documents: [waybill], occurredAt: day(3) }), near, receipt(near)],
  ...[back, receipt(back, { outcome: 'rejected' }), second, receipt(second, { occurredAt: day(5) }), run, third],
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Packages by the plain oracle, transfer by transfer. */
function plainly(): unknown[] {
  const facts = factsOf({ events, registry: { enterprises, permits } as never });
  const tainted = events.flatMap(({ id, type }) => (type === 'dispatch' ? plainTransfer(facts.transfer(id)!) : []));
  return ['150000', '360000', '440000'].map(region => {
    const own = tainted.filter(({ regions }) => regions.includes(region));
    const parties = own.flatMap(({ from, to }) => [from, to].filter(each => provinceOf(each.slice(2, 8)) === region));
    const lots = [...new Set(own.flatMap(each => Object.keys(each.lots)))].sort();
    return {
      region,
      enterprises: [...new Set(parties)].sort(),
      lots: lots.map(each => [each, sum(own.map(transfer => transfer.lots[each] ?? 0))]),
      transfers: own.map(({ dispatch: sent }) => sent),
      transfersReo: own.map(({ reoKg }) => reoKg),
      figures: [own.length, sum(own.flatMap(each => Object.values(each.lots))), sum(own.map(({ reoKg }) => reoKg))],
    };
  });
}

function plainTransfer({ dispatch: sent, from, to, state, parts }: TransferFact) {
  const illegalG = (part: (typeof parts)[number]): number =>
    sum(part.origins.filter(({ source }) => source.id === SOURCE).map(({ reoG }) => reoG));
  const regions = [from, to].map(each => provinceOf(each.slice(2, 8)));
  if (state === 'rejected' || regions[0] === regions[1]) return [];
  const carrying = parts.filter(part => illegalG(part) > 0);
  const lots = Object.fromEntries(carrying.map(({ lot: { key }, massG }) => [key, massG / 1000]));
  return carrying.length === 0 ? [] : [{ dispatch: sent.id, from, to, regions, lots, reoKg: Math.round(sum(carrying.map(illegalG))) / 1000 }]; // prettier-ignore
}

describe('referrals', () => {
  let service: TestLots;
  let screening: Screening;
  let findings: readonly Finding[];

  beforeAll(async () => {
    service = await TestLots.start([provenanceMigration, recallMigration, findingsMigration, screeningFactsMigration]);
    const { database, ledger, lots, jobs } = service;
    const rules = RULES.filter(({ code }) => ['TRD-03', 'MIN-01'].includes(code));
    screening = createScreening({ database, ledger, lots, jobs, rules });
    jobs.start();
    screening.follower.start();
    await service.state({ enterprises, permits });
    await service.send(events);
    while ((await screening.revision()) === undefined) await delay(10);
    findings = (await screening.findings.list(TESTER, {}, { limit: 100 })).items;
  });

  afterAll(async () => {
    await screening.follower.stop();
    await service.stop();
  });

  const byRule = (code: string): Finding[] => findings.filter(({ rule }) => rule === code);

  it('hold for each of three provinces what a plain recomputation says', async () => {
    expect(byRule('TRD-03')).toHaveLength(4);
    for (const { id } of byRule('TRD-03')) {
      const { finding, source, packages, ...counts } = await screening.referrals.of(TESTER, id);
      expect({ id: finding.id, source, ...counts }).toEqual({ id, source: SOURCE, shown: { transfers: 3 }, total: { transfers: 3 }, truncated: false }); // prettier-ignore
      const figured = packages.map(({ region, enterprises: parties, lots, transfers, figures }) => ({
        region,
        enterprises: parties.map(({ uscc: code }) => code),
        lots: lots.map(each => [each.lot, each.massKg]),
        transfers: [...transfers].reverse().map(each => each.dispatch),
        transfersReo: [...transfers].reverse().map(({ illegalReoKg }) => illegalReoKg),
        figures: [figures.transfers, figures.massKg, figures.illegalReoKg],
      }));
      expect(figured).toEqual(plainly());
    }
  });

  it('name the parties with their findings, and the documents of dispatches and receipts', async () => {
    const { packages } = await screening.referrals.of(TESTER, byRule('TRD-03')[0]!.id);
    const named = packages.flatMap(each => each.enterprises);
    for (const { uscc: code, name, findings: own } of named) {
      expect(name).toBe(enterprises.find(each => each.uscc === code)!.name);
      expect(own).toEqual(byRule('TRD-03').filter(each => each.enterprise === code).map(({ id }) => id)); // prettier-ignore
    }
    expect(packages.map(each => [each.region, each.documents])).toEqual([
      ['150000', [contract]],
      ['360000', [contract, waybill]],
      ['440000', [contract, waybill]],
    ]);
    expect(packages[1]!.authorities).toEqual(['industry', 'police']);
  });

  it('say how much they leave out', async () => {
    const { packages, ...counts } = await screening.referrals.of(TESTER, byRule('TRD-03')[0]!.id, 1);
    expect(counts).toMatchObject({ shown: { transfers: 1 }, total: { transfers: 3 }, truncated: true });
    expect(packages.flatMap(({ transfers }) => transfers.map(each => each.dispatch))).toEqual([third.id, third.id]);
  });

  it('show to an enterprise what is open to it, and say that there is more', async () => {
    const own = { ...TESTER, scope: { kind: 'enterprises' as const, usccs: [BUYER] } };
    const { id } = byRule('TRD-03').find(each => each.enterprise === BUYER)!;
    expect(await screening.referrals.of(own, id)).toMatchObject({ packages: [], shown: { transfers: 0 }, total: { transfers: 1 }, truncated: true }); // prettier-ignore
  });

  it('are refused of other rules, and unknown of other ids', async () => {
    await expect(screening.referrals.of(TESTER, byRule('MIN-01')[0]!.id)).rejects.toMatchObject({ code: 'not-referred', status: 422 }); // prettier-ignore
    await expect(screening.referrals.of(TESTER, first.id)).rejects.toMatchObject({ status: 404 });
  });

  it('leave out what only dismissed findings speak of', async () => {
    const [buyers, sellers] = [BUYER, PLANT].map(code => byRule('TRD-03').find(each => each.enterprise === code)!);
    for (const { id } of [buyers!, sellers!]) await screening.findings.decide(TESTER, id, { state: 'dismissed', note: 'n' }); // prettier-ignore
    const { finding, packages } = await screening.referrals.of(TESTER, buyers!.id);
    expect([finding.state, ...packages.flatMap(({ transfers }) => transfers.map(each => each.dispatch))].sort()).toEqual(['dismissed', first.id, first.id, second.id, second.id].sort()); // prettier-ignore
  });
});
