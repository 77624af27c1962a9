import { expect, test } from '@jest/globals';
import type { Context } from '#kernel';
import { demoFolder } from './demo-folder.js';
import { loadDemo, type DemoDeps } from './load-demo.js';

const context: Context = {
  actor: 'demo',
  role: 'administrator',
  channel: 'demo',
  scope: { kind: 'all' },
  requestId: 'demo',
  locale: 'en',
};

interface Fact {
  readonly kind: string;
  readonly actor: string;
  readonly what: string;
}

/** Services that only keep what they are given; `refuses` names a registry key they do not take. */
function fakes(facts: Fact[], refuses?: string): DemoDeps {
  return {
    ledger: {
      head: async () => ({ seq: facts.length }),
      follow: async (_, after, limit) => facts.slice(after, after + limit),
    },
    registry: {
      async put(_, collection, items) {
        const results = items.map(item => {
          const key = String(Object.values(item as object)[0]);
          return { key, status: key === refuses ? 'refused' : 'created' };
        });
        for (const { key } of results) facts.push({ kind: 'registry', actor: 'demo', what: `${collection}/${key}` });
        return { results };
      },
    },
    capture: {
      async capture(_, items) {
        for (const { event } of items) facts.push({ kind: 'event', actor: 'demo', what: (event as { id: string }).id });
      },
    },
  };
}

test('an empty ledger gets the registry in order of reference, then the events', async () => {
  const facts: Fact[] = [];
  const loaded = await loadDemo(fakes(facts), demoFolder(), context);
  expect(loaded?.events).toBeGreaterThanOrEqual(60);
  expect(facts.length).toBe(loaded!.registryItems + loaded!.events);
  const collections = facts.filter(({ kind }) => kind === 'registry').map(({ what }) => what.split('/')[0]);
  expect([...new Set(collections)]).toEqual(['enterprises', 'sites', 'permits', 'customs-declarations']);
  expect(facts.slice(0, loaded!.registryItems).every(({ kind }) => kind === 'registry')).toBe(true);
});

test('a ledger with anything of its own is left alone', async () => {
  const facts: Fact[] = [{ kind: 'registry', actor: 'somebody', what: 'enterprises/x' }];
  expect(await loadDemo(fakes(facts), demoFolder(), context)).toBeUndefined();
  expect(facts).toHaveLength(1);
});

test('a loaded demonstration is not loaded again', async () => {
  const facts: Fact[] = [];
  await loadDemo(fakes(facts), demoFolder(), context);
  const before = facts.length;
  expect(await loadDemo(fakes(facts), demoFolder(), context)).toBeUndefined();
  expect(facts).toHaveLength(before);
});

test('a load that broke off before the events is taken up again', async () => {
  const facts: Fact[] = [{ kind: 'registry', actor: 'demo', what: 'enterprises/91' }];
  expect(await loadDemo(fakes(facts), demoFolder(), context)).toBeDefined();
  expect(facts.at(-1)?.kind).toBe('event');
});

test('an item the registry refuses stops the load with its name', async () => {
  await expect(loadDemo(fakes([], 'BY-M01'), demoFolder(), context)).rejects.toThrow('sites/BY-M01');
});
