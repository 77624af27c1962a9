import { defineViolation } from './define-violation.js';

/** A mine sells to a trader; the near miss to one of its own group. */
export default defineViolation('MIN-11', (scene, isBroken) => {
  const mine = scene.ionMine();
  const trader = scene.firm(['trader'], '360700', isBroken ? undefined : mine.group);
  scene.digs(mine, 109, 4, {}, ({ lots }) => {
    scene.sells(mine, trader, lots, { sent: ({ dispatches }) => scene.tell(mine, { events: dispatches }) });
  });
});
