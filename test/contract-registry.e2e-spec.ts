import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correction, declarationNumber, dispatch, enterprise, importDeclaration, licence, licenceNumber, lot, mining, scrapIntake,
  undispatchedReceipt, uscc,
} from '#testing'; // prettier-ignore
import {
  BUYER,
  type CaptureResult,
  ContractWorld,
  LICENCE,
  MINER,
  own,
  type ProblemBody,
} from './support/contract-world.js';

interface RegistryResult {
  readonly key?: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly seq?: number;
  readonly problem?: ProblemBody;
}

interface History {
  readonly item?: Record<string, unknown>;
  readonly versions: readonly { readonly item: Record<string, unknown>; readonly supersededSeq?: number }[];
  readonly registered?: boolean;
}

const N = 640;
const declared = declarationNumber(N, 'import');
const ring = [[[114.7, 24.9], [114.8, 24.9], [114.8, 25], [114.7, 24.9]]]; // prettier-ignore
const at = '2026-01-01T08:00:00+08:00';
const day = '2026-01-01';
const line = { item: '碳酸稀土', massKg: 1, basis: 'physical', unit: 't', unitPrice: 1, amount: 1 };

/** Every collection: the key of an item that has every member the contract names. */
const FULL: Readonly<Record<string, readonly [key: string, item: object]>> = {
  enterprises: [uscc(N), { uscc: uscc(N), name: '示例', kinds: ['mine', 'recovery', 'smelter', 'metal', 'recycler', 'trader', 'importer', 'exporter', 'magnet', 'group', 'other'], region: '360700', address: 'x', legalRepresentative: '张三', phone: '1', group: uscc(N), successor: BUYER, capacities: [{ product: 'OX-PrNd', tonnesPerYear: 1.5 }] }],
  sites: ['S', { code: 'S', enterprise: MINER, kind: 'mine', region: '360728', polygon: { type: 'Polygon', coordinates: ring }, keyArea: true }],
  permits: [`mining-licence:${licenceNumber(N)}`, { kind: 'mining-licence', number: licenceNumber(N), holder: MINER, site: 'S', issuer: 'i', issuerRegion: '360000', from: day, to: day, status: 'valid', minerals: ['rare-earth', 'mixed', 'bastnaesite', 'ion-adsorption', 'monazite', 'xenotime', 'other'], polygon: { type: 'MultiPolygon', coordinates: [ring] }, contractors: [BUYER], processes: ['SEPARATION'], capacityTpy: 1.5, replaces: ['x'], quantityKg: 1, hsCode: '2846901930', destination: 'JP', customs: '4220' }],
  quotas: [`2026:1:separation:${MINER}`, { year: 2026, batch: 1, kind: 'separation', holder: MINER, tonnesReo: 1, issuer: 'i', issuedAt: at, filedAt: day, parent: BUYER }],
  'published-lists': [`2026:smelter:${MINER}`, { year: 2026, kind: 'smelter', enterprise: MINER, group: BUYER, status: 'x' }],
  invoices: ['3600201130:00000001', { code: '3600201130', number: '00000001', type: 'special', seller: MINER, buyer: BUYER, issuedAt: at, region: '360700', state: 'normal', lines: [line] }],
  'customs-declarations': [declared, { number: declared, direction: 'import', party: MINER, date: day, country: 'MM', customs: '4220', lines: [{ hsCode: '2846901930', massKg: 1, valueUsd: 1 }] }],
  'inspection-certificates': ['I1', { number: 'I1', declaration: declared, lots: ['a'], massKg: 1, date: day, result: 'pass', activityBqPerG: 0.5 }],
  'resource-tax-certificates': ['T1', { number: 'T1', taxpayer: MINER, region: '360700', period: '2026-Q4', massKg: 1, product: 'OX-La' }],
  samples: ['Y1', { number: 'Y1', enterprise: MINER, site: 'S', takenAt: at, point: 'ore', lot: 'x', assay: { La: 50 }, laboratory: 'l' }],
  sanctions: ['F1', { number: 'F1', enterprise: BUYER, kind: 'blacklist', from: day, to: day, basis: 'b' }],
  'monthly-reports': [`${MINER}:2026-01:OX-La`, { enterprise: MINER, month: '2026-01', product: 'OX-La', producedReoT: 1, purchasedT: 1, importedT: 1, soldT: 1, exportedT: 1, stockT: 1, submittedAt: at }],
  leads: ['X1', { number: 'X1', kind: 'tip', receivedAt: at, region: '360700', point: { lat: 1, lon: 1 }, enterprise: MINER, text: 't', feedbackAt: day, case: 'c' }],
  inspections: ['J1', { number: 'J1', enterprise: MINER, site: 'S', region: '360700', kind: 'monthly-review', date: day, authority: 'a', activities: ['exploration', 'mining', 'leaching', 'smelting', 'separation', 'construction'], result: 'fail', lots: ['x'], dueAt: day, closedAt: day }],
  'tax-returns': [`${MINER}:vat:2026-Q1`, { taxpayer: MINER, tax: 'vat', period: '2026-Q1', taxableAmount: 1, due: 1, paid: 1, filedAt: day, paidAt: day }],
  monitoring: ['H1', { number: 'H1', enterprise: MINER, site: 'S', point: 'p', parameter: 'treatment-outage', from: at, to: at, value: 1, limit: 1, unit: 'u' }],
  cases: ['A1', { number: 'A1', enterprise: MINER, region: '360700', rules: ['REC-01'], stage: 'referred', stageSince: day, dueAt: day, delayReason: 'd', newDueAt: day, referral: { reportedAt: day, decidedAt: day, decision: 'keep', transferredAt: day }, crossProvince: { foundAt: day, reportedAt: day, acknowledgements: [{ region: '440000', sentAt: day, acknowledgedAt: day }] } }],
  feeds: ['D1', { feed: 'D1', department: 'd', collection: 'c', region: '360000', periodDays: 1, lastAt: at }],
}; // prettier-ignore

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
}, 60_000);
afterAll(async () => world.api.close());

