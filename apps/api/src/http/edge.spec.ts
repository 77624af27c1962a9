import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type Type as Class } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type, type Static } from '@sinclair/typebox';
import { Authenticator } from '#access';
import { NotFound, Refused, Unavailable, type Context } from '#kernel';
import { Metrics, Pulse, createLogger, pageParameters } from '#platform';
import { createApp } from '../app.js';
import { Answer } from './answer.js';
import { Body, Ctx, Params, Query, Route } from './route.js';

const KEY = 'administrator-key-for-tests';
const BodySchema = Type.Object({ name: Type.String({ maxLength: 10 }) }, { additionalProperties: false });
const QuerySchema = Type.Object(pageParameters, { additionalProperties: false });
const responses = { 200: { description: 'ok' } };
const route = { needs: 'lots:read', tag: 'Test', summary: 'test', responses } as const;

/** What requests were told that nobody waits for any more. */
const givenUp: unknown[] = [];

@Controller()
class TestController {
  @Route({ ...route, method: 'GET', path: '/v1/things/:code', query: QuerySchema, params: Type.Object({ code: Type.String({ format: 'lot-code' }) }) })
  thing(@Params() params: object, @Query() query: Static<typeof QuerySchema>, @Ctx() context: Context): object {
    return { ...params, ...query, context };
  }

  @Route({ ...route, method: 'POST', path: '/v1/things', body: BodySchema })
  make(@Body() body: object): Answer {
    return new Answer(201, body, { 'x-made': 'yes' });
  }

  @Route({ ...route, method: 'GET', path: '/v1/errors/:code' })
  fail(@Params() { code }: { code: string }): never {
    if (code === 'away') throw new Unavailable('The database is not available: secret host');
    if (code === 'gone') throw new NotFound('lot', 'A-1');
    if (code === 'many') throw new Refused(Array.from({ length: 1_001 }, () => ({ code: 'missing', pointer: '/a' })));
    throw new Error('secret internals');
  }

  @Route({ ...route, method: 'GET', path: '/v1/slow' })
  async slow(@Ctx() { answered }: Context): Promise<never> {
    return new Promise(() => answered!.addEventListener('abort', () => givenUp.push(answered!.reason)));
  }

  @Route({ ...route, method: 'GET', path: '/v1/unhurried', unhurried: true })
  async unhurried(@Ctx() context: Context): Promise<never> {
    return this.slow(context);
  }

  @Route({ ...route, method: 'GET', path: '/health/live', needs: 'public' })
  live(): object {
    return { status: 'ok' };
  }
} // prettier-ignore

function moduleOf(controller: Class): { module: Class; controllers: Class[] } {
  @Module({})
  class TestModule {}
  return { module: TestModule, controllers: [controller] };
}

const parts = () => ({
  authenticator: new Authenticator(KEY),
  logger: createLogger('silent'),
  metrics: new Metrics(async () => Promise.resolve(7)),
  pulse: new Pulse('postgres://nobody:none@127.0.0.1:9/none'),
});

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly Record<string, unknown>[];
  readonly truncated?: boolean;
}

