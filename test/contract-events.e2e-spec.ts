import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, day, declarationNumber, dispatch, exporting, importing, lot, mining, openingStock, processing, receipt,
  scrapIntake, stocktake, undispatchedReceipt, uscc,
} from '#testing'; // prettier-ignore
import {
  BUYER, type CaptureBody, type CaptureResult, ContractWorld, LICENCE, MINER, own, RECYCLER, STRANGER,
} from './support/contract-world.js'; // prettier-ignore

const MIB = 1024 * 1024;
const by = { enterprise: MINER };

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
}, 60_000);
afterAll(async () => world.api.close());

const mined = (code: string, given: object = {}) =>
  own(mining({ ...by, licence: LICENCE, yields: [lot({ lot: code, massKg: 100 })], ...given }));
const yielding = (given: object) => mined('X', { yields: [{ ...lot({ lot: `Y-${randomUUID()}` }), ...given }] });
const found = async (id: string) => (await world.api.get(`/v1/events/${id}`)).status === 200;

describe('all ten kinds with every field', () => {
  const common = {
    enteredAt: day(30),
    site: 'S-1',
    documents: [{ kind: 'contract' as const, number: 'HT-1', code: '1', sha256: 'a'.repeat(64) }],
    backfill: { system: 'x', reason: 'y' },
    note: '备注',
    extensions: { 'a/b': [{ c: null }, 1.5, 'x'] },
  };

  it('are recorded in order, each seeing those before it, and given back as they were sent', async () => {
    const sent = dispatch({ ...common, ...by, to: BUYER, occurredAt: day(3), draws: [{ lot: 'K-2', massKg: 40, unitPrice: 58_000 }], terms: 'tolling', shipFrom: '360700', shipTo: '310000' });
    const root = mining({ ...common, ...by, licence: LICENCE, ...{ location: { lat: 24.9, lon: 114.8 }, from: day(-1) }, yields: [lot({ lot: 'K-1', assay: { La: 30, Ce: 68 }, at: day(-1) })] });
    const run = processing({ ...common, ...by, from: day(1), occurredAt: day(2), draws: [{ lot: 'K-1', massKg: 50 }], yields: [lot({ lot: 'K-2', massKg: 50 })], losses: [{ kind: 'radioactive-residue', massKg: 0, reoPercent: 0 }] });
    const events = [
      root,
      importing({ ...common, enterprise: BUYER, originCountry: 'MMR', yields: [lot({ lot: 'K-3' })] }),
      scrapIntake({ ...common, enterprise: RECYCLER, yields: [lot({ lot: 'K-4', product: 'SCR-NdFeB-B', metalPercent: 30 })] }),
      openingStock({ ...common, ...by, statedOrigin: '旧库存', yields: [lot({ lot: 'K-5' })] }),
      run,
      sent,
      receipt(sent, { ...common, occurredAt: day(3), items: [{ lot: 'K-2', massKg: 39.5 }] }),
      undispatchedReceipt({ ...common, ...by, from: { name: '无名', uscc: STRANGER }, yields: [lot({ lot: 'K-6' })] }),
      exporting({ ...common, enterprise: BUYER, ...{ port: '上海', consignee: 'x' }, items: [{ lot: 'K-2', massKg: 10, hsCode: '2846901930', unitPriceUsd: 5 }] }),
      stocktake({ ...common, ...by, reason: '年末', counts: [{ lot: 'K-5', countedKg: 0 }] }),
      correction(root, { ...root, note: '更正' }, { ...common, expectedVersion: 1, ...{ approvedBy: '张三' } }),
    ];
    const { results, checkpoint } = await world.record(...events);
    const seqs = results.map(({ seq }) => seq!);
    expect(results).toEqual(events.map(({ id }, index) => ({ id, status: 'recorded', seq: seqs[0]! + index, version: 1 })));
    expect(checkpoint.seq).toBe(seqs.at(-1));
    for (const event of events.slice(1)) {
      const { id, versions } = await world.get<{ id: string; versions: object[] }>(`/v1/events/${event.id}`);
      expect([id, versions]).toMatchObject([event.id, [{ version: 1, event }]]);
    }
  }); // prettier-ignore
});

