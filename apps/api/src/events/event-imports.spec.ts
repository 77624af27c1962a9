import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authenticator } from '#access';
import { Refused, Unavailable } from '#kernel';
import type { CaptureItem, CaptureOutcome, CaptureResult } from '#lots';
import { Metrics, Pulse, createLogger } from '#platform';
import { createApp } from '../app.js';
import { LOTS_QUERIES } from '../lots/lots-queries-port.js';
import type { CapturePort } from './capture-port.js';
import { EventImports } from './event-imports.js';
import { EventRequests } from './event-requests.js';
import { EventsController } from './events.controller.js';

const KEY = 'administrator-key-for-tests';
const uuidOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const eventOf = (number: number, note = '') => ({
  id: uuidOf(number),
  type: 'opening-stock',
  enterprise: '91360728MA35BAYA0U',
  occurredAt: '2026-03-31T18:00:00+08:00',
  yields: [{ lot: `L-${number}`, product: 'OX-Nd', massKg: 1, reoPercent: 99 }],
  note,
});
const lineOf = (number: number, note = ''): string => `${JSON.stringify(eventOf(number, note))}\n`;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}

/** Records what is of right shape, as slowly as a test wants. */
class FakeCapture implements CapturePort {
  slices: (readonly CaptureItem[])[] = [];
  delayMs = 0;
  failures = 0;
  private seq = 0;

  get ids(): string[] {
    return this.slices.flat().flatMap(item => ('event' in item ? [item.event.id] : []));
  }

  async capture(_: unknown, items: readonly CaptureItem[], onError: string): Promise<CaptureOutcome> {
    if (this.failures-- > 0) throw new Unavailable('away');
    await pause(this.delayMs);
    this.slices.push(items);
    const results = items.map(item => this.record(item));
    const faults = results.flatMap(result => result.faults ?? []);
    if (onError === 'rollback' && faults.length > 0) throw new Refused(faults);
    return { results, head: this.seq };
  }

  private record(item: CaptureItem): CaptureResult {
    if (!('event' in item)) return { ...(item.id ? { id: item.id } : {}), status: 'refused', faults: item.faults };
    return { id: item.event.id, status: 'recorded', seq: ++this.seq, version: 1 };
  }
}

interface ResultLine {
  readonly id?: string;
  readonly status?: string;
  readonly problem?: { readonly status: number; readonly code: string };
  readonly summary?: object;
  readonly checkpoint?: object;
}

