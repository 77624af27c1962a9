import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Digs without a safety permit; that of the near miss ends on the day. */
export default defineViolation('ENV-02', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.permit(mine, 'safety', isBroken ? undefined : { to: dateOf(151) });
  scene.digs(mine, 151, 4, {}, ({ event }) => scene.tell(mine, { events: [event] }));
});