describe('identity', () => {
  it('answers the same again as before, and refuses other content, whatever the order of members', async () => {
    const event = mined('ID-1');
    const { results } = await world.record(event);
    const again = await world.capture([Object.fromEntries(Object.entries(event).reverse())]);
    expect([again.status, again.body.results]).toEqual([200, [{ ...results[0], status: 'duplicate' }]]);
    await world.record(own(correction(event, { ...event, note: 'x' })));
    expect((await world.capture([event])).body.results).toEqual([{ ...results[0], status: 'duplicate' }]);
    expect(await world.refusal({ ...event, note: 'x' })).toMatchObject({
      status: 409,
      code: 'idempotency-conflict',
      errors: [{ pointer: '/id', value: event.id }],
    });
  });

  it('leaves the id of a refused event free', async () => {
    const event = mined('ID-2');
    expect((await world.refusal({ ...event, enterprise: STRANGER })).code).toBe('unknown-enterprise');
    await world.record(event);
  });

  it('answers 201 where anything is new', async () => {
    const [known, fresh] = [mined('ID-3'), mined('ID-4')];
    await world.record(known);
    const { status, body } = await world.capture([known, fresh, fresh]);
    expect([status, body.results.map(each => each.status)]).toEqual([201, ['duplicate', 'recorded', 'duplicate']]);
  });
});

describe('onError', () => {
  it('rolls back: the problem, and nothing recorded', async () => {
    const [good, bad] = [mined('RB-1'), mined('RB-2', { enterprise: STRANGER })];
    const { status, body } = await world.capture([good, bad]);
    expect([status, body.code, body.errors]).toMatchObject([422, 'unknown-enterprise', [{ index: 1, id: bad.id, pointer: '/events/1/enterprise', value: STRANGER }]]); // prettier-ignore
    expect(await found(good.id)).toBe(false);
  });

  it('proceeds: what is valid, each with its result', async () => {
    const [good, bad, conflict] = [mined('PR-1'), mined('PR-2', { enterprise: STRANGER }), { ...mined('PR-1'), note: 'x' }]; // prettier-ignore
    const { status, body } = await world.capture([good, bad, 7, conflict], '?onError=proceed');
    expect([status, body.results]).toMatchObject([
      201,
      [
        { id: good.id, status: 'recorded' },
        { id: bad.id, status: 'refused', problem: { status: 422, code: 'unknown-enterprise' } },
        { status: 'refused', problem: { status: 400, code: 'wrong-type' } },
        { id: conflict.id, status: 'refused', problem: { status: 409, code: 'lot-exists' } },
      ],
    ]);
    const none = await world.capture([bad], '?onError=proceed');
    expect([none.status, none.body.checkpoint]).toEqual([200, body.checkpoint]);
  });
});

