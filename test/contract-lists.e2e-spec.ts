import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correction, day, dispatch, lot, mining, openingStock } from '#testing';
import { BUYER, ContractWorld, LICENCE, MINER, own, type ProblemBody } from './support/contract-world.js';

interface EventItem {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly event: object | null;
}

interface HoldingItem {
  readonly id: string;
  readonly declaredBy: string;
  readonly massKg: number;
}

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
}, 60_000);
afterAll(async () => world.api.close());

const mined = (code: string) =>
  own(mining({ enterprise: MINER, licence: LICENCE, yields: [lot({ lot: code, massKg: 100 })] }));
const events = async (query: string) => (await world.get<{ items: EventItem[] }>(`/v1/events?${query}`)).items;
const holdings = async (query: string) => (await world.get<{ items: HoldingItem[] }>(`/v1/holdings?${query}`)).items;

describe('a code that two enterprises declared', () => {
  beforeAll(async () => {
    await world.record(mined('TWO'), own(openingStock({ enterprise: BUYER, yields: [lot({ lot: 'TWO' })] })));
  });

  it.each(['/v1/events?lot=TWO', '/v1/holdings?lot=TWO', `/v1/holdings?lot=TWO&enterprise=${MINER}`])(
    'is refused by %s, with those it can mean',
    async path => {
      const { status, body } = await world.api.get<ProblemBody>(path);
      const expected = [MINER, BUYER]
        .sort()
        .map(declaredBy => `${declaredBy}:TWO`)
        .join(' or ');
      expect([status, body.code]).toEqual([409, 'ambiguous-lot']);
      expect(body.errors).toEqual([{ code: 'ambiguous-lot', parameter: 'lot', value: 'TWO', expected }]);
    },
  );

  it('is told apart by its declarer', async () => {
    for (const declaredBy of [MINER, BUYER]) {
      expect(await events(`lot=${declaredBy}:TWO`)).toMatchObject([{ event: { enterprise: declaredBy } }]);
      expect(await holdings(`lot=${declaredBy}:TWO`)).toMatchObject([{ declaredBy }]);
    }
  });
});

it('lists a void event in its current version, without content', async () => {
  const [kept, taken] = [mined('KEPT'), mined('TAKEN')];
  const { results } = await world.record(kept, taken, own(correction(taken)));
  const seq = results[2]!.seq;
  expect(await events(`enterprise=${MINER}&type=mining&limit=2`)).toMatchObject([
    { id: taken.id, version: 2, seq, event: null },
    { id: kept.id, version: 1, seq: results[0]!.seq, event: kept },
  ]);
  expect(await events('lot=TAKEN')).toEqual([]);
});

it('answers a draw of a holding that is used up with how much is left', async () => {
  await world.record(mined('USED'));
  const [{ id: holding }] = (await holdings('lot=USED')) as [HoldingItem];
  const drawing = (massKg: number) =>
    own(dispatch({ enterprise: MINER, to: BUYER, occurredAt: day(2), draws: [{ lot: 'USED', massKg, holding }] }));
  await world.record(drawing(100));
  expect(await world.refusal(drawing(1))).toMatchObject({
    status: 422,
    code: 'insufficient-mass',
    errors: [{ pointer: '/draws/0/massKg', value: 1, available: 0 }],
  });
});
