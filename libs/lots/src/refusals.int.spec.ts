import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Context, formatInstant } from '#kernel';
import {
  type ContractEvent, correction, day, dispatch, enterprise, exporting, type LotDraw, lot, mining, openingStock,
  processing, receipt, stocktake, TESTER, TestLots, undispatchedReceipt, uscc, uuid,
} from '#testing'; // prettier-ignore
import { holdingId } from './domain/decide/deciding.js';

const [MINE, SMELTER, TRADER, STRANGER] = [uscc(1), uscc(2), uscc(3), uscc(4)];
const SMELTERS: Context = { ...TESTER, scope: { kind: 'enterprises', usccs: [SMELTER] } };

const draws = (code: string, massKg = 1): LotDraw[] => [{ lot: code, massKg }];

/** A thousand kilograms each of A and B; both owners declare an X, and MINE holds both of them. */
const dug = mining({
  enterprise: MINE,
  occurredAt: day(1),
  yields: ['A', 'B', 'X'].map(code => lot({ lot: code, massKg: 1_000 })),
});
const foreign = openingStock({
  enterprise: SMELTER,
  occurredAt: day(1),
  yields: ['X', 'S'].map(code => lot({ lot: code, massKg: 1_000 })),
});
const sent = dispatch({ enterprise: SMELTER, to: MINE, occurredAt: day(2), draws: draws('X', 100) });
const came = receipt(sent, { occurredAt: day(2) });
const onTheWay = dispatch({
  enterprise: MINE,
  to: SMELTER,
  occurredAt: day(3),
  draws: [...draws('B', 100), ...draws(`${MINE}:X`, 10), ...draws(`${SMELTER}:X`, 10)],
});
const run = processing({
  enterprise: MINE,
  occurredAt: day(4),
  draws: draws('A', 400),
  yields: [lot({ lot: 'F', massKg: 100 })],
});
const usedUp = exporting({ enterprise: MINE, occurredAt: day(6), items: draws('F', 100) });
const withdrawn = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(6), draws: draws('A', 5) });
const STAGE = [dug, foreign, sent, came, onTheWay, run, usedUp, withdrawn, correction(withdrawn)];

const by = { enterprise: MINE, occurredAt: day(7) };
const soon = (minutes: number): string => formatInstant(new Date(Date.now() + minutes * 60_000));
const answered = (given: Parameters<typeof receipt>[1] = {}) => receipt(onTheWay, { occurredAt: day(7), ...given });
const twice = [lot({ lot: 'N' }), lot({ lot: 'N' })];

interface Case {
  readonly event: ContractEvent;
  /** Code and pointer of every fault, with `available` where there is one. */
  readonly faults: readonly (readonly [code: string, pointer: string, available?: number])[];
  readonly status?: number;
  readonly context?: Context;
}