const put = (collection: string, items: readonly object[]) =>
  world.api.put<{ results: RegistryResult[]; checkpoint: { seq: number } } & ProblemBody>(`/v1/registry/${collection}`, { items }); // prettier-ignore
const statuses = async (collection: string, items: readonly object[]) =>
  (await put(collection, items)).body.results.map(({ status }) => status);
const history = (collection: string, key: string) => world.get<History>(`/v1/registry/${collection}/${encodeURIComponent(key)}`); // prettier-ignore

describe.each(Object.entries(FULL))('%s', (collection, [key, members]) => {
  const item = { source: 'test', ...members };

  it('creates, leaves unchanged, updates, and gives back what it was given, with its history', async () => {
    const first = await put(collection, [item]);
    expect([first.status, first.body]).toMatchObject([200, { results: [{ key, status: 'created' }] }]);
    expect(first.body.checkpoint.seq).toBe(first.body.results[0]?.seq);
    expect(await statuses(collection, [item, { ...item, source: 'other' }, item])).toEqual(['unchanged', 'updated', 'updated']); // prettier-ignore
    const { item: now, versions } = await history(collection, key);
    expect(now).toMatchObject(item);
    expect(versions.at(-1)?.item).toEqual(item);
    const { items } = await world.get<{ items: { key: string }[] }>(`/v1/registry/${collection}?limit=500`);
    expect(items.map(each => each.key)).toContain(key);
  });

  it('wants a source and knows its members', async () => {
    const { status, body } = await put(collection, [{ ...item, source: undefined, 'a/b': 1 }]);
    expect([status, body.code]).toEqual([400, 'refused']);
    expect(body.errors?.map(({ code, pointer, index }) => [code, pointer, index])).toEqual([
      ['missing', '/items/0/source', 0],
      ['unknown-field', '/items/0/a~1b', 0],
    ]);
    expect((await world.api.get(`/v1/registry/${collection}/none`)).status).toBe(404);
  });
});

