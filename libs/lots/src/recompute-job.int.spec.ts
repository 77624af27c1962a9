import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ContractEvent, correction, declarationNumber, dispatch, enterprise, exporting, hour, licence, licenceNumber, lot, mining, Oracle, type PermitItem,
  processing, receipt, recorded, registry, storedHoldings, storedSourceNames, TESTER, TestLots, uscc, wrongOrigins,
} from '#testing'; // prettier-ignore
import { PostgresProvenanceStore, provenanceMigration, ProvenanceService, RegistryRegions } from '#provenance';
import { RegistryReader } from '#registry';
import { RECOMPUTE } from './recompute.job.js';
import { RECOMPUTED_AT_ONCE_MAX } from './recompute.js';

const [PLANT, TRADER] = [uscc(1), uscc(2)];
const SHIPMENT = declarationNumber(1, 'export');
const ROCK = { La: 30, Ce: 50, Pr: 5, Nd: 15 };
const CLAY = { La: 20, Nd: 20, Dy: 10, Y: 50 };

const permits = (status: PermitItem['status']): PermitItem[] =>
  [1, 2].map(n => licence(licenceNumber(n), PLANT, n === 1 ? { status } : {}));
const enterprises = [enterprise(PLANT, ['mine', 'smelter']), enterprise(TRADER, ['trader'])];

const mined = (n: number, tonnes: number, assay: typeof ROCK | typeof CLAY) =>
  mining({ enterprise: PLANT, licence: licenceNumber(n), yields: [lot({ lot: `M${n}`, massKg: tonnes * 1_000, assay })] }); // prettier-ignore

/** A blend of so many kilograms of lots, without an assay: it holds what the pool holds. */
const blend = (code: string, parts: readonly (readonly [string, number])[], at: number) =>
  processing({
    enterprise: PLANT,
    process: 'BLEND',
    occurredAt: hour(at),
    draws: parts.map(([part, massKg]) => ({ lot: part, massKg })),
    yields: [lot({ lot: code, massKg: parts.reduce((sum, [, massKg]) => sum + massKg, 0) })],
  });

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Blends of two mines, blends of those, one of them all, and a part of it with a trader. */
function fan(width: number): ContractEvent[] {
  const first = numbers(width).map(n => blend(`F${n}`, [['M1', 500 + n], ['M2', 1_500 - n]], 1)); // prettier-ignore
  const second = numbers(width / 30).map(n => blend(`G${n}`, numbers(30).map(k => [`F${n * 30 + k}`, 900]), 2)); // prettier-ignore
  const last = blend('H', numbers(width / 30).map(n => [`G${n}`, 20_000]), 3); // prettier-ignore
  const sent = dispatch({ enterprise: PLANT, to: TRADER, occurredAt: hour(4), draws: [{ lot: 'H', massKg: 1_000 }] });
  const shipped = exporting({ enterprise: TRADER, occurredAt: hour(5), declaration: SHIPMENT, items: [{ lot: 'H', massKg: 500 }] }); // prettier-ignore
  return [mined(1, 1_000, ROCK), mined(2, 1_000, CLAY), ...first, ...second, last, sent, receipt(sent), shipped];
}

/** Each blend takes the one before whole. */
const chain = (length: number): ContractEvent[] => [
  mined(1, 1, ROCK),
  mined(2, 1_000, CLAY),
  blend('C0', [['M1', 1_000], ['M2', 1]], 1), // prettier-ignore
  ...numbers(length - 1).map(n => blend(`C${n + 1}`, [[`C${n}`, 1_001 + n], ['M2', 1]], 2 + n)), // prettier-ignore
];

describe('a change with more consequences than fit its transaction', () => {
  let service: TestLots;
  let provenance: ProvenanceService;
  let events: ContractEvent[];

  beforeEach(async () => {
    service = await TestLots.start([provenanceMigration]);
    await service.state({ enterprises, permits: permits('valid') });
    const regions = new RegistryRegions(service.database, new RegistryReader());
    provenance = new ProvenanceService(new PostgresProvenanceStore(service.database), service.ledger, regions);
    events = [];
  });

  afterEach(() => service.stop());

  const record = async (...more: ContractEvent[]): Promise<void> => {
    await service.send(more);
    events.push(...more);
  };
  const dirty = async (): Promise<number> => (await service.rows('SELECT FROM pool WHERE dirty')).length;
  const waiting = (): Promise<unknown[]> =>
    service.rows(`SELECT FROM operation WHERE kind = $1 AND state = 'queued'`, [RECOMPUTE]);

  /** Status of the shipment's verdict, and codes of what it lacks and of what speaks against it. */
  async function verdict(): Promise<string[]> {
    const { verdict: found } = await provenance.verdict(TESTER, SHIPMENT);
    return [found.status, ...found.reasons.map(({ code }) => code), ...found.missing.map(({ code }) => code)];
  }

  async function compareWhenDone(status: PermitItem['status']): Promise<void> {
    service.jobs.start();
    for (let turn = 0; (await dirty()) > 0 && turn < 600; turn++) await delay(50);
    expect(await dirty()).toBe(0);
    const oracle = new Oracle(recorded(events), registry({ enterprises, permits: permits(status) }));
    const names = await storedSourceNames(service);
    const lots = (await storedHoldings(service, events.map(event => event.id))).filter(row => row.isLots); // prettier-ignore
    expect(lots.length).toBeGreaterThan(RECOMPUTED_AT_ONCE_MAX);
    expect(lots.flatMap(row => wrongOrigins(oracle, row, names) ?? [])).toEqual([]);
  }

  it('leaves them all to a job where a level is too wide, and so does whatever is made of them meanwhile', async () => {
    const width = 600;
    await record(...fan(width));
    const mine = events[0] as ReturnType<typeof mined>;
    expect(await verdict()).toEqual(['CLEAN']);
    await record(correction(mine, mined(1, 1_000, CLAY)));
    const pools = width + width / 30 + 1;
    expect(await dirty()).toBe(pools);
    expect(await waiting()).toHaveLength(1);
    expect(await verdict()).toEqual(['UNKNOWN', 'recomputing']);
    await record(blend('I', [['H', 100], ['M2', 100]], 5)); // prettier-ignore
    await record(correction(events[1] as ReturnType<typeof mined>, mined(2, 1_001, ROCK)));
    expect(await dirty()).toBe(pools + 1);
    expect(await waiting()).toHaveLength(1);
    await service.state({ permits: [{ ...permits('revoked')[0]!, validFrom: hour(-1) }] });
    await compareWhenDone('revoked');
  });

  it('recomputes what fits, and leaves the rest, where it is too long', async () => {
    const length = RECOMPUTED_AT_ONCE_MAX + 60;
    await record(...chain(length));
    await record(correction(events[0] as ReturnType<typeof mined>, mined(1, 1, CLAY)));
    expect(await dirty()).toBe(60);
    await compareWhenDone('valid');
  });

  it('does so for a change of the registry alike', async () => {
    await record(...fan(600));
    await service.state({ permits: [{ ...permits('revoked')[0]!, validFrom: hour(-1) }] });
    expect(await dirty()).toBe(621);
    expect(await waiting()).toHaveLength(1);
    expect((await verdict()).slice(-1)).toEqual(['recomputing']);
    await compareWhenDone('revoked');
    expect(await verdict()).toEqual(['FLAGGED', 'illegal-source']);
  });
});
