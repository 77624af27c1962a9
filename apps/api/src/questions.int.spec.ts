import { setTimeout as delay } from 'node:timers/promises';
import { SYSTEM } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventInput } from '#lots';
import { createLogger } from '#platform';
import {
  day, declarationNumber, dispatch, enterprise, exporting, type FreshDatabase, freshDatabase, licence, licenceNumber, lot, mining,
  receipt, uscc,
} from '#testing'; // prettier-ignore
import { createApp } from './app.js';
import { AppModule } from './app.module.js';
import { MIGRATIONS } from './migrations.js';
import { closeServices, createServices, startServices, type Services } from './services.js';

const KEY = 'administrator-key-for-tests';
const [MINE, PLANT] = [uscc(1, '150200'), uscc(2, '360700')];
const SOURCE = `mining-licence:${licenceNumber(1)}:2026`;
const EXPORT = declarationNumber(1, 'export');

const mined = mining({ enterprise: MINE, yields: [lot({ lot: 'Q-1' })] });
const sent = dispatch({ enterprise: MINE, to: PLANT, draws: [{ lot: 'Q-1', massKg: 4_000 }] });
const shipped = exporting({ enterprise: PLANT, declaration: EXPORT, items: [{ lot: 'Q-1', massKg: 1_000 }] });

