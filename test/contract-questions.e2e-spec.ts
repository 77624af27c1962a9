import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, day, declarationNumber, dispatch, enterprise, exporting, importDeclaration, importing, licence, licenceNumber, lot,
  mining, openingStock, processing, receipt, scrapIntake, uscc,
} from '#testing'; // prettier-ignore
import {
  BUYER, ContractWorld, LICENCE, MINER, own, type OriginsBody, type ProblemBody, RECYCLER, STRANGER,
} from './support/contract-world.js'; // prettier-ignore

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
}, 60_000);
afterAll(async () => world.api.close());

const mined = (code: string, given: object = {}) =>
  own(mining({ enterprise: MINER, licence: LICENCE, yields: [lot({ lot: code, massKg: 100 })], ...given }));
const send = (code: string, massKg: number, given: object = {}) =>
  own(dispatch({ enterprise: MINER, to: BUYER, occurredAt: day(2), draws: [{ lot: code, massKg }], ...given }));
const take = (sent: ReturnType<typeof send>) => own(receipt(sent, { occurredAt: day(3) }));
const ship = (declaration: string, code: string, massKg: number) =>
  own(exporting({ enterprise: BUYER, declaration, items: [{ lot: code, massKg }] }));
const statusOf = async (code: string) =>
  (await world.origins(`lots/${code}`)).origins.map(({ source }) => source.status);
const codesOf = ({ verdict }: OriginsBody) => ({
  status: verdict.status,
  reasons: verdict.reasons.map(({ code }) => code),
  missing: verdict.missing.map(({ code }) => code),
});

describe('the status of a mine', () => {
  const number = (n: number) => licenceNumber(600 + n);
  const permits: readonly (readonly [string, object | undefined, string])[] = [
    ['held and valid', {}, 'legal'],
    ['valid through the end of its last day', { from: '2026-01-01', to: '2026-01-01' }, 'legal'],
    ['of another, who names the enterprise as contractor', { holder: BUYER, contractors: [MINER] }, 'legal'],
    ['a recovery approval', { kind: 'recovery-approval' }, 'legal'],
    ['of another', { holder: BUYER }, 'illegal'],
    ['expired the day before', { to: '2025-12-31' }, 'illegal'],
    ['not begun', { from: '2026-01-02' }, 'illegal'],
    ['suspended', { status: 'suspended' }, 'illegal'],
    ['revoked', { status: 'revoked' }, 'illegal'],
    ['an exploration licence', { kind: 'exploration-licence' }, 'illegal'],
    ['a safety licence', { kind: 'safety' }, 'illegal'],
    ['not in the registry', undefined, 'unverified'],
  ];

  it.each(permits.map((each, index) => [index, ...each] as const))('%d: %s', async (index, _, given, status) => {
    if (given) await world.put('permits', [licence(number(index), MINER, given)]);
    await world.record(mined(`M${index}`, { licence: number(index) }));
    const { origins } = await world.origins(`lots/M${index}`);
    const reference = number(index);
    const id = `mining-licence:${reference}:2026`;
    expect(origins.map(({ source }) => source)).toEqual([{ id, kind: 'mine', enterprise: MINER, region: '360700', reference, status }]); // prettier-ignore
  });

  it('is judged per root event: valid in May, revoked from June, listed once per status', async () => {
    const may = { validFrom: '2026-05-01T00:00:00+08:00', validTo: '2026-06-01T00:00:00+08:00' };
    await world.put('permits', [
      licence(number(50), MINER, may),
      licence(number(50), MINER, { status: 'revoked', validFrom: may.validTo }),
    ]);
    const at = (code: string, occurredAt: string) => mined(code, { licence: number(50), occurredAt });
    await world.record(at('MAY', '2026-05-31T23:59:59+08:00'), at('JUNE', '2026-06-01T00:00:00+08:00'));
    expect([await statusOf('MAY'), await statusOf('JUNE')]).toEqual([['legal'], ['illegal']]);
    const draws = ['MAY', 'JUNE'].map(code => ({ lot: code, massKg: 100 }));
    const yields = [lot({ lot: 'SUMMER', massKg: 200 })];
    await world.record(own(processing({ enterprise: MINER, occurredAt: '2026-07-01T00:00:00+08:00', draws, yields })));
    const { origins } = await world.origins('lots/SUMMER');
    expect(origins.map(({ source, share }) => [source.id, source.status, share]).sort()).toEqual([
      [`mining-licence:${number(50)}:2026`, 'illegal', 0.5],
      [`mining-licence:${number(50)}:2026`, 'legal', 0.5],
    ]);
  });

  it('follows what the registry learns later', async () => {
    await world.record(mined('LATE', { licence: number(60) }));
    expect(codesOf(await world.origins('lots/LATE'))).toEqual({ status: 'FLAGGED', reasons: ['open-finding'], missing: ['unverified-source'] }); // prettier-ignore
    await world.put('permits', [licence(number(60), MINER)]);
    expect(codesOf(await world.origins('lots/LATE'))).toEqual({ status: 'CLEAN', reasons: [], missing: [] });
    await world.put('permits', [licence(number(60), MINER, { status: 'revoked', validFrom: '2026-01-01T00:00:00+08:00' })]); // prettier-ignore
    expect(codesOf(await world.origins('lots/LATE'))).toEqual({ status: 'FLAGGED', reasons: expect.arrayContaining(['illegal-source']), missing: [] }); // prettier-ignore
  });
});

