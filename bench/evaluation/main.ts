import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compare,
  SCENARIO_CLOCK,
  SCALES,
  VIOLATIONS,
  writeScenario,
  type KeyEntry,
  type ScaleName,
  type Scenario,
} from '#simulation';
import { Examined } from './installation.js';
import { curveTable, tableOf, type Examination } from './report.js';

/** Deviations between what must not be found and what must be, in multiples of what is tolerated. */
const EFFECTS = [0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2];

const OPTIONS = {
  scale: { type: 'string', default: 'small' },
  seeds: { type: 'string', default: '31,32' },
  violations: { type: 'string', default: 'all' },
  out: { type: 'string', default: 'docs/evaluation.md' },
} as const;

/**
 * Makes scenarios, takes each into an installation of its own, screens it, compares with the key, and writes the page.
 * `--scale small|national|10x --seeds 31,32 --violations all|none|CODE,… --out FILE`
 */
export async function main(args: readonly string[], server: string | undefined): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (!(values.scale in SCALES)) throw new Error(`There is no scale ${values.scale}`);
  const violations = values.violations === 'all' ? VIOLATIONS : values.violations === 'none' ? [] : values.violations.split(','); // prettier-ignore
  const tables: string[] = [];
  for (const seed of values.seeds.split(',').map(Number)) {
    const table = tableOf(await examine({ scale: values.scale as ScaleName, seed, violations }, server));
    console.log(table);
    tables.push(table);
  }
  if (violations.length > 0) {
    const curve = curveTable(await examine({ scale: 'small', seed: 1, violations: [], effects: EFFECTS }, server));
    console.log(curve);
    tables.push(curve);
  }
  await writeFile(values.out, `${[await introduction(), ...tables].map(part => part.trim()).join('\n\n')}\n`);
}

async function examine(scenario: Scenario, server: string | undefined): Promise<Examination> {
  const { scale, seed } = scenario;
  const folder = await mkdtemp(join(tmpdir(), 'oretrail-scenario-'));
  await writeScenario(scenario, folder);
  const examined = await Examined.open(server, new Date(SCENARIO_CLOCK));
  try {
    const begin = performance.now();
    const events = await examined.load(folder);
    const loaded = performance.now();
    const findings = await examined.screen(scale === 'small');
    const seconds = { load: (loaded - begin) / 1000, screen: (performance.now() - loaded) / 1000 };
    return { scale, seed, events, seconds, scores: compare(await keyIn(folder), findings) };
  } finally {
    await examined.close();
    await rm(folder, { recursive: true, force: true });
  }
} // prettier-ignore

async function keyIn(folder: string): Promise<KeyEntry[]> {
  const lines = (await readFile(join(folder, 'key.ndjson'), 'utf8')).split('\n').filter(line => line !== '');
  return lines.map(line => JSON.parse(line) as KeyEntry);
}

const introduction = (): Promise<string> => readFile(join('bench', 'evaluation', 'introduction.md'), 'utf8');
