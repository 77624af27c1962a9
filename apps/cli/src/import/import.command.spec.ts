import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { importing } from './import.command.js';

const KEY = 'ot_a-key-for-tests-only-123';

let server: Server;
let url: string;
let folder: string;
/** Lines that the service was sent, request by request. */
let sent: unknown[][] = [];
/** After how many lines of a request the service is gone. */
let goneAfter = Infinity;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oretrail-import-'));
  [sent, goneAfter] = [[], Infinity];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Answers each line as soon as it comes, as the service does. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined);
  if (request.headers.authorization !== `Bearer ${KEY}`) {
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ detail: 'no' }));
    return;
  }
  const lines: unknown[] = [];
  sent.push(lines);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for await (const line of createInterface({ input: request })) {
    if (lines.length >= goneAfter) return void setTimeout(() => request.socket.destroy(), 20);
    lines.push(JSON.parse(line));
    response.write(`${JSON.stringify({ id: lines.length, status: 'recorded', seq: lines.length })}\n`);
  }
  response.end(`${JSON.stringify({ summary: {}, checkpoint: { seq: lines.length } })}\n`);
}

async function run(args: readonly string[], isTTY = false) {
  const written = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => void (written.out += text) },
    stderr: { isTTY, columns: 90, write: (text: string) => void (written.err += text) },
  };
  const unused = (): Promise<never> => Promise.reject(new Error('not to be called'));
  const deps = { environment: {}, startApi: unused, migrations: unused, exit: () => undefined };
  return { code: await importing.run([...args, '--url', url, '--key', KEY], io, deps), ...written };
}

function fileOf(count: number): string {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, Array.from({ length: count }, (_, n) => `${JSON.stringify({ n })}\n`).join(''));
  return file;
}

describe('oretrail import', () => {
  it('sends every line once, and shows how far it is on a terminal only', async () => {
    const file = fileOf(2_000);
    const quiet = await run([file]);
    expect(quiet).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^2,000 recorded; [\d.]+ s\.\n$/) });
    expect(sent).toEqual([Array.from({ length: 2_000 }, (_, n) => ({ n }))]);
    const shown = await run([file], true);
    expect(shown.err).toMatch(/\r\S*\[#*\.*\] \d+ % {2}[\d,]+ lines, 0 refused, [\d,]+\/s/);
    expect(shown.err.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('goes on behind the last line that was acknowledged when it was broken off', async () => {
    const file = fileOf(100);
    goneAfter = 40;
    const broken = await run([file]);
    expect([broken.code, broken.err]).toEqual([
      1,
      expect.stringMatching(/Broken off behind line 40 \(.*call the same again/),
    ]);
    goneAfter = Infinity;
    const rest = await run([file]);
    expect([rest.code, rest.err]).toEqual([0, expect.stringContaining('acknowledged up to line 40')]);
    expect(rest.out).toContain('60 recorded');
    expect(sent[1]).toEqual(Array.from({ length: 60 }, (_, n) => ({ n: n + 40 })));
    expect(existsSync(`${file}.oretrail-resume`)).toBe(false);
  });

  it('begins anew where the file is another by then, or where it is told to', async () => {
    goneAfter = 5;
    await run([fileOf(10)]);
    goneAfter = Infinity;
    expect((await run([fileOf(11)])).err).toContain('has changed');
    expect(sent[1]).toHaveLength(11);
    goneAfter = 5;
    await run([fileOf(10)]);
    goneAfter = Infinity;
    expect(await run([fileOf(10), '--again'])).toMatchObject({ code: 0, err: '' });
    expect(sent[3]).toHaveLength(10);
  });

  it('has sent what came before a table breaks', async () => {
    const file = join(folder, 'rows.csv');
    writeFileSync(file, `type,note\n${'export,x\n'.repeat(50)}export,"open\n`);
    const { code, err } = await run([file]);
    expect([code, err]).toEqual([1, expect.stringContaining('is no CSV that can be read')]);
    expect(sent[0]!.length).toBeGreaterThan(0);
  });

  it('lists lines that it cannot read itself with the others', async () => {
    const file = join(folder, 'events.ndjson');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('{"n":"'), Buffer.from([0xcf, 0xa1, 0xff, 0xff]), Buffer.from('"}\n{"n":2}\n')]),
    );
    const { code, out } = await run([file]);
    expect([code, out]).toEqual([4, expect.stringContaining('1 recorded, 1 refused')]);
    expect(JSON.parse(readFileSync(`${file}.errors.ndjson`, 'utf8'))).toMatchObject({ line: 1, code: 'bad-format' });
  });

  it.each([
    [[], 'Say which file'],
    [['a', 'b'], 'One file at a time'],
    [['a', '--format', 'xlsx'], 'ndjson or csv'],
    [['a', '--ledger', '--registry', 'sites'], 'do not go together'],
    [['a', '--nope'], '--nope'],
  ])('is wrongly called with %j', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});
