import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatInstant } from '#kernel';
import { findViolations } from '../replay/violations.js';
import { FOREVER_SEQ } from '../storage/lots.migration.js';
import {
  type ContractEvent, correction, day, dispatch, enterprise, exporting, type LotDraw, lot, mining, openingStock,
  processing, receipt, TESTER, TestLots, uscc, uuid,
} from '#testing'; // prettier-ignore

const [MINE, SMELTER, TRADER] = [uscc(1), uscc(2), uscc(3)];
const PARTIES = [MINE, SMELTER, TRADER].map(code => enterprise(code, ['mine', 'smelter']));

const draws = (code: string, massKg = 1): LotDraw[] => [{ lot: code, massKg }];
const soon = (minutes: number): string => formatInstant(new Date(Date.now() + minutes * 60_000));

describe('a correction is refused, and nothing has changed:', () => {
  const dug = mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: 'A', massKg: 1_000 })] });
  const run = processing({
    enterprise: MINE,
    occurredAt: day(4),
    draws: draws('A', 400),
    yields: [lot({ lot: 'C', massKg: 100 }), lot({ lot: 'F', massKg: 100 })],
  });
  const further = processing({
    enterprise: MINE,
    occurredAt: day(5),
    draws: draws('C', 50),
    yields: [lot({ lot: 'D', massKg: 50 })],
  });
  const usedUp = exporting({ enterprise: MINE, occurredAt: day(6), items: draws('F', 100) });
  const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(6), draws: draws('A', 100) });
  const came = receipt(sent, { occurredAt: day(6) });
  const withdrawn = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(6), draws: draws('A', 5) });
  const voiding = correction(withdrawn);
  const moved = mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: 'M', massKg: 10 })] });
  const moving = correction(moved, { ...moved, note: 'second version' });
  const again = { reason: 'again' };
  let service: TestLots;

  beforeAll(async () => {
    service = await TestLots.start();
    await service.state({ enterprises: PARTIES });
    await service.send([dug, run, further, usedUp, sent, came, withdrawn, voiding, moved, moving]);
  });

  afterAll(() => service.stop());

  const cases: readonly (readonly [string, ContractEvent, number, string, string])[] = [
    ['in a time to come', correction(dug, dug, { occurredAt: soon(7) }), 422, 'in-the-future', '/occurredAt'],
    ['into a time to come', correction(dug, { ...dug, occurredAt: soon(7) }), 422, 'in-the-future', '/replacement/occurredAt'],
    ['of nothing', correction({ id: uuid(7), enterprise: MINE }), 422, 'unknown-event', '/corrects'],
    ['of a correction', correction(voiding, undefined, again), 422, 'unknown-event', '/corrects'],
    ['of what is void, to void it', correction(withdrawn, undefined, again), 422, 'unknown-event', '/corrects'],
    ['by another enterprise', correction({ id: dug.id, enterprise: SMELTER }), 400, 'out-of-range', '/enterprise'],
    ['to another kind', correction(dug, openingStock({ enterprise: MINE, occurredAt: day(1), yields: dug.yields })), 400, 'out-of-range', '/replacement/type'],
    ['to another enterprise', correction(dug, { ...dug, enterprise: SMELTER }), 400, 'out-of-range', '/replacement/enterprise'],
    ['that draws what the run makes', correction(run, { ...run, draws: draws('C') }), 409, 'cycle', '/replacement/draws/0/lot'],
    ['that draws what was made of its lots', correction(run, { ...run, occurredAt: day(5), draws: [...run.draws, ...draws('D')] }), 409, 'cycle', '/replacement/draws'],
    ['that draws more than there is', correction(run, { ...run, draws: draws('A', 900.001) }), 422, 'insufficient-mass', '/replacement/draws/0/massKg'],
    ['that takes back what was used', correction(dug), 409, 'already-consumed', '/corrects'],
    ['that leaves less than was used', correction(run, { ...run, yields: [lot({ lot: 'C', massKg: 49.999 }), run.yields[1]!] }), 409, 'already-consumed', '/replacement'],
    ['that leaves out a lot that was used', correction(run, { ...run, yields: [run.yields[0]!] }), 409, 'already-consumed', '/replacement'],
    ['that renames a lot that was used', correction(run, { ...run, yields: [run.yields[0]!, lot({ lot: 'G', massKg: 100 })] }), 409, 'already-consumed', '/replacement'],
    ['that makes a lot after its use', correction(further, { ...further, occurredAt: day(3), from: day(3) }), 422, 'event-before-input', '/replacement/occurredAt'],
    ['that takes back an answered dispatch', correction(sent), 409, 'already-consumed', '/corrects'],
    ['that sends an answered dispatch elsewhere', correction(sent, { ...sent, to: TRADER }), 409, 'already-consumed', '/replacement'],
    ['that changes what an answered dispatch sent', correction(sent, { ...sent, draws: draws('A', 101) }), 409, 'already-consumed', '/replacement'],
    ['against an older version', correction(moved, moved, { expectedVersion: 1 }), 409, 'stale-version', '/expectedVersion'],
    ['against a version to come', correction(moved, moved, { expectedVersion: 3 }), 409, 'stale-version', '/expectedVersion'],
    ['into a code that is taken', correction(moved, { ...moved, yields: [lot({ lot: 'A' })] }), 409, 'lot-exists', '/replacement/yields/0/lot'],
    ['of an unknown product', correction(moved, { ...moved, yields: [lot({ lot: 'M', product: 'OX-Pm' })] }), 422, 'unknown-product', '/replacement/yields/0/product'],
  ]; // prettier-ignore

  it.each(cases)('%s', async (_, event, status, code, pointer) => {
    const before = await service.fingerprint();
    const refused = await service.refused([event]);
    expect(refused.faults).toMatchObject([{ index: 0, id: event.id, code, pointer: `/events/0${pointer}` }]);
    expect(refused.status).toBe(status);
    const { results } = await service.send([event], 'proceed');
    expect(results).toMatchObject([{ id: event.id, status: 'refused', faults: [{ code, pointer }] }]);
    expect(await service.fingerprint()).toBe(before);
  });
});

