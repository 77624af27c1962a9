import { defineViolation } from './define-violation.js';

/** Trades ore dug after its licence had run out; in the near miss it ran out the day after. */
export default defineViolation('TRD-01', (scene, isBroken) => {
  const mine = scene.ionMine();
  const trader = scene.firm(['trader'], '360700', mine.group);
  scene.revoke(mine, isBroken ? 84 : 85);
  scene.digs(mine, 85, 4, {}, ({ lots }) => {
    const also = isBroken ? { 'MIN-01': mine, 'TRD-01': mine } : {};
    scene.sells(mine, trader, lots, { sent: ({ dispatches }) => scene.tell(trader, { events: dispatches, also }) });
  });
});