describe('limits at the edge', () => {
  it.each<[string, object, number, string | undefined]>([
    ['a gram', { massKg: 0.001 }, 201, undefined],
    ['a million tonnes', { massKg: 1e9 }, 201, undefined],
    ['a tenth of a gram', { massKg: 0.0001 }, 400, 'out-of-range'],
    ['a gram more than a million tonnes', { massKg: 1e9 + 0.001 }, 400, 'out-of-range'],
    ['half a gram over a kilogram', { massKg: 1.0005 }, 400, 'out-of-range'],
    ['nothing', { massKg: -0 }, 400, 'out-of-range'],
    ['a mass in text', { massKg: '1' }, 400, 'wrong-type'],
    ['no grade at all', { reoPercent: undefined }, 400, 'missing'],
    ['155 %', { reoPercent: 155 }, 201, undefined],
    ['155.000001 %', { reoPercent: 155.000001 }, 400, 'out-of-range'],
    ['an assay of 98', { assay: { La: 48, Ce: 50 } }, 201, undefined],
    ['an assay of 97.99', { assay: { La: 47.99, Ce: 50 } }, 422, 'assay-sum'],
    ['an assay of 102', { assay: { La: 52, Ce: 50 } }, 201, undefined],
    ['an assay of 102.01', { assay: { La: 52.01, Ce: 50 } }, 422, 'assay-sum'],
    ['scandium', { assay: { Sc: 100 } }, 201, undefined],
    ['promethium', { assay: { Pm: 1, La: 99 } }, 400, 'unknown-field'],
    ['an unknown product', { product: 'NOPE' }, 422, 'unknown-product'],
    ['a code of 64 characters', { lot: '镝'.repeat(64) }, 201, undefined],
    ['a code of 65 characters', { lot: '镝'.repeat(65) }, 400, 'bad-format'],
    ['a code with a slash', { lot: 'a/b' }, 400, 'bad-format'],
    ['a code that is not NFC', { lot: 'e\u0301' }, 400, 'bad-format'],
    ['a code with a zero-width space', { lot: 'a\u200Bb' }, 400, 'bad-format'],
    ['a code that ends in a blank', { lot: 'a ' }, 400, 'bad-format'],
    ['metal content of a concentrate', { reoPercent: undefined, metalPercent: 30 }, 400, 'unknown-field'],
  ])('a lot with %s', async (_, given, status, code) => {
    const { status: answered, body } = await world.capture([yielding(given)]);
    expect([answered, body.code]).toEqual([status, code]);
  });

  it('1,000 events of a request, 2,000 characters of a note, 16 KiB of extensions', async () => {
    const many = (count: number) => Array.from({ length: count }, () => 0);
    expect((await world.capture(many(1_001))).body.errors).toMatchObject([{ code: 'out-of-range', pointer: '/events' }]);
    expect((await world.capture(many(1_000))).body.code).toBe('wrong-type');
    const texts = (characters: number, bytes: number) => ({ note: '字'.repeat(characters), extensions: { a: 'x'.repeat(bytes - 8) } });
    await world.record(mined('TX-1', texts(2_000, 16_384)));
    expect((await world.refusal(mined('TX-2', texts(2_001, 16_385)))).errors.map(({ pointer }) => pointer)).toEqual(['/note', '/extensions']);
  }); // prettier-ignore

  it('takes any process of the list, and no other', async () => {
    await world.record(mined('PC'));
    const run = (process: string, n: number) => own(processing({ ...by, process, draws: [{ lot: 'PC', massKg: 1 }], yields: [lot({ lot: `PC-${n}` })] })); // prettier-ignore
    const known = 'CALCINE CONVERT ELECTROLYSIS REDUCTION BLEND REPACK SPLIT MERGE RECYCLING'.split(' ');
    await world.record(...known.map(run));
    for (const process of ['MINING', 'STOCKTAKE_ADJUST', 'LOSS', 'NOPE']) {
      expect((await world.refusal(run(process, 99))).errors).toMatchObject([{ pointer: '/process', value: process }]);
    }
  });

  it('records what is merely suspicious', async () => {
    await world.record(
      own(
        importing({ enterprise: BUYER, declaration: declarationNumber(9, 'export'), yields: [lot({ lot: 'SU-1' })] }),
      ),
      own(scrapIntake({ enterprise: BUYER, supplier: { name: 'x' }, yields: [lot({ lot: 'SU-2' })] })),
      mined('SU-3', { licence: '不存在' }),
      own(dispatch({ ...by, to: STRANGER, draws: [{ lot: 'SU-3', massKg: 1 }] })),
    );
  });

  it('knows countries and regions by their codes', async () => {
    const strange = [
      own(importing({ enterprise: BUYER, originCountry: 'XX', yields: [lot({ lot: 'CO-1' })] })),
      own(exporting({ enterprise: BUYER, destination: 'ZZZ', items: [{ lot: 'SU-1', massKg: 1 }] })),
      own(dispatch({ ...by, shipTo: '990000', draws: [{ lot: 'SU-3', massKg: 1 }] })),
    ];
    const { status, body } = await world.capture(strange);
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/events/0/originCountry', '/events/1/destination', '/events/2/shipTo']]); // prettier-ignore
  });
});

