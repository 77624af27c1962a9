// node bench/evaluate.mjs: see evaluation/main.ts. ORETRAIL_TEST_POSTGRES: a PostgreSQL to work on, else one of its own
import { main } from '../dist/bench/evaluation/main.js';

await main(process.argv.slice(2), process.env.ORETRAIL_TEST_POSTGRES);