describe('the further questions', () => {
  let database: FreshDatabase;
  let services: Services;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    database = await freshDatabase(MIGRATIONS);
    const options = {
      databaseUrl: database.url,
      adminKey: KEY,
      dataDir: 'never-written',
      logger: createLogger('silent'),
    };
    services = createServices(options);
    app = await createApp(AppModule.of(services), services);
    await app.init();
    startServices(services);
    await services.registry.put(SYSTEM, 'enterprises', [enterprise(MINE, ['mine']), enterprise(PLANT, ['smelter'])]);
    await services.registry.put(SYSTEM, 'permits', [licence(licenceNumber(1), MINE)]);
    for (const event of [mined, sent, receipt(sent), shipped]) await record(event);
  });

  afterAll(async () => {
    await app.close();
    await closeServices(services);
    await database.drop();
  });

  const record = (event: EventInput) =>
    services.lots.capture.capture(SYSTEM, [{ index: 0, event, pointer: '' }], 'rollback');

  const get = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${KEY}`, ...headers } });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: answer.body && answer.json<object>() };
  }; // prettier-ignore

  const headSeq = async (): Promise<number> => (await services.ledger.head(SYSTEM)).seq;

  it('tell where a lot and a source went', async () => {
    const expected = {
      stock: [
        { enterprise: MINE, lot: 'Q-1', declaredBy: MINE, inTransit: false, massKg: 6_000, attributedReoKg: 3_600 },
        { enterprise: PLANT, lot: 'Q-1', declaredBy: MINE, inTransit: false, massKg: 3_000, attributedReoKg: 1_800 },
      ],
      shipments: [{ declaration: EXPORT, massKg: 1_000, attributedReoKg: 600, share: 1 }],
      lossesReoKg: 0,
      truncated: false,
    };
    const seq = await headSeq();
    for (const question of [`lots/Q-1`, `lots/${MINE}:Q-1`, `sources/${encodeURIComponent(SOURCE)}`]) {
      expect(await get(`/v1/${question}/destinations`)).toMatchObject({
        status: 200,
        body: { ...expected, asOf: { seq } },
      });
      const before = await get(`/v1/${question}/destinations?asOf=${seq - 1}`);
      expect(before).toMatchObject({ status: 200, body: { shipments: [], asOf: { seq: seq - 1 } } });
    }
    expect((await get('/v1/sources/import%3A1/destinations')).status).toBe(404);
    expect((await get('/v1/lots/Q-1/destinations?asOf=99999')).status).toBe(400);
  });

  it('tell what crossed from province to province', async () => {
    const link = { from: '150000', to: '360000', transfers: 1, massKg: 4_000, reoKg: 2_400, flagged: false };
    const { status, body } = await get('/v1/links/cross-province?stage=concentrate&from=150200&flagged=false');
    expect([status, body]).toEqual([200, { items: [{ ...link, events: [sent.id] }], total: 1, truncated: false }]);
    expect((await get('/v1/links/cross-province?stage=ore')).body).toMatchObject({ items: [] });
    expect((await get(`/v1/links/cross-province?asOf=${await headSeq()}`)).body).toMatchObject({ items: [link] });
    expect((await get('/v1/links/cross-province?asOf=3')).body).toMatchObject({ items: [], total: 0 });
    for (const bad of ['stage=dust', 'from=36', 'flagged=maybe', 'cursor=x', 'limit=0', 'asOf=x', 'asOf=99999']) {
      expect((await get(`/v1/links/cross-province?${bad}`)).status).toBe(400);
    }
  });

  it('tell the ways between parties, lots and shipments', async () => {
    const { status, body } = await get(`/v1/paths?from=${MINE}&to=${EXPORT}`);
    expect([status, body]).toMatchObject([
      200,
      { items: [{ length: 3, steps: [{ type: 'dispatch' }, { type: 'receipt' }, { type: 'export' }] }], truncated: false },
    ]);
    const url = `/v1/paths?from=${MINE}&to=${PLANT}`;
    expect((await get(`${url}&asOf=${await headSeq()}`)).body).toMatchObject({ items: [{ length: 2 }] });
    expect((await get(`${url}&asOf=3`)).body).toMatchObject({ items: [] });
    expect((await get(`/v1/paths?from=${MINE}&to=Q-9`)).status).toBe(404);
    for (const bad of ['from=a', `from=${MINE}&to=${PLANT}&asOf=99999`, `from=${MINE}&to=${PLANT}&max=101`, `from=a/b&to=${PLANT}`]) {
      expect((await get(`/v1/paths?${bad}`)).status).toBe(400);
    }
  }); // prettier-ignore

  it('find things by what they are called', async () => {
    expect((await get('/v1/search?q=%EF%BC%B1-1')).body).toMatchObject({
      lots: [{ lot: 'Q-1' }],
      findings: [],
      more: [],
    });
    expect((await get(`/v1/search?q=Q-1&asOf=${await headSeq()}`)).body).toMatchObject({ lots: [{ lot: 'Q-1' }] });
    expect((await get('/v1/search?q=Q-1&asOf=2')).body).toMatchObject({ lots: [] });
    for (const bad of ['', 'q=', 'q=%20', 'q=Q-1&asOf=99999', `q=${'x'.repeat(101)}`])
      expect((await get(`/v1/search?${bad}`)).status).toBe(400);
  });

  /** Of an answer of a screened ledger: before that there is none. */
  const tagOf = async (url: string): Promise<string> => {
    for (;;) {
      const { etag } = (await get(url)).headers;
      if (typeof etag === 'string') return etag;
      await delay(20);
    }
  };

  it('answer 304 as long as the ledger stands still', async () => {
    const url = `/v1/shipments/${EXPORT}/verdict`;
    const tag = await tagOf(url);
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    expect(await get(url, { 'if-none-match': tag })).toMatchObject({ status: 304, text: '', headers: { etag: tag } });
    expect((await get(url, { 'if-none-match': `"other", ${tag.slice(2)}` })).status).toBe(304);
    expect((await get(url, { 'if-none-match': tag, 'accept-language': 'zh' })).status).toBe(200);
    expect((await get(`${url}?asOf=1`, { 'if-none-match': tag })).status).not.toBe(304);
    expect((await get('/v1/shipments/1/verdict', { 'if-none-match': tag })).headers.etag).toBeUndefined();
    await record(mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: 'Q-2' })] }));
    const later = await get(url, { 'if-none-match': tag });
    expect([later.status, later.headers.etag === tag]).toEqual([200, false]);
  });

  it('give no tag while something is still being worked in', async () => {
    const url = `/v1/shipments/${EXPORT}/verdict`;
    const etag = await tagOf(url);
    const setDirty = (dirty: boolean) =>
      services.database.write(SYSTEM, tx => tx.query('UPDATE pool SET dirty = $1 WHERE key = $2', [dirty, 'root']));
    await setDirty(true);
    const during = await get(url, { 'if-none-match': etag });
    await setDirty(false);
    expect([during.status, during.headers.etag]).toEqual([200, undefined]);
  });
});