describe('the HTTP edge', () => {
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    app = await createApp(moduleOf(TestController), parts());
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => app.close());

  const call = async (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; key?: string | null } = {}) => {
    const { key = KEY, ...rest } = init;
    const headers = { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...rest.headers };
    const response = await fetch(url + path, { ...rest, headers });
    const text = await response.text();
    expect(response.headers.get('oretrail-setup-mode')).toBe('true');
    const json = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as ProblemBody) : undefined;
    return { status: response.status, headers: response.headers, text, json: json! };
  }; // prettier-ignore
  const post = (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    call('/v1/things', { method: 'POST', body, headers });

  it('asks for the key in one fixed text, also where no route is', async () => {
    const answers = await Promise.all([
      call('/v1/things/a', { key: null }),
      call('/v1/things/a', { key: 'wrong' }),
      call('/v1/nowhere', { key: null }),
      call('/v1/things', { method: 'POST', key: 'x y', body: '{', headers: { 'content-type': 'application/json' } }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
    expect((await call('/health/live', { key: null })).status).toBe(200);
  });

  it('answers problems with their media type and in the language asked for', async () => {
    const en = await call('/v1/errors/gone');
    const zh = await call('/v1/errors/gone', { headers: { 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.5' } });
    expect(en.headers.get('content-type')).toContain('application/problem+json');
    expect(en.json).toMatchObject({ status: 404, code: 'not-found', detail: 'There is no lot A-1.' });
    expect(zh.json.title).toBe('此处没有内容');
  });

  it('hides what went wrong inside, and tells when to come back', async () => {
    const internal = await call('/v1/errors/boom');
    expect(internal).toMatchObject({ status: 500, json: { code: 'internal' } });
    expect(internal.text).not.toContain('secret');
    const away = await call('/v1/errors/away');
    expect(away).toMatchObject({ status: 503, json: { code: 'unavailable' } });
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('lists at most 1,000 errors', async () => {
    const { json } = await call('/v1/errors/many');
    expect([json.errors?.length, json.truncated]).toEqual([1_000, true]);
  });

  it.each([
    ['/v1/things/a?limit=501', 'out-of-range', 'limit'],
    ['/v1/things/a?limit=0', 'out-of-range', 'limit'],
    ['/v1/things/a?limit=ten', 'bad-format', 'limit'],
    ['/v1/things/a?limit=5&limit=5', 'bad-format', 'limit'],
    ['/v1/things/a?limit=5%FF', 'bad-format', 'limit'],
    ['/v1/things/a?colour=red', 'unknown-parameter', 'colour'],
    ['/v1/things/a?__proto__=1', 'unknown-parameter', '__proto__'],
    ['/v1/errors/gone?x', 'unknown-parameter', 'x'],
  ])('refuses %s', async (path, code, parameter) => {
    const { status, json } = await call(path);
    expect([status, json.code, json.errors?.[0]?.['parameter']]).toEqual([400, code, parameter]);
    expect(json.errors?.[0]).not.toHaveProperty('pointer');
  });

  it('hands over path, query and context', async () => {
    const { json } = await call('/v1/things/%E9%95%9D%20%2B1?limit=7', {
      headers: { 'x-request-id': 'abc.1', 'oretrail-purpose': Buffer.from('案件 7').toString('latin1') },
    });
    expect(json).toMatchObject({
      code: '镝 +1',
      limit: 7,
      context: {
        actor: 'administrator',
        purpose: '案件 7',
        requestId: 'abc.1',
        channel: 'api',
        scope: { kind: 'all' },
      },
    });
  });

  it('knows a path parameter that cannot name anything as nothing', async () => {
    expect((await call('/v1/things/a%2Fb')).status).toBe(404);
    expect((await call('/v1/things/a%00b')).status).toBe(404);
    expect((await call(`/v1/things/${encodeURIComponent('镝'.repeat(64))}`)).status).toBe(200);
  });

  it('answers unknown routes and methods 404', async () => {
    expect(await call('/v1/nowhere')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect((await call('/v1/things', { method: 'PUT' })).status).toBe(404);
    expect((await call('/v1/nowhere', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(404);
  }); // prettier-ignore

  it('takes a body and answers with status and headers of the handler', async () => {
    const { status, headers, json } = await post('{"name":"x"}');
    expect([status, headers.get('x-made'), json]).toEqual([201, 'yes', { name: 'x' }]);
    expect((await post('{"name":"x"}', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
  });

  it.each([
    ['', 'malformed-json', ''],
    ['{"name":', 'malformed-json', ''],
    ['{"name":"\\ud800"}', 'malformed-json', '/name'],
    [Buffer.from([0x22, 0xff, 0x22]), 'malformed-json', ''],
    ['[]', 'wrong-type', ''],
    ['{}', 'missing', '/name'],
    ['{"name":"x","other":1}', 'unknown-field', '/other'],
    ['{"name":"xxxxxxxxxxx"}', 'out-of-range', '/name'],
  ])('refuses the body %s', async (body, code, pointer) => {
    const { status, json } = await post(body);
    expect([status, json.code, json.errors?.[0]?.['pointer']]).toEqual([400, code, pointer]);
  });

  it('refuses other content types and encodings', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-ndjson', 'nonsense', 'application/problem+json']) {
      expect(await post('{"name":"x"}', { 'content-type': type })).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
    }
    expect(await post('x', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  }); // prettier-ignore

  it('refuses a body above 16 MiB, announced or not, and lets the client finish', async () => {
    const large = Buffer.alloc(17 * 1024 * 1024, 0x20);
    expect(await post(large)).toMatchObject({ status: 413, json: { code: 'too-large' } });
    const status = await new Promise(resolve => {
      const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
      const request = httpRequest(`${url}/v1/things`, { method: 'POST', headers }, response => {
        response.resume();
        resolve(response.statusCode);
      });
      request.end(large);
    });
    expect(status).toBe(413);
    expect((await post('{"name":"x"}')).status).toBe(201);
  });

  it('turns what HTTP itself refuses into problems', async () => {
    const key = `authorization: Bearer ${KEY}\r\n`;
    expect(await raw(`GET /v1/things/%ZZ HTTP/1.1\r\nhost: x\r\n${key}\r\n`)).toMatch(/^HTTP\/1.1 400 .*urn:oretrail:problem:/s);
    expect(await raw(`GET /v1/things/${'a'.repeat(600)} HTTP/1.1\r\nhost: x\r\n${key}\r\n`)).toMatch(/ 414 .*uri-too-long/s);
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/ 431 .*headers-too-large/s);
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/ 400 .*bad-request/s);
  }); // prettier-ignore

  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
      let received = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (received.includes('}')) socket.destroy();
      });
      socket.on('close', () => resolve(received)).on('error', reject);
    });

  it.each([
    ['gives up on an answer that takes too long', '/v1/slow'],
    ['gives up on one that may take its time where there is no database', '/v1/unhurried'],
  ])(
    '%s, and tells whoever works on it',
    async (_, path) => {
      givenUp.length = 0;
      const started = Date.now();
      const { status, headers } = await call(path);
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      expect(Date.now() - started).toBeLessThan(5_000);
      expect(givenUp).toEqual([expect.any(Unavailable)]);
    },
    10_000,
  );

  it('publishes its OpenAPI document and a page to read it, without a key', async () => {
    const { json } = await call('/docs/openapi.json', { key: null });
    expect(json).toMatchObject({
      openapi: '3.1.0',
      paths: { '/v1/things/{code}': { get: { parameters: [{ name: 'code', in: 'path' }, { name: 'limit' }, { name: 'cursor' }] } } },
    });
    const page = await call('/docs', { key: null });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect((await call('/docs/swagger-ui-bundle.js', { key: null })).status).toBe(200);
  }); // prettier-ignore
});

describe('an application with a route that declares nothing', () => {
  it('does not start', async () => {
    @Controller()
    class Careless {
      @Get('/v1/open')
      open(): string {
        return 'secret';
      }
    }
    await expect(createApp(moduleOf(Careless), parts())).rejects.toThrow('GET of Careless.open does not declare');
  });
});
