import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, day, dispatch, type Dispatch, enterprise, exporting, lot, type LotDraw, mining, openingStock, processing,
  receipt, site, stocktake, storedHoldings, storedShares, storedSourceNames, TESTER, TestLots, undispatchedReceipt, uscc,
} from '#testing'; // prettier-ignore
import { FOREVER_SEQ } from './storage/lots.migration.js';

const [MINE, SMELTER, OUTSIDER] = [uscc(1), uscc(2), uscc(3)];
const ASSAY = { La: 25, Ce: 75 };

let service: TestLots;
let codes = 0;

beforeAll(async () => {
  service = await TestLots.start();
  const enterprises = [MINE, SMELTER].map(code => enterprise(code, ['mine', 'smelter']));
  await service.state({ enterprises, sites: ['P1', 'P2'].map(code => site(code, MINE)) });
});

afterAll(() => service.stop());

/** A code that no other test uses. */
const newCode = (): string => `T${++codes}`;

const draws = (code: string, massKg: number): LotDraw[] => [{ lot: code, massKg }];

/** A new lot of so many kilograms at 50 % REO, just mined. */
async function dig(massKg: number, given: Parameters<typeof mining>[0] = {}): Promise<string> {
  const code = newCode();
  const yields = [lot({ lot: code, massKg, reoPercent: 50, assay: ASSAY })];
  await service.send([mining({ enterprise: MINE, occurredAt: day(1), yields, ...given })]);
  return code;
}

interface Held {
  readonly id: string;
  readonly massKg: number;
  readonly reoKg: number;
  readonly event: string;
  readonly site?: string;
  readonly inTransit: false | { readonly to: string };
}

/** What an enterprise has left of a lot, newest first. */
async function held(owner: string, code: string): Promise<Held[]> {
  const { items } = await service.lots.queries.holdings(TESTER, { enterprise: owner, lot: code }, { limit: 50 });
  return items as Held[];
}

const massesOf = async (owner: string, code: string): Promise<number[]> =>
  (await held(owner, code)).map(({ massKg }) => massKg);

/** Shares of the unexplained sources in what an event has yielded. */
async function unexplained(event: string): Promise<Record<string, number>[]> {
  const names = await storedSourceNames(service);
  const rows = await storedHoldings(service, [event]);
  return rows.map(row =>
    Object.fromEntries([...storedShares(row, names)].filter(([name]) => name.endsWith(' unexplained'))),
  );
}

describe('a request of several events', () => {
  it('applies them in order, each seeing the ones before it', async () => {
    const [code, made] = [newCode(), newCode()];
    const dug = mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: code, massKg: 100 })] });
    const run = processing({ enterprise: MINE, occurredAt: day(2), draws: draws(code, 60), yields: [lot({ lot: made, massKg: 50 })] }); // prettier-ignore
    const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: draws(made, 50) });
    const came = receipt(sent);
    const shipped = exporting({ enterprise: SMELTER, occurredAt: day(4), items: draws(made, 20) });
    const before = await service.ledger.head(TESTER);
    const { results, head } = await service.send([dug, run, sent, came, shipped]);
    expect(results.map(({ status, seq }) => [status, seq! - before.seq])).toEqual(
      [1, 2, 3, 4, 5].map(n => ['recorded', n]),
    );
    expect(head).toBe(before.seq + 5);
    expect(await massesOf(MINE, code)).toEqual([40]);
    expect(await massesOf(SMELTER, made)).toEqual([30]);
  });

  const mixedRequest = () => {
    const [good, bad, last] = [newCode(), newCode(), newCode()];
    const dug = (code: string, product = 'CON-BAS') =>
      mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: code, massKg: 10, product })] });
    const late = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws(bad, 1) });
    const fine = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws(good, 1) });
    return { events: [dug(good), dug(bad, 'OX-Pm'), late, fine, dug(last), dug(bad)], good, bad, last };
  };

  it('is recorded as a whole or not at all', async () => {
    const { events } = mixedRequest();
    const before = await service.fingerprint();
    const { faults, status, code } = await service.refused(events);
    expect({ status, code }).toEqual({ status: 422, code: 'refused' });
    expect(faults.map(fault => [fault.index, fault.id, fault.code, fault.pointer])).toEqual([
      [1, events[1]!.id, 'unknown-product', '/events/1/yields/0/product'],
      [2, events[2]!.id, 'unknown-lot', '/events/2/draws/0/lot'],
    ]);
    expect(await service.fingerprint()).toBe(before);
  });

  it('is recorded as far as it is valid where it may be', async () => {
    const { events, good, bad, last } = mixedRequest();
    const before = await service.ledger.head(TESTER);
    const { results, head } = await service.send(events, 'proceed');
    expect(results.map(({ status, seq }) => (seq ? seq - before.seq : status))).toEqual([1, 'refused', 'refused', 2, 3, 4]); // prettier-ignore
    expect(head).toBe(before.seq + 4);
    expect(await service.ledger.head(TESTER)).toMatchObject({ seq: head });
    for (const [code, massKg] of [[good, 9], [bad, 10], [last, 10]] as const) expect(await massesOf(MINE, code)).toContain(massKg); // prettier-ignore
  });
});

