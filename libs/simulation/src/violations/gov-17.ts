import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';

/** A feed has been silent for two months; that of the near miss for half its period. */
export default defineViolation('GOV-17', (scene, isBroken) => {
  const lastAt = noon(isBroken ? 340 : 396);
  scene.world.paper('feeds', {
    feed: `market-${scene.tag}`,
    department: 'market',
    collection: 'sanctions',
    region: '000000',
    periodDays: 7,
    lastAt,
  });
  scene.tell(undefined);
});
