import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** The assessment of its impact came 20 days after the first digging; the near miss on that day. */
export default defineViolation('MIN-07', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.permit(mine, 'eia', { from: dateOf(isBroken ? 125 : 105) });
  scene.digs(mine, 105, 4, {}, ({ event }) => scene.tell(mine, { events: [event] }));
});
