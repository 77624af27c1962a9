import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';

/** Its invoice is issued in another province; in the near miss in another city. */
export default defineViolation('INV-04', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => {
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
      day: 132,
      ...{ invoice: (item: Record<string, unknown>) => ({ ...item, region: isBroken ? '350200' : '360100' }) },
      sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
    });
  });
});
