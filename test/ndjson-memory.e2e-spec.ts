import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContractEvent, Dice, rounds } from '#testing';
import { EventStream, toLines } from './support/event-stream.js';
import { linesOf, LongImport } from './support/long-import.js';
import { prepareWorks } from './support/prepare-works.js';
import { makeDataFolder, removeDataFolder, ServerProcess, until } from './support/server-process.js';
import { headOf, there, violations } from './support/stored.js';
import { Works } from './support/works.js';

const LINES = rounds(20_000, 1_000_000);
const WARM_UP_LINES = rounds(5_000, 20_000);
const EXTRA_BYTES_MAX = 100 * 1024 * 1024;
const PATIENCE_MS = rounds(180_000, 3_600_000);
const SETTLED_MS = 1_000;

const seed = Date.now() % 1_000_000;
console.info(`seed of the imports: ${seed}`);

describe('an NDJSON import', () => {
  let server: ServerProcess;
  const works = (name: string): Works => new Works(name, new Dice(seed));

  beforeAll(async () => {
    server = new ServerProcess(makeDataFolder());
    await server.ready();
    await prepareWorks(server);
  }, PATIENCE_MS);

  afterAll(async () => {
    await server.destroy();
    removeDataFolder(server.dataDir);
  }, PATIENCE_MS);

  it(`of ${LINES} lines that are all written before the answer is read takes little memory`, async () => {
    await new LongImport(linesOf(works('warm-up'))).run(server, WARM_UP_LINES);
    const watch = new MemoryWatch(server);
    const client = new LongImport(linesOf(works('import')));
    await client.run(server, LINES);
    watch.stop();
    console.info(`${megabytes(watch.before)} before, at most ${megabytes(watch.extra)} more`);
    expect(client.mistakes).toEqual([]);
    expect(client.summary).toEqual({ recorded: LINES - client.bad, duplicate: 0, refused: client.bad });
    expect(watch.extra).toBeLessThan(EXTRA_BYTES_MAX);
    expect(openSpools(server)).toEqual([]);
  }, PATIENCE_MS); // prettier-ignore

  it('of a client that goes away keeps what was recorded, nothing of the unfinished line, and no answers', async () => {
    const line = works('cut');
    const events = Array.from({ length: 400 }, () => line.cycle()).flat();
    const half = events.length / 2;
    const stream = new EventStream(server);
    await stream.write(toLines(events.slice(0, half)) + JSON.stringify(events[half]).slice(0, -1));
    await until(() => stream.answers.length > 0, 30_000, () => 'nothing was answered');
    stream.destroy();
    await until(() => openSpools(server).length === 0, 30_000, () => 'the answers are still kept');
    const kept = await settled(events);
    expect(kept).toBeGreaterThanOrEqual(stream.answers.length);
    expect(kept).toBeLessThanOrEqual(half);

    const again = new EventStream(server);
    await again.send(events);
    expect(await again.end()).toBe('complete');
    expect(again.answers.at(-1)?.summary).toEqual({ recorded: events.length - kept, duplicate: kept, refused: 0 });
    expect(again.answers.slice(0, stream.answers.length).map(({ seq }) => seq)).toEqual(stream.answers.map(({ seq }) => seq)); // prettier-ignore
  }, PATIENCE_MS); // prettier-ignore

  /** How many of the events are recorded, once no more come; they have to be the first ones. */
  async function settled(events: readonly ContractEvent[]): Promise<number> {
    const database = server.postgres.connect();
    try {
      for (let head = -1, next = await headOf(database); head !== next; next = await headOf(database)) {
        head = next;
        await delay(SETTLED_MS);
      }
      const recorded = await there(database, events.map(event => event.id)); // prettier-ignore
      expect(events.slice(0, recorded.size).every(event => recorded.has(event.id))).toBe(true);
      expect(await violations(database)).toEqual([]);
      return recorded.size;
    } finally {
      await database.close();
    }
  }
});

/** How far a server's memory grows from now on. */
class MemoryWatch {
  readonly before: number;
  private highest: number;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly server: ServerProcess) {
    this.before = this.highest = server.residentBytes();
    this.timer = setInterval(() => this.look(), 50);
  }

  get extra(): number {
    return this.highest - this.before;
  }

  stop(): void {
    this.look();
    clearInterval(this.timer);
  }

  private look(): void {
    this.highest = Math.max(this.highest, this.server.residentBytes());
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** Answers that wait on disk: their files have no names, but are open. */
function openSpools({ pid, dataDir }: ServerProcess): string[] {
  const handles = readdirSync(`/proc/${pid}/fd`).map(handle => linkOf(`/proc/${pid}/fd/${handle}`));
  return [...handles.filter(path => path.includes('.spool')), ...readdirSync(join(dataDir, 'spool'))];
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // it has been closed
  }
}
