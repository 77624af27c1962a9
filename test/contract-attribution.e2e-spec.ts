import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, day, declarationNumber, dispatch, EXAMPLE_DECLARATION, exporting, licence, licenceNumber, lot, mining,
  openingStock, processing, receipt, stocktake, undispatchedReceipt, workedExample,
} from '#testing'; // prettier-ignore
import { BUYER, ContractWorld, LICENCE, MINER, own, type OriginsBody } from './support/contract-world.js';

const OTHER = licenceNumber(502);
const FIRST = `mining-licence:${LICENCE}:2026`;
const SECOND = `mining-licence:${OTHER}:2026`;

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
  await world.put('permits', [licence(OTHER, MINER)]);
}, 60_000);
afterAll(async () => world.api.close());

/** A lot of one element from a licence: as many kilograms of oxide as it has mass. */
const oxide = (code: string, product: string, massKg: number, number = LICENCE) =>
  own(mining({ enterprise: MINER, licence: number, yields: [lot({ lot: code, product, massKg, reoPercent: 100 })] }));
const run = (draws: readonly [string, number][], yields: Parameters<typeof lot>[0][], given: object = {}) =>
  own(
    processing({
      enterprise: MINER,
      draws: draws.map(([code, massKg]) => ({ lot: code, massKg })),
      yields: yields.map(each => lot(each)),
      ...given,
    }),
  );
const send = (code: string, massKg: number) =>
  own(dispatch({ enterprise: MINER, to: BUYER, occurredAt: day(2), draws: [{ lot: code, massKg }] }));
const take = (sent: ReturnType<typeof send>, code: string, massKg: number) =>
  own(receipt(sent, { occurredAt: day(3), items: [{ lot: code, massKg }] }));
const ship = (n: number, code: string, massKg: number) =>
  own(exporting({ enterprise: BUYER, declaration: declarationNumber(n, 'export'), items: [{ lot: code, massKg }] }));
const shipment = (n: number) => world.origins(`shipments/${declarationNumber(n, 'export')}`);
const sharesOf = ({ origins, unexplained }: OriginsBody) => ({
  ...Object.fromEntries(origins.map(({ source, share }) => [source.id, share])),
  unexplained: unexplained.share,
});

it('takes the six events of the documentation apart as it says', async () => {
  const { registry, events } = workedExample;
  await world.put('enterprises', [...registry.enterprises]);
  await world.put('permits', [...registry.permits]);
  await world.record(...events);
  const answer = await world.get<OriginsBody>(`/v1/shipments/${EXAMPLE_DECLARATION}/provenance?exact=true`);
  const figures = answer.origins.map(({ source, reoKg, share, shareMin, shareMax, elements }) => [
    source.status, ...[reoKg, share * 100, shareMin! * 100, shareMax! * 100].map(figure => Number(figure.toFixed(2))),
    Object.fromEntries(Object.entries(elements).map(([element, part]) => [element, Number(part.toFixed(6))])),
  ]); // prettier-ignore
  expect(figures).toEqual([
    ['legal', 9045, 71.84, 47.66, 96.03, { Dy: 0.152542, Pr: 0.75, Nd: 0.745 }],
    ['illegal', 1750, 13.9, 3.97, 23.83, { Dy: 0.847458, Pr: 0.083333, Nd: 0.111111 }],
  ]);
  expect(answer.unexplained.reoKg).toBeCloseTo(1795, 3);
  expect(answer.unexplained.introducedBy).toMatchObject([{ kind: 'excess', event: events[2]!.id, source: `excess:${events[2]!.id}` }]);
  expect(answer.verdict).toMatchObject({ status: 'FLAGGED', reasons: expect.arrayContaining([expect.objectContaining({ code: 'illegal-source' })]), missing: [{ code: 'unexplained-mass' }] });
  const sum = [...answer.origins, answer.unexplained, answer.rest].reduce((total, { share }) => total + share, 0);
  expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
}); // prettier-ignore

