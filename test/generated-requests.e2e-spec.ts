import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Database } from '#platform';
import { rounds } from '#testing';
import { TestApi } from './support/api.js';
import { Answers } from './support/generated/answers.js';
import { Known } from './support/generated/known.js';
import { generatedRequests } from './support/generated/requests.js';
import { recordKnownHistory } from './support/known-history.js';
import { OpenApi } from './support/open-api.js';

const seed = Number(process.env['ORETRAIL_TEST_SEED'] ?? Date.now() % 2 ** 31);
console.info(`seed of the generated requests: ${seed}`);

describe('requests generated from the OpenAPI document', () => {
  let api: TestApi;
  let database: Database;

  beforeAll(async () => {
    api = await TestApi.start();
    database = new Database({ url: api.adminUrl, poolSize: 1 });
    await recordKnownHistory(api, database);
  });
  afterAll(async () => {
    await database?.close();
    await api?.close();
  });

  it(
    'are answered as the document says, never by a failure of ours',
    async () => {
      const document = await OpenApi.of(api);
      const answers = new Answers(document);
      const statuses = new Map<number, number>();
      const requests = generatedRequests(document, await Known.lookUp(api, document.operations));
      const asked = new Set<string>();
      await fc.assert(
        fc.asyncProperty(requests, async ({ operation, path, headers, body }) => {
          const answer = await api.send<unknown>(operation.method, path, body, headers);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status < 300) asked.add(`${operation.method} ${operation.path}`);
          expect(answers.faultsOf(operation, answer)).toEqual([]);
        }),
        { seed, numRuns: rounds(2_000, 20_000) },
      );
      console.info('answers by status', Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
      const unmet = document.operations.map(({ method, path }) => `${method} ${path}`).filter(each => !asked.has(each));
      console.info(`operations never answered with what was asked for: ${unmet.join(', ') || 'none'}`);
      expect(statuses.get(200)).toBeGreaterThan(rounds(2_000, 20_000) / 10);
    },
    rounds(180_000, 1_800_000),
  );
});
