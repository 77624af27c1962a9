import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BENCH } from './installation.js';
import { nationalRegistry } from './national-cast.js';
import { NationalEconomy } from './national-economy.js';
import { processorSeconds, residentMiB } from './processes.js';
import { Server } from './server.js';

const NDJSON = 'application/x-ndjson';
/** Lines sent a second time. */
const AGAIN = 3_000;
const SAMPLED_EVERY_MS = 200;

/**
 * `oretrail import` of a country's events into the service, all in processes of their own on this machine: events a second,
 * processor time of each, memory of the service. Every event has to be there afterwards, once.
 */
export async function importBench(count: number, nodeOptions: readonly string[] = []): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'oretrail-events-'));
  const file = join(folder, 'events.ndjson');
  const server = await Server.start(nodeOptions);
  try {
    await writeEvents(file, count);
    for (const [collection, items] of Object.entries(nationalRegistry())) {
      await server.send(
        'PUT',
        `/v1/registry/${collection}`,
        items.map(item => JSON.stringify(item)).join('\n'),
        NDJSON,
      );
    }
    const before = await position(server);
    await measure(server, file, count);
    const recorded = (await position(server)) - before;
    if (recorded !== count) throw new Error(`${recorded} of ${count} events recorded`);
    await showRows(server, count);
    await importAgain(server, file);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeEvents(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (const event of new NationalEconomy(count, 1).all()) {
    if (!out.write(`${JSON.stringify(event)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

async function measure(server: Server, file: string, count: number): Promise<void> {
  const idleMiB = residentMiB(server.pid);
  let mostMiB = idleMiB;
  const sampling = setInterval(() => (mostMiB = Math.max(mostMiB, residentMiB(server.pid))), SAMPLED_EVERY_MS);
  const [cpu, start] = [processorSeconds(server.pid), performance.now()];
  const said = await server.command('import', file);
  const seconds = (performance.now() - start) / 1000;
  const used = processorSeconds(server.pid);
  clearInterval(sampling);
  const micros = (from: number, to: number): string => `${Math.round(((to - from) / count) * 1e6)} µs`;
  console.log(`  ${said}`);
  console.log(`  ${Math.round(count / seconds)} events/s (goal: at least 5,000)`);
  console.log(`  processor time an event: server ${micros(cpu.own, used.own)}, PostgreSQL ${micros(cpu.below, used.below)}`);
  console.log(`  memory of the server: ${Math.round(idleMiB)} MiB before, ${Math.round(mostMiB)} MiB at most (goal: 100 more)`);
} // prettier-ignore

/** Ledger position that an import of nothing answers. */
async function position(server: Server): Promise<number> {
  const last = (await server.send('POST', '/v1/events', '', NDJSON)).at(-1)!;
  return (JSON.parse(last) as { checkpoint: { seq: number } }).checkpoint.seq;
}

async function showRows(server: Server, count: number): Promise<void> {
  const database = server.database();
  try {
    const tables = ['ledger_entry', 'event', 'lot', 'holding', 'draw', 'pool', 'root', 'transfer', 'document'];
    const counts = tables.map(table => `(SELECT count(*) FROM ${table})::bigint AS ${table}`);
    const sizes = `(SELECT avg(length(composition)) FROM pool WHERE source_no IS NULL)::bigint AS "bytes of a composition"`;
    const [row] = await database.read<Record<string, number>>(BENCH, `SELECT ${counts.join(', ')}, ${sizes}`);
    const rows = tables.reduce((sum, table) => sum + row![table]!, 0);
    console.log(`  ${(rows / count).toFixed(1)} rows an event: ${JSON.stringify(row)}`);
  } finally {
    await database.close();
  }
}

/** The beginning of the file once more: nothing new. */
async function importAgain(server: Server, file: string): Promise<void> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (lines.push(line) === AGAIN) break;
  }
  const before = await position(server);
  const answer = await server.send('POST', '/v1/events', lines.join('\n'), NDJSON);
  const { summary } = JSON.parse(answer.at(-1)!) as { summary: { duplicate: number } };
  const isSame = summary.duplicate === lines.length && (await position(server)) === before;
  if (!isSame) throw new Error(`sent again: ${JSON.stringify(summary)} of ${lines.length}`);
  console.log(`  sent again: ${lines.length} known, nothing new`);
}
