import { beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EventSchema, timeOrderFaults, type EventInput } from '#lots';
import { compile } from '#platform';
import { findCollection, type RegistryItem } from '#registry';
import type { ContractEvent, RegistryItems } from '#testing';
import { Oracle, Rational } from '#testing';
import { demoFolder } from './demo-folder.js';
import { readNdjson } from './ndjson.js';

const folder = demoFolder();
const read = async <T>(name: string): Promise<T[]> => (await readNdjson(join(folder, `${name}.ndjson`))) as T[];

let events: ContractEvent[];
let registry: RegistryItems;
let oracle: Oracle;

beforeAll(async () => {
  registry = {
    enterprises: await read('registry/enterprises'),
    sites: await read('registry/sites'),
    permits: await read('registry/permits'),
    customsDeclarations: await read('registry/customs-declarations'),
  };
  events = await read<ContractEvent>('events');
  oracle = new Oracle(
    events.map((event, index) => ({ seq: index + 1, event })),
    registry,
  );
});

test('the files are what the script makes, and the story balances', async () => {
  const script = join(folder, '..', '..', 'scripts', 'make-demo.mjs');
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined();
});

test('it has 60 to 150 events of all ten kinds, in the order in which they happened', () => {
  expect(events.length).toBeGreaterThanOrEqual(60);
  expect(events.length).toBeLessThanOrEqual(150);
  expect(new Set(events.map(({ type }) => type)).size).toBe(10);
  const times = events.map(({ occurredAt }) => Date.parse(occurredAt));
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('every event and every registry item has the shape of the contract', async () => {
  const validate = compile(EventSchema);
  for (const event of events)
    expect([event.id, validate(event), timeOrderFaults(event as EventInput)]).toEqual([event.id, [], []]);
  for (const name of ['enterprises', 'sites', 'permits', 'customs-declarations']) {
    const collection = findCollection(name)!;
    const validateItem = compile(collection.schema);
    for (const item of await read<RegistryItem>(`registry/${name}`)) {
      expect([item, validateItem(item), collection.checks(item), collection.warnings(item)]).toEqual([
        item,
        [],
        [],
        [],
      ]);
    }
  }
});

test.each([
  ['422020260000041873', { status: 'CLEAN', reasons: [], missing: [] }],
  ['222520260000087316', { status: 'FLAGGED', reasons: ['illegal-source'], missing: [] }],
  ['422020260000059204', { status: 'UNKNOWN', reasons: [], missing: ['unexplained-mass'] }],
  ['310420260000112645', { status: 'UNKNOWN', reasons: [], missing: ['pending-transfer'] }],
  ['520120260000033508', { status: 'UNKNOWN', reasons: [], missing: ['unexplained-mass', 'unverified-source'] }],
])('shipment %s shows what it is there to show', (declaration, verdict) => {
  const answer = oracle.shipment(declaration);
  expect(answer.verdict).toEqual(verdict);
  expect(Rational.sum(answer.origins.map(({ share }) => share)).equals(Rational.ONE)).toBe(true);
});

test('the smelter in Baotou introduced the mass that nobody can explain, and it is Dy and Tb', () => {
  const excess = oracle.shipment('422020260000059204').origins.filter(({ kind }) => kind === 'excess');
  expect(excess.map(({ enterprise }) => enterprise)).toEqual(['91150200MA1A11B222']);
  expect([...excess[0]!.elements.keys()]).toEqual(['Tb', 'Dy']);
});

test('what the walk through the demonstration adds makes the pending shipment clean', async () => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const [, json = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
  const added = (JSON.parse(json) as { events: ContractEvent[] }).events;
  const after = new Oracle(
    [...events, ...added].map((event, index) => ({ seq: index + 1, event })),
    registry,
  );
  expect(after.shipment('310420260000112645').verdict.status).toBe('CLEAN');
});
