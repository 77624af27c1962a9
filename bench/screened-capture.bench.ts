import { setTimeout as pause } from 'node:timers/promises';
import type { EventInput } from '#lots';
import { createScreening, type Screening } from '#screening';
import { MIGRATIONS } from '../apps/api/src/migrations.js';
import { economy } from './economy.js';
import { BENCH, install, type Installation, record } from './installation.js';

const BATCH = 500;
const ROUNDS = 2;

/** Capture while screening follows the ledger, against capture alone, by turns: what following costs the clients. */
export async function screenedCaptureBench(lots: number): Promise<void> {
  const events = [...economy({ lots, seed: 5, invoices: true })];
  const rates = { alone: 0, followed: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    rates.alone = Math.max(rates.alone, await captured(events, false));
    rates.followed = Math.max(rates.followed, await captured(events, true));
  }
  const slower = (1 - rates.followed / rates.alone) * 100;
  console.log(`  capture of ${events.length} events alone       ${rates.alone.toFixed(0)} events/s`);
  console.log(`  capture with screening behind it  ${rates.followed.toFixed(0)} events/s`);
  console.log(`  slower by                         ${slower.toFixed(0)} % (goal: at most 25 %)`);
}

/** Events a second, on an installation of its own. */
async function captured(events: readonly EventInput[], isFollowed: boolean): Promise<number> {
  const at = await install(MIGRATIONS);
  const screening = createScreening(at);
  try {
    if (isFollowed) begin(at, screening);
    const start = performance.now();
    const count = await record(at.lots, events, BATCH);
    const seconds = (performance.now() - start) / 1000;
    if (isFollowed) await checkFollowed(at, screening, count);
    return count / seconds;
  } finally {
    await screening.follower.stop();
    screening.leisure.end();
    await at.close();
  }
}

function begin({ jobs }: Installation, screening: Screening): void {
  jobs.start();
  screening.follower.start();
}

/** Everything is recorded, and screening arrives at its end. */
async function checkFollowed({ database }: Installation, screening: Screening, count: number): Promise<void> {
  const [row] = await database.read<{ count: number }>(BENCH, 'SELECT count(*) AS count FROM event');
  if (row!.count !== count) throw new Error(`${row!.count} of ${count} events are recorded`);
  const start = performance.now();
  while ((await screening.revision()) === undefined) await pause(50);
  console.log(`  screening arrived ${((performance.now() - start) / 1000).toFixed(1)} s behind capture`);
}
