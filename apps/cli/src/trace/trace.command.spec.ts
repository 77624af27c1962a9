import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINE, NAMES, SAMPLE } from './sample-answer.fixture.js';
import { trace } from './trace.command.js';

const KEY = 'ot_a-key-for-tests-only-123';
const DECLARATION = SAMPLE.subject.id;

let server: Server;
let url: string;
let data: string;
const asked: IncomingMessage[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'oretrail-trace-'));
  server = createServer((request, response) => {
    asked.push(request);
    const [status, body] = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
  rmSync(data, { recursive: true });
});

function answer({ headers, url: path = '' }: IncomingMessage): [number, unknown] {
  if (headers.authorization !== `Bearer ${KEY}`) return [401, { code: 'unauthorized', detail: 'no' }];
  if (path === `/v1/shipments/${DECLARATION}/provenance`) return [200, SAMPLE];
  if (path === '/v1/lots/GZ%201%25/provenance?asOf=7') return [200, SAMPLE];
  if (path === '/v1/lots/odd/provenance') return [200, { hello: 'world' }];
  if (path === '/v1/lots/two/provenance')
    return [409, { code: 'ambiguous-lot', detail: 'Two enterprises declared it.' }];
  const name = NAMES.get(/^\/v1\/registry\/enterprises\/(\w+)$/.exec(path)?.[1] ?? '');
  return name ? [200, { item: { name } }] : [404, { code: 'not-found', detail: 'There is none.' }];
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], environment: Record<string, string> = {}, isTTY = false): Promise<Outcome> {
  const written = { out: '', err: '' };
  const stdout = { isTTY, columns: 100, write: (text: string) => (written.out += text) };
  const stderr = { write: (text: string) => (written.err += text) };
  const deps = {
    environment,
    startApi: () => Promise.reject(new Error('not to be started')),
    migrations: () => Promise.reject(new Error('not to be migrated')),
    exit: () => undefined,
  };
  return { code: await trace.run(args, { stdout, stderr }, deps), ...written };
}

test('asks for a shipment with the key and prints the answer with names', async () => {
  const { code, out, err } = await run([DECLARATION, '--url', url, '--key', KEY]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`Shipment ${DECLARATION}`);
  expect(out).toContain(NAMES.get(MINE));
});

test('anything but 18 digits of a declaration is a lot; --as-of goes along', async () => {
  const { code } = await run(['GZ 1%', '--as-of', '7', '--url', `${url}/`, '--key', KEY]);
  expect(code).toBe(0);
});

test('--json prints what the server said and asks for nothing else', async () => {
  const before = asked.length;
  const { out } = await run([DECLARATION, '--json', '--url', url, '--key', KEY]);
  expect(JSON.parse(out)).toEqual(SAMPLE);
  expect(asked.length).toBe(before + 1);
});

test('the key may come from the environment or lie in the data folder', async () => {
  expect((await run([DECLARATION, '--url', url], { ORETRAIL_ADMIN_KEY: KEY })).code).toBe(0);
  const missing = await run([DECLARATION, '--url', url, '--data', data]);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining(join(data, 'admin.key'))]);
  writeFileSync(join(data, 'admin.key'), `${KEY}\n`);
  expect((await run([DECLARATION, '--url', url, '--data', data])).code).toBe(0);
});

test('the language is that of --lang, else of the terminal, and the server is told', async () => {
  const args = [DECLARATION, '--url', url, '--key', KEY];
  expect((await run(args, { LANG: 'zh_CN.UTF-8' })).out).toContain('出口货物');
  expect(asked.at(-1)?.headers['accept-language']).toBe('zh');
  expect((await run([...args, '--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).out).toContain('Shipment');
});

test('colours appear on a terminal only, and not under NO_COLOR', async () => {
  const args = [DECLARATION, '--url', url, '--key', KEY];
  expect((await run(args, {}, true)).out).toContain('\u001b[');
  expect((await run(args, { NO_COLOR: '1' }, true)).out).not.toContain('\u001b[');
  expect((await run(args)).out).not.toContain('\u001b[');
});

test.each([
  [['unknown-lot'], 'knows nothing called unknown-lot'],
  [['two'], 'Two enterprises declared it.'],
  [['odd'], 'no OreTrail server'],
])('%j has no answer: the message says why', async (args, message) => {
  const { code, out, err } = await run([...args, '--url', url, '--key', KEY]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(message);
});

test('a key the server does not know, and a server that is not there', async () => {
  const unknown = await run([DECLARATION, '--url', url, '--key', 'ot_another-key-for-tests']);
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('does not know this key')]);
  const gone = await run([DECLARATION, '--url', 'http://127.0.0.1:1', '--key', KEY]);
  expect([gone.code, gone.err]).toEqual([1, expect.stringMatching(/No server answers at .*npm start/)]);
});

test.each([
  [[], 'Say what to trace'],
  [['a', 'b'], 'One subject at a time'],
  [['a', '--lang', 'fr'], '--lang is zh or en, not "fr"'],
  [['a', '--url', 'localhost'], '--url is the address'],
  [['a', '--colour'], '--colour'],
])('%j is a wrong call', async (args, message) => {
  const { code, out, err } = await run(['--key', KEY, ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('--help prints the options', async () => {
  expect(await run(['--help'])).toEqual({ code: 0, err: '', out: expect.stringContaining('--as-of') });
});