describe('PUT', () => {
  it('refuses an item without stopping the others, and a wrong shape as a whole', async () => {
    const bad = { ...importDeclaration(declarationNumber(1, 'import'), BUYER), number: '4220202610000001' };
    const good = importDeclaration(declarationNumber(2, 'import'), BUYER);
    const { status, body } = await put('customs-declarations', [bad, good]);
    expect([status, body.results]).toMatchObject([
      200,
      [{ status: 'refused', problem: { code: 'invalid-declaration-number' } }, { status: 'created' }],
    ]);
    const head = body.checkpoint.seq;
    expect(
      (
        await put('customs-declarations', [
          { ...good, country: 'JP' },
          { ...good, lines: 1 },
        ])
      ).status,
    ).toBe(400);
    expect((await put('customs-declarations', [])).body).toEqual({ results: [], checkpoint: { seq: head } });
  });

  it('answers NDJSON line by line, with a summary at the end', async () => {
    const lines = [enterprise(uscc(641), ['trader']), enterprise(uscc(641), ['trader'])].map(each => JSON.stringify(each));
    const type = { 'content-type': 'application/x-ndjson' };
    const { text } = await world.api.put('/v1/registry/enterprises', `${lines[0]}\n\n{\n${lines[1]}`, type);
    const answers = text.trimEnd().split('\n').map(each => JSON.parse(each) as RegistryResult & { summary?: object }); // prettier-ignore
    expect(answers).toMatchObject([
      { key: uscc(641), status: 'created' },
      { status: 'refused', problem: { code: 'malformed-json' } },
      { key: uscc(641), status: 'unchanged' },
      { summary: { created: 1, updated: 0, unchanged: 1, refused: 1 }, checkpoint: {} },
    ]);
    expect(answers[1]).not.toHaveProperty('key');
  }); // prettier-ignore

  it('overrides only the time an item is stated for', async () => {
    const number = licenceNumber(650);
    const stated = (given: object) => licence(number, MINER, given);
    const [may, june] = ['2026-05-01T00:00:00+08:00', '2026-06-01T00:00:00+08:00'];
    expect(await statuses('permits', [stated({})])).toEqual(['created']);
    expect(await statuses('permits', [stated({ status: 'suspended', validFrom: may, validTo: june })])).toEqual([
      'updated',
    ]);
    const on = async (instant: string) =>
      (await world.get<{ items: { item: object }[] }>(`/v1/registry/permits?number=${number}&validAt=${encodeURIComponent(instant)}`)).items; // prettier-ignore
    for (const [instant, status] of [
      ['1999-01-01T00:00:00+08:00', 'valid'],
      ['2026-04-30T23:59:59.999+08:00', 'valid'],
      [may, 'suspended'],
      [june, 'valid'],
    ] as const) {
      expect(await on(instant)).toMatchObject([{ item: { status } }]);
    }
    const { versions } = await history('permits', `mining-licence:${number}`);
    expect(versions.filter(each => each.supersededSeq !== undefined)).toMatchObject([{ item: { status: 'valid' } }]);
    expect((await put('permits', [stated({ validFrom: june, validTo: may })])).status).toBe(400);
  });

  it('is unbounded for a new key, and from now on for a known one', async () => {
    const before = Date.now();
    await put('enterprises', [enterprise(uscc(651), ['trader'])]);
    expect((await history('enterprises', uscc(651))).item).not.toHaveProperty('validFrom');
    await put('enterprises', [enterprise(uscc(651), ['metal'])]);
    const { item } = await history('enterprises', uscc(651));
    expect(Date.parse(String(item?.['validFrom']))).toBeGreaterThanOrEqual(before);
    expect(item).not.toHaveProperty('validTo');
  });
});

describe('GET', () => {
  it('pages the state of the first page, newest first', async () => {
    const codes = [660, 661, 662].map(n => uscc(n, '530000'));
    await put('enterprises', codes.map(code => enterprise(code, ['trader']))); // prettier-ignore
    const page = (cursor = '') =>
      world.get<{ items: { key: string }[]; nextCursor?: string }>(`/v1/registry/enterprises?region=530000&limit=2${cursor}`);
    const first = await page();
    await put('enterprises', [enterprise(uscc(663, '530000'), ['trader'])]);
    const second = await page(`&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ key }) => key)).toEqual([...codes].reverse());
    expect(second).not.toHaveProperty('nextCursor');
  }); // prettier-ignore

  it('filters by the natural key', async () => {
    const { items } = await world.get<{ items: { key: string }[] }>(`/v1/registry/enterprises?uscc=${MINER}`);
    expect(items.map(({ key }) => key)).toEqual([MINER]);
  });

  it('shows enterprises that are only named by others as stubs, from the position that names them', async () => {
    const [to, supplier, sender, holder, nobody] = [670, 671, 672, 673, 674].map(n => uscc(n)) as [string, string, string, string, string]; // prettier-ignore
    const sent = own(dispatch({ enterprise: MINER, to, draws: [{ lot: 'ST', massKg: 1 }] }));
    const party = (code: string) => ({ name: '示例', uscc: code });
    const events = [
      own(mining({ enterprise: MINER, licence: LICENCE, yields: [lot({ lot: 'ST' })] })),
      sent,
      own(scrapIntake({ enterprise: MINER, supplier: party(supplier), yields: [lot({ lot: 'ST-2' })] })),
      own(undispatchedReceipt({ enterprise: MINER, from: party(sender), yields: [lot({ lot: 'ST-3' })] })),
    ];
    const { results } = await world.record(...events);
    await put('permits', [licence(licenceNumber(673), holder)]);
    for (const code of [to, supplier, sender, holder]) {
      expect(await history('enterprises', code)).toMatchObject({ key: code, registered: false, item: { uscc: code }, versions: [] }); // prettier-ignore
    }
    const status = async (path: string) => (await world.api.get(`/v1/registry/enterprises/${path}`)).status;
    expect([await status(nobody), await status(`${to}?asOf=${(results as CaptureResult[])[0]!.seq}`)]).toEqual([
      404, 404,
    ]);
    await put('enterprises', [enterprise(to, ['trader'])]);
    expect(await history('enterprises', to)).not.toHaveProperty('registered');
    await world.record(own(correction(sent)));
  });
});
