import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Was accepted half a year after it began; the near miss after six weeks. */
export default defineViolation('ENV-07', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.permit(mine, 'acceptance', { from: dateOf(isBroken ? 240 : 102) });
  scene.digs(mine, 60, 4, {}, ({ event }) => scene.tell(mine, { events: [event] }));
});
