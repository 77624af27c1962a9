import { SYSTEM } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '#platform';
import { declarationNumber, freshDatabase, uscc, type FreshDatabase } from '#testing';
import { createApp } from '../app.js';
import { AppModule } from '../app.module.js';
import { MIGRATIONS } from '../migrations.js';
import { closeServices, createServices, type Services } from '../services.js';

const KEY = 'administrator-key-for-tests';
const IMPORT = declarationNumber(1, 'import');

let fresh: FreshDatabase;
let services: Services;
let app: NestFastifyApplication;
let dataDir: string;

beforeAll(async () => {
  fresh = await freshDatabase(MIGRATIONS);
  dataDir = mkdtempSync(join(tmpdir(), 'oretrail-registry-'));
  services = createServices({ databaseUrl: fresh.url, adminKey: KEY, dataDir, logger: createLogger('silent') });
  app = await createApp(AppModule.of(services), services);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await closeServices(services);
  await fresh.drop();
  rmSync(dataDir, { recursive: true });
});

const enterprise = (n: number, changes: object = {}) => ({
  uscc: uscc(n), name: `Example ${n}`, kinds: ['trader'], region: '360700', source: 'test', ...changes,
}); // prettier-ignore

async function call(method: 'GET' | 'PUT', path: string, payload?: string, type = 'application/json') {
  const headers = { authorization: `Bearer ${KEY}`, ...(payload === undefined ? {} : { 'content-type': type }) };
  return app.inject({ method, url: `/v1/registry/${path}`, headers, ...(payload === undefined ? {} : { payload }) });
}

const put = (collection: string, items: readonly object[]) => call('PUT', collection, JSON.stringify({ items }));

const putLines = async (collection: string, payload: string) => {
  const { statusCode, headers, body } = await call('PUT', collection, payload, 'application/x-ndjson');
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  return body.split('\n').slice(0, -1).map(line => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
};

describe('PUT /v1/registry/{collection}', () => {
  it('answers what became of each item, and the checkpoint', async () => {
    const answer = await put('enterprises', [
      enterprise(1),
      { ...enterprise(2), uscc: '91360700MA00000001' },
      enterprise(1),
    ]);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      results: [
        { key: uscc(1), status: 'created', seq: 1 },
        {
          key: '91360700MA00000001',
          status: 'refused',
          problem: expect.objectContaining({
            type: 'urn:oretrail:problem:invalid-uscc',
            status: 422,
            errors: [expect.objectContaining({ index: 1, code: 'invalid-uscc', pointer: '/items/1/uscc' })],
          }),
        },
        { key: uscc(1), status: 'unchanged' },
      ],
      checkpoint: { seq: 1 },
    });
  });

  it('refuses the whole request for a wrong shape', async () => {
    const answer = await put('enterprises', [enterprise(2), enterprise(3, { colour: 'red' })]);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'unknown-field', errors: [{ index: 1, pointer: '/items/1/colour' }] });
    expect((await call('PUT', 'enterprises', '{}')).json()).toMatchObject({
      code: 'missing',
      errors: [{ pointer: '/items' }],
    });
    expect((await call('GET', `enterprises/${uscc(2)}`)).statusCode).toBe(404);
    expect((await put('unknown', [])).statusCode).toBe(404);
  });

  it('warns of odd numbers without refusing them', async () => {
    const number = declarationNumber(9, 'export');
    const item = {
      number, direction: 'import', party: uscc(1), date: '2026-02-03', country: 'MM', customs: '8603', source: 'test',
      lines: [{ hsCode: '2846901930', massKg: 1, valueUsd: 1 }],
    }; // prettier-ignore
    const { results } = (await put('customs-declarations', [item, { ...item, number: IMPORT }])).json<{
      results: object[];
    }>();
    expect(results[0]).toMatchObject({
      status: 'created',
      warnings: [{ code: 'unusual-number', pointer: '/items/0/number' }],
    });
    expect(results[1]).not.toHaveProperty('warnings');
  });

  it('takes NDJSON of any length, one result a line and a summary', async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) => JSON.stringify(enterprise(1_000 + index)));
    const payload = [lines[0], '{"uscc":', '', JSON.stringify(enterprise(2, { region: 'x' })), ...lines].join('\n');
    const answers = await putLines('enterprises', payload);
    expect(answers).toHaveLength(2_504);
    expect(answers.slice(0, 4)).toMatchObject([
      { key: uscc(1_000), status: 'created' },
      { status: 'refused', problem: { code: 'malformed-json', errors: [{ index: 1, pointer: '' }] } },
      { key: uscc(2), status: 'refused', problem: { code: 'bad-format', errors: [{ index: 2, pointer: '/region' }] } },
      { key: uscc(1_000), status: 'unchanged' },
    ]);
    const { seq } = await services.ledger.head(SYSTEM);
    expect(answers.at(-1)).toEqual({
      summary: { created: 2_500, updated: 0, unchanged: 1, refused: 2 },
      checkpoint: { seq },
    });
    expect(await putLines('enterprises', '')).toMatchObject([{ summary: { created: 0 }, checkpoint: { seq } }]);
  });
});

