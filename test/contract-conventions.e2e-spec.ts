import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ELEMENTS } from '#kernel';
import { day, lot, mining } from '#testing';
import { ContractWorld, LICENCE, MINER, own, type ProblemBody } from './support/contract-world.js';

const MIB = 1024 * 1024;

let world: ContractWorld;

beforeAll(async () => {
  world = await ContractWorld.start();
}, 60_000);
afterAll(async () => world.api.close());

const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  world.api.send<ProblemBody>(method, path, body, headers);
const post = async (body: unknown, headers: Record<string, string> = {}) => send('POST', '/v1/events', body, headers);
const mined = (code: string, given: object = {}) =>
  own(mining({ enterprise: MINER, licence: LICENCE, yields: [lot({ lot: code })], ...given }));

describe('keys', () => {
  it.each([
    ['none', { authorization: '' }, '/v1/access/me'],
    ['another scheme', { authorization: 'Basic YTpi' }, '/v1/access/me'],
    ['an unknown one', { authorization: 'Bearer nobody' }, '/v1/access/me'],
    ['an unknown one on a route that is none', { authorization: 'Bearer nobody' }, '/v1/none'],
    ['an unknown one on an address that is none', { authorization: 'Bearer nobody' }, '/v1/lots/%'],
  ])('%s: the one 401', async (_, headers, path) => {
    const { status, text, headers: answered } = await send('GET', path, undefined, headers);
    expect([status, answered.get('www-authenticate'), answered.get('oretrail-setup-mode')]).toEqual([401, 'Bearer', 'true']);
    expect(JSON.parse(text)).toEqual({
      type: 'urn:oretrail:problem:unauthorized',
      title: 'A valid key is required',
      status: 401,
      code: 'unauthorized',
      detail: 'A valid key is required: Authorization: Bearer <key>.',
    });
  }); // prettier-ignore

  it('tells the administrator who he is, and everybody that this is setup mode', async () => {
    const { status, body, headers } = await world.api.get('/v1/access/me');
    expect([status, headers.get('oretrail-setup-mode')]).toEqual([200, 'true']);
    expect(body).toMatchObject({ role: 'administrator', setupMode: true });
    expect((await post('{')).headers.get('oretrail-setup-mode')).toBe('true');
  });

  it('wants none for health and documentation, and answers them', async () => {
    for (const path of ['/health/live', '/health/ready', '/docs', '/docs/openapi.json']) {
      expect([path, (await send('GET', path, undefined, { authorization: '' })).status]).toEqual([path, 200]);
    }
  });
});

describe('bodies', () => {
  it.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['JSON with a suffix', '{}', { 'content-type': 'application/ld+json' }, 415, 'unsupported-media-type'],
    ['gzip', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'],
    ['gzip NDJSON', gzipSync('{}'), { 'content-encoding': 'gzip', 'content-type': 'application/x-ndjson' }, 415, 'unsupported-media-type'],
    ['16 MiB and a byte', 'x'.repeat(16 * MIB + 1), {}, 413, 'too-large'],
    ['16 MiB of no JSON', 'x'.repeat(16 * MIB), {}, 400, 'malformed-json'],
  ])('%s', async (_, body, headers, status, code) => {
    expect((await post(body, headers)).body).toMatchObject({ status, code });
  }); // prettier-ignore

  it('takes JSON with a charset, a byte order mark, and only the last of duplicate members', async () => {
    const event = JSON.stringify(mined('LAST')).replace('{', '{"licence":7,"yields":null,');
    const body = `\uFEFF{"events":null,"events":[${event}]}`;
    expect((await post(body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
  });

  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  it.each<[string, string, string]>([
    ['a lone surrogate', '"\\ud800"', '/a~1b/0'],
    ['U+0000', '"\\u0000"', '/a~1b/0'],
    ['a number beyond doubles', '1e309', '/a~1b/0'],
  ])('%s is 400 within extensions too', async (_, value, pointer) => {
    const event = JSON.stringify({ ...mined('STRICT'), extensions: 0 }).replace('"extensions":0', `"extensions":{"a/b":[${value}]}`);
    const { status, body } = await post(`{"events":[${event}]}`);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'malformed-json', `/events/0/extensions${pointer}`]);
  }); // prettier-ignore

  it('nests 64 levels and no more', async () => {
    const withDepth = (depth: number) =>
      JSON.stringify({ ...mined(`DEPTH-${depth}`), extensions: { a: 0 } }).replace('{"a":0}', `{"a":${nested(depth - 4)}}`);
    expect((await post(`{"events":[${withDepth(64)}]}`)).status).toBe(201);
    expect((await post(`{"events":[${withDepth(65)}]}`)).body).toMatchObject({ status: 400, code: 'malformed-json' });
  }); // prettier-ignore

  it('reads no bytes that are not UTF-8', async () => {
    expect((await post(Buffer.from([0x22, 0xc3, 0x22]))).body.errors).toEqual([
      { code: 'malformed-json', pointer: '', expected: 'UTF-8 text' },
    ]);
  });
});

