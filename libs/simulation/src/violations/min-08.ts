import { defineViolation } from './define-violation.js';

/** A recovery works digs with neither licence nor approval; the near miss has one. */
export default defineViolation('MIN-08', (scene, isBroken) => {
  const works = scene.recovery();
  if (!isBroken) scene.approve(works, 20_000);
  scene.digs(works, 106, 4, {}, ({ event }) => scene.tell(works, { events: [event] }));
});