describe('weighing', () => {
  it('up to and including 0.3 % more is the same mix, a gram beyond makes all of the gain a surplus', async () => {
    const [tolerated, beyond] = [send('W1', 1_000), send('W2', 1_000)];
    const received = take(beyond, 'W2', 1_003.001);
    await world.record(oxide('W1', 'OX-La', 1_000), oxide('W2', 'OX-La', 1_000), tolerated, beyond, take(tolerated, 'W1', 1_003), received); // prettier-ignore
    await world.record(ship(501, 'W1', 1_003), ship(502, 'W2', 1_003.001));
    expect(await shipment(501)).toMatchObject({ verdict: { status: 'CLEAN' }, origins: [{ share: 1, reoKg: 1_003 }], unexplained: { share: 0 } }); // prettier-ignore
    const { unexplained, origins, verdict } = await shipment(502);
    expect(unexplained.share).toBeCloseTo(3.001 / 1_003.001, 6);
    expect(origins[0]?.share).toBeCloseTo(1_000 / 1_003.001, 6);
    expect(unexplained.introducedBy).toMatchObject([{ kind: 'surplus', source: `surplus:${received.id}`, event: received.id, enterprise: BUYER }]); // prettier-ignore
    expect(verdict).toMatchObject({ status: 'UNKNOWN', missing: [{ code: 'unexplained-mass' }] });
  });

  it('draws the oldest holding first, and origins within a lot do not mix', async () => {
    const [gaining, exact] = [send('O1', 50), send('O1', 50)];
    await world.record(oxide('O1', 'OX-La', 100), gaining, exact, take(gaining, 'O1', 55), take(exact, 'O1', 50));
    await world.record(ship(503, 'O1', 55), ship(504, 'O1', 50));
    expect((await shipment(503)).unexplained.share).toBeCloseTo(1 / 11, 8);
    expect((await shipment(504)).unexplained.share).toBe(0);
  });

  it('rounds REO half to even per holding, and by cumulative differences per part', async () => {
    await world.record(own(mining({ enterprise: MINER, licence: LICENCE, yields: [lot({ lot: 'R1', massKg: 0.003, reoPercent: 50 })] }))); // prettier-ignore
    const left = async () =>
      (await world.get<{ items: { massKg: number; reoKg: number; inTransit: unknown }[] }>('/v1/holdings?lot=R1')).items.map(
        ({ massKg, reoKg }) => [massKg, reoKg],
      ); // prettier-ignore
    expect(await left()).toEqual([[0.003, 0.002]]);
    await world.record(send('R1', 0.001));
    expect(await left()).toEqual([[0.001, 0], [0.002, 0.002]]); // prettier-ignore
    await world.record(send('R1', 0.001));
    expect(await left()).toEqual([[0.001, 0.001], [0.001, 0], [0.001, 0.001]]); // prettier-ignore
  });

  it('spreads a loss over the holdings in whole grams by largest remainder', async () => {
    const [a, b] = [send('S1', 0.001), send('S1', 0.002)];
    await world.record(oxide('S1', 'OX-La', 0.003), a, b, take(a, 'S1', 0.001), take(b, 'S1', 0.002));
    const back = own(dispatch({ enterprise: BUYER, to: MINER, occurredAt: day(4), draws: [{ lot: 'S1', massKg: 0.003 }] }));
    await world.record(back, own(receipt(back, { occurredAt: day(5), items: [{ lot: 'S1', massKg: 0.002 }] })));
    const { items } = await world.get<{ items: { massKg: number }[] }>('/v1/holdings?lot=S1');
    expect(items.map(({ massKg }) => massKg)).toEqual([0.001, 0.001]);
  }); // prettier-ignore
});

