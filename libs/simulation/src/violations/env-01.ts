import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Digs without an assessment of its impact; that of the near miss ends on the day. */
export default defineViolation('ENV-01', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.permit(mine, 'eia', isBroken ? undefined : { to: dateOf(151) });
  scene.digs(mine, 151, 4, {}, ({ event }) => scene.tell(mine, { events: [event] }));
});