describe('the status of an import', () => {
  const imports: readonly (readonly [string, object | undefined, number, string])[] = [
    ['half a per cent above what was declared', {}, 10_050, 'legal'],
    ['a gram more', {}, 10_050.001, 'illegal'],
    ['of another party', { party: MINER }, 1, 'illegal'],
    ['an export', { direction: 'export' }, 1, 'illegal'],
    ['beside lines of other goods', { lines: [{ hsCode: '2846901999', massKg: 1, valueUsd: 1 }, { hsCode: '72044900', massKg: 999, valueUsd: 1 }] }, 2, 'illegal'],
    ['of lines of other goods only', { lines: [{ hsCode: '72044900', massKg: 999, valueUsd: 1 }] }, 2, 'legal'],
    ['not in the registry', undefined, 1, 'unverified'],
  ]; // prettier-ignore

  it.each(imports.map((each, index) => [index, ...each] as const))(
    '%d: %s',
    async (index, _, given, massKg, status) => {
      const declaration = declarationNumber(700 + index, 'import');
      if (given) await world.put('customs-declarations', [importDeclaration(declaration, BUYER, given)]);
      await world.record(
        own(importing({ enterprise: BUYER, declaration, yields: [lot({ lot: `I${index}`, massKg })] })),
      );
      const [origin] = (await world.origins(`lots/I${index}`)).origins;
      expect(origin?.source).toMatchObject({
        id: `import:${declaration}`,
        kind: 'import',
        reference: declaration,
        status,
      });
    },
  );

  it('counts all imports that cite the declaration together', async () => {
    const declaration = declarationNumber(790, 'import');
    await world.put('customs-declarations', [importDeclaration(declaration, BUYER)]);
    const part = (code: string, massKg: number) =>
      own(importing({ enterprise: BUYER, declaration, yields: [lot({ lot: code, massKg })] }));
    await world.record(part('II-1', 10_000));
    expect(await statusOf('II-1')).toEqual(['legal']);
    await world.record(part('II-2', 51));
    expect([await statusOf('II-1'), await statusOf('II-2')]).toEqual([['illegal'], ['illegal']]);
  });
});

it.each<[string, string, object, string]>([
  ['of a recycler from a named supplier', RECYCLER, { name: '示例', uscc: uscc(900) }, 'legal'],
  ['of a recycler from a supplier without a code', RECYCLER, { name: '张三' }, 'unverified'],
  ['of a trader', BUYER, { name: '示例', uscc: uscc(900) }, 'unverified'],
])('scrap %s', async (what, enterprise, supplier, status) => {
  const code = `SCRAP ${what}`;
  await world.record(own(scrapIntake({ enterprise, supplier: supplier as { name: string }, yields: [lot({ lot: code, product: 'SCR-NdFeB-B' })] }))); // prettier-ignore
  const [origin] = (await world.origins(`lots/${encodeURIComponent(code)}`)).origins;
  expect(origin?.source).toMatchObject({ kind: 'scrap', status });
  expect(origin?.source.id).toBe(`scrap:${origin?.source.reference}:2026`);
});

