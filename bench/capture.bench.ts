import type { EventInput } from '#lots';
import { economy } from './economy.js';
import { BENCH, install, type Installation, record } from './installation.js';
import { rawInserts } from './raw-inserts.js';

const BATCH = 500;

/** Capture against a raw multi-row INSERT of the same rows into the same tables, in as many transactions. */
export async function captureBench(lots: number): Promise<void> {
  const events = [...economy({ lots, seed: 1 })];
  await withInstallation(async at => {
    const perSecond = await rate(events.length, () => record(at.lots, events, BATCH));
    const raw = await rawInserts(at.adminUrl, Math.ceil(events.length / BATCH));
    const rowRate = (raw.rows * perSecond) / events.length;
    console.log(`capture in batches of ${BATCH}       ${count(perSecond)} events/s, ${count(rowRate)} rows/s`);
    console.log(`raw INSERT of the same rows     ${count(raw.perSecond)} rows/s of ${raw.rows} rows`);
    console.log(
      `ratio                           ${(rowRate / raw.perSecond).toFixed(2).padStart(9)} (goal: at least 0.4)`,
    );
  });
  const some = events.slice(0, 3_000);
  await withInstallation(async at => {
    const perSecond = await rate(some.length, () => record(at.lots, some, 1));
    console.log(`capture, one client, one by one ${count(perSecond)} events/s`);
  });
  const roots = events.filter(event => event.type === 'mining').slice(0, 8_000);
  await withInstallation(async at => {
    const perSecond = await rate(roots.length, () => concurrently(at, roots, 64));
    console.log(`capture, 64 clients, one by one ${count(perSecond)} events/s`);
  });
}

const count = (value: number): string => Math.round(value).toLocaleString('en').padStart(9);

async function rate(events: number, run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return events / ((performance.now() - start) / 1000);
}

async function withInstallation(run: (at: Installation) => Promise<void>): Promise<void> {
  const at = await install();
  try {
    await run(at);
  } finally {
    await at.close();
  }
}

/** Clients that each send the next event when the last one is acknowledged. */
async function concurrently(at: Installation, events: readonly EventInput[], clients: number): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    for (let event = events[next++]; event; event = events[next++]) {
      await at.lots.capture.capture(BENCH, [{ index: 0, event, pointer: '' }], 'rollback');
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}
