import { SYSTEM } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '#platform';
import { freshDatabase, type FreshDatabase } from '#testing';
import { shapeEvents } from '../events/event-shape.js';
import { MIGRATIONS } from '../migrations.js';
import { closeServices, createServices, type Services } from '../services.js';
import { demoFolder } from './demo-folder.js';
import { loadDemo, type DemoDeps, type LoadedDemo } from './load-demo.js';

let fresh: FreshDatabase;
let services: Services;
let dataDir: string;

beforeAll(async () => {
  fresh = await freshDatabase(MIGRATIONS);
  dataDir = mkdtempSync(join(tmpdir(), 'oretrail-demo-'));
  const logger = createLogger('silent');
  services = createServices({ databaseUrl: fresh.url, adminKey: 'ot_a-key-for-tests-only-123', dataDir, logger });
});

afterAll(async () => {
  await closeServices(services);
  await fresh.drop();
  rmSync(dataDir, { recursive: true });
});

function load(): Promise<LoadedDemo | undefined> {
  const { ledger, registry, lots } = services;
  const capture: DemoDeps['capture'] = {
    capture: (by, items, onError) => lots.capture.capture(by, shapeEvents(items.map(item => item.event)), onError),
  };
  return loadDemo({ ledger, registry, capture }, demoFolder(), { ...SYSTEM, channel: 'demo' });
}

test('the services take the whole demonstration, and take it once', async () => {
  const loaded = await load();
  expect(loaded?.events).toBe(124);
  const { seq } = await services.ledger.head(SYSTEM);
  expect(seq).toBe(loaded!.registryItems + loaded!.events);
  expect(await load()).toBeUndefined();
  expect((await services.ledger.head(SYSTEM)).seq).toBe(seq);
});
