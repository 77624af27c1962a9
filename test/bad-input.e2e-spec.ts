import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type Problem } from '#platform';
import { lot, openingStock } from '#testing';
import { TestApi } from './support/api.js';
import { BAD_INPUTS, HTTP_CASES, type BadInput, type Expected } from './support/bad-input.cases.js';
import { sweep } from './support/bad-input/sweep.js';
import { MINE, recordKnownHistory } from './support/known-history.js';
import { OpenApi } from './support/open-api.js';
import { sendAndGo, sendRaw } from './support/raw-request.js';
import { RowCounts } from './support/row-counts.js';

describe('bad input', () => {
  let api: TestApi;
  let database: Database;
  let counts: RowCounts;
  let before: Record<string, number>;

  beforeAll(async () => {
    api = await TestApi.start();
    database = new Database({ url: api.adminUrl, poolSize: 1 });
    await recordKnownHistory(api, database);
    counts = await RowCounts.of(database);
    before = await counts.read();
  });
  afterAll(async () => {
    await database?.close();
    await api?.close();
  });

  afterEach(async () => expect(await changes()).toEqual({}));

  /** How many rows there are more than when it was last asked, by table; and how far the ledger has moved. */
  async function changes(): Promise<Record<string, number>> {
    const was = before;
    before = await counts.read();
    return Object.fromEntries(
      Object.entries(before).flatMap(([name, count]) => (count === was[name] ? [] : [[name, count - was[name]!]])),
    );
  }

  it('has a table that covers what clients get wrong', () => {
    expect(BAD_INPUTS.length + HTTP_CASES.length).toBeGreaterThan(150);
    const names = [...BAD_INPUTS, ...HTTP_CASES].map(({ what }) => what);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it.each(BAD_INPUTS.map(input => [input.what, input] as const))('%s', async (_, input) => expectRefused(input));

  it('is refused by every route of the OpenAPI document', async () => {
    const { operations } = await OpenApi.of(api);
    const failures: string[] = [];
    let count = 0;
    for (const operation of operations) {
      for (const input of sweep(operation)) {
        count++;
        await expectRefused(input).catch((error: Error) => failures.push(`${input.what}: ${error.message}`));
      }
      const changed = Object.keys(await changes());
      if (changed.length > 0) failures.push(`${operation.method} ${operation.path} changed ${changed.join(', ')}`);
    }
    console.info(`${operations.length} routes refused ${count} requests`);
    expect(failures).toEqual([]);
  });

  it.each(['proceed', 'rollback'])('a stream that breaks off in a line, onError=%s', async onError => {
    const line = JSON.stringify(openingStock({ enterprise: MINE, yields: [lot({ lot: 'HALF' })] }));
    const head = [
      `POST /v1/events?onError=${onError} HTTP/1.1`,
      'host: x',
      'KEY',
      'content-type: application/x-ndjson',
      'transfer-encoding: chunked',
    ];
    await sendAndGo(api, `${head.join('\r\n')}\r\n\r\n${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`);
    await delay(300);
  });

  async function expectRefused({ method, path, body, headers = {}, expected }: BadInput): Promise<void> {
    const answer = await api.send<unknown>(method, path, body, headers);
    expect(answer.headers.get('oretrail-setup-mode')).toBe('true');
    if (expected.line === undefined) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.status).toBe(expected.status);
    } else {
      expect(answer.status).toBe(200);
    }
    expectProblem(problemIn(answer.text, expected), expected);
  }

  it.each(HTTP_CASES.map(each => [each.what, each] as const))('HTTP: %s', async (_, { text, expected }) => {
    const answer = await sendRaw(api, text);
    expect(answer.status).toBe(expected.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('oretrail-setup-mode')).toBe('true');
    expectProblem(JSON.parse(answer.text) as Problem, expected);
  });
});

/** The problem of the whole request, or of the line asked about. */
function problemIn(text: string, { line }: Expected): Problem {
  if (line === undefined) return JSON.parse(text) as Problem;
  const values = text.includes('"results":') ? (JSON.parse(text) as { results: unknown[] }).results : readLines(text);
  const result = values[line] as { readonly status: string; readonly problem: Problem };
  expect(result.status).toBe('refused');
  return result.problem;
}

const readLines = (text: string): unknown[] =>
  text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as unknown]));

function expectProblem(problem: Problem, { status, code, place, value, index }: Expected): void {
  expect(problem).toMatchObject({ type: `urn:oretrail:problem:${problem.code}`, status });
  expect(problem.title).not.toBe(problem.code);
  expect(problem.detail).not.toBe('');
  if (!place) {
    expect(problem.code).toBe(code);
    if (typeof value === 'string') expect(problem.detail).toContain(value);
    return;
  }
  const faults = problem.errors ?? [];
  expect(problem.code).toBe(new Set(faults.map(fault => fault.code)).size > 1 ? 'refused' : code);
  const wanted = {
    code,
    ...place,
    ...(value === undefined ? {} : { value }),
    ...(index === undefined ? {} : { index }),
  };
  expect(faults).toContainEqual(expect.objectContaining(wanted));
  expect(problem.detail).toContain(faults[0]!.parameter ?? faults[0]!.pointer);
}
