import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Names a party without its code; the near miss with it. */
export default defineViolation('TRD-08', (scene, isBroken) => {
  const [trader, from] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.on(130, 'arrive', () => {
    const given = isBroken ? { ...from, uscc: undefined as never } : from;
    scene.tell(trader, { period: monthLabel(5), events: [scene.appears(trader, 'OX-La', 40_000, given)] });
  });
});