describe('decisions on sources', () => {
  const decide = (id: string, body: object) => world.api.post<ProblemBody>(`/v1/sources/${encodeURIComponent(id)}/decisions`, body); // prettier-ignore

  it('override what papers say, for the time they name', async () => {
    await world.record(
      own(openingStock({ enterprise: MINER, yields: [lot({ lot: 'OS-1' })] })),
      own(openingStock({ enterprise: MINER, occurredAt: day(20), yields: [lot({ lot: 'OS-2' })] })),
    );
    const id = `opening-stock:${MINER}`;
    expect([await statusOf('OS-1'), await statusOf('OS-2')]).toEqual([['unverified'], ['unverified']]);
    expect((await decide(id, { status: 'legal', note: '核查', to: '2026-01-11' })).status).toBe(201);
    expect([await statusOf('OS-1'), await statusOf('OS-2')]).toEqual([['legal'], ['unverified']]);
    expect((await decide(id, { status: 'illegal', note: '核查' })).status).toBe(201);
    expect([await statusOf('OS-1'), await statusOf('OS-2')]).toEqual([['illegal'], ['illegal']]);
  });

  it('and sanctions too, as long as they last', async () => {
    const number = licenceNumber(690);
    await world.put('enterprises', [enterprise(uscc(690), ['mine'])]);
    await world.put('permits', [licence(number, uscc(690))]);
    const at = (code: string, occurredAt: string) => mined(code, { enterprise: uscc(690), licence: number, occurredAt });
    await world.record(at('SA-1', day(0)));
    const sanction = { source: 'test', number: 'CF-1', enterprise: uscc(690), kind: 'illegal-source', from: '2026-01-01', to: '2026-01-31', basis: 'x' };
    await world.put('sanctions', [sanction]);
    await world.record(at('SA-2', day(30)), at('SA-3', day(31)));
    expect([await statusOf('SA-1'), await statusOf('SA-2'), await statusOf('SA-3')]).toEqual([['illegal'], ['illegal'], ['legal']]);
    await world.put('sanctions', [{ ...sanction, to: '2025-12-31', from: '2025-12-31', validFrom: '2000-01-01T00:00:00+08:00' }]);
    expect([await statusOf('SA-1'), await statusOf('SA-2')]).toEqual([['legal'], ['legal']]);
    await world.put('sanctions', [{ ...sanction, validFrom: '2000-01-01T00:00:00+08:00' }]);
    expect((await decide(`mining-licence:${number}:2026`, { status: 'legal', note: '复议' })).status).toBe(201);
    expect(await statusOf('SA-1')).toEqual(['legal']);
  }); // prettier-ignore

  it.each<[string, object, number]>([
    ['mining-licence:none:2026', { status: 'legal', note: 'x' }, 404],
    [`opening-stock:${MINER}`, { status: 'maybe', note: 'x' }, 400],
    [`opening-stock:${MINER}`, { status: 'legal' }, 400],
    [`opening-stock:${MINER}`, { status: 'legal', note: 'x', more: 1 }, 400],
  ])('%s with %j: %d', async (id, body, status) => {
    expect((await decide(id, body)).status).toBe(status);
  });
});

describe('shipments', () => {
  const [CLEAN, PENDING, TWICE] = [801, 802, 803].map(n => declarationNumber(n, 'export')) as [string, string, string];
  const cites = (number: string) => ({ documents: [{ kind: 'export-declaration', number }] });

  it('are all exports of their declaration', async () => {
    const sent = send('SH', 100);
    await world.record(mined('SH'), sent, take(sent), ship(TWICE, 'SH', 40), ship(TWICE, 'SH', 60), mined('SH-2'));
    const answer = await world.get<OriginsBody>(`/v1/shipments/${TWICE}/verdict`);
    expect(Object.keys(answer).sort()).toEqual(['asOf', 'subject', 'verdict']);
    expect(answer).toMatchObject({ subject: { kind: 'shipment', id: TWICE, massKg: 100, reoKg: 60 }, verdict: { status: 'CLEAN', reasons: [], missing: [] } }); // prettier-ignore
  });

  it('wait for what dispatches announced, and for what is on its way of a lot', async () => {
    const [sent, more] = [send('PE', 40), send('PE', 10, cites(PENDING))];
    await world.record(mined('PE'), sent, take(sent), ship(PENDING, 'PE', 5), more);
    expect(codesOf(await world.origins(`shipments/${PENDING}`))).toEqual({ status: 'UNKNOWN', reasons: [], missing: ['pending-transfer'] }); // prettier-ignore
    expect((await world.origins('lots/PE')).verdict.missing).toMatchObject([
      { code: 'pending-transfer', refs: [more.id] },
    ]);
    await world.record(take(more), ship(PENDING, 'PE', 5));
    expect(codesOf(await world.origins(`shipments/${PENDING}`)).status).toBe('CLEAN');
    expect(codesOf(await world.origins('lots/PE')).status).toBe('CLEAN');
  });

  it('get verdicts in bulk, in order, an unknown one a problem', async () => {
    await world.record(ship(CLEAN, 'PE', 1));
    const ask = (declarations: unknown) => world.api.post<ProblemBody & { items: object[] }>('/v1/verdicts', { declarations });
    const unknown = declarationNumber(899, 'export');
    const { status, body } = await ask([CLEAN, unknown, PENDING, CLEAN]);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { declaration: CLEAN, verdict: { status: 'CLEAN' } },
      { declaration: unknown, problem: { status: 404, code: 'not-found' } },
      { declaration: PENDING, verdict: { status: 'CLEAN' } },
      { declaration: CLEAN, verdict: { status: 'CLEAN' } },
    ]);
    expect((await ask([])).status).toBe(400);
    expect((await ask(Array.from({ length: 1_000 }, () => unknown))).body.items.length).toBe(1_000);
    expect((await ask(Array.from({ length: 1_001 }, () => unknown))).status).toBe(400);
    expect((await ask([1])).body.errors).toMatchObject([{ code: 'wrong-type', pointer: '/declarations/0', value: 1 }]);
  }); // prettier-ignore
});

