import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { SCENARIO_CLOCK, simulate, type Scenario } from './simulate.js';

/** Lines written of each file. */
export type Written = ReadonlyMap<string, number>;

const CHUNK = 1 << 18;

/**
 * Writes a scenario into a folder: `registry/<collection>.ndjson`, `events.ndjson`, `key.ndjson` and `scenario.json` with
 * the clock to judge it at.
 */
export async function writeScenario(scenario: Scenario, folder: string): Promise<Written> {
  const files = new Map<string, Output>();
  await open(files, folder, 'key');
  for (const { file, item } of simulate(scenario)) {
    const output = files.get(file) ?? (await open(files, folder, file));
    if (output.add(`${JSON.stringify(item)}\n`)) await output.flush();
  }
  for (const output of files.values()) await output.close();
  await writeFile(
    join(folder, 'scenario.json'),
    `${JSON.stringify({ ...scenario, clock: SCENARIO_CLOCK }, null, 2)}\n`,
  );
  return new Map([...files].map(([file, { lines }]) => [file, lines]));
}

async function open(files: Map<string, Output>, folder: string, file: string): Promise<Output> {
  const path = join(folder, `${file}.ndjson`);
  await mkdir(dirname(path), { recursive: true });
  const output = new Output(createWriteStream(path));
  files.set(file, output);
  return output;
}

/** Collects text and writes it in large pieces. */
class Output {
  lines = 0;
  private text: string[] = [];
  private length = 0;

  constructor(private readonly stream: WriteStream) {}

  /** True where it is time to flush. */
  add(line: string): boolean {
    this.lines += 1;
    this.text.push(line);
    return (this.length += line.length) > CHUNK;
  }

  async flush(): Promise<void> {
    const isRoom = this.stream.write(this.text.join(''));
    this.text = [];
    this.length = 0;
    if (!isRoom) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }
}