const CASES: Readonly<Record<string, Case>> = {
  'an enterprise that nobody registered': {
    event: mining({ enterprise: STRANGER, yields: [lot({ lot: 'N' })] }),
    faults: [['unknown-enterprise', '/enterprise']],
  },
  'an enterprise for which the caller may not record': {
    event: mining({ ...by, yields: [lot({ lot: 'N' })] }),
    faults: [['unknown-enterprise', '/enterprise']],
    context: SMELTERS,
  },
  'a draw of a lot nobody declared': {
    event: dispatch({ ...by, draws: draws('Z') }),
    faults: [['unknown-lot', '/draws/0/lot']],
  },
  'an item of a lot nobody declared': {
    event: exporting({ ...by, items: [...draws('A'), ...draws('Z')] }),
    faults: [['unknown-lot', '/items/1/lot']],
  },
  'a count of a lot nobody declared': {
    event: stocktake({ ...by, counts: [{ lot: 'Z', countedKg: 1 }] }),
    faults: [['unknown-lot', '/counts/0/lot']],
  },
  'a lot named with the wrong declarer': {
    event: dispatch({ ...by, draws: draws(`${TRADER}:A`) }),
    faults: [['unknown-lot', '/draws/0/lot']],
  },
  'a code the enterprise has declared already': {
    event: mining({ ...by, yields: [lot({ lot: 'N' }), lot({ lot: 'A' })] }),
    faults: [['lot-exists', '/yields/1/lot']],
    status: 409,
  },
  'a lot declared twice in one event': {
    event: mining({ ...by, yields: twice }),
    faults: [['lot-repeated', '/yields/1/lot']],
  },
  'a lot counted twice, by its code and with its declarer': {
    event: stocktake({ ...by, counts: ['A', `${MINE}:A`].map(code => ({ lot: code, countedKg: 1 })) }),
    faults: [['lot-repeated', '/counts/1/lot']],
  },
  'a lot weighed twice': {
    event: answered({ items: ['B', `${MINE}:B`].map(code => ({ lot: code, massKg: 1 })) }),
    faults: [['lot-repeated', '/items/1/lot']],
  },
  'a bare code of two lots that it holds': {
    event: dispatch({ ...by, draws: draws('X') }),
    faults: [['ambiguous-lot', '/draws/0/lot']],
    status: 409,
  },
  'a bare code of two lots on the way': {
    event: answered({ items: [{ lot: 'X', massKg: 20 }] }),
    faults: [['ambiguous-lot', '/items/0/lot']],
    status: 409,
  },
  'a lot it never held': {
    event: dispatch({ ...by, draws: draws('S') }),
    faults: [['not-held', '/draws/0/lot']],
  },
  'a lot that is still on the way to it': {
    event: exporting({ enterprise: SMELTER, occurredAt: day(7), items: draws('B') }),
    faults: [['not-held', '/items/0/lot']],
  },
  'a holding that is none of its own': {
    event: dispatch({ ...by, draws: [{ lot: 'A', massKg: 1, holding: uuid(5) }] }),
    faults: [['not-held', '/draws/0/holding']],
  },
  'anything of a holding that is used up': {
    event: dispatch({ ...by, draws: [{ lot: 'F', massKg: 1, holding: holdingId(run.id, 'F') }] }),
    faults: [['insufficient-mass', '/draws/0/massKg', 0]],
  },
  'more than is left of a holding, whatever others of the lot have': {
    event: dispatch({ ...by, draws: [{ lot: 'B', massKg: 901, holding: holdingId(dug.id, 'B').toUpperCase() }] }),
    faults: [['insufficient-mass', '/draws/0/massKg', 900]],
  },
  'a holding of another lot': {
    event: dispatch({ ...by, draws: [{ lot: 'A', massKg: 1, holding: holdingId(dug.id, 'B') }] }),
    faults: [['not-held', '/draws/0/holding']],
  },
  'a holding of somebody else': {
    event: dispatch({ ...by, draws: [{ lot: `${SMELTER}:X`, massKg: 1, holding: holdingId(foreign.id, 'X') }] }),
    faults: [['not-held', '/draws/0/holding']],
  },
  'a holding by what is no id': {
    event: dispatch({ ...by, draws: [{ lot: 'A', massKg: 1, holding: '184223-0' }] }),
    faults: [['not-held', '/draws/0/holding']],
  },
  'a gram more than there is': {
    event: dispatch({ ...by, draws: draws('A', 600.001) }),
    faults: [['insufficient-mass', '/draws/0/massKg', 600]],
  },
  'anything of what is used up': {
    event: exporting({ ...by, items: draws('F', 0.001) }),
    faults: [['insufficient-mass', '/items/0/massKg', 0]],
  },
  'what an earlier draw of the same event took': {
    event: dispatch({ ...by, draws: [...draws('A', 500), ...draws('A', 100), ...draws('A', 1)] }),
    faults: [['insufficient-mass', '/draws/2/massKg', 0]],
  },
  'a product of no catalogue': {
    event: mining({ ...by, yields: [lot({ lot: 'N', product: 'OX-Pm' })] }),
    faults: [['unknown-product', '/yields/0/product']],
  },
  'a process of no catalogue': {
    event: processing({ ...by, process: 'ALCHEMY', draws: draws('A'), yields: [] }),
    faults: [['out-of-range', '/process']],
    status: 400,
  },
  'a run that ends before it begins': {
    event: processing({ ...by, from: day(8), draws: draws('A'), yields: [] }),
    faults: [['out-of-range', '/from']],
    status: 400,
  },
  'a lot that is ready before its run begins': {
    event: processing({ ...by, from: day(6), draws: draws('A'), yields: [lot({ lot: 'N', at: day(5) })] }),
    faults: [['out-of-range', '/yields/0/at']],
    status: 400,
  },
  'a metal content of what is no metal': {
    event: mining({ ...by, yields: [lot({ lot: 'N', metalPercent: 50 })] }),
    faults: [['unknown-field', '/yields/0/metalPercent']],
    status: 400,
  },
  'a receipt of a dispatch nobody recorded': {
    event: answered({ dispatch: uuid(6) }),
    faults: [['unknown-event', '/dispatch']],
  },
  'a receipt of what is no dispatch': {
    event: answered({ dispatch: dug.id }),
    faults: [['unknown-event', '/dispatch']],
  },
  'a receipt of a dispatch taken back': {
    event: receipt(withdrawn, { occurredAt: day(7) }),
    faults: [['unknown-event', '/dispatch']],
  },
  'a weighed lot that was not sent': {
    event: answered({ items: [{ lot: 'A', massKg: 1 }] }),
    faults: [['not-in-transit', '/items/0/lot']],
  },
  'a second answer': {
    event: receipt(sent, { occurredAt: day(7), outcome: 'rejected' }),
    faults: [['already-answered', '/dispatch']],
    status: 409,
  },
  'an answer of somebody else': {
    event: answered({ enterprise: TRADER }),
    faults: [['not-addressee', '/enterprise']],
  },
  'an answer before the dispatch': {
    event: answered({ occurredAt: day(2) }),
    faults: [['event-before-input', '/occurredAt']],
  },
  'a draw before the lot was there': {
    event: dispatch({ enterprise: MINE, occurredAt: day(0), draws: draws('A') }),
    faults: [['event-before-input', '/occurredAt']],
  },
  'a count before the lot was there': {
    event: stocktake({ enterprise: MINE, occurredAt: day(0), counts: [{ lot: 'A', countedKg: 1 }] }),
    faults: [['event-before-input', '/occurredAt']],
  },
  'a time to come': {
    event: undispatchedReceipt({ enterprise: MINE, occurredAt: soon(7), yields: [lot({ lot: 'N' })] }),
    faults: [['in-the-future', '/occurredAt']],
  },
  'several faults at once': {
    event: processing({
      ...by,
      enterprise: STRANGER,
      occurredAt: soon(8),
      process: 'ALCHEMY',
      draws: draws('Z'),
      yields: twice,
    }),
    faults: [
      ['unknown-enterprise', '/enterprise'],
      ['in-the-future', '/occurredAt'],
      ['out-of-range', '/process'],
      ['unknown-lot', '/draws/0/lot'],
      ['lot-repeated', '/yields/1/lot'],
    ],
    status: 400,
  },
};

