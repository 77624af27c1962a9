import { defineViolation } from './define-violation.js';

/** Feeds ore from an expired licence; the near miss 0.04 % of its run. */
export default defineViolation('SEP-04', (scene, isBroken) => {
  const [mine, plant] = [scene.ionMine(), scene.importingSmelter()];
  scene.revoke(mine, 79);
  const also = { 'MIN-01': mine, 'TRD-01': mine, 'SEP-03': plant };
  scene.digs(mine, 80, isBroken ? 3 : 0.004, {}, ({ lots }) => scene.sells(mine, plant, lots, { day: 81 }));
  scene.separates(plant, 88, 12, ({ event }) => scene.tell(plant, { events: [event], also }));
});
