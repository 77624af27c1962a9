import { defineViolation } from './define-violation.js';

/** Buys ore dug after the licence had run out; in the near miss it ran out the day after. */
export default defineViolation('SEP-03', (scene, isBroken) => {
  const [mine, plant] = [scene.ionMine(), scene.smelter()];
  scene.revoke(mine, isBroken ? 79 : 80);
  scene.digs(mine, 80, 4, {}, ({ lots }) => {
    const also = isBroken ? { 'MIN-01': mine, 'TRD-01': mine } : {};
    scene.sells(mine, plant, lots, { sent: ({ dispatches }) => scene.tell(plant, { events: dispatches, also }) });
  });
});