describe('GET /v1/registry/{collection}', () => {
  it('lists by filters, page by page, as known at a position', async () => {
    const first = (await call('GET', 'enterprises?region=360700&kinds=trader&limit=2')).json<{
      items: object[];
      nextCursor: string;
    }>();
    expect(first.items).toMatchObject([{ key: uscc(3_499) }, { key: uscc(3_498) }]);
    const next = await call('GET', `enterprises?region=360700&kinds=trader&limit=2&cursor=${first.nextCursor}`);
    expect(next.json()).toMatchObject({ items: [{ key: uscc(3_497) }, { key: uscc(3_496) }] });
    const early = await call('GET', 'enterprises?asOf=1');
    expect(early.json()).toEqual({
      items: [{ key: uscc(1), seq: 1, recordedAt: expect.stringMatching(/\+08:00$/), item: enterprise(1) }],
    });
    for (const query of ['colour=red', 'region=36', 'kinds=bank', 'limit=501', 'asOf=99999999', 'validAt=2026']) {
      expect([query, (await call('GET', `enterprises?${query}`)).statusCode]).toEqual([query, 400]);
    }
  });

  it('answers one item with its history, the same as known at a position', async () => {
    const key = encodeURIComponent(uscc(1));
    await put('enterprises', [enterprise(1, { name: 'Renamed', validFrom: '2026-06-01T00:00:00+08:00' })]);
    const early = await call('GET', `enterprises/${key}?asOf=1`);
    expect(early.json()).toMatchObject({ asOf: { seq: 1 }, item: enterprise(1), versions: [{ seq: 1 }] });
    await put('enterprises', [enterprise(1, { name: 'Again', validFrom: '2026-07-01T00:00:00+08:00' })]);
    expect((await call('GET', `enterprises/${key}?asOf=1`)).body).toBe(early.body);
    const now = (await call('GET', `enterprises/${key}`)).json<{ versions: object[] }>();
    expect(now).toMatchObject({ collection: 'enterprises', key: uscc(1), item: { name: 'Again' } });
    expect(now.versions).toMatchObject([
      { item: { name: 'Again', validFrom: '2026-07-01T00:00:00+08:00' } },
      { item: { name: 'Renamed', validFrom: '2026-06-01T00:00:00+08:00', validTo: '2026-07-01T00:00:00+08:00' } },
      { item: { name: 'Renamed' }, supersededAt: expect.stringMatching(/\+08:00$/) },
      { item: { name: 'Example 1', validTo: '2026-06-01T00:00:00+08:00' }, seq: 1 },
      { item: { name: 'Example 1' }, seq: 1, supersededSeq: expect.any(Number) },
    ]);
  });

  it('takes keys with any character that has a meaning in paths', async () => {
    const permit = {
      kind: 'eia', number: '环审/2020 #12?', holder: uscc(1), issuer: 'x', from: '2020-01-01', status: 'valid', source: 'test',
    }; // prettier-ignore
    await put('permits', [permit]);
    const answer = await call('GET', `permits/${encodeURIComponent(`eia:${permit.number}`)}`);
    expect(answer.json()).toMatchObject({ item: permit });
    expect((await call('GET', 'permits/%00')).statusCode).toBe(404);
  });
});
