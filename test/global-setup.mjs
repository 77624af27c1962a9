// Jest calls this once per run, before the first test that needs a database. Tests read ORETRAIL_TEST_POSTGRES.
import { startTestPostgres } from '../scripts/services.mjs';

export default async function setUp() {
  if (process.env.ORETRAIL_TEST_POSTGRES) return;
  try {
    const service = await startTestPostgres();
    process.env.ORETRAIL_TEST_POSTGRES = service.url;
    globalThis.testPostgres = service;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void giveUp());
  } catch (error) {
    const reason = `No PostgreSQL for the tests: ${error.message}`;
    if (process.env.CI === 'true') throw new Error(reason, { cause: error });
    console.error(`${reason}\nTests that need it will fail; name one by ORETRAIL_TEST_POSTGRES=postgres://…`);
  }
}

async function giveUp() {
  await globalThis.testPostgres.stop();
  process.exit(130);
}