describe('NDJSON', () => {
  type Line = Partial<CaptureResult & CaptureBody> & { readonly summary?: object };
  const type = { 'content-type': 'application/x-ndjson' };
  const lines = async (text: string | Uint8Array, query = '') => {
    const answer = await world.api.post(`/v1/events${query}`, text, type);
    return { ...answer, lines: answer.text.trimEnd().split('\n').map(line => JSON.parse(line) as Line) };
  }; // prettier-ignore
  const text = (...values: unknown[]) => values.map(value => `${JSON.stringify(value)}\n`).join('');

  it('answers a line each, in order, without blank lines, and a summary', async () => {
    const [a, b, bad] = [mined('N-1'), mined('N-2'), mined('N-3', { enterprise: STRANGER })];
    const body = `\n \r\n${JSON.stringify(a)}\r\n{\n${text(a, bad, { ...a, note: 'x' })}\t\n${JSON.stringify(b)}`;
    const { status, headers, lines: answered } = await lines(body);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(answered.map(line => [line.status, line.id, line.problem?.code, line.problem?.errors?.[0]?.pointer])).toEqual([
      ['recorded', a.id, undefined, undefined],
      ['refused', undefined, 'malformed-json', ''],
      ['duplicate', a.id, undefined, undefined],
      ['refused', bad.id, 'unknown-enterprise', '/enterprise'],
      ['refused', a.id, 'idempotency-conflict', '/id'],
      ['recorded', b.id, undefined, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(answered.at(-1)).toEqual({ summary: { recorded: 2, duplicate: 1, refused: 3 }, checkpoint: { seq: answered[5]?.seq } });
    expect(answered[3]?.problem?.errors).toMatchObject([{ index: 3 }]);
  }); // prettier-ignore

  it('refuses a line above 4 MiB and reads the next', async () => {
    const event = mined('N-4');
    const { lines: answered } = await lines(`${JSON.stringify({ x: 'a'.repeat(4 * MIB) })}\n${text(event)}`);
    expect(answered).toMatchObject([{ status: 'refused', problem: { code: 'limit-exceeded' } }, { status: 'recorded' }, { summary: {} }]); // prettier-ignore
    expect(answered[0]).not.toHaveProperty('id');
  });

  it('rolls back where asked, at most 10,000 lines', async () => {
    const [a, bad] = [mined('N-5'), mined('N-6', { enterprise: STRANGER })];
    expect((await lines(text(a, bad), '?onError=rollback')).body).toMatchObject({ status: 422, errors: [{ index: 1, pointer: '/enterprise' }] }); // prettier-ignore
    expect(await found(a.id)).toBe(false);
    expect((await lines(text(a), '?onError=rollback')).lines).toMatchObject([{ status: 'recorded' }, { summary: {} }]);
    expect((await lines('{}\n'.repeat(10_001), '?onError=rollback')).status).toBe(413);
    expect((await lines('{}\n'.repeat(10_000), '?onError=rollback')).status).toBe(400);
  });

  it('records nothing of a line that breaks off, and all before it', async () => {
    const [whole, cut] = [mined('N-7'), mined('N-8')];
    const body = text(whole) + JSON.stringify(cut);
    const socket = connect(Number(new URL(world.api.url).port), '127.0.0.1');
    socket.write(`POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.api.key}\r\nContent-Type: application/x-ndjson\r\nContent-Length: ${body.length + 9}\r\n\r\n${body}`); // prettier-ignore
    for (let tries = 0; tries < 50 && !(await found(whole.id)); tries++) await delay(50);
    socket.destroy();
    await delay(200);
    expect([await found(whole.id), await found(cut.id)]).toEqual([true, false]);
  });

  it('is summed up where it is empty', async () => {
    expect((await lines('')).lines).toMatchObject([
      { summary: { recorded: 0, duplicate: 0, refused: 0 }, checkpoint: {} },
    ]);
  });
});

it('names what is wrong with the enterprise', async () => {
  expect(await world.refusal(mined('EN', { enterprise: uscc(777) }))).toMatchObject({ status: 422, code: 'unknown-enterprise' });
  expect(await world.refusal(mined('EN', { enterprise: MINER.toLowerCase() }))).toMatchObject({ status: 422, code: 'invalid-uscc' });
}); // prettier-ignore
