import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type Problem } from '#platform';
import { lot, openingStock } from '#testing';
import { TestApi } from './support/api.js';
import { BAD_INPUTS, HTTP_CASES, type BadInput, type Expected } from './support/bad-input.cases.js';
import { sweep } from './support/bad-input/sweep.js';
import { EventStream } from './support/event-stream.js';
import { MINE, recordKnownHistory } from './support/known-history.js';
import { OpenApi } from './support/open-api.js';
import { sendRaw } from './support/raw-request.js';
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

  /** How many rows there are more than before the request, by table; and how far the ledger has moved. */
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

  it('on every route of the OpenAPI document', async () => {
    const { operations } = await OpenApi.of(api);
    const inputs = operations.flatMap(operation => sweep(operation));
    const failures: string[] = [];
    for (const input of inputs) {
      await expectRefused(input).catch((error: Error) => failures.push(`${input.what}: ${error.message}`));
    }
    console.info(`${operations.length} routes refused ${inputs.length} requests`);
    expect(failures).toEqual([]);
  });

  it.each(['proceed', 'rollback'] as const)('a stream that breaks off in a line, onError=%s', async onError => {
    const stream = new EventStream(api, onError);
    await stream.write(JSON.stringify(openingStock({ enterprise: MINE, yields: [lot({ lot: 'HALF' })] })));
    await delay(100);
    stream.destroy();
    expect(await stream.ended).toBe('broken');
    await delay(300);
    expect(await changes()).toEqual({});
  });

  async function expectRefused({ method, path, body, headers = {}, expected }: BadInput): Promise<void> {
    const answer = await api.send<unknown>(method, path, body, headers);
    const changed = await changes();
    expect(answer.headers.get('oretrail-setup-mode')).toBe('true');
    if (expected.line === undefined) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.status).toBe(expected.status);
    } else {
      expect(answer.status).toBe(200);
    }
    expectProblem(problemIn(answer.text, expected), expected);
    expect(changed).toEqual({});
  }

  it.each(HTTP_CASES.map(each => [each.what, each] as const))('HTTP: %s', async (_, { text, expected }) => {
    const answer = await sendRaw(api, text);
    const changed = await changes();
    expect(answer.status).toBe(expected.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('oretrail-setup-mode')).toBe('true');
    expectProblem(JSON.parse(answer.text) as Problem, expected);
    expect(changed).toEqual({});
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
    if (value !== undefined) expect(problem.detail).toContain(String(value));
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