describe('a draw', () => {
  /** A lot in three holdings of MINE: 50 kg never moved, 20 kg and 30 kg that came back. */
  async function threeHoldings(): Promise<string> {
    const code = await dig(100);
    const [away, later] = [20, 30].map(kg => dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws(code, kg) })); // prettier-ignore
    await service.send([away!, later!]);
    await service.send([receipt(later!, { outcome: 'rejected' })]);
    await service.send([receipt(away!, { outcome: 'rejected' })]);
    expect(await massesOf(MINE, code)).toEqual([20, 30, 50]);
    return code;
  }

  it('is taken from the oldest holdings first', async () => {
    const code = await threeHoldings();
    await service.send([exporting({ enterprise: MINE, items: draws(code, 60) })]);
    expect(await massesOf(MINE, code)).toEqual([20, 20]);
  });

  it('is taken from the holding it names', async () => {
    const code = await threeHoldings();
    const [newest, middle] = await held(MINE, code);
    const named = (holding: string, massKg: number): Dispatch['draws'] => [{ lot: code, massKg, holding }];
    const more = await service.refused([dispatch({ enterprise: MINE, draws: named(newest!.id, 20.001) })]);
    expect(more.faults).toMatchObject([{ code: 'insufficient-mass', available: 20 }]);
    const both = [...named(newest!.id.toUpperCase(), 20), ...named(middle!.id, 1)];
    await service.send([dispatch({ enterprise: MINE, occurredAt: day(3), draws: both })]);
    expect((await massesOf(MINE, code)).filter(massKg => massKg !== 20 && massKg !== 1)).toEqual([29, 50]);
    const empty = await service.refused([dispatch({ enterprise: MINE, draws: named(newest!.id, 1) })]);
    expect(empty.faults).toMatchObject([
      { code: 'insufficient-mass', pointer: '/events/0/draws/0/massKg', available: 0 },
    ]);
  });

  it('names one of two lots with the same code by its declarer', async () => {
    const code = await dig(10);
    const foreign = openingStock({ enterprise: SMELTER, occurredAt: day(1), yields: [lot({ lot: code, massKg: 7 })] });
    const sent = dispatch({ enterprise: SMELTER, to: MINE, occurredAt: day(2), draws: draws(code, 5) });
    await service.send([foreign, sent, receipt(sent)]);
    await service.send([exporting({ enterprise: MINE, items: draws(`${SMELTER}:${code}`, 4) })]);
    expect(await massesOf(MINE, `${SMELTER}:${code}`)).toEqual([1]);
    expect(await massesOf(MINE, `${MINE}:${code}`)).toEqual([10]);
    await service.send([exporting({ enterprise: MINE, items: draws(`${SMELTER}:${code}`, 1) })]);
    await service.send([exporting({ enterprise: MINE, items: draws(code, 3) })]);
    expect(await massesOf(MINE, `${MINE}:${code}`)).toEqual([7]);
  });

  it('cuts the REO so that the parts sum to the whole', async () => {
    const code = await dig(0.007);
    for (let n = 0; n < 3; n++) await service.send([exporting({ enterprise: MINE, items: draws(code, 0.001), occurredAt: day(n + 2) })]); // prettier-ignore
    const [left] = await held(MINE, code);
    const [drawn] = await service.rows<{ parts: number[] }>(
      `SELECT array_agg(d.reo_g::int ORDER BY d.event_no) AS parts FROM draw d JOIN holding h ON h.no = d.holding_no
         JOIN lot l ON l.no = h.lot_no WHERE l.code = $1`,
      [code],
    );
    expect({ left: left?.reoKg, drawn: drawn?.parts }).toEqual({ left: 0.002, drawn: [0, 1, 1] });
  });
});

