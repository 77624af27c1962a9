import { defineViolation } from './define-violation.js';
import { run } from '../making.js';
import { unshelve } from '../firm.js';

/** A trader calcines; the near miss packs anew. */
export default defineViolation('TRD-06', (scene, isBroken) => {
  const trader = scene.firm(['trader']);
  scene.give(trader, isBroken ? 'CA-Ce' : 'OX-Ce', 4, 110);
  scene.on(128, 'run', () => {
    const feed = unshelve(trader, isBroken ? 'CA-Ce' : 'OX-Ce');
    const { event } = run(scene.world, trader, isBroken ? 'CALCINE' : 'REPACK', feed, [
      { product: 'OX-Ce', share: 1, reoPercent: 99.4 },
    ]);
    scene.tell(trader, {
      events: [event],
      ...(isBroken && { also: { 'ENV-01': trader, 'ENV-02': trader, 'ENV-07': trader } }),
    });
  });
});