describe('runs', () => {
  it('tolerate two per cent of an element, and call all of more than that excess', async () => {
    const tolerated = run([['E1', 1_000]], [{ lot: 'E1-N', product: 'OX-Nd', massKg: 1_020, reoPercent: 100 }]);
    const beyond = run([['E2', 1_000]], [{ lot: 'E2-N', product: 'OX-Nd', massKg: 1_020.001, reoPercent: 100 }]);
    await world.record(oxide('E1', 'OX-Nd', 1_000), oxide('E2', 'OX-Nd', 1_000), tolerated, beyond);
    expect(sharesOf(await world.origins('lots/E1-N'))).toEqual({ [FIRST]: 1, unexplained: 0 });
    const { unexplained, origins } = await world.origins('lots/E2-N');
    expect(unexplained.share).toBeCloseTo(20.001 / 1_020.001, 6);
    expect(origins[0]?.share).toBeCloseTo(1_000 / 1_020.001, 6);
    expect(unexplained.introducedBy).toMatchObject([{ kind: 'excess', event: beyond.id, enterprise: MINER }]);
  });

  it('trace each element on its own; a tolerated trace takes the mixture of the pool', async () => {
    const draws: [string, number][] = [['T-La', 1_000], ['T-Ce', 3_000]]; // prettier-ignore
    const mixed = { product: 'MRC', massKg: 4_000, reoPercent: 100, assay: { La: 25, Ce: 74.95, Pr: 0.05 } };
    await world.record(oxide('T-La', 'OX-La', 1_000), oxide('T-Ce', 'OX-Ce', 3_000, OTHER), run(draws, [{ lot: 'T', ...mixed }]));
    const { origins, unexplained } = await world.origins('lots/T');
    const elements = Object.fromEntries(origins.map(each => [each.source.id, each.elements]));
    expect(elements[FIRST]).toMatchObject({ La: 1, Pr: 0.25 });
    expect(elements[SECOND]).toMatchObject({ Ce: 1, Pr: 0.75 });
    expect(unexplained.share).toBe(0);
  }); // prettier-ignore

  it('give lots without an assay the mixture, over the elements their product can hold', async () => {
    const draws: [string, number][] = [['I-Pr', 100], ['I-Nd', 300], ['I-La', 600]]; // prettier-ignore
    const yields = [{ lot: 'I-PN', product: 'OX-PrNd', massKg: 400, reoPercent: 100 }, { lot: 'I-MRC', product: 'MRC', massKg: 600, reoPercent: 100 }];
    await world.record(oxide('I-Pr', 'OX-Pr', 100), oxide('I-Nd', 'OX-Nd', 300), oxide('I-La', 'OX-La', 600), run(draws, yields));
    expect(await world.get('/v1/lots/I-PN')).toMatchObject({ assayBasis: 'inherited', assay: { Pr: 25, Nd: 75 } });
    expect(await world.get('/v1/lots/I-MRC')).toMatchObject({ assayBasis: 'inherited', assay: { La: 60, Pr: 10, Nd: 30 } });
  }); // prettier-ignore

  it('never make an excess of declared losses', async () => {
    const losses = [{ kind: 'tailings', massKg: 900, reoPercent: 100 }];
    await world.record(oxide('L1', 'OX-La', 1_000), run([['L1', 1_000]], [{ lot: 'L1-O', product: 'OX-La', massKg: 1_000, reoPercent: 100 }], { losses })); // prettier-ignore
    expect((await world.origins('lots/L1-O')).unexplained.share).toBe(0);
  });

  it('follow a correction upstream', async () => {
    const [rock, clay] = [oxide('C1', 'OX-La', 100), oxide('C2', 'OX-La', 100, OTHER)];
    await world.record(rock, clay, run([['C1', 50], ['C2', 50]], [{ lot: 'C-O', product: 'OX-La', massKg: 100, reoPercent: 100 }])); // prettier-ignore
    expect(sharesOf(await world.origins('lots/C-O'))).toEqual({ [FIRST]: 0.5, [SECOND]: 0.5, unexplained: 0 });
    const halved = { ...rock, yields: [{ ...rock.yields[0]!, reoPercent: 50 }] };
    await world.record(own(correction(rock, halved)));
    const { unexplained } = await world.origins('lots/C-O');
    expect(unexplained.share).toBeCloseTo(0.25, 8);
  });
});

describe('what nobody can explain', () => {
  it('is named where goods come that nobody sent', async () => {
    const found = own(undispatchedReceipt({ enterprise: BUYER, yields: [lot({ lot: 'U1' })] }));
    await world.record(found);
    const { origins, unexplained, verdict } = await world.origins('lots/U1');
    expect([origins, unexplained.share]).toEqual([[], 1]);
    expect(unexplained.introducedBy).toMatchObject([{ kind: 'undispatched', source: `undispatched:${found.id}`, enterprise: BUYER }]);
    expect(verdict).toMatchObject({ status: 'FLAGGED', reasons: [{ code: 'open-finding' }], missing: [{ code: 'unexplained-mass' }] });
  }); // prettier-ignore

  it('is a surplus where a count finds more, and nothing where it finds less', async () => {
    const more = own(stocktake({ enterprise: MINER, counts: [{ lot: 'K1', countedKg: 101 }, { lot: 'K2', countedKg: 99 }] })); // prettier-ignore
    await world.record(oxide('K1', 'OX-La', 100), oxide('K2', 'OX-La', 100), more);
    const left = (code: string) => world.get<OriginsBody>(`/v1/lots/${code}/origins?enterprise=${MINER}`);
    expect((await left('K1')).unexplained).toMatchObject({ introducedBy: [{ kind: 'surplus', event: more.id }] });
    expect((await left('K1')).unexplained.share).toBeCloseTo(1 / 101, 8);
    expect(await left('K2')).toMatchObject({ subject: { massKg: 99 }, unexplained: { share: 0 } });
  });

  it('has no origins where there is no REO', async () => {
    await world.record(own(openingStock({ enterprise: MINER, yields: [lot({ lot: 'Z1', reoPercent: 0 })] })));
    expect(await world.origins('lots/Z1')).toMatchObject({ origins: [], subject: { reoKg: 0 }, verdict: { status: 'UNKNOWN' } }); // prettier-ignore
  });
});
