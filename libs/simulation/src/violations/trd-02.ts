import { defineViolation } from './define-violation.js';

/** Trades oxides made of ore from an expired licence; the near miss of a run with 0.04 % of it. */
export default defineViolation('TRD-02', (scene, isBroken) => {
  const [mine, plant, trader] = [scene.ionMine(), scene.importingSmelter(), scene.firm(['trader'])];
  scene.revoke(mine, 79);
  const also = {
    'MIN-01': mine,
    'TRD-01': mine,
    'SEP-03': plant,
    ...(isBroken && { 'SEP-04': plant, 'TRD-02': plant }),
  };
  scene.digs(mine, 80, isBroken ? 4 : 0.004, {}, ({ lots }) => scene.sells(mine, plant, lots, { day: 81 }));
  scene.separates(plant, 90, 12, ({ lots }) => {
    const sent = lots.filter(({ product }) => product === 'OX-La');
    scene.sells(plant, trader, sent, { sent: ({ dispatches }) => scene.tell(trader, { events: dispatches, also }) });
  });
});
