import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NEEDS } from '#access';
import { createLogger } from '#platform';
import { createApp } from './app.js';
import { AppModule } from './app.module.js';
import { MIGRATIONS } from './migrations.js';
import { routesOf } from './http/routes.js';
import { closeServices, createServices, type Services } from './services.js';

interface Operation {
  readonly responses: object;
  readonly security: readonly object[];
}

describe('the service', () => {
  let services: Services;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    services = createServices({
      databaseUrl: 'postgres://nobody:none@127.0.0.1:9/none',
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
  });

  const get = async (url: string, authorization = 'Bearer administrator-key-for-tests') =>
    app.inject({ method: 'GET', url, headers: { authorization } });

  it('declares for every route what it needs, and opens only health without a key', () => {
    const routes = routesOf(app);
    for (const { needs } of routes) expect(NEEDS).toContain(needs);
    expect(routes.filter(({ needs }) => needs === 'public').map(({ path }) => path).sort()).toEqual(['/health/live', '/health/ready']); // prettier-ignore
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });

  it('refuses every route but health without a key', async () => {
    for (const { method, path, needs } of routesOf(app)) {
      const { statusCode } = await app.inject({ method, url: path.replaceAll(/:\w+/g, 'x') });
      expect([method, path, statusCode === 401]).toEqual([method, path, needs !== 'public']);
    }
  });

  it('lives without its database, but is not ready', async () => {
    expect((await get('/health/live')).statusCode).toBe(200);
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.headers['retry-after'], ready.json()]).toEqual([
      503,
      '2',
      { status: 'unavailable', dependencies: { postgres: 'down' } },
    ]);
    expect(await get('/v1/holdings')).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
    const metrics = await get('/metrics');
    expect([metrics.statusCode, metrics.headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(metrics.body).toContain('oretrail_http_request_duration_seconds');
  });

  it('says who asks', async () => {
    expect((await get('/v1/access/me')).json()).toEqual({
      id: 'administrator',
      role: 'administrator',
      setupMode: true,
    });
  });

  it.each(['products', 'processes', 'regions', 'profiles'])(
    'lists the %s of the catalogue page by page',
    async list => {
      interface Page {
        readonly items: readonly { readonly code?: string; readonly id?: string }[];
        readonly nextCursor?: string;
      }
      const whole = (await get(`/v1/catalogue/${list}?limit=500`)).json<Page>();
      const found: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page: Page = (await get(`/v1/catalogue/${list}?limit=7${cursor && `&cursor=${cursor}`}`)).json<Page>();
        found.push(...page.items.map(item => item.code ?? item.id ?? ''));
        cursor = page.nextCursor;
      }
      expect(found).toEqual(whole.items.map(item => item.code ?? item.id));
      expect((await get(`/v1/catalogue/${list}?cursor=x`)).statusCode).toBe(400);
    },
  );

  it('documents every route with references that resolve', async () => {
    const document = (await get('/docs/openapi.json', '')).json<{
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, object> };
    }>();
    const operations = Object.values(document.paths).flatMap(path => Object.values(path));
    expect(operations.length).toBe(routesOf(app).length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty([name!]);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Event', 'MiningEvent', 'Problem']),
    );
  });

  it('has migrations with ids of their own', () => {
    expect(new Set(MIGRATIONS.map(({ id }) => id)).size).toBe(MIGRATIONS.length);
  });
});
