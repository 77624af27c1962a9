import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi } from './support/api.js';

const SNAPSHOT = readFileSync(join(process.cwd(), 'test/openapi.snapshot.json'), 'utf8');
const TYPES = readFileSync(join(process.cwd(), 'apps/cli/src/client/openapi.d.ts'), 'utf8');

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly $ref?: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Node>> };
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

describe('the OpenAPI document', () => {
  let api: TestApi;
  let document: Document;

  beforeAll(async () => {
    api = await TestApi.start();
    document = (await api.get<Document>('/docs/openapi.json')).body;
  });
  afterAll(() => api.close());

  it('is the one that was agreed on; "npm run make:client" writes down another', () => {
    expect(document).toEqual(JSON.parse(SNAPSHOT));
  });

  it('is what the client of the command line is made of', () => {
    const digest = createHash('sha256').update(SNAPSHOT).digest('hex');
    expect(TYPES.slice(0, 200)).toContain(digest);
  });

  it('explains every route and every parameter, under names of their own', () => {
    const operations = Object.values(document.paths).flatMap(path => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { operationId, summary, parameters, responses } of operations) {
      const mute = parameters.filter(({ description }) => !description).map(({ name }) => name);
      expect({ operationId, summary: summary !== '', mute }).toEqual({ operationId, summary: true, mute: [] });
      expect(Object.keys(responses)).toContain('default');
    }
  });

  it('refers to schemas that are there', () => {
    const wanted = [...SNAPSHOT.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    const missing = [...new Set(wanted)].filter(name => !(name in document.components.schemas));
    expect(missing).toEqual([]);
  });
});
