import { post } from './capture-load.js';
import type { ServerProcess } from './server-process.js';
import { WORKS_REGISTRY, WORKS_STOCK } from './works.js';

/** Makes the enterprises, licences and stock known that the load presupposes. */
export async function prepareWorks(server: ServerProcess): Promise<void> {
  const { enterprises, permits } = WORKS_REGISTRY;
  for (const [collection, items] of Object.entries({ enterprises, permits })) {
    const response = await fetch(`${server.url}/v1/registry/${collection}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  const answer = await post(server, [WORKS_STOCK]);
  if (answer?.status !== 201) throw new Error(answer?.body);
}
