import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Runs on though production was suspended; the near miss on the day of the order. */
export default defineViolation('EXP-06', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  const number = `CF-${scene.tag}`;
  scene.world.paper('sanctions', {
    number,
    enterprise: plant.uscc,
    kind: 'production-suspended',
    from: dateOf(isBroken ? 140 : 146),
    basis: '稀土管理条例',
  });
  scene.separates(plant, 145, 12, ({ event }) => scene.tell(plant, { events: [event] }));
});