describe('a receipt', () => {
  /** Sends a lot, all of it, in two holdings of 600 and 400 kg. */
  async function send(code: string): Promise<Dispatch> {
    const back = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws(code, 400) });
    const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: draws(code, 1_000) });
    await service.send([back, receipt(back, { outcome: 'rejected' }), sent]);
    return sent;
  }

  const weighed = (sent: Dispatch, massKg: number, given: Parameters<typeof receipt>[1] = {}) =>
    receipt(sent, { occurredAt: day(4), items: [{ lot: sent.draws[0]!.lot, massKg }], ...given });

  it('takes what was sent where nothing is said of its mass', async () => {
    const code = await dig(1_000);
    const sent = await send(code);
    expect((await held(MINE, code)).map(each => each.inTransit)).toMatchObject([{ to: SMELTER }, { to: SMELTER }]);
    await service.send([receipt(sent, { occurredAt: day(4), site: 'P9' })]);
    expect(await massesOf(MINE, code)).toEqual([]);
    expect(await held(SMELTER, code)).toMatchObject([
      { massKg: 400, reoKg: 200, site: 'P9', inTransit: false },
      { massKg: 600, reoKg: 300, site: 'P9', inTransit: false },
    ]);
  });

  it.each([
    ['spreads a loss', 999.999, [400, 599.999], []],
    ['takes a gain of up to 0.3 % for the same goods', 1_003, [401.2, 601.8], []],
    ['takes a gramme more for goods nobody knows', 1_003.001, [401.2, 601.801], ['surplus', 'surplus']],
    ['takes all of a great gain for goods nobody knows', 1_250, [500, 750], ['surplus', 'surplus']],
    ['lets everything be lost', 0, [], []],
  ])('%s', async (_, massKg, parts, kinds) => {
    const code = await dig(1_000);
    const sent = await send(code);
    const came = weighed(sent, massKg);
    await service.send([came]);
    expect(await massesOf(SMELTER, code)).toEqual(parts);
    expect(await massesOf(MINE, code)).toEqual([]);
    const shares = await unexplained(came.id);
    expect(shares.flatMap(each => Object.keys(each))).toEqual(kinds.map(kind => `${kind}:${came.id} unexplained`));
    const gain = (massKg - 1_000) / massKg;
    for (const share of shares.flatMap(each => Object.values(each))) expect(share).toBeCloseTo(gain, 5);
    const [transfer] = await service.rows<{ state: string }>(`SELECT state FROM transfer t JOIN event e ON e.no = t.dispatch_no WHERE e.id = $1`, [sent.id]); // prettier-ignore
    expect(transfer?.state).toBe('accepted');
  });

  it('gives the seller everything back where it is rejected, whatever was weighed', async () => {
    const code = await dig(1_000);
    const sent = await send(code);
    await service.send([weighed(sent, 900, { outcome: 'rejected' })]);
    expect(await massesOf(SMELTER, code)).toEqual([]);
    expect(await held(MINE, code)).toMatchObject([
      { massKg: 400, inTransit: false },
      { massKg: 600, inTransit: false },
    ]);
    await service.send([exporting({ enterprise: MINE, items: draws(code, 1_000) })]);
  });

  it('of goods nobody dispatched is a source of its own', async () => {
    const code = newCode();
    const came = undispatchedReceipt({ enterprise: SMELTER, yields: [lot({ lot: code, massKg: 3, assay: ASSAY })] });
    await service.send([came]);
    expect(await unexplained(came.id)).toEqual([{ [`undispatched:${came.id} unexplained`]: expect.closeTo(1, 6) }]);
  });

  it('may come from an enterprise that nobody registered, but not be recorded for it', async () => {
    const code = await dig(10);
    const sent = dispatch({ enterprise: MINE, to: OUTSIDER, occurredAt: day(2), draws: draws(code, 10) });
    await service.send([sent]);
    expect((await service.refused([receipt(sent)])).faults).toMatchObject([{ code: 'unknown-enterprise' }]);
  });
});

