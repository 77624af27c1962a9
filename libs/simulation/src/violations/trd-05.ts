import { defineViolation } from './define-violation.js';

/** A count of a trader finds 6 % less; the near miss 0.2 %. */
export default defineViolation('TRD-05', (scene, isBroken) => {
  const trader = scene.firm(['trader']);
  scene.give(trader, 'OX-La', 9, 110);
  scene.counts(trader, 'OX-La', 127, isBroken ? 0.94 : 0.998, event => scene.tell(trader, { events: [event] }));
});
