import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';

/** Runs while treatment was down for a fortnight; in the near miss for three days. */
export default defineViolation('ENV-05', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  const number = `HJ-${scene.tag}`;
  const outage = { point: 'DW001', parameter: 'treatment-outage', from: noon(157), to: noon(isBroken ? 171 : 160) };
  scene.world.paper('monitoring', { number, enterprise: plant.uscc, site: plant.site, ...outage });
  scene.separates(plant, 158, 12, ({ event }) => scene.tell(plant, { events: [event] }));
});