describe('POST /v1/events', () => {
  let app: NestFastifyApplication;
  let folder: string;
  let port: number;
  const capture = new FakeCapture();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oretrail-imports-'));
    const logger = createLogger('silent');
    const metrics = new Metrics(async () => Promise.resolve(0));
    const pulse = new Pulse('postgres://nobody:none@127.0.0.1:9/none');
    @Module({})
    class TestModule {}
    const module = {
      module: TestModule,
      controllers: [EventsController],
      providers: [
        { provide: EventRequests, useValue: new EventRequests(capture, metrics) },
        { provide: EventImports, useValue: new EventImports(capture, metrics, logger, folder) },
        { provide: LOTS_QUERIES, useValue: {} },
      ],
    };
    app = await createApp(module, { authenticator: new Authenticator(KEY), logger, metrics, pulse });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(async () => {
    await app.close();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
  beforeEach(() => void Object.assign(capture, { slices: [], delayMs: 0, failures: 0 }));

  const open = (query = '', headers: Record<string, string> = {}): ClientRequest =>
    httpRequest({
      port,
      host: '127.0.0.1',
      path: `/v1/events${query}`,
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson', ...headers },
    });
  const answerOf = async (request: ClientRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => void request.on('response', resolve).on('error', reject));
  const textOf = async (response: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  const send = async (body: string, query = '', headers = {}): Promise<{ status: number; text: string; lines: ResultLine[] }> => {
    const request = open(query, headers);
    const answered = answerOf(request);
    request.end(body);
    const response = await answered;
    const text = await textOf(response);
    const lines = text.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as ResultLine);
    return { status: response.statusCode ?? 0, text, lines };
  }; // prettier-ignore
  const sendJson = (events: unknown, query = '') =>
    send(JSON.stringify({ events }), query, { 'content-type': 'application/json' });

  it('records JSON: 201, with refusals of shape found before', async () => {
    expect(await sendJson([eventOf(1)])).toMatchObject({ status: 201, lines: [{ results: [{ id: uuidOf(1), status: 'recorded', seq: expect.any(Number) }], checkpoint: { seq: expect.any(Number) } }] });
    const refused = await sendJson([eventOf(1), { ...eventOf(2), type: 'x' }, { ...eventOf(3), site: 5 }]);
    expect(refused).toMatchObject({
      status: 400,
      lines: [{ code: 'refused', errors: [{ code: 'out-of-range', pointer: '/events/1/type' }, { code: 'wrong-type', pointer: '/events/2/site' }] }],
    });
    const proceeded = await sendJson([{ ...eventOf(1), type: 'x' }], '?onError=proceed');
    expect(proceeded).toMatchObject({ status: 200, lines: [{ results: [{ id: uuidOf(1), status: 'refused', problem: { status: 400, code: 'out-of-range' } }] }] });
    for (const events of [[], Array(1_001).fill(eventOf(1)), undefined, 5]) expect((await sendJson(events)).status).toBe(400);
    expect((await sendJson([eventOf(1)], '?onError=maybe')).status).toBe(400);
  }); // prettier-ignore

  it('refuses times within an event that contradict each other', async () => {
    const late = { ...eventOf(1), yields: [{ ...eventOf(1).yields[0], at: '2026-04-01T00:00:00+08:00' }] };
    expect(await sendJson([late])).toMatchObject({
      status: 400,
      lines: [{ errors: [{ pointer: '/events/0/yields/0/at' }] }],
    });
  });

  it('records NDJSON in slices of at most 1,000 lines and answers in order', async () => {
    capture.delayMs = 20;
    const numbers = Array.from({ length: 5_000 }, (_, index) => index);
    const { status, lines } = await send(numbers.map(number => lineOf(number)).join(''));
    expect(status).toBe(200);
    expect(lines.slice(0, -1).map(line => line.id)).toEqual(numbers.map(uuidOf));
    expect(lines.at(-1)).toEqual({ summary: { recorded: 5_000, duplicate: 0, refused: 0 }, checkpoint: { seq: expect.any(Number) } });
    expect(Math.max(...capture.slices.map(slice => slice.length))).toBe(1_000);
  }); // prettier-ignore

  it('refuses lines one by one', async () => {
    const long = JSON.stringify(eventOf(2, 'x'.repeat(4 * 1024 * 1024)));
    const body = `${lineOf(1)}\n  \r\n{"id":\n${long}\n5\n{"id":"${uuidOf(3)}"}\n{"a":"\\ud800"}\n${lineOf(4).trim()}`;
    const { lines } = await send(body);
    expect(lines.map(({ id, status, problem }) => [id, status, problem?.code])).toEqual([
      [uuidOf(1), 'recorded', undefined],
      [undefined, 'refused', 'malformed-json'],
      [undefined, 'refused', 'limit-exceeded'],
      [undefined, 'refused', 'wrong-type'],
      [uuidOf(3), 'refused', 'missing'],
      [undefined, 'refused', 'malformed-json'],
      [uuidOf(4), 'recorded', undefined],
      [undefined, undefined, undefined],
    ]);
    expect(lines.at(-1)?.summary).toEqual({ recorded: 2, duplicate: 0, refused: 5 });
  });

  it('answers an empty body with the head', async () => {
    expect((await send('\n\n')).lines).toEqual([
      { summary: { recorded: 0, duplicate: 0, refused: 0 }, checkpoint: { seq: expect.any(Number) } },
    ]);
  });

  it('does not hang with a client that writes everything before it reads', async () => {
    const count = 60_000;
    const request = open();
    const answered = answerOf(request);
    for (let number = 0; number < count; number++) {
      if (!request.write(lineOf(number, 'n'.repeat(200)))) await new Promise(resolve => request.once('drain', resolve));
    }
    request.end();
    const response = await answered;
    response.pause();
    await until(() => capture.ids.length === count);
    const lines = (await textOf(response)).trimEnd().split('\n');
    expect(lines.length).toBe(count + 1);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ summary: { recorded: count } });
  }, 60_000);

  it('answers each line to a client that waits for it before it sends the next', async () => {
    const request = open();
    const answered = answerOf(request);
    request.write(lineOf(1));
    const response = await answered;
    const answers = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (let number = 1; number < 5; number++) {
      expect(String((await answers.next()).value)).toContain(uuidOf(number));
      request.write(lineOf(number + 1));
    }
    request.end();
    for (let end = await answers.next(); !end.done;) end = await answers.next();
  });

  it('records the whole lines of a body that breaks off, and not the unfinished one', async () => {
    const request = open('', { 'content-length': '100000' });
    request.on('error', () => undefined);
    request.write(lineOf(1) + lineOf(2) + lineOf(3).slice(0, -2));
    await until(() => capture.ids.length === 2);
    request.destroy();
    await pause(100);
    expect(capture.ids).toEqual([uuidOf(1), uuidOf(2)]);
  });

  it('goes on when the client no longer takes answers', async () => {
    capture.delayMs = 5;
    const request = open();
    request.on('response', response => response.destroy()).on('error', () => undefined);
    request.write(lineOf(1));
    await until(() => capture.ids.length === 1);
    expect((await sendJson([eventOf(2)])).status).toBe(201);
  });

  it('waits out a database that is away for a moment', async () => {
    capture.failures = 2;
    const { lines } = await send(lineOf(1));
    expect(lines.map(line => line.status)).toEqual(['recorded', undefined]);
  });

  it('takes all or nothing when asked to, up to 10,000 lines', async () => {
    const good = await send(lineOf(1) + lineOf(2), '?onError=rollback');
    expect(good).toMatchObject({ status: 200, lines: [{ status: 'recorded' }, { status: 'recorded' }, { summary: { recorded: 2 } }] });
    expect(capture.slices.length).toBe(1);
    expect(await send(`${lineOf(1)}nonsense\n`, '?onError=rollback')).toMatchObject({ status: 400, lines: [{ code: 'malformed-json' }] });
    const many = '{}\n'.repeat(10_001);
    expect(await send(many, '?onError=rollback')).toMatchObject({ status: 413, lines: [{ code: 'too-large' }] });
  }); // prettier-ignore

  it('bounds what a thousand hostile events can make it say', async () => {
    const hostile = Array.from({ length: 1_000 }, (_, number) => ({
      ...eventOf(number),
      yields: Array(1_900).fill(0),
    }));
    const { status, text, lines } = await sendJson(hostile, '?onError=proceed');
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(8_000_000);
    const { results } = lines[0] as unknown as { results: { problem: { errors: unknown[]; truncated?: boolean } }[] };
    expect(results[0]?.problem).toMatchObject({ truncated: true });
    expect([results[0]?.problem.errors.length, results[999]?.problem.errors.length]).toEqual([1_000, 10]);
  }, 20_000);
});
