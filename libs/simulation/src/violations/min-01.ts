import { defineViolation } from './define-violation.js';

/** Digs under a licence that ran out the day before; the near miss on its last day. */
export default defineViolation('MIN-01', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.revoke(mine, isBroken ? 99 : 100);
  scene.digs(mine, 100, 4, {}, ({ event }) => scene.tell(mine, { events: [event] }));
});
