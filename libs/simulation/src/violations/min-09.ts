import { defineViolation } from './define-violation.js';

/** Takes twice what its recovery approval allows; the near miss half of it. */
export default defineViolation('MIN-09', (scene, isBroken) => {
  const works = scene.recovery();
  scene.approve(works, isBroken ? 2_000 : 8_000);
  scene.digs(works, 107, 4, {}, ({ event }) => scene.tell(works, { events: [event] }));
});
