import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';
import { dress } from '../economy/works.js';

/** Dresses mixed ore without a radiation assessment; that of the near miss ends on the day. */
export default defineViolation('ENV-06', (scene, isBroken) => {
  const mine = scene.rockMine();
  scene.permit(mine, 'radiation-eia', isBroken ? undefined : { to: dateOf(159) });
  scene.digs(mine, 159, 20, {}, ({ lots }) => {
    scene.back(mine, lots);
    scene.on(159, 'run', () => scene.tell(mine, { events: [dress(scene.world, mine).event] }));
  });
});
