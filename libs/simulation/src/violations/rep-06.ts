import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { noon } from './scene.js';

/** Enters what it dug two months later; the near miss after a fortnight. */
export default defineViolation('REP-06', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.digs(mine, 150, 4, { enteredAt: noon(isBroken ? 210 : 164) }, ({ event }) =>
    scene.tell(mine, { period: monthLabel(5), events: [event] }),
  );
});