describe('problems', () => {
  it('have every problem, with pointers that are escaped', async () => {
    const { status, body, headers } = await post({ events: [{ ...mined('P'), 'a~b/c': 1, note: 5 }] });
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(body).toMatchObject({ type: 'urn:oretrail:problem:refused', status: 400, code: 'refused' });
    expect(body.errors?.map(({ code, pointer, value }) => [code, pointer, value])).toEqual([
      ['unknown-field', '/events/0/a~0b~1c', 1],
      ['wrong-type', '/events/0/note', 5],
    ]);
  });

  it('list a thousand, and say where there are more', async () => {
    const bad = (count: number) => post({ events: Array.from({ length: count }, () => 1) });
    expect((await bad(1_000)).body).toMatchObject({ code: 'wrong-type', errors: { length: 1_000 } });
    expect((await bad(1_000)).body).not.toHaveProperty('truncated');
    expect((await post({ events: Array.from({ length: 300 }, () => ({ type: 'mining' })) })).body).toMatchObject({
      errors: { length: 1_000 },
      truncated: true,
    });
  });

  it.each([
    ['en', 'The text is not JSON as this service reads it'],
    ['zh', '内容不是本系统可读的 JSON'],
    ['en;q=0.5,zh', '内容不是本系统可读的 JSON'],
    ['fr', 'The text is not JSON as this service reads it'],
  ])('speak %s, and keep their code', async (language, title) => {
    expect((await post('{', { 'accept-language': language })).body).toMatchObject({ title, code: 'malformed-json' });
  });

  it.each(['PATCH', 'OPTIONS', 'DELETE'])('%s of a list is nothing', async method => {
    expect((await send(method, '/v1/events', undefined)).status).toBe(404);
  });
});

describe('queries', () => {
  it.each<[string, number]>([
    ['/v1/events?limit=500', 200],
    ['/v1/events?limit=501', 400],
    ['/v1/holdings?limit=0', 400],
    ['/v1/transfers?limit=1&limit=1', 400],
    ['/v1/access/me?x=1', 400],
    ['/v1/holdings?asOf=0', 200],
    ['/v1/holdings?asOf=1000000', 400],
    ['/v1/holdings?asOf=2999-01-01T00:00:00%2B08:00', 400],
    ['/v1/holdings?asOf=2026-01-01T00:00:00Z', 200],
    ['/v1/holdings?asOf=2026-01-01', 400],
    ['/v1/registry/enterprises?asOf=1000000', 400],
    ['/v1/events/', 404],
    ['/v1/events/none', 404],
  ])('%s: %d', async (path, status) => {
    const { status: given, body } = await world.api.get<ProblemBody>(path);
    expect(given).toBe(status);
    if (status === 400) expect(body.errors?.[0]).toHaveProperty('parameter');
  });
});

describe('instants', () => {
  it.each([
    ['2026-03-01T07:59:59.5Z', 201],
    ['2026-03-01T08:00+08:00', 201],
    ['2026-03-01T08:00:00', 400],
    ['2026-03-01', 400],
    ['2026-02-30T08:00:00Z', 400],
  ])('%s: %d', async (occurredAt, status) => {
    expect((await post({ events: [mined(`AT-${occurredAt}`, { occurredAt })] })).status).toBe(status);
  });

  it('may be five minutes ahead, and are answered in +08:00', async () => {
    const ahead = (seconds: number) => mined(`AHEAD-${seconds}`, { occurredAt: new Date(Date.now() + seconds * 1_000).toISOString() }); // prettier-ignore
    expect((await world.refusal(ahead(400))).errors).toMatchObject([{ code: 'in-the-future', pointer: '/occurredAt' }]);
    const event = ahead(200);
    await world.record(event);
    const { versions } = await world.get<{ versions: { recordedAt: string }[] }>(`/v1/events/${event.id}`);
    expect(versions[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/);
  });

  it('start with "since" and end before "until"', async () => {
    const event = mined('SPAN', { occurredAt: day(77) });
    await world.record(event);
    const found = async (since: string, until: string) =>
      (await world.get<{ items: object[] }>(`/v1/events?since=${encodeURIComponent(since)}&until=${encodeURIComponent(until)}`)).items.length; // prettier-ignore
    expect([await found(day(77), day(78)), await found(day(76), day(77))]).toEqual([1, 0]);
  });
});

describe('the catalogue', () => {
  const codesOf = async (name: string) =>
    (await world.get<{ items: { code?: string }[] }>(`/v1/catalogue/${name}?limit=500`)).items.map(({ code }) => code);

  it('has one code per entry', async () => {
    const products = await codesOf('products');
    for (const kind of ['OX', 'CA', 'CL', 'FL', 'OXA', 'NIT', 'MET']) {
      expect(products).toEqual(expect.arrayContaining(ELEMENTS.map(element => `${kind}-${element}`)));
    }
    const named = ['HY-Ce', 'ALY-DyFe', 'ALY-TbFe', 'SCR-NdFeB-S', 'SCR-NdFeB-B', 'SCR-NdFeB-E', 'OX-PrNd', 'MET-PrNd'];
    expect(products).toEqual(expect.arrayContaining(named));
    expect(new Set(products).size).toBe(products.length);
    expect((await codesOf('processes')).sort()).toEqual(
      'ALLOYING BENEFICIATION BLEND CALCINE CONVERT ELECTROLYSIS ION_LEACH MAGNET_MAKING MERGE RECYCLING REDUCTION REPACK SEPARATION SMELT_DECOMP SPLIT'.split(' '),
    );
    expect((await codesOf('regions')).length).toBeGreaterThanOrEqual(34);
    expect(await codesOf('profiles')).toContain('BAYAN_OBO');
  }); // prettier-ignore

  it('pages', async () => {
    const first = await world.get<{ items: object[]; nextCursor: string }>('/v1/catalogue/products?limit=1');
    const second = await world.get<{ items: object[] }>(`/v1/catalogue/products?limit=1&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length]).toEqual([1, 1]);
    expect(second.items).not.toEqual(first.items);
  });
});
