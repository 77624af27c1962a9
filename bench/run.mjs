// node bench/run.mjs [name…]: see main.ts. ORETRAIL_BENCH_DATA: a folder that keeps recorded histories for the next run
import { main } from '../dist/bench/main.js';

await main(process.argv.slice(2), process.env.ORETRAIL_BENCH_DATA);
