// Writes down what the API promises: its OpenAPI document as test/openapi.snapshot.json, and the types that the command
// line's client is made of. Needs no database. Builds first, and goes on where only the command line does not compile:
// it may want what the client is yet to learn.
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from './build.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SNAPSHOT = join(ROOT, 'test', 'openapi.snapshot.json');
const TYPES = join(ROOT, 'apps', 'cli', 'src', 'client', 'openapi.d.ts');

const complaints = build() ?? '';
const others = complaints.split('\n').filter(line => /^\S/.test(line) && !line.startsWith('apps/cli/'));
if (others.length > 0) throw new Error(`the service does not build:\n${others.join('\n')}`);

const document = await openApiDocument();
const text = `${JSON.stringify(document, undefined, 2)}\n`;
writeFileSync(SNAPSHOT, text);
const digest = createHash('sha256').update(text).digest('hex');
const header = `// Made by "npm run make:client" from the OpenAPI document with the digest ${digest}.\n`;
writeFileSync(TYPES, header + astToString(await openapiTS(document, { alphabetize: false })));

async function openApiDocument() {
  const { createApp } = await import('../dist/apps/api/src/app.js');
  const { AppModule } = await import('../dist/apps/api/src/app.module.js');
  const { closeServices, createServices } = await import('../dist/apps/api/src/services.js');
  const { createLogger } = await import('../dist/libs/platform/src/index.js');
  const services = createServices({
    databaseUrl: 'postgres://nobody:none@127.0.0.1:9/none', // never connected to
    adminKey: 'administrator-key-of-no-service',
    dataDir: 'never-written',
    logger: createLogger('silent'),
  });
  const app = await createApp(AppModule.of(services), services);
  await app.init();
  const headers = { authorization: 'Bearer administrator-key-of-no-service' };
  const answer = await app.inject({ method: 'GET', url: '/docs/openapi.json', headers });
  await app.close();
  await closeServices(services);
  return answer.json();
}