let service: TestLots;

beforeAll(async () => {
  service = await TestLots.start();
  await service.state({ enterprises: [MINE, SMELTER, TRADER].map(code => enterprise(code, ['mine', 'smelter'])) });
  for (const event of STAGE) await service.send([event]);
});

afterAll(() => service.stop());

describe('refused, and nothing has changed:', () => {
  it.each(Object.entries(CASES))('%s', async (_, { event, faults, status = 422, context = TESTER }) => {
    const before = await service.fingerprint();
    const refused = await service.refused([event], context);
    const found = refused.faults.map(({ code, pointer, available }) => [code, pointer, available]);
    expect(found).toEqual(faults.map(([code, pointer, available]) => [code, `/events/0${pointer}`, available]));
    expect(refused.status).toBe(status);
    expect(refused.faults.every(fault => fault.index === 0 && fault.id === event.id)).toBe(true);
    const { results, head } = await service.send([event], 'proceed', context);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ id: event.id, status: 'refused' });
    expect(results[0]!.faults!.map(({ code, pointer }) => [code, pointer])).toEqual(
      faults.map(([code, pointer]) => [code, pointer]),
    );
    expect(head).toBe((await service.ledger.head(TESTER)).seq);
    expect(await service.fingerprint()).toBe(before);
  });

  it('takes what is only just allowed', async () => {
    const drawn = dispatch({ ...by, occurredAt: day(1), draws: draws('A', 1) });
    const whole = dispatch({ ...by, draws: draws('A', 599) });
    const named = dispatch({ ...by, draws: [{ lot: 'X', massKg: 1, holding: holdingId(dug.id, 'X') }] });
    const early = mining({ ...by, occurredAt: soon(4), yields: [lot({ lot: 'SOON' })] });
    const { results } = await service.send([drawn, whole, named, early]);
    expect(results.map(result => result.status)).toEqual(Array.from({ length: 4 }, () => 'recorded'));
  });
});
