/** Stops the server that this run started; one given from outside goes on. */
export default async function tearDown() {
  await globalThis.testPostgres?.stop();
}