describe('a count', () => {
  it.each([
    ['finds what is in the books', 100, 0],
    ['takes a shortage for a loss', 90, 0],
    ['takes all of a surplus for goods nobody knows', 125, 0.2],
  ])('%s', async (_, countedKg, share) => {
    const code = await dig(60);
    const away = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(2), draws: draws(code, 20) });
    const more = openingStock({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: newCode(), massKg: 40 })] });
    await service.send([away, receipt(away, { outcome: 'rejected' }), more]);
    const counts = [{ lot: code, countedKg: countedKg - 40 }, { lot: more.yields[0]!.lot, countedKg: 40 }]; // prettier-ignore
    const counted = stocktake({ enterprise: MINE, counts });
    await service.send([counted]);
    expect(await massesOf(MINE, code)).toEqual([countedKg - 40]);
    expect(await massesOf(MINE, more.yields[0]!.lot)).toEqual([40]);
    const shares = (await unexplained(counted.id)).flatMap(each => Object.values(each));
    expect(shares).toEqual(share > 0 ? [expect.closeTo(25 / 85, 6)] : []);
  });

  it('at a site leaves alone what lies elsewhere', async () => {
    const code = await dig(100, { site: 'P1' });
    const moved = dispatch({ enterprise: MINE, to: MINE, terms: 'internal', occurredAt: day(2), draws: draws(code, 30) }); // prettier-ignore
    await service.send([moved, receipt(moved, { site: 'P2' })]);
    await service.send([stocktake({ enterprise: MINE, site: 'P2', counts: [{ lot: code, countedKg: 29 }] })]);
    expect(await held(MINE, code)).toMatchObject([{ massKg: 29, site: 'P2' }, { massKg: 70, site: 'P1' }]); // prettier-ignore
    await service.send([stocktake({ enterprise: MINE, occurredAt: day(6), counts: [{ lot: code, countedKg: 0 }] })]);
    expect(await held(MINE, code)).toEqual([]);
    await service.send([stocktake({ enterprise: MINE, occurredAt: day(7), counts: [{ lot: code, countedKg: 1 }] })]);
    expect(await massesOf(MINE, code)).toEqual([1]);
  });

  it('may be taken back, and its lots are as before', async () => {
    const code = await dig(100);
    const counted = stocktake({ enterprise: MINE, counts: [{ lot: code, countedKg: 110 }] });
    await service.send([counted, correction(counted)]);
    expect(await massesOf(MINE, code)).toEqual([100]);
    const [found] = await service.rows('SELECT FROM holding h JOIN lot l ON l.no = h.lot_no WHERE l.code = $1 AND h.surplus_reo_g > 0 AND h.seq_to = $2', [code, FOREVER_SEQ]); // prettier-ignore
    expect(found).toBeUndefined();
  });
});
