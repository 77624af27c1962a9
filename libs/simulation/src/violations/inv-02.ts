import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';
import { unshelve } from '../firm.js';

/** Sells without invoice; the near miss is invoiced three weeks later. */
export default defineViolation('INV-02', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => {
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
      day: 132,
      ...{
        isInvoiced: !isBroken,
        isCited: false,
        invoice: (item: Record<string, unknown>) => ({ ...item, issuedAt: noon(147) }),
      },
      sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
    });
  });
});
