import { captureBench } from './capture.bench.js';
import { importBench } from './import.bench.js';
import { machine } from './measure.js';
import { originsBench } from './origins.bench.js';
import { questionsBench } from './questions.bench.js';
import { screeningBench } from './screening.bench.js';
import { screenedCaptureBench } from './screened-capture.bench.js';

const BENCHES: Readonly<Record<string, (keptIn?: string) => Promise<void>>> = {
  capture: () => captureBench(40_000),
  'import-50k': () => importBench(50_000),
  'import-1m': () => importBench(1_000_000),
  'origins-10k': () => originsBench(10_000),
  'origins-1m': () => originsBench(1_000_000),
  'questions-60k': keptIn => questionsBench(60_000, keptIn),
  'questions-1m': keptIn => questionsBench(1_000_000, keptIn),
  screening: async () => {
    await screeningBench('small');
    await screenedCaptureBench(10_000);
  },
  'screening-national': () => screeningBench('national'),
};

/** Runs the named benchmarks, or all of them; a folder keeps the histories of those that can use them again. */
export async function main(names: readonly string[], keptIn?: string): Promise<void> {
  console.log(machine());
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no benchmark ${name}: ${Object.keys(BENCHES).join(', ')}`);
    console.log(`\n== ${name}`);
    await bench(keptIn);
  }
}
