import { SYSTEM } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '#platform';
import { freshDatabase, type FreshDatabase } from '#testing';
import { AppModule } from '../app.module.js';
import { createApp } from '../app.js';
import { MIGRATIONS } from '../migrations.js';
import { closeServices, createServices, type Services } from '../services.js';

describe('operations over HTTP', () => {
  let fresh: FreshDatabase;
  let services: Services;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    fresh = await freshDatabase(MIGRATIONS);
    services = createServices({
      databaseUrl: fresh.url,
      adminKey: 'administrator-key-for-tests',
      dataDir: 'never-written',
      logger: createLogger('silent'),
    });
    app = await createApp(AppModule.of(services), services);
    await app.init();
  });

  afterAll(async () => {
    await app.close();
    await closeServices(services);
    await fresh.drop();
  });

  const ask = async (method: 'GET' | 'POST', path: string) => {
    const headers = { authorization: 'Bearer administrator-key-for-tests' };
    const answer = await app.inject({ method, url: `/v1/operations${path}`, headers });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };

  it('lists them newest first, shows one and cancels it', async () => {
    const first = await services.jobs.enqueue(SYSTEM, 'count', { to: 3 }, { key: 'a' });
    const second = await services.jobs.enqueue(SYSTEM, 'other', null);
    const page = await ask('GET', '?limit=1');
    expect(page).toMatchObject({ status: 200, body: { items: [{ id: second, kind: 'other' }] } });
    const rest = await ask('GET', `?limit=1&cursor=${page.body['nextCursor'] as string}`);
    const shown = {
      id: first,
      kind: 'count',
      key: 'a',
      state: 'queued',
      progress: 0,
      cancelRequested: false,
      input: { to: 3 },
      actor: 'oretrail',
      createdAt: expect.stringMatching(/\+08:00$/),
    };
    expect(rest).toEqual({ status: 200, body: { items: [shown] } });
    expect(await ask('GET', `/${first.toUpperCase()}`)).toEqual({ status: 200, body: shown });
    const cancelled = { state: 'cancelled', cancelRequested: true, finishedAt: expect.stringMatching(/\+08:00$/) };
    expect(await ask('POST', `/${first}/cancel`)).toEqual({ status: 200, body: { ...shown, ...cancelled } });
    expect(await ask('GET', '?state=queued&kind=count')).toEqual({ status: 200, body: { items: [] } });
  });

  it('refuses what it does not know', async () => {
    expect(await ask('GET', `/${randomUUID()}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await ask('POST', '/17/cancel')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await ask('GET', '?state=waiting')).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'state' }] },
    });
    expect(await ask('GET', '?cursor=x')).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } });
  });
});