describe('a correction', () => {
  let service: TestLots;

  beforeAll(async () => {
    service = await TestLots.start();
    await service.state({ enterprises: PARTIES });
  });

  afterAll(() => service.stop());

  const held = async (owner: string, code: string): Promise<number[]> => {
    const { items } = await service.lots.queries.holdings(TESTER, { enterprise: owner, lot: code }, { limit: 50 });
    return (items as { massKg: number }[]).map(item => item.massKg);
  };
  const transferOf = async (dispatched: string): Promise<{ state: string; receipt?: string } | undefined> => {
    const { items } = await service.lots.queries.transfers(TESTER, {}, { limit: 500 });
    return (items as { dispatch: string; state: string }[]).find(item => item.dispatch === dispatched);
  };

  it('of a receipt whose mass is unused reopens its dispatch, which can be answered otherwise', async () => {
    const dug = mining({ enterprise: MINE, yields: [lot({ lot: 'R1', massKg: 100 })] });
    const sent = dispatch({ enterprise: MINE, to: SMELTER, draws: draws('R1', 60) });
    const came = receipt(sent, { items: [{ lot: 'R1', massKg: 59 }] });
    await service.send([dug, sent, came]);
    expect(await transferOf(sent.id)).toMatchObject({ state: 'accepted', receipt: came.id });
    await service.send([correction(came)]);
    expect(await transferOf(sent.id)).toMatchObject({ state: 'in-transit' });
    expect(await transferOf(sent.id)).not.toHaveProperty('receipt');
    expect(await held(SMELTER, 'R1')).toEqual([]);
    const back = receipt(sent, { outcome: 'rejected' });
    await service.send([back]);
    expect(await transferOf(sent.id)).toMatchObject({ state: 'rejected', receipt: back.id });
    expect(await held(MINE, 'R1')).toEqual([60, 40]);
    const refused = await service.refused([correction(came, came)]);
    expect(refused.faults).toMatchObject([{ code: 'already-answered', pointer: '/events/0/replacement/dispatch' }]);
  });

  it('gives a void event new life, under the same id and with the same lot', async () => {
    const dug = mining({ enterprise: MINE, yields: [lot({ lot: 'V1', massKg: 100 })] });
    const [first] = (await service.send([dug])).results;
    await service.send([correction(dug)]);
    expect(await held(MINE, 'V1')).toEqual([]);
    expect((await service.refused([dispatch({ enterprise: MINE, draws: draws('V1') })])).code).toBe('unknown-lot');
    const revived = { ...dug, yields: [lot({ lot: 'V1', massKg: 70 })] };
    await service.send([correction(dug, revived, { expectedVersion: 2 })]);
    expect(await held(MINE, 'V1')).toEqual([70]);
    const { versions } = (await service.lots.queries.event(TESTER, dug.id)) as { versions: unknown[] };
    expect(versions).toMatchObject([
      { version: 1, event: dug },
      { version: 2, event: null, reason: '录入错误' },
      { version: 3, event: revived, reason: '录入错误' },
    ]);
    expect((await service.send([dug])).results).toEqual([{ ...first, status: 'duplicate' }]);
  });

  it('of a run keeps the holdings it drew from, though older ones have mass now', async () => {
    const code = 'K1';
    const dug = mining({ enterprise: MINE, yields: [lot({ lot: code, massKg: 100 })] });
    const [away, later] = [30, 20].map(kg => dispatch({ enterprise: MINE, to: SMELTER, draws: draws(code, kg) }));
    const back = [receipt(away!, { outcome: 'rejected' }), receipt(later!, { outcome: 'rejected' })];
    await service.send([dug, away!, later!, exporting({ enterprise: MINE, items: draws(code, 50) }), ...back]);
    const run = processing({ enterprise: MINE, occurredAt: day(3), draws: draws(code, 30), yields: [lot({ lot: 'K2' })] }); // prettier-ignore
    await service.send([run]);
    expect(await held(MINE, code)).toEqual([20]);
    await service.send([correction(run, { ...run, draws: draws(code, 25) })]);
    expect(await held(MINE, code)).toEqual([20, 5]);
    const shipped = exporting({ enterprise: MINE, items: draws(code, 5) });
    await service.send([shipped, correction(run, { ...run, draws: draws(code, 45) }, { reason: 'more' })]);
    expect(await held(MINE, code)).toEqual([]);
  });

  it('may stand between other events of a request, each seeing the ones before it', async () => {
    const dug = mining({ enterprise: MINE, licence: 'L-1', yields: [lot({ lot: 'B1', massKg: 100 })] });
    const more = { ...dug, licence: 'L-2', yields: [lot({ lot: 'B1', massKg: 200 })] };
    const shipped = exporting({ enterprise: MINE, items: draws('B1', 150) });
    const other = mining({ enterprise: MINE, licence: 'L-3', yields: [lot({ lot: 'B2', massKg: 1 })] });
    const { results, head } = await service.send([dug, correction(dug, more), shipped, other]);
    expect(results.map(result => result.seq)).toEqual([head - 3, head - 2, head - 1, head]);
    expect(await held(MINE, 'B1')).toEqual([50]);
    const spoilt = [correction(dug, { ...more, licence: 'L-4' }), other, mining({ enterprise: uscc(9) })];
    const before = await service.fingerprint();
    expect((await service.refused(spoilt)).faults).toMatchObject([{ code: 'unknown-enterprise', index: 2 }]);
    expect(await service.fingerprint()).toBe(before);
  });

  it('to just what was used lets the parts sum to the new whole', async () => {
    const yields = (massKg: number) => [lot({ lot: 'W', product: 'ENR-ION-M', massKg, reoPercent: 69 })];
    const stock = openingStock({ enterprise: MINE, occurredAt: day(1), yields: yields(593.224) });
    const used = [227.054, 177.034, 152.72, 15.459, 20.957].map(massKg =>
      dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws('W', massKg) }),
    );
    await service.send([stock, ...used]);
    await service.send([correction(used[3]!), correction(stock, { ...stock, yields: yields(577.765) })]);
    const [whole] = await service.rows(
      `SELECT h.reo_g AS "reoG", sum(d.reo_g)::bigint AS "drawnReoG"
       FROM holding h JOIN lot l ON l.no = h.lot_no AND l.seq_to = $1 JOIN draw d ON d.holding_no = h.no AND d.seq_to = $1
       WHERE l.code = 'W' AND h.seq_to = $1 AND NOT h.in_transit GROUP BY h.no, h.reo_g`,
      [FOREVER_SEQ],
    );
    expect(whole).toEqual({ reoG: 398_658, drawnReoG: 398_658 });
    expect(await service.database.snapshot(TESTER, findViolations)).toEqual([]);
  });

  it('leaves the dictionary of sources whole, whatever else its request brings in', async () => {
    const other = service.join();
    const under = (licence: string, code: string) =>
      mining({ enterprise: MINE, licence, yields: [lot({ lot: code, massKg: 10 })] });
    const [first, second, third, fourth] = [under('N-1', 'N1'), under('N-2', 'N2'), under('N-3', 'N3'), under('N-4', 'N4')]; // prettier-ignore
    await service.send([first, correction(first, under('N-1b', 'N1')), second]);
    const moved = correction(second, under('N-2b', 'N2'));
    await service.refused([moved, third, mining({ enterprise: uscc(9) })]);
    await service.send([third, fourth]);
    await service.send([moved]);
    const codes = ['N1', 'N2', 'N3', 'N4'];
    for (const each of [service, other]) {
      const facts = { enterprise: MINE, draws: codes.map(code => ({ lot: code, massKg: 1 })) };
      await each.send([processing({ ...facts, yields: [], note: each === other ? 'other' : 'first' })]);
    }
    const named = await service.rows<{ code: string; source: string | null }>(
      `SELECT l.code, s.id AS source
       FROM lot l JOIN holding h ON h.lot_no = l.no AND h.event_no = l.event_no AND h.seq_to = l.seq_to
         JOIN pool p ON p.no = h.pool_no LEFT JOIN source s ON s.no = p.source_no
       WHERE l.code = ANY ($1) AND l.seq_to = $2 ORDER BY l.code`,
      [codes, FOREVER_SEQ],
    );
    const licences = ['N-1b', 'N-2b', 'N-3', 'N-4'];
    expect(named.map(row => row.source)).toEqual(licences.map(licence => `mining-licence:${licence}:2026`));
    const [numbers] = await service.rows(
      `SELECT count(*) = max(s.no) AS dense, max(s.no) = max(c.source_no) AS counted FROM source s, lots_counter c`,
    );
    expect(numbers).toEqual({ dense: true, counted: true });
  });
});
