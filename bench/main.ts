import { captureBench } from './capture.bench.js';
import { machine } from './measure.js';
import { originsBench } from './origins.bench.js';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  capture: () => captureBench(40_000),
  'origins-10k': () => originsBench(10_000),
  'origins-1m': () => originsBench(1_000_000),
};

/** Runs the named benchmarks, or all of them. */
export async function main(names: readonly string[]): Promise<void> {
  console.log(machine());
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no benchmark ${name}: ${Object.keys(BENCHES).join(', ')}`);
    console.log(`\n== ${name}`);
    await bench();
  }
}