describe('lots', () => {
  it('are their whole mass when made, or what a holder has left', async () => {
    const sent = send('WHOLE', 30);
    await world.record(mined('WHOLE'), sent, take(sent), ship(declarationNumber(810, 'export'), 'WHOLE', 30));
    const of = (path: string) => world.api.get<OriginsBody>(`/v1/lots/${path}`);
    expect((await of('WHOLE/origins')).body.subject).toMatchObject({ kind: 'lot', id: 'WHOLE', declaredBy: MINER, massKg: 100, reoKg: 60 }); // prettier-ignore
    expect((await of(`WHOLE/provenance?enterprise=${MINER}`)).body.subject).toMatchObject({
      enterprise: MINER,
      massKg: 70,
    });
    expect((await of(`WHOLE/origins?enterprise=${BUYER}`)).status).toBe(404);
    expect((await of(`WHOLE/origins?enterprise=${STRANGER}`)).status).toBe(404);
    expect((await of('NONE/origins')).status).toBe(404);
    await world.record(send('WHOLE', 70));
    expect((await of(`WHOLE/origins?enterprise=${MINER}`)).status).toBe(404);
  });

  it('are named with their declarer where two have declared the same code', async () => {
    await world.record(mined('BOTH'), own(openingStock({ enterprise: BUYER, yields: [lot({ lot: 'BOTH' })] })));
    expect((await world.api.get('/v1/lots/BOTH/origins')).body).toMatchObject({ status: 409, code: 'ambiguous-lot' });
    expect((await world.origins(`lots/${BUYER}:BOTH`)).subject).toMatchObject({ id: 'BOTH', declaredBy: BUYER });
  });
});

it('takes a document as the lots its events made or moved, a dispatch and its receipt once', async () => {
  const documents = [{ kind: 'vat-invoice' as const, number: '26360000000000000501' }];
  const sent = { ...send('DOC', 30), documents };
  await world.record({ ...mined('DOC'), documents }, sent, { ...take(sent), documents });
  const answer = await world.get<OriginsBody>('/v1/documents/vat-invoice/26360000000000000501/provenance');
  expect(answer.subject).toMatchObject({ kind: 'document', massKg: 130 });
  expect((await world.api.get('/v1/documents/vat-invoice/none/provenance')).status).toBe(404);
  expect((await world.api.get('/v1/documents/letter/none/provenance')).status).toBe(404);
});

describe('provenance', () => {
  const chain = async (query = '') =>
    world.get<Record<string, never> & OriginsBody>(`/v1/lots/CHAIN/provenance${query}`);

  it('counts events and holdings upstream, without corrections, and bounds the graph', async () => {
    const event = mined('CHAIN');
    await world.record(event, own(correction(event, { ...event, note: 'x' })));
    const full = await chain();
    expect(full).toMatchObject({
      chain: { events: 1, holdings: 1, enterprises: 1, depth: 1, firstAt: day(0), lastAt: day(0) },
      graph: { nodes: [{ kind: 'holding' }, { id: event.id, kind: 'event' }], truncated: false, total: { nodes: 2 } },
      crossProvince: [],
      findings: [],
    });
    expect((await chain('?maxNodes=0')).graph).toMatchObject({
      nodes: [],
      edges: [],
      total: { nodes: 2 },
      truncated: true,
    });
    expect((await chain('?view=enterprises')).graph).toMatchObject({ nodes: [{ id: MINER, kind: 'enterprise' }] });
  });

  it('takes at most 20,000 nodes', async () => {
    expect((await world.api.get('/v1/lots/CHAIN/provenance?maxNodes=20001')).status).toBe(400);
  });

  it('answers the same for ever as known at a position', async () => {
    const event = mined('STABLE');
    const { checkpoint } = await world.record(event);
    const at = async () => (await world.api.get(`/v1/lots/STABLE/provenance?asOf=${checkpoint.seq}`)).text;
    const before = await at();
    await world.record(own(correction(event)));
    await world.put('permits', [licence(LICENCE, MINER, { status: 'suspended', validFrom: '2025-01-01T00:00:00+08:00', validTo: '2025-01-02T00:00:00+08:00' })]); // prettier-ignore
    expect(await at()).toBe(before);
    expect((await world.api.get('/v1/lots/STABLE/provenance')).status).toBe(404);
    expect((await world.api.get('/v1/lots/STABLE/provenance?asOf=1')).status).toBe(404);
  });
});
