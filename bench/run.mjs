// node bench/run.mjs [capture] [origins-10k] [origins-1m]: see main.ts
import { main } from '../dist/bench/main.js';

await main(process.argv.slice(2));
