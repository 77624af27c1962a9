import { defineViolation } from './define-violation.js';

/** Ore from an expired licence crosses from Jiangxi to Fujian; in the near miss it stays in its province. */
export default defineViolation('TRD-03', (scene, isBroken) => {
  const mine = scene.ionMine();
  const plant = scene.firm(['smelter'], isBroken ? '350800' : '360700', mine.group);
  scene.revoke(mine, 89);
  const also = { 'MIN-01': mine, 'TRD-01': mine, 'SEP-03': plant, ...(isBroken && { 'TRD-03': mine }) };
  scene.digs(mine, 90, 4, {}, ({ lots }) => {
    scene.sells(mine, plant, lots, { sent: ({ dispatches }) => scene.tell(plant, { events: dispatches, also }) });
  });
});
